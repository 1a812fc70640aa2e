/** Where the links of texts go: to articles, to any page of the site, to files below `media/`, and to parts of these. */
import { findPart, type TextLink } from "../article/body-parser.ts";
import { type BodyReferences, selectPartIds } from "../article/body.ts";
import { decodeAddress } from "../article/address.ts";
import { keyOf } from "../archive/key.ts";
import { type LinkMeaning, type LinkOrigin, readLink } from "../archive/link-target.ts";
import type { StandingPage } from "../archive/standing-pages.ts";
import type { Edition } from "./edition.ts";
import { mediaAddressOf } from "./media-address.ts";

/** A text of the edition: its file below the content folder, its page, its language. */
export type TextPlace = Omit<LinkOrigin, "url"> & { readonly lang: string };

/** Where a link leads within the site. */
export interface OwnTarget {
  /** Site-relative. */
  readonly address: string;
  /** The `id` of the part that was meant, where the page has it; else empty. */
  readonly part: string;
  /** True where a part was meant that is not there. */
  readonly partMissing: boolean;
  /** What to say of a file that is no page. */
  readonly document?: NonNullable<TextLink["document"]>;
}

interface Found {
  readonly address: string;
  readonly text?: { readonly body: string; readonly lang: string };
  readonly document?: NonNullable<TextLink["document"]>;
}

function findMedia(edition: Edition, name: string): Found | undefined {
  const src = edition.media.find(name);
  const address = src === undefined ? undefined : mediaAddressOf(edition, src);
  if (src === undefined || address === undefined) return undefined;
  const bytes = edition.media.attachments.get(src)?.bytes;
  const kind = src.slice(src.lastIndexOf(".") + 1).toUpperCase();
  return { address, ...(bytes === undefined ? {} : { document: { kind, bytes } }) };
}

function findMeaning(edition: Edition, { kind, name }: LinkMeaning, lang: string): Found | undefined {
  switch (kind) {
    case "article":
    case "address": {
      const row = edition.graph.resolve(keyOf(name));
      if (row >= 0) {
        const text = {
          lang: edition.langOf(row),
          get body() {
            return edition.article(row).body;
          },
        };
        return { address: edition.head(row).address, text };
      }
      return kind === "address" && edition.places.has(keyOf(name)) ? { address: name } : undefined;
    }
    case "media":
      return findMedia(edition, name);
    case "standing": {
      const page = findStanding(edition, name, lang);
      return page === undefined ? undefined : { address: standingAddress(edition, page), text: page };
    }
    default:
      return kind satisfies never;
  }
}

/** Resolves a link of a text; undefined where it leads out of the site, within its own text, or to nothing. */
export function resolveLink(edition: Edition, href: string, place: TextPlace): OwnTarget | undefined {
  const target = readLink(href, { ...place, url: edition.site.url });
  if (target === undefined) return undefined;
  for (const meaning of target.meanings) {
    const found = findMeaning(edition, meaning, place.lang);
    if (found === undefined) continue;
    const part =
      target.part === "" || found.text === undefined
        ? ""
        : (findPart(target.part, selectPartIds(found.text.body, found.text.lang), found.text.lang) ?? "");
    const partMissing = target.part !== "" && part === "" && found.text !== undefined;
    return { address: found.address, part, partMissing, ...(found.document && { document: found.document }) };
  }
  return undefined;
}

/** Where the links of a text go, by what the editor wrote. */
export function selectLinks(
  edition: Edition,
  { links, outward }: Pick<BodyReferences, "links" | "outward">,
  place: TextPlace,
  to: (address: string) => string,
): ReadonlyMap<string, TextLink> {
  const targets = new Map<string, TextLink>();
  for (const href of [...links, ...outward]) {
    const found = resolveLink(edition, href, place);
    if (found === undefined) continue;
    const { address, part, document } = found;
    targets.set(href, { href: `${to(address)}${part === "" ? "" : `#${part}`}`, ...(document && { document }) });
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
