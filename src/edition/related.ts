/** Which articles stand below an article: those its editor named, and where these are fewer than four, the nearest by shared topics. */
import { type Archive, FLAGS } from "./archive.ts";
import { foldKeys } from "./key.ts";
import { KeyTable, NOTHING } from "./key-table.ts";

/** An article has at least this many related headlines where the archive has them. */
export const RELATED_WANTED = 4;
/** Of each topic only so many of the articles just before an article are looked at, so that the work does not grow with the archive. */
const RECENT = 64;

const NONE: readonly number[] = [];

export interface Graph {
  /** The row that a reference means: of a path where it is positive, of a headline below zero; -1 where there is none or more than one. */
  readonly resolve: (reference: number) => number;
  /** True for a reference to what is not to be told of: a draft, an embargoed or an expired article. */
  readonly isHeld: (reference: number) => boolean;
  /** Newer rows that name a row, oldest first. */
  readonly later: (row: number) => readonly number[];
  /** The rows that are one article in several languages, the original first; empty where there is one only. */
  readonly translations: (row: number) => readonly number[];
}

/** Resolves what open articles say of each other. */
export function readGraph(archive: Archive, order: Uint32Array): Graph {
  const pathKey = archive.column("pathKey");
  const titleKey = archive.column("titleKey");
  const translatesKey = archive.column("translatesKey");
  const publishedAt = archive.column("publishedAt");
  const related = archive.ragged("related");
  const links = archive.ragged("links");
  const paths = new KeyTable(order.length);
  const titles = new KeyTable(order.length);
  // What was named more than once in the archive is no answer.
  const ambiguous = archive.count;
  const open = new Uint8Array(archive.count);
  for (const row of order) {
    open[row] = 1;
    paths.set(pathKey[row] ?? 0, row);
    const title = titleKey[row] ?? 0;
    titles.set(title, titles.get(title) === NOTHING ? row : ambiguous);
  }
  const held = new Set<number>();
  for (let row = 0; row < archive.count; row++) {
    if (open[row] === 1 || archive.isRemoved(row)) continue;
    held.add(pathKey[row] ?? 0).add(-(titleKey[row] ?? 0));
  }
  const resolve = (reference: number): number => {
    const row = reference < 0 ? titles.get(-reference) : paths.get(reference);
    return row === ambiguous ? NOTHING : row;
  };
  const later = new Map<number, number[]>();
  const translated = new Map<number, number[]>();
  for (const row of order) {
    const original = translatesKey[row] ?? 0;
    if (original !== 0) {
      const group = translated.get(original);
      if (group === undefined) translated.set(original, [row]);
      else group.push(row);
    }
    const name = (reference: number): void => {
      const target = resolve(reference);
      if (target < 0 || (publishedAt[target] ?? 0) >= (publishedAt[row] ?? 0)) return;
      const namers = later.get(target);
      if (namers === undefined) later.set(target, [row]);
      else if (namers.at(-1) !== row) namers.push(row);
    };
    related.each(row, name);
    links.each(row, name);
  }
  return {
    resolve,
    isHeld: (reference) => held.has(reference) && resolve(reference) < 0,
    later: (row) => later.get(row) ?? NONE,
    translations: (row) => {
      if (translated.size === 0) return NONE;
      const key = translatesKey[row] || (pathKey[row] ?? 0);
      const original = paths.get(key);
      const others = translated.get(key) ?? [];
      const group = original === NOTHING ? others : [original, ...others];
      return group.length > 1 ? group : [];
    },
  };
}

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

/** The nearest earlier open articles by shared topics; rarer topics weigh more (1 / log2(1 + articles so far)), recency breaks ties. */
export function chooseRelated(
  archive: Archive,
  row: number,
  topicRows: (topic: number) => readonly number[],
  position: Int32Array,
  excluded: ReadonlySet<number>,
  wanted: number,
): number[] {
  if (scores.length < archive.count) scores = new Float64Array(archive.count);
  const lang = archive.column("lang");
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
      if (lang[candidate] !== lang[row]) continue;
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
