/** Former addresses of articles that are another article's, or that two articles claim. */
import { codeOfAddress } from "../article/alias.ts";
import type { Problem } from "../article/problem.ts";
import type { Archive } from "./archive.ts";
import { keyOf } from "./key.ts";
import { KeyTable, NOTHING } from "./key-table.ts";
import { codeNumber } from "./read-article.ts";

/** Only where an article changed can one have come to clash. Case does not count, since some disks know none. */
export function findAliasTwins(archive: Archive, changed: ReadonlySet<number>): Problem[] {
  const aliases = archive.ragged("aliases");
  const names = archive.tables.aliases;
  if (changed.size === 0 || names.size === 0) return [];
  const live = Array.from({ length: archive.count }, (_none, row) => row).filter((row) => !archive.isRemoved(row));
  const tableOf = (column: Float64Array): KeyTable => {
    const table = new KeyTable(live.length);
    for (const row of live) table.set(column[row] ?? 0, row);
    return table;
  };
  const [addresses, codes] = [tableOf(archive.column("addressKey")), tableOf(archive.column("shortCode"))];
  const claimed = new Map<string, number>();
  const problems: Problem[] = [];
  for (const row of live) {
    for (let index = 0, count = aliases.count(row); index < count; index++) {
      const found = names.name(aliases.at(row, index));
      const folded = found.toLowerCase();
      const code = codeOfAddress(folded);
      const owner = code === undefined ? addresses.get(keyOf(folded)) : codes.get(codeNumber(code));
      const other = claimed.get(folded);
      claimed.set(folded, row);
      const file = `articles/${archive.head(row).path}.md`;
      const told = { file, key: "aliases", found: code ?? found };
      if (owner === row)
        problems.push({ ...told, fault: "is what the article has now", instead: "Take it out of `aliases`." });
      else if (owner !== NOTHING)
        problems.push({
          ...told,
          fault: `is what articles/${archive.head(owner).path}.md has now`,
          instead: "Take it out of `aliases`, or give that article another `slug`.",
        });
      else if (other !== undefined && other !== row)
        problems.push({
          ...told,
          fault: `leads on to articles/${archive.head(other).path}.md already`,
          instead: "Leave it in the one that it is to lead on to.",
        });
    }
  }
  return problems;
}
