/** What the page behind an article's short code is given, and which such pages there are. */
import { absoluteAddress, relativeAddress, shortAddress } from "../article/address.ts";
import type { Edition } from "./edition.ts";
import { foldKey, keyOf } from "../archive/key.ts";
import type { PageRef, RowPages } from "./page-ref.ts";
import type { ShortView } from "./views.ts";

/** What the page behind an article's short code is given. */
export function makeShortView(edition: Edition, row: number): ShortView {
  const { address, shortCode, title, lang, retracted } = edition.head(row);
  const mark = edition.newsroom.strings[lang]?.["kind.retraction"] ?? "Retracted";
  const { url } = edition.site;
  return {
    kind: "short",
    lang,
    title: retracted === undefined ? title : `${mark}: ${title}`,
    href: relativeAddress(shortAddress(shortCode), address),
    ...(url === undefined ? {} : { canonical: absoluteAddress(url, address) }),
  };
}

/** The pages behind the short codes, one for each row that is in; none where the site has no such pages. */
export function selectShortPages(edition: Edition): RowPages | readonly PageRef[] {
  if (edition.site.shortUrl.as !== "pages") return [];
  const { archive } = edition;
  const { headKeys } = edition;
  const [addressKey, shortCode] = [archive.column("addressKey"), archive.column("shortCode")];
  const site = foldKey(1, keyOf(edition.site.url ?? ""));
  return {
    printOf: (row) => foldKey(foldKey(foldKey(site, addressKey[row] ?? 0), shortCode[row] ?? 0), headKeys[row] ?? 0),
    weight: 1 / 8,
    addressOf: (row) => shortAddress(edition.head(row).shortCode),
  };
}
