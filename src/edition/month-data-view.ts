/** The months of the archive as data: which there are, and the keys of all that decides their bytes. */
import type { Edition } from "./edition.ts";
import { textsKey } from "./feed-view.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import type { List } from "./list-kinds.ts";
import type { PageRef } from "./page-ref.ts";

/** `archive/2021/01.json`, beside the page of the month. */
export function monthDataAddress(edition: Edition, list: List): string {
  return edition.listHref(list).replace(/\.html$/, ".json");
}

function topicsKey(edition: Edition, rows: readonly number[]): number {
  let key = 1;
  for (const row of rows) key = foldKey(key, edition.keys.ofNames("topics", row));
  return key;
}

/** Articles that these translate, where they are open. */
function originalsKey(edition: Edition, rows: readonly number[]): number {
  const translates = edition.archive.column("translatesKey");
  return edition.keys.ofHeads(
    rows.flatMap((row) => ((translates[row] ?? 0) === 0 ? [] : [edition.graph.resolve(translates[row] ?? 0)])),
  );
}

/** Refs of the months, one file a language. */
export function* selectMonthData(edition: Edition): Generator<PageRef> {
  if (edition.without.has("data")) return;
  for (const list of edition.listsOf("month")) {
    const { rows, lang } = list;
    yield {
      address: monthDataAddress(edition, list),
      lang,
      list,
      weight: rows.length,
      print: foldKeys([
        keyOf("ninjs"),
        edition.keys.ofFrame(lang),
        textsKey(edition, rows),
        topicsKey(edition, rows),
        originalsKey(edition, rows),
      ]),
    };
  }
}
