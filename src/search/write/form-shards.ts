/** The words of a segment, folded, for finishing and mending what a reader types: by their beginnings and by their endings. */
import { symbolCode } from "../text/format.ts";
import { scriptFile } from "./script-file.ts";
import type { SearchFile } from "./search-document.ts";
import { boundaryBetween, frontCoded } from "./shard-text.ts";

/** Characters of a file. */
const SHARD = 16 * 1024;
const MOST = 90;

/** How often a word is used, as a symbol: four steps to each doubling. */
function useSymbol(uses: number): string {
  return String.fromCharCode(symbolCode(Math.min(MOST, Math.round(Math.log2(uses) * 4))));
}

/** Word from its last letter to its first. */
function reversed(word: string): string {
  return [...word].reverse().join("");
}

function* writeSorted(
  prefix: string,
  entries: readonly (readonly [word: string, uses: number])[],
): Generator<SearchFile, string[]> {
  const boundaries: string[] = [""];
  let words: string[] = [];
  let size = 0;
  let before = "";
  for (const [word, uses] of entries) {
    if (size > SHARD) {
      yield scriptFile(`${prefix}${boundaries.length - 1}`, words.join(" "));
      boundaries.push(boundaryBetween(before, word));
      words = [];
      size = 0;
    }
    const coded = useSymbol(uses) + frontCoded(words.length === 0 ? "" : before, word);
    words.push(coded);
    size += coded.length + 1;
    before = word;
  }
  yield scriptFile(`${prefix}${boundaries.length - 1}`, words.join(" "));
  return boundaries;
}

const byWord = (a: readonly [string, number], b: readonly [string, number]): number => (a[0] < b[0] ? -1 : 1);

/** Yields `f<n>.js`; returns where each begins. */
export function writeForms(segment: string, forms: ReadonlyMap<string, number>): Generator<SearchFile, string[]> {
  return writeSorted(`${segment}/f`, [...forms].sort(byWord));
}

/** Yields `e<n>.js`, words reversed; returns where each begins. */
export function writeEndings(segment: string, forms: ReadonlyMap<string, number>): Generator<SearchFile, string[]> {
  const entries = [...forms].map(([word, uses]) => [reversed(word), uses] as const);
  return writeSorted(`${segment}/e`, entries.sort(byWord));
}
