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

/** The rows of the rarest clause: no other can meet all. Undefined where any clause will do, or there is none. */
function selectRarest({ wanted, mode }: Selection): Uint32Array | undefined {
  const [first, ...others] = mode === "all" ? wanted : [];
  return others.reduce(
    (rarest, { rows }) => (rarest !== undefined && rows.length < rarest.length ? rows : rarest),
    first?.rows,
  );
}

/** Rows that meet all clauses, or any; without a clause, all that the filters let through. */
export function selectRows(selection: Selection): SegmentRows {
  const { articles, wanted, excluded, filters, span, mode } = selection;
  const [from, until] = span;
  const met = new Uint16Array(articles);
  const scores = new Float32Array(articles);
  const passed = new Uint16Array(articles);
  // Plain loops: this code runs once, before a browser has made it quick.
  for (const match of wanted) {
    for (let index = 0; index < match.rows.length; index++) {
      const row = match.rows[index] ?? 0;
      met[row] = (met[row] ?? 0) + 1;
      scores[row] = (scores[row] ?? 0) + (match.scores[index] ?? 0);
    }
  }
  for (const rows of filters) for (const row of rows) passed[row] = (passed[row] ?? 0) + 1;
  for (const rows of excluded) for (const row of rows) passed[row] = filters.length + 1;
  const least = mode === "all" ? wanted.length : Math.min(1, wanted.length);
  const found: number[] = [];
  const take = (row: number): void => {
    if ((met[row] ?? 0) >= least && passed[row] === filters.length) found.push(row);
  };
  const rarest = selectRarest(selection);
  if (rarest === undefined) for (let row = from; row < until; row++) take(row);
  else for (const row of rarest) if (row >= from && row < until) take(row);
  return {
    rows: Uint32Array.from(found),
    met: Uint16Array.from(found, (row) => met[row] ?? 0),
    scores: Float32Array.from(found, (row) => scores[row] ?? 0),
  };
}
