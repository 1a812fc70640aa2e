/** Puts together what the clauses, exclusions and filters of a query found in one segment. */
import type { ClauseMatch } from "./clause-match.ts";

/** Articles found: rows in rising order, how many clauses each meets, and its score. */
export interface SegmentRows {
  readonly rows: Uint32Array;
  readonly met: Uint16Array;
  readonly scores: Float32Array;
}

interface Selection {
  readonly articles: number;
  readonly wanted: readonly ClauseMatch[];
  readonly excluded: readonly Uint32Array[];
  readonly filters: readonly Uint32Array[];
  /** First row, and the first after the last. */
  readonly span: readonly [from: number, until: number];
  readonly mode: "all" | "any";
}

/** Rows that meet all clauses, or any; without a clause, all that the filters let through. */
export function selectRows({ articles, wanted, excluded, filters, span, mode }: Selection): SegmentRows {
  const met = new Uint16Array(articles);
  const scores = new Float32Array(articles);
  const passed = new Uint16Array(articles);
  for (const match of wanted) {
    match.rows.forEach((row, index) => {
      met[row] = (met[row] ?? 0) + 1;
      scores[row] = (scores[row] ?? 0) + (match.scores[index] ?? 0);
    });
  }
  for (const rows of filters) for (const row of rows) passed[row] = (passed[row] ?? 0) + 1;
  for (const rows of excluded) for (const row of rows) passed[row] = filters.length + 1;
  const least = mode === "all" ? wanted.length : Math.min(1, wanted.length);
  const found: number[] = [];
  for (let row = span[0]; row < span[1]; row++) {
    if ((met[row] ?? 0) >= least && passed[row] === filters.length) found.push(row);
  }
  return {
    rows: Uint32Array.from(found),
    met: Uint16Array.from(found, (row) => met[row] ?? 0),
    scores: Float32Array.from(found, (row) => scores[row] ?? 0),
  };
}
