/** Which articles of a segment meet a clause, and how well. */
import { DENSE_WEIGHT, type Postings, type Segment } from "./segment.ts";

/** A term that a word may stand for, where the segment has it. `idf` is over the whole language. */
export interface Variant {
  readonly idf: number;
  readonly postings: Postings;
}

/** Rows in rising order, and the score of each. */
export interface ClauseMatch {
  readonly rows: Uint32Array;
  readonly scores: Float32Array;
}

/** BM25's inverse document frequency, in the form that is never negative (as Lucene's BM25Similarity). */
export function inverseFrequency(articles: number, having: number): number {
  return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
}

/** Articles that have any of the variants, each with the best of their scores. */
export function matchWord(variants: readonly Variant[]): ClauseMatch {
  const best = new Map<number, number>();
  const [only, ...others] = variants;
  if (only === undefined) return { rows: new Uint32Array(0), scores: new Float32Array(0) };
  if (others.length === 0) {
    const { rows, weights } = only.postings;
    const scores = new Float32Array(rows.length);
    for (let index = 0; index < rows.length; index++) scores[index] = only.idf * (weights?.[index] ?? DENSE_WEIGHT);
    return { rows, scores };
  }
  for (const { idf, postings } of variants) {
    postings.rows.forEach((row, index) => {
      const score = idf * (postings.weights?.[index] ?? DENSE_WEIGHT);
      if (score > (best.get(row) ?? -1)) best.set(row, score);
    });
  }
  const rows = Uint32Array.from(best.keys()).sort();
  return { rows, scores: Float32Array.from(rows, (row) => best.get(row) ?? 0) };
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
      sum.score += match.scores[index] ?? 0;
      sums.set(row, sum);
    });
  }
  const candidates = [...sums].filter(([, sum]) => sum.met === words.length);
  if (candidates.length === 0) return { rows: new Uint32Array(0), scores: new Float32Array(0) };
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
    scores: Float32Array.from(found, ([, sum]) => sum.score),
  };
}
