/** An index built in memory, and read as a page reads it: by running its scripts. */
import { createContext, runInContext } from "node:vm";
import { SearchEngine } from "../../src/search/read/search-engine.ts";
import { planSearch } from "../../src/search/write/plan.ts";
import type { SearchDocument } from "../../src/search/write/search-document.ts";
import { writeSearch } from "../../src/search/write/write-search.ts";

export const OPTIONS = { timeZone: "UTC", sections: { world: "World" } };

/** All files of the index of some articles, by address. `known` are files that an earlier build left. */
export async function buildIndex(
  documents: readonly SearchDocument[],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<{ files: Map<string, string>; written: string[] }> {
  const plan = planSearch(documents, OPTIONS.timeZone);
  const byRow = new Map(documents.map((document) => [document.row, document]));
  const read = (row: number): SearchDocument => {
    const document = byRow.get(row);
    if (document === undefined) throw new RangeError(`no row ${row}`);
    return document;
  };
  const folders = new Set(plan.segments.map((segment) => `search/${segment.name}`));
  const files = new Map([...known].filter(([address]) => folders.has(address.split("/").slice(0, 2).join("/"))));
  const written: string[] = [];
  for await (const file of writeSearch(plan, read, OPTIONS, (head) => known.has(head))) {
    files.set(file.address, file.text);
    written.push(file.address);
  }
  return { files, written };
}

/** A reader of these files. `loaded` grows by the address of each file read. */
export async function openIndex(files: ReadonlyMap<string, string>, loaded: string[] = []): Promise<SearchEngine> {
  const handed = new Map<string, unknown>();
  const dateline: { search: (key: string, data: unknown) => void; searchRoot?: unknown } = {
    search: (key, data) => handed.set(key, data),
  };
  const context = createContext({ window: { dateline }, dateline });
  return SearchEngine.open(async (key) => {
    const address = `search/${key}.js`;
    const text = files.get(address);
    if (text === undefined) throw new Error(`${address} is not in the index`);
    loaded.push(address);
    runInContext(text, context);
    return key === "index" ? dateline.searchRoot : handed.get(key);
  });
}

let nextRow = 0;

/** An article with what a test says of it. */
export function article(fields: Partial<SearchDocument> & { readonly title: string }): SearchDocument {
  const row = fields.row ?? nextRow++;
  return {
    row,
    address: `2024/05/01/article-${row}.html`,
    lang: "en",
    publishedAt: Date.UTC(2024, 4, 1) + row * 60_000,
    fingerprint: row,
    body: "",
    tags: [],
    topics: [],
    byline: [],
    ...fields,
  };
}

/** Addresses of the hits of a query. */
export async function addressesOf(engine: SearchEngine, query: string, limit = 100): Promise<string[]> {
  const { hits } = await engine.search({ query, limit });
  return hits.map((hit) => hit.address);
}

/** Titles of the hits of a query, in the order in which they are shown. */
export async function titlesOf(engine: SearchEngine, query: string, more: object = {}): Promise<string[]> {
  const { hits } = await engine.search({ query, limit: 100, ...more });
  return hits.map((hit) => hit.title.map((piece) => piece.text).join(""));
}
