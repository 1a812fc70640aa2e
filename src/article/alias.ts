/** A former address or short code as an editor writes it → the file that stands there. */
import { absoluteAddress, isCode, shortAddress } from "./address.ts";

/** Of an article's page in any language, as this house gives it. */
const ARTICLE = /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?(\d{4})\/(\d{2})\/\d{2}\/([^/]+)\.html$/;
/** Folders of files whose names come from their content. */
const NOT_PAGES = /^(?:assets|media|search|editions)\//;
/** Characters that some disk refuses in a name, and names that are hidden or that end in a dot or blank. */
const UNSAFE = /[\\:*?"<>|\p{Cc}]|(?:^|\/)[._]|[. ](?:\/|$)|\/\//u;
const LONGEST = 200;

/** True for an alias that is an address and no other name: with a slash or the ending of a page. */
export function isAddressLike(text: string): boolean {
  return text.startsWith("/") || /\.html?$/i.test(text) || /^(?:[\w-]+\/)+$/.test(text);
}

/**
 * Site-relative, with the name of the page's file: `/2021/01/15/old` → `2021/01/15/old.html`, `/news/` → `news/index.html`,
 * `k3x9q2p` → `s/k3/x9q2p.html`. Undefined where no page could stand there.
 */
export function parseAlias(text: string): string | undefined {
  if (isCode(text)) return shortAddress(text);
  if (!text.includes("/") && !isAddressLike(text)) return undefined;
  let path = text.replace(/^\.?\//, "").normalize("NFC");
  try {
    path = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (path === "" || path.endsWith("/")) path += "index.html";
  else if (!/\.[^/.]+$/.test(path)) path += ".html";
  return path === "index.html" || path.length > LONGEST || UNSAFE.test(path) || NOT_PAGES.test(path) ? undefined : path;
}

/** What to write in place of an alias that is none. */
export const ALIAS_INSTEAD =
  "a former address without the site's own, such as /2021/01/15/old-name.html, or a short code";

/** The short code that a page stands for: `s/k3/x9q2p.html` → `k3x9q2p`. */
export function codeOfAddress(address: string): string | undefined {
  const [, one, two] = /^s\/([^/]{2})\/([^/]{5})\.html$/.exec(address) ?? [];
  return one === undefined || two === undefined ? undefined : one + two;
}

export function isArticleAddress(address: string): boolean {
  return ARTICLE.test(address);
}

/** The path that an article of such an address has as a rule: `2021/01/15/old.html` → `2021/01/old`. */
export function pathOfAddress(address: string): string | undefined {
  const [, year, month, slug] = ARTICLE.exec(address) ?? [];
  return slug === undefined ? undefined : `${year}/${month}/${slug}`;
}

interface Identified {
  readonly address: string;
  readonly id?: string;
  readonly aliases?: readonly string[];
}

/** The same as a URI, where it is one or an address of a site that has one. `url` is the site's own. */
export function identityUri(article: Identified, url: string | undefined): string | undefined {
  const identity = selectIdentity(article);
  if (identity === article.address || isArticleAddress(identity))
    return url === undefined ? undefined : absoluteAddress(url, identity);
  return /^[a-z][a-z0-9+.-]*:/i.test(identity) ? identity : undefined;
}

/** What an article is known by for good, whatever it is called now: its `id`, else its first address. */
export function selectIdentity({ id, aliases, address }: Identified): string {
  return id ?? aliases?.find(isArticleAddress) ?? address;
}
