/**
 * A search in a made-up index, which loads nothing and shows nothing. Browsers compile code when it first runs and are slow
 * until it has run some times; a rehearsal takes that upon itself while a page waits for its reader or for its files.
 */
import type { LoadScript, Root } from "../../search/read/payload.ts";
import { SearchEngine } from "../../search/read/search-engine.ts";
import type { SearchResult } from "../../search/read/search-request.ts";
import { BLOCK } from "../../search/text/format.ts";
import { renderHits } from "./hit-list.ts";

/** Rehearsals, after which the code is as quick as it gets; each takes 1 to 5 ms. */
const TIMES = 8;
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

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve());
    else setTimeout(resolve, 50);
  });
}

/** Rehearses whenever nothing else is to be done, as `searchMadeUp` does. */
export async function rehearseWhenIdle(root: Root, lang: string, load: LoadScript): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    await whenIdle();
    const { hits } = await searchMadeUp(root, lang, load);
    renderHits(hits, { base: location.href, sections: root.sections, lang });
  }
}
