/** Which articles stand below an article: those its editor named, and where these are fewer than four, the nearest by shared topics. */
import { type Archive, FLAGS } from "./archive.ts";
import { foldKeys } from "./key.ts";

/** An article has at least this many related headlines where the archive has them. */
export const RELATED_WANTED = 4;
/** Of each topic only so many of its language's articles just before an article are looked at, so that the work does not grow with the archive. */
const RECENT = 64;

/** A key of what other articles' choice of related ones depends on in a row, being in the edition aside. */
export function choiceKeyOf(archive: Archive, row: number): number {
  const retracted = (archive.column("flags")[row] ?? 0) & FLAGS.retracted;
  const [publishedAt = 0, pathKey = 0, lang = 0] = (["publishedAt", "pathKey", "lang"] as const).map(
    (name) => archive.column(name)[row],
  );
  return foldKeys([publishedAt, pathKey, lang, retracted, ...Array.from(archive.ragged("topics").of(row)).sort()]);
}

/** Sums of weights by row, all zero between two choices. */
let scores = new Float64Array(0);

/** The nearest earlier open articles of its language by shared topics; rarer topics weigh more (1 / log2(1 + articles so far)), recency breaks ties. */
export function chooseRelated(
  archive: Archive,
  row: number,
  topicRows: (topic: number) => readonly number[],
  position: Int32Array,
  excluded: ReadonlySet<number>,
  wanted: number,
): number[] {
  if (scores.length < archive.count) scores = new Float64Array(archive.count);
  const flags = archive.column("flags");
  const topics = archive.ragged("topics").of(row);
  const own = position[row] ?? 0;
  const candidates: number[] = [];
  for (let index = 0; index < topics.length; index++) {
    const rows = topicRows(topics[index] ?? 0);
    const before = countBefore(rows, position, own);
    const weight = 1 / Math.log2(2 + before);
    for (let at = before - 1; at >= 0 && at >= before - RECENT; at--) {
      const candidate = rows[at] ?? 0;
      const score = scores[candidate] ?? 0;
      if (score === 0) candidates.push(candidate);
      scores[candidate] = score + weight;
    }
  }
  const best: number[] = [];
  const isNearer = (one: number, other: number): boolean => {
    const difference = (scores[one] ?? 0) - (scores[other] ?? 0);
    return difference > 0 || (difference === 0 && (position[one] ?? 0) > (position[other] ?? 0));
  };
  for (const candidate of candidates) {
    const last = best[wanted - 1];
    if (last !== undefined && !isNearer(candidate, last)) continue;
    if (excluded.has(candidate) || ((flags[candidate] ?? 0) & FLAGS.retracted) !== 0) continue;
    let at = Math.min(best.length, wanted - 1);
    for (; at > 0 && isNearer(candidate, best[at - 1] ?? 0); at--) best[at] = best[at - 1] ?? 0;
    best[at] = candidate;
  }
  for (const candidate of candidates) scores[candidate] = 0;
  return best;
}

function countBefore(rows: readonly number[], position: Int32Array, own: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((position[rows[middle] ?? 0] ?? 0) < own) low = middle + 1;
    else high = middle;
  }
  return low;
}
