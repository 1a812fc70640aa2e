/** Which articles of a segment meet a clause, and how well. */
import { type Postings, type Segment, weightAt } from "./segment.ts";

/** A term that a word may stand for, where the segment has it. `idf` is over the whole language. */
export interface Variant {
  readonly idf: number;
  readonly postings: Postings;
}

/** Rows in rising order. Scores are reckoned where they are asked for: most rows of a common word meet no other. */
export interface ClauseMatch {
  readonly rows: Uint32Array;
  /** Score of row number `index`, in single precision. */
  score(index: number): number;
}

const NOTHING: ClauseMatch = { rows: new Uint32Array(0), score: () => 0 };

/** BM25's inverse document frequency, in the form that is never negative (as Lucene's BM25Similarity). */
export function inverseFrequency(articles: number, having: number): number {
  return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
}

function scoreAt({ idf, postings }: Variant, index: number): number {
  return Math.fround(idf * weightAt(postings, index));
}

/** Articles that have any of the variants, each with the best of their scores. */
export function matchWord(variants: readonly Variant[]): ClauseMatch {
  const [only, ...others] = variants;
  if (only === undefined) return NOTHING;
  if (others.length === 0) return { rows: only.postings.rows, score: (index) => scoreAt(only, index) };
  const best = new Map<number, number>();
  for (const variant of variants) {
    variant.postings.rows.forEach((row, index) => {
      const score = scoreAt(variant, index);
      if (score > (best.get(row) ?? -1)) best.set(row, score);
    });
  }
  const rows = Uint32Array.from(best.keys()).sort();
  return { rows, score: (index) => best.get(rows[index] ?? 0) ?? 0 };
}

/** Positions of a word by row; undefined where it is too common to keep them, and then fits anywhere. */
async function positionsByRow(
  segment: Segment,
  variants: readonly Variant[],
): Promise<ReadonlyMap<number, ReadonlySet<number>> | undefined> {
  const byRow = new Map<number, Set<number>>();
  for (const { postings } of variants) {
    const positions = await segment.positions(postings);
    if (positions === undefined) return undefined;
    postings.rows.forEach((row, index) => {
      const known = byRow.get(row);
      const here = positions[index] ?? new Uint32Array(0);
      if (known === undefined) byRow.set(row, new Set(here));
      else for (const position of here) known.add(position);
    });
  }
  return byRow;
}

/** Articles in which the words stand next to each other in this order. */
export async function matchPhrase(segment: Segment, words: readonly (readonly Variant[])[]): Promise<ClauseMatch> {
  const matches = words.map(matchWord);
  const sums = new Map<number, { met: number; score: number }>();
  for (const match of matches) {
    match.rows.forEach((row, index) => {
      const sum = sums.get(row) ?? { met: 0, score: 0 };
      sum.met++;
      sum.score += match.score(index);
      sums.set(row, sum);
    });
  }
  const candidates = [...sums].filter(([, sum]) => sum.met === words.length);
  if (candidates.length === 0) return NOTHING;
  const positions = await Promise.all(words.map((variants) => positionsByRow(segment, variants)));
  const anchor = positions.findIndex((known) => known !== undefined);
  const standTogether = (row: number): boolean => {
    if (anchor < 0) return true;
    for (const position of positions[anchor]?.get(row) ?? []) {
      const start = position - anchor;
      if (positions.every((known, index) => known === undefined || known.get(row)?.has(start + index))) return true;
    }
    return false;
  };
  const found = candidates.filter(([row]) => standTogether(row)).sort(([a], [b]) => a - b);
  return {
    rows: Uint32Array.from(found, ([row]) => row),
    score: (index) => Math.fround(found[index]?.[1].score ?? 0),
  };
}
