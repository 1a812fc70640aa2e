/** What a link in a text may mean, before anything is looked up: an article's file, an address of the site, a file below `media/`, a standing page. */
import { posix } from "node:path";
import { isOutward } from "../article/body-parser.ts";
import { decodePath } from "../article/media-path.ts";
import { keyOf } from "./key.ts";
import { mediaNamesOf } from "./media-names.ts";

/** The text in which a link stands, and the site that it belongs to. */
export interface LinkOrigin {
  /** Its file, below the content folder: `articles/2021/01/harbour.md`. */
  readonly file: string;
  /** Its page, site-relative. */
  readonly address: string;
  /** The site's own address, where it has one; ends in a slash. */
  readonly url?: string | undefined;
}

/** One meaning of a link. `name` is an article's path, a site-relative address, a path below `media/`, a standing page's name. */
export interface LinkMeaning {
  readonly kind: "article" | "address" | "media" | "standing";
  readonly name: string;
}

/** A link taken apart: what it may mean, the likeliest first, and the part of the page. */
export interface LinkTarget {
  readonly meanings: readonly LinkMeaning[];
  /** Without its `#`; empty where there is none. */
  readonly part: string;
}

const ARTICLE = /^(?:articles\/)?(\d{4}\/\d{2}\/[^\s/]+?)(?:\.md)?$/;
const PAGE_NAME = /^(?:pages\/)?([^/]+?)(?:\.md|\.html)?$/;

/** What follows the site's own address in a link that names it in full, whatever its scheme; undefined for any other. */
function belowSite(href: string, url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const own = url.replace(/^https?:\/\/(?:www\.)?/i, "").toLowerCase();
  const other = href.replace(/^https?:\/\/(?:www\.)?/i, "");
  if (!`${other.split(/[?#]/, 1)[0]?.toLowerCase() ?? ""}/`.startsWith(own)) return undefined;
  return other.slice(own.length);
}

/** Below the root of the host; what stands before it in the site's own address is of the host. */
function belowRoot(path: string, url: string | undefined): string {
  const base = url === undefined || !URL.canParse(url) ? "/" : new URL(url).pathname;
  return path.startsWith(base) ? path.slice(base.length) : path.slice(1);
}

function withEnding(address: string): string {
  if (address === "" || address.endsWith("/")) return `${address}index.html`;
  return /\.[a-z0-9]{2,5}$/i.test(address) ? address : `${address}.html`;
}

/** All that a path may mean; a relative one counts from its text's file, or from its page. */
function meaningsOf(path: string, origin: LinkOrigin, relative: boolean): LinkMeaning[] {
  const meanings: LinkMeaning[] = [];
  const add = (kind: LinkMeaning["kind"], name: string | undefined): void => {
    if (name !== undefined && name !== "" && !name.startsWith(".")) meanings.push({ kind, name });
  };
  const bare = path.replace(/^(?:\.{1,2}\/)+/, "");
  const beside = relative ? posix.join(posix.dirname(origin.file), path) : path;
  add("article", ARTICLE.exec(beside)?.[1]);
  add("article", ARTICLE.exec(bare)?.[1]);
  add("address", withEnding(bare));
  if (relative) add("address", withEnding(posix.join(posix.dirname(origin.address), path)));
  add("media", bare.replace(/^media\//, ""));
  add("standing", PAGE_NAME.exec(bare)?.[1]);
  return meanings;
}

/** Takes a link apart; undefined for one that leads out of the site. */
export function readLink(href: string, origin: LinkOrigin): LinkTarget | undefined {
  const own = belowSite(href, origin.url);
  if (own === undefined && (isOutward(href) || href.startsWith("//"))) return undefined;
  const [whole = "", fragment = ""] = (own ?? href).split("#", 2);
  const path = decodePath(whole.split("?", 1)[0] ?? "").normalize("NFC");
  const part = decodePath(fragment);
  if (own !== undefined) return { meanings: meaningsOf(path, origin, false), part };
  if (path.startsWith("/")) return { meanings: meaningsOf(belowRoot(path, origin.url), origin, false), part };
  return { meanings: path === "" ? [] : meaningsOf(path, origin, true), part };
}

/** The keys by which the archive knows what a link may lead to among articles and pages. */
export function linkKeys({ meanings }: LinkTarget): number[] {
  return meanings.filter(({ kind }) => kind === "article" || kind === "address").map(({ name }) => keyOf(name));
}

/** Endings of files that are no pages. */
const DOCUMENT = /\.(?!html?$|md$)[a-z0-9]{2,5}$/i;

/** The file below `media/` that a link names; without `src` where it is not there. */
export function findLinkedFile({ meanings }: LinkTarget, media: ReadonlySet<string>): { readonly src?: string }[] {
  const name = meanings.find(({ kind }) => kind === "media")?.name;
  if (name === undefined) return [];
  const src = mediaNamesOf(media).find(name);
  if (src !== undefined) return [{ src }];
  return DOCUMENT.test(name) ? [{}] : [];
}
