/** Pictures that a saved page carries within itself, as `data:` addresses or as parts named by id, get addresses of their own. */
import { type ChildNode, findElements } from "./html-tree.ts";
import { LIMITS } from "../limits.ts";
import type { MhtmlPart } from "./mhtml.ts";

const RASTER = /^data:(image\/(?:png|jpe?g|gif|webp|avif))(;[^,]{0,80})?,/i;
/** Characters; shorter ones are the blank that stands in for a picture not yet loaded. */
const MIN_DATA = 1_200;

/** The bytes of a `data:` address of a raster picture; undefined for any other address, and for blanks. */
export function readDataUrl(address: string): MhtmlPart | undefined {
  if (address.length < MIN_DATA || address.length > LIMITS.picture * 1.4) return undefined;
  const found = RASTER.exec(address.slice(0, 200));
  if (found === null) return undefined;
  const rest = address.slice(found[0].length);
  try {
    const bytes = found[2]?.toLowerCase().includes("base64")
      ? Buffer.from(rest.includes("%") ? decodeURIComponent(rest) : rest, "base64")
      : Buffer.from(decodeURIComponent(rest), "latin1");
    return { bytes, mediaType: (found[1] ?? "").toLowerCase() };
  } catch {
    return undefined;
  }
}

/** Gives every carried picture of the tree an address below `https://part.invalid/`, and adds its bytes to `parts`. */
export function nameParts(tree: readonly ChildNode[], parts: Map<string, MhtmlPart>): void {
  let count = 0;
  for (const image of findElements(tree, (element) => element.name === "img")) {
    const src = (image.attribs.src ?? "").trim();
    const part = /^cid:/i.test(src) ? parts.get(src) : readDataUrl(src);
    if (part === undefined) continue;
    const address = `https://part.invalid/picture-${++count}.${part.mediaType.replace(/^image\//, "").replace("jpeg", "jpg")}`;
    parts.set(address, part);
    image.attribs.src = address;
    delete image.attribs["data-src"];
    delete image.attribs.srcset;
  }
}
