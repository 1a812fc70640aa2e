/** How much of one text stands in another, by runs of three words (of four characters in scripts without spaces). */
const WORD = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3\u0e00-\u0e7f]|[\p{L}\p{N}]+/gu;

function runsOf(text: string): string[] {
  const words = text.normalize("NFKC").toLowerCase().match(WORD) ?? [];
  if (words.length < 3) return words.length === 0 ? [] : [words.join(" ")];
  const runs: string[] = [];
  for (let index = 0; index + 3 <= words.length; index++)
    runs.push(`${words[index]} ${words[index + 1]} ${words[index + 2]}`);
  return runs;
}

/** A text made ready for asking how much of others it holds. */
export class KnownText {
  readonly #runs: Set<string>;
  constructor(text: string) {
    this.#runs = new Set(runsOf(text));
  }

  /** The share of `text` that stands in the known text, 0 to 1. */
  shareOf(text: string): number {
    const runs = runsOf(text);
    if (runs.length === 0) return 0;
    let hits = 0;
    for (const run of runs) if (this.#runs.has(run)) hits++;
    return hits / runs.length;
  }
}

/** Letters and digits alone, for telling whether two lines say the same. */
export function bareLetters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Whether two lines say the same, or one is the other cut short. */
export function isSameLine(one: string, other: string): boolean {
  const [a, b] = [bareLetters(one), bareLetters(other)];
  if (a === "" || b === "") return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 24 && short.length > long.length * 0.6 && long.includes(short)) return true;
  return short.length >= 80 && long.startsWith(short.slice(0, -6));
}
