/** An index of two words and 512 articles, all alike, in which the reading half can be tried without loading a file. */
import { BLOCK } from "../text/format.ts";
import type { LoadScript, Root } from "./payload.ts";
import { SearchEngine } from "./search-engine.ts";
import type { SearchResult } from "./search-request.ts";

const SEGMENT = "rehearsal";
const WORDS = ["aa", "ba"];
/** Articles that have both words. */
const ARTICLES = 512;
const TITLE = "An aa and a ba";
const EXCERPT = `${TITLE}: absolutely all abilities, beautiful bearings and buildings; ba before aa again … `.repeat(3);

function fill<Value>(value: Value): Value[] {
  return Array.from({ length: BLOCK }, () => value);
}

/** Files of the index by the last part of their key; any other is a block of documents. */
const FILES: Readonly<Record<string, unknown>> = {
  head: { articles: ARTICLES, terms: "", forms: "", endings: "", years: [[2000, 0]], sections: [] },
  t0: [
    WORDS.map((word) => `#${word}`).join(" "),
    WORDS.map(() => "#".repeat(ARTICLES)).join(" "),
    WORDS.map(() => "#9Qa".repeat(ARTICLES / 8)).join(" "),
  ],
  f0: "",
  e0: "",
};
const BLOCK_FILE = [fill(TITLE), fill("a.html"), fill(0), fill("a"), fill(EXCERPT), fill("1 January 2000")];

/** Searches the made-up index once. `load` is asked for nothing but the stemmer of `lang`, where `root` names one. */
export async function searchMadeUp(root: Root, lang: string, load: LoadScript): Promise<SearchResult> {
  const made = { ...root, segments: [{ name: SEGMENT, lang }] };
  const engine = await SearchEngine.open(async (key) => {
    if (key === "index") return made;
    return key.startsWith(SEGMENT) ? (FILES[key.slice(SEGMENT.length + 1)] ?? BLOCK_FILE) : load(key);
  });
  return engine.search({ query: WORDS.join(" "), lang, limit: 10 });
}
