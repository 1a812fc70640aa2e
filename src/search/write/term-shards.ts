/** The sorted terms of a segment with their postings, cut into files of about 32 KB. */
import { FILTER_MARKS, LEVELS } from "../text/format.ts";
import type { Postings } from "./postings.ts";
import { scriptFile } from "./script-file.ts";
import type { SearchFile } from "./search-document.ts";
import { boundaryBetween, frontCoded, NumberText } from "./shard-text.ts";

/** Characters of a shard. Measured at 100,000 articles: `docs/search.md`. */
const SHARD = 32 * 1024;
/** What a posting takes in a shard, characters, on average. */
const POSTING = 1.8;
/** A term in more than a quarter of the segment and in more than this many articles keeps no weights and no positions. */
const DENSE_FROM = 2048;
const FILTER = FILTER_MARKS.section.charAt(0);

/** True for terms so common that only their articles are kept. */
export function isDense(count: number, articles: number): boolean {
  return count > DENSE_FROM && count * 4 > articles;
}

class Shard {
  readonly #counts = new NumberText();
  readonly #rows = new NumberText();
  readonly #levels = new NumberText();
  readonly #positions = new NumberText();
  #terms: string[] = [];
  #halfPair = -1;

  /** Characters so far, without positions. */
  get size(): number {
    return this.#counts.length + this.#rows.length + this.#levels.length + this.#terms.length * 5;
  }

  add(before: string, term: string, number: number, postings: Postings, bare: boolean): void {
    this.#terms.push(frontCoded(this.#terms.length === 0 ? "" : before, term));
    this.#counts.number(postings.count(number) * 2 + (bare ? 1 : 0));
    postings.read(number, (rowStep, level, tokens, nextStep) => {
      this.#rows.number(rowStep);
      if (!bare) this.#addLevel(level);
      if (!bare) this.#positions.number(tokens - 1);
      for (let left = tokens; left > 0; left--) {
        const step = nextStep();
        if (!bare) this.#positions.number(step);
      }
    });
  }

  #addLevel(level: number): void {
    if (this.#halfPair < 0) {
      this.#halfPair = level;
      return;
    }
    this.#levels.symbol(this.#halfPair * LEVELS + level);
    this.#halfPair = -1;
  }

  /** The files of the shard; starts anew. */
  take(segment: string, index: number): SearchFile[] {
    if (this.#halfPair >= 0) this.#addLevel(0);
    const data = [this.#terms.join(" "), this.#counts.take(), this.#rows.take(), this.#levels.take()];
    this.#terms = [];
    return [scriptFile(`${segment}/t${index}`, data), scriptFile(`${segment}/p${index}`, this.#positions.take())];
  }
}

/** Yields `t<n>.js` (terms, counts, rows, levels) and `p<n>.js` (positions); returns where each shard begins. */
export function* writeTermShards(
  segment: string,
  articles: number,
  terms: Iterable<readonly [term: string, number: number]>,
  postings: Postings,
): Generator<SearchFile, string[]> {
  const shard = new Shard();
  const boundaries: string[] = [""];
  let before = "";
  for (const [term, number] of terms) {
    const count = postings.count(number);
    if (count === 0) continue;
    if (shard.size > 0 && shard.size + count * POSTING > SHARD) {
      yield* shard.take(segment, boundaries.length - 1);
      boundaries.push(boundaryBetween(before, term));
    }
    shard.add(before, term, number, postings, term.startsWith(FILTER) || isDense(count, articles));
    before = term;
  }
  yield* shard.take(segment, boundaries.length - 1);
  return boundaries;
}
