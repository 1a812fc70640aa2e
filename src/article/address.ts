/** Names and addresses: lowercase, at most 60 characters, safe on every file system and host. */
import { hash } from "node:crypto";

/** Without 0, 1, i, l, o: a reader can tell every character from every other on paper. */
const CODE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const CODE_LENGTH = 7;
export const NAME_LENGTH = 60;

/** Names that Windows keeps for devices, with whatever ending; and `index`, which is the list of a folder's pages. */
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)$/;
/** True for a name that some system or the site itself keeps for something else. */
export function isDeviceName(name: string): boolean {
  return DEVICE_NAME.test(name);
}

/** Seven characters derived from a text alone: the short code of an address. */
export function codeOf(text: string): string {
  let number = Number.parseInt(hash("sha256", text, "hex").slice(0, 12), 16) % CODE_ALPHABET.length ** CODE_LENGTH;
  let code = "";
  for (let index = 0; index < CODE_LENGTH; index++) {
    code += CODE_ALPHABET[number % CODE_ALPHABET.length];
    number = Math.floor(number / CODE_ALPHABET.length);
  }
  return code;
}

/** True for a name that may stand in an address. */
export function isName(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= NAME_LENGTH && !DEVICE_NAME.test(name);
}

/** True for a short code an editor may set. */
export function isCode(code: string): boolean {
  return code.length === CODE_LENGTH && [...code].every((character) => CODE_ALPHABET.includes(character));
}

/** Where the page behind a short code lies: `s/k3/x9q2p.html`. */
export function shortAddress(code: string): string {
  return `s/${code.slice(0, 2)}/${code.slice(2)}.html`;
}

/** `{year}/{month}/{day}/{slug}.html`, below `<lang>/` for another language than the site's. */
export function articleAddress(
  day: { year: number; month: number; day: number },
  slug: string,
  folder: string,
): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${folder}${String(day.year).padStart(4, "0")}/${two(day.month)}/${two(day.day)}/${slug}.html`;
}

/** A document-relative link between two site-relative addresses: `relativeAddress("s/a/b.html", "index.html")` → `../../index.html`. */
export function relativeAddress(from: string, to: string): string {
  let shared = 0;
  for (let index = 0; index < from.length && from[index] === to[index]; index++) {
    if (from[index] === "/") shared = index + 1;
  }
  let up = "";
  for (let index = shared; index < from.length; index++) if (from[index] === "/") up += "../";
  return up + encodeAddress(to.slice(shared));
}

/** An address as it stands in a link: letters of other scripts as a URL writes them. */
export function encodeAddress(address: string): string {
  return /^[\x00-\x7f]*$/.test(address) ? address : encodeURI(address);
}

/** An address as it stands in a link → as it is; unchanged where its codes are none. */
export function decodeAddress(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
}

/** An address in full, as it stands in a link; `url` is the site's own, with its slash. */
export function absoluteAddress(url: string, address: string): string {
  return url + encodeAddress(address);
}
