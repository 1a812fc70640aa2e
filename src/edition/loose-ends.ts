/** What is no error but an editor may want to mend: headlines and links that lead to nothing. */
import { selectReferences } from "../article/body.ts";
import type { Edition } from "./edition.ts";
import { keyOf } from "../archive/key.ts";
import { linkedPath } from "../archive/read-article.ts";

export interface LooseEnd {
  readonly file: string;
  readonly found: string;
  readonly fault: string;
}

/** Reads every article that names or links others. */
export function findLooseEnds(edition: Edition): LooseEnd[] {
  const { archive, graph } = edition;
  const related = archive.ragged("related");
  const links = archive.ragged("links");
  const ends: LooseEnd[] = [];
  for (const row of edition.order) {
    if (related.of(row).length === 0 && links.of(row).length === 0 && (archive.column("translatesKey")[row] ?? 0) === 0)
      continue;
    const head = edition.head(row);
    const file = `articles/${head.path}.md`;
    let next = 0;
    for (const entry of head.related) {
      if (entry.kind === "link") continue;
      if (graph.resolve(related.of(row)[next++] ?? 0) >= 0) continue;
      if (entry.kind === "headline")
        ends.push({
          file,
          found: entry.title,
          fault: "related headline is not in the archive, or there more than once, and is shown as text",
        });
      else ends.push({ file, found: entry.path, fault: "related article is not there, and is left out" });
    }
    if (head.translates !== undefined && graph.resolve(keyOf(head.translates)) < 0)
      ends.push({ file, found: head.translates, fault: "the article it translates is not there" });
    for (const link of links.of(row).length === 0 ? [] : selectReferences(edition.article(row).body, head.lang).links) {
      const path = linkedPath(link);
      if (path !== undefined && graph.resolve(keyOf(path)) < 0)
        ends.push({
          file,
          found: link,
          fault: "the linked article is not there, and the words are shown without a link",
        });
    }
  }
  return ends;
}
