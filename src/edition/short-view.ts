/** What the page behind an article's short code is given, and which such pages there are. */
import { relativeAddress, shortAddress } from "../article/address.ts";
import type { Edition } from "./edition.ts";
import { foldKeys, keyOf } from "./key.ts";
import type { PageRef } from "./page-ref.ts";
import type { ShortView } from "./views.ts";

/** What the page behind an article's short code is given. */
export function makeShortView(edition: Edition, row: number): ShortView {
  const { address, shortCode, title, lang } = edition.head(row);
  const { url } = edition.site;
  return {
    kind: "short",
    lang,
    title,
    href: relativeAddress(shortAddress(shortCode), address),
    ...(url === undefined ? {} : { canonical: url + address }),
  };
}

/** Refs of the pages behind the short codes; none where the site has no such pages. */
export function* selectShortPages(edition: Edition): Generator<PageRef> {
  if (edition.site.shortUrl.as !== "pages") return;
  const { archive } = edition;
  const [addressKey, shortCode, headKey] = (["addressKey", "shortCode", "headKey"] as const).map((name) =>
    archive.column(name),
  );
  const site = keyOf(edition.site.url ?? "");
  for (const row of edition.order) {
    const print = foldKeys([site, addressKey?.[row] ?? 0, shortCode?.[row] ?? 0, headKey?.[row] ?? 0]);
    yield {
      row,
      lang: edition.langOf(row),
      print,
      get address() {
        return shortAddress(edition.head(row).shortCode);
      },
    };
  }
}
