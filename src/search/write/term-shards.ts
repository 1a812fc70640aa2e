/** The sorted terms of a segment with their postings, cut into files of about 16 KB. */
import { FILTER_MARKS, LEVELS } from "../text/format.ts";
import type { Postings } from "./postings.ts";
import { scriptFile } from "./script-file.ts";
import type { SearchFile } from "./search-document.ts";
import { boundaryBetween, frontCoded, NumberText } from "./shard-text.ts";

/** Characters of a shard. Measured at 100,000 articles: `docs/search.md`. */
const SHARD = 16 * 1024;
/** What a posting takes in a shard, characters, on average. */
const POSTING = 1.8;
/** A term in more than a quarter of the segment and in more than this many articles keeps no weights and no positions. */
const DENSE_FROM = 2048;
const FILTER = FILTER_MARKS.section.charAt(0);

/** True for terms so common that only their articles are kept. */
export function isDense(count: number, articles: number): boolean {
  return count > DENSE_FROM && count * 4 > articles;
}

/** Columns of a shard: one text for each, with one entry for each term. */
class Shard {
  readonly #row = new NumberText();
  readonly #level = new NumberText();
  readonly #position = new NumberText();
  #terms: string[] = [];
  #rows: string[] = [];
  #levels: string[] = [];
  #positions: string[] = [];
  /** Characters so far, without positions. */
  size = 0;

  add(before: string, term: string, number: number, postings: Postings, bare: boolean): void {
    const coded = frontCoded(this.#terms.length === 0 ? "" : before, term);
    let half = -1;
    postings.read(number, (rowStep, level, uses, nextStep) => {
      this.#row.number(rowStep);
      if (bare) {
        for (let left = uses; left > 0; left--) nextStep();
        return;
      }
      if (half >= 0) this.#level.symbol(half * LEVELS + level);
      half = half >= 0 ? -1 : level;
      this.#position.number(uses - 1);
      for (let left = uses; left > 0; left--) this.#position.number(nextStep());
    });
    if (half >= 0) this.#level.symbol(half * LEVELS);
    const rows = this.#row.take();
    const levels = this.#level.take();
    this.#terms.push(coded);
    this.#rows.push(rows);
    this.#levels.push(levels);
    this.#positions.push(this.#position.take());
    this.size += coded.length + rows.length + levels.length + 3;
  }

  /** The files of the shard; starts anew. */
  take(segment: string, index: number): SearchFile[] {
    const [terms, rows, levels, positions] = [this.#terms, this.#rows, this.#levels, this.#positions].map((column) =>
      column.join(" "),
    );
    this.#terms = [];
    this.#rows = [];
    this.#levels = [];
    this.#positions = [];
    this.size = 0;
    return [scriptFile(`${segment}/t${index}`, [terms, rows, levels]), scriptFile(`${segment}/p${index}`, positions)];
  }
}

/** Yields `t<n>.js` (terms, rows, levels) and `p<n>.js` (positions); returns where each shard begins. */
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
