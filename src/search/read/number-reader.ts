/** Reads what `write/shard-text.ts` writes: numbers as symbols, sorted words that share their beginnings. */
import { CONTINUERS, FINALS, symbolOf } from "../text/format.ts";

/** Reads the numbers of a text one after another; past its end there are only zeros. */
export class NumberReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  symbol(): number {
    return this.#at < this.#text.length ? symbolOf(this.#text.charCodeAt(this.#at++)) : 0;
  }

  number(): number {
    let value = 0;
    let unit = 1;
    let symbol = this.symbol();
    while (symbol >= FINALS) {
      // A continuing digit d stands for FINALS + d (see NumberText.number).
      value += unit * symbol;
      unit *= CONTINUERS;
      symbol = this.symbol();
    }
    return value + unit * symbol;
  }

  /** Passes over `count` numbers. */
  skip(count: number): void {
    let left = count;
    while (left > 0 && this.#at < this.#text.length) {
      if (symbolOf(this.#text.charCodeAt(this.#at++)) < FINALS) left--;
    }
  }
}

/** Words of a front-coded list. `lead` symbols before each word's shared length are left to the caller. */
export function readWords(text: string, lead: number, visit: (word: string, coded: string) => void): void {
  if (text === "") return;
  let before = "";
  for (const coded of text.split(" ")) {
    before = before.slice(0, symbolOf(coded.charCodeAt(lead))) + coded.slice(lead + 1);
    visit(before, coded);
  }
}

/** Index of the shard that a word is in; `boundaries` are the shards' beginnings, the first of them empty. */
export function shardOf(boundaries: readonly string[], word: string): number {
  let low = 0;
  let high = boundaries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((boundaries[middle] ?? "") <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}
