/** Puts together what the clauses, exclusions and filters of a query found in one segment. */
import type { ClauseMatch } from "./clause-match.ts";
import { RowCursor } from "./row-cursor.ts";

/** Articles found: rows in rising order, how many clauses each meets, and its score. */
export interface SegmentRows {
  readonly rows: Uint32Array;
  readonly met: Uint16Array;
  readonly scores: Float32Array;
}

interface Selection {
  readonly wanted: readonly ClauseMatch[];
  readonly excluded: readonly Uint32Array[];
  readonly filters: readonly Uint32Array[];
  /** First row, and the first after the last. */
  readonly span: readonly [from: number, until: number];
  readonly mode: "all" | "any";
}

function selectShortest(lists: readonly Uint32Array[]): Uint32Array | undefined {
  return lists.reduce<Uint32Array | undefined>(
    (shortest, list) => (shortest !== undefined && shortest.length <= list.length ? shortest : list),
    undefined,
  );
}

/** Rows of any of the lists, in rising order. */
function unite(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let count = 0;
  for (const list of lists) {
    all.set(list, count);
    count += list.length;
  }
  return all.sort().filter((row, index) => index === 0 || row !== all[index - 1]);
}

/** Rows among which all that are wanted are: as few as can be told without looking at each. */
function selectCandidates({ wanted, filters, span: [from, until], mode }: Selection): Uint32Array {
  const lists = wanted.map((match) => match.rows);
  if (mode === "any" && lists.length > 1) return unite(lists);
  return (
    selectShortest([...lists, ...filters]) ?? Uint32Array.from({ length: until - from }, (_, index) => from + index)
  );
}

/** Rows that meet all clauses, or any; without a clause, all that the filters let through. */
export function selectRows(selection: Selection): SegmentRows {
  const { wanted, excluded, filters, span, mode } = selection;
  const [from, until] = span;
  const candidates = selectCandidates(selection);
  const clauses = wanted.map((match) => ({ match, cursor: new RowCursor(match.rows) }));
  const kept = filters.map((rows) => new RowCursor(rows));
  const dropped = excluded.map((rows) => new RowCursor(rows));
  const least = mode === "all" ? wanted.length : Math.min(1, wanted.length);
  const rows = new Uint32Array(candidates.length);
  const met = new Uint16Array(candidates.length);
  const scores = new Float32Array(candidates.length);
  let count = 0;
  for (const row of candidates) {
    if (row < from || row >= until) continue;
    if (!kept.every((cursor) => cursor.has(row)) || dropped.some((cursor) => cursor.has(row))) continue;
    let meets = 0;
    let score = 0;
    for (const { match, cursor } of clauses) {
      if (!cursor.has(row)) {
        if (mode === "all") break;
        continue;
      }
      meets++;
      score = Math.fround(score + match.score(cursor.at));
    }
    if (meets < least) continue;
    rows[count] = row;
    met[count] = meets;
    scores[count++] = score;
  }
  return { rows: rows.subarray(0, count), met: met.subarray(0, count), scores: scores.subarray(0, count) };
}
