/** Addresses that a piece had on the site that it comes from → former addresses of the article: paths, without the site's own. */

import { isCode } from "../../article/address.ts";

/** The path of an address, absolute or not; undefined where the page is told by a question (`/?p=12`) or is the front page. */
function pathOf(address: string): string | undefined {
  const trimmed = address.trim();
  // A pattern that the other program fills in (`/:year/:title/`) says nothing of one article.
  if (trimmed === "" || /[\s<>{}*]|\/:/.test(trimmed)) return undefined;
  if (isCode(trimmed)) return trimmed;
  const rooted = /^https?:\/\//i.test(trimmed) ? trimmed : `https://site.invalid/${trimmed.replace(/^\.?\/+/, "")}`;
  if (!URL.canParse(rooted)) return undefined;
  const { pathname, search } = new URL(rooted);
  return pathname === "/" || search !== "" ? undefined : pathname;
}

/** Each once, in order. */
export function selectOldAddresses(addresses: readonly (string | undefined)[]): string[] {
  const paths = addresses.flatMap((address) => (address === undefined ? [] : (pathOf(address) ?? [])));
  return [...new Set(paths)];
}
