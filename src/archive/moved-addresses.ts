/** Addresses that changed though nobody changed the article: by another zone, language or way of writing names. */
import type { Archive } from "./archive.ts";
import { KeyTable, NOTHING } from "./key-table.ts";
import type { Moved } from "./notes.ts";

/**
 * What was known of addresses that moved, with those that moved since the former archive. Only articles whose file is the
 * same and whose page was published count; of lists, those of their topics and places.
 */
export function selectMoved(former: Archive, archive: Archive): Moved {
  const known = archive.notes.moved ?? { articles: {}, lists: {} };
  const articles = { ...known.articles };
  const lists = { ...known.lists };
  const rows = new KeyTable(archive.count);
  const paths = archive.column("pathKey");
  for (let row = 0; row < archive.count; row++) rows.set(paths[row] ?? 0, row);
  const moveList = (kind: string, lang: string, before: string, now: string): void => {
    if (before === now) return;
    const [from, to] = [`${kind} ${lang} ${before}`, `${kind} ${lang} ${now}`];
    lists[to] = [...new Set([...(lists[to] ?? []), ...(lists[from] ?? []), before])].filter((slug) => slug !== now);
  };
  for (let old = 0; old < former.count; old++) {
    const row = rows.get(former.column("pathKey")[old] ?? 0);
    const isSame = row !== NOTHING && former.column("sourceKey")[old] === archive.column("sourceKey")[row];
    if (!isSame || (former.column("articlePrint")[old] ?? 0) === 0) continue;
    if (former.column("addressKey")[old] !== archive.column("addressKey")[row])
      articles[former.head(old).address] = archive.head(row).path;
    const lang = archive.tables.langs.name(archive.column("lang")[row] ?? 0);
    const [before, now] = [former.ragged("topics").of(old), archive.ragged("topics").of(row)];
    if (before.length === now.length)
      for (let index = 0; index < now.length; index++)
        moveList(
          "topic",
          lang,
          former.tables.topics.name(before[index] ?? 0),
          archive.tables.topics.name(now[index] ?? 0),
        );
    const [was, is] = [former.column("place")[old] ?? -1, archive.column("place")[row] ?? -1];
    if (was >= 0 && is >= 0) moveList("place", lang, former.tables.places.name(was), archive.tables.places.name(is));
  }
  return { articles, lists };
}
