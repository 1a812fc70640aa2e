/** What was saved as one file that opens anywhere: its pages under each other, their pictures inside. */
import type { SavedItem } from "../offline/saved-item.ts";

/** Fetched through the worker, which has it. */
async function fetchPage(address: string, root: string): Promise<Document> {
  const text = await (await fetch(root + address)).text();
  return new DOMParser().parseFromString(text, "text/html");
}

async function inline(picture: HTMLImageElement, base: string): Promise<void> {
  const source = picture
    .closest("picture")
    ?.querySelector("source")
    ?.srcset.split(/[\s,]+/)[0];
  const address = source ?? picture.getAttribute("src");
  if (address === null || address === undefined) return;
  const file = await (await fetch(new URL(address, base))).blob();
  picture.src = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  picture.closest("picture")?.replaceWith(picture);
}

/** Makes links go within the file where they can, else to the site's own address. */
function mendLinks(part: Element, base: string, anchors: ReadonlyMap<string, string>): void {
  for (const link of part.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (href.startsWith("#")) continue;
    const url = new URL(href, base);
    link.href = anchors.get(url.origin + url.pathname) ?? url.href;
  }
}

/** The file. Pictures that are not on the device are left out. */
export async function makeSingleFile(item: SavedItem, root: string): Promise<File> {
  const anchors = new Map(item.pages.map((address, number) => [root + address, `#page-${number}`]));
  const whole = await fetchPage(item.address, root);
  const [main] = whole.getElementsByTagName("main");
  const parts: Element[] = [];
  for (const [number, address] of item.pages.entries()) {
    const page = number === 0 ? whole : await fetchPage(address, root);
    const part = page.querySelector("main");
    if (part === null) continue;
    const base = root + address;
    for (const gone of part.querySelectorAll("script,audio,form,.scripted,.qr")) gone.remove();
    await Promise.all(
      [...part.querySelectorAll("img")].map((picture) => inline(picture, base).catch(() => picture.remove())),
    );
    mendLinks(part, base, anchors);
    const section = whole.createElement("section");
    section.id = `page-${number}`;
    section.className = part.className;
    section.append(...part.childNodes);
    if (number > 0) for (const named of section.querySelectorAll("[id]")) named.removeAttribute("id");
    parts.push(section);
  }
  main?.replaceChildren(...parts);
  for (const gone of whole.querySelectorAll("script,link:not([rel=canonical]),header.masthead,footer,.skip"))
    gone.remove();
  const name = item.address.replace(/\.html$/, "").replaceAll("/", "-");
  return new File([`<!DOCTYPE html>\n${whole.documentElement.outerHTML}\n`], `${name}.html`, { type: "text/html" });
}

/** Hands a file to the device's own way of sharing where it takes such a file, else to its downloads. */
export async function shareFile(file: File): Promise<void> {
  if (navigator.canShare?.({ files: [file] })) return navigator.share({ files: [file], title: file.name });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
