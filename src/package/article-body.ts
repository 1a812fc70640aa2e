/** What of an article's page goes into a book or a single file: the article, without what only a site can do. */
import { absoluteAddress } from "../article/address.ts";
import { posix } from "node:path";
import { type ArticlePage, type BuiltSite, resolveLink } from "./built-site.ts";
import { Element, findAll, findFirst, hasClass, replaceNode } from "./markup.ts";

/** Where a bound article's links and pictures go. */
export interface Binding {
  /** The place of another article of the same edition; undefined where it is not in it. */
  readonly articleHref: (address: string, fragment: string) => string | undefined;
  /** The place of a picture's file. */
  readonly pictureSrc: (address: string) => string;
  /** Put before every `id`, so that articles in one file do not share any. */
  readonly idPrefix: string;
}

const GONE = new Set(["script", "form", "audio", "video", "noscript", "template"]);
const GONE_CLASSES = ["scripted", "tools", "imprint", "skip", "captions"];

/** Takes the body out of a page and binds it. The page is used up. */
export function bindArticle(page: ArticlePage, site: BuiltSite, binding: Binding): Element {
  const { main } = page;
  for (const recording of findAll(main, ({ name }) => name === "video" || name === "audio")) standFor(recording);
  for (const element of findAll(main, ({ name, attribs }) => GONE.has(name) || attribs.class !== undefined)) {
    if (GONE.has(element.name) || GONE_CLASSES.some((name) => hasClass(element, name))) replaceNode(element, []);
  }
  for (const picture of findAll(main, ({ name }) => name === "picture")) {
    const image = findFirst(picture, ({ name }) => name === "img");
    replaceNode(picture, image === undefined ? [] : [image]);
  }
  for (const image of findAll(main, ({ name }) => name === "img")) {
    const address = resolveLink(image.attribs.src ?? "", page.address)?.address;
    if (address === undefined || !site.files.includes(address)) replaceNode(image, []);
    else image.attribs = { src: binding.pictureSrc(address), alt: image.attribs.alt ?? "" };
  }
  const ids = new Set(findAll(main, ({ attribs }) => attribs.id !== undefined).map(({ attribs }) => attribs.id));
  for (const element of findAll(main, ({ attribs }) => attribs.id !== undefined)) {
    element.attribs.id = binding.idPrefix + element.attribs.id;
  }
  for (const named of findAll(main, ({ attribs }) => attribs["aria-labelledby"] !== undefined)) {
    delete named.attribs["aria-labelledby"];
  }
  for (const link of findAll(main, ({ name }) => name === "a")) bindLink(link, page, site, binding, ids);
  return main;
}

/** A film or sound of the text is its poster, or its words, and leads to the file where the site has an address. */
function standFor(recording: Element): void {
  const link = findFirst(recording, ({ name }) => name === "a");
  if (link === undefined) return;
  const { poster, "aria-label": alt = "" } = recording.attribs;
  if (poster === undefined) {
    replaceNode(recording, [new Element("p", {}, [link])]);
    return;
  }
  replaceNode(recording, [
    new Element("a", { href: link.attribs.href ?? "" }, [new Element("img", { src: poster, alt })]),
  ]);
}

function bindLink(
  link: Element,
  page: ArticlePage,
  site: BuiltSite,
  binding: Binding,
  ids: ReadonlySet<string | undefined>,
): void {
  const { href } = link.attribs;
  const to = href === undefined ? undefined : resolveLink(href, page.address);
  if (to === undefined) {
    if (href === undefined) replaceNode(link, link.children);
    return;
  }
  const { address, fragment } = to;
  if (address === page.address && fragment !== "") {
    if (ids.has(fragment)) link.attribs.href = `#${binding.idPrefix}${fragment}`;
    else replaceNode(link, link.children);
    return;
  }
  const bound = binding.articleHref(address, fragment);
  if (bound !== undefined) link.attribs.href = bound;
  else if (site.url !== undefined)
    link.attribs.href = `${absoluteAddress(site.url, address)}${fragment === "" ? "" : `#${fragment}`}`;
  else replaceNode(link, link.children);
}

const TYPES: Readonly<Record<string, string>> = {
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
  ".avif": "image/avif",
};

/** Media type of a picture's file. */
export function pictureType(address: string): string {
  return TYPES[posix.extname(address)] ?? "application/octet-stream";
}
