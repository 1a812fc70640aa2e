/** How a reading of a page is scored against what people wrote down of it. */

/** Words as the article extraction benchmark counts them: Python's `\w+`, which knows no combining marks. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shinglesOf(text: string): Map<string, number> {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (let index = 0; index < Math.max(1, words.length - 3); index++) {
    const shingle = words.slice(index, index + 4).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
}

/** The scorer of the article extraction benchmark: shingles of four words, each counted as often as it stands. */
export function scoreText(expected: string, found: string): Score {
  const [gold, read] = [shinglesOf(expected), shinglesOf(found)];
  let hits = 0;
  let goldCount = 0;
  let readCount = 0;
  for (const [shingle, count] of gold) {
    goldCount += count;
    hits += Math.min(count, read.get(shingle) ?? 0);
  }
  for (const count of read.values()) readCount += count;
  return { precision: readCount === 0 ? 0 : hits / readCount, recall: goldCount === 0 ? 0 : hits / goldCount };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** F1 of the mean precision and the mean recall. */
export function f1Of(scores: readonly Score[]): { precision: number; recall: number; f1: number } {
  const precision = average(scores.map((score) => score.precision));
  const recall = average(scores.map((score) => score.recall));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** A name or headline for comparing: case, spaces, invisible hyphens and the form of quotation marks do not count. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** Precision and recall of a set of names. */
export function scoreNames(expected: readonly string[], found: readonly string[]): Score {
  const gold = new Set(expected.map(comparable));
  const read = new Set(found.map(comparable));
  const hits = [...read].filter((name) => gold.has(name)).length;
  return {
    precision: read.size === 0 ? (gold.size === 0 ? 1 : 0) : hits / read.size,
    recall: gold.size === 0 ? (read.size === 0 ? 1 : 0) : hits / gold.size,
  };
}
