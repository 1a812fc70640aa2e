/** Where the links of texts go: to articles, standing pages and this site's own addresses. */
import { decodeAddress } from "../article/address.ts";
import type { BodyReferences } from "../article/body.ts";
import type { Edition } from "./edition.ts";
import { keyOf } from "../archive/key.ts";
import { linkedPath } from "../archive/read-article.ts";
import type { StandingPage } from "../archive/standing-pages.ts";

/** Where the links of a text go, by what the editor wrote. */
export function selectLinks(
  edition: Edition,
  { links, outward }: Pick<BodyReferences, "links" | "outward">,
  lang: string,
  to: (address: string) => string,
): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const link of links) {
    const path = linkedPath(link);
    const row = path === undefined ? -1 : edition.graph.resolve(keyOf(path));
    const href =
      row >= 0
        ? to(edition.head(row).address)
        : path === undefined
          ? standingHref(edition, link.replace(/\.(md|html)$/, ""), lang, to)
          : undefined;
    if (href !== undefined) targets.set(link, href);
  }
  for (const link of outward) {
    const own = ownAddress(edition, link);
    if (own !== undefined) targets.set(link, to(own));
  }
  return targets;
}

/** The site-relative address of a page of this site that is written in full. */
export function ownAddress(edition: Edition, url: string): string | undefined {
  const base = edition.site.url;
  return base !== undefined && url.startsWith(base) ? decodeAddress(url.slice(base.length)) || "index.html" : undefined;
}

/** A standing page by name, in this language or the site's own. */
export function findStanding(edition: Edition, name: string, lang: string): StandingPage | undefined {
  return (
    edition.standing.find((page) => page.name === name && page.lang === lang) ??
    edition.standing.find((page) => page.name === name && page.lang === edition.site.language)
  );
}

/** The site-relative address of a standing page. */
export function standingAddress(edition: Edition, page: StandingPage): string {
  return `${edition.folderOf(page.lang)}${page.name}.html`;
}

/** Where the page that `findStanding` finds is; an http address as it is. */
export function standingHref(
  edition: Edition,
  name: string,
  lang: string,
  to: (address: string) => string,
): string | undefined {
  if (/^https?:/i.test(name)) return name;
  const page = findStanding(edition, name, lang);
  return page === undefined ? undefined : to(standingAddress(edition, page));
}
