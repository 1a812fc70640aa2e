/** Reads what `write/shard-text.ts` writes: numbers as symbols, sorted words that share their beginnings. */
import { CONTINUERS, FINALS, SYMBOLS, symbolOf } from "../text/format.ts";

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

  /** True while numbers are left. */
  get more(): boolean {
    return this.#at < this.#text.length;
  }
}

/**
 * Index of a word in a front-coded sorted list, or -1. The words before it are compared, not put together: a word that
 * shares more with its predecessor than that shares with the wanted one still sorts before it.
 */
export function indexOfWord(list: readonly string[], wanted: string): number {
  let matching = 0;
  for (let index = 0; index < list.length; index++) {
    const coded = list[index] ?? "";
    const shared = symbolOf(coded.charCodeAt(0));
    if (shared > matching) continue;
    if (shared < matching) return -1;
    let at = 1;
    while (at < coded.length && coded.charCodeAt(at) === wanted.charCodeAt(matching)) {
      at++;
      matching++;
    }
    if (at === coded.length) {
      if (matching === wanted.length) return index;
    } else if (matching === wanted.length || coded.charCodeAt(at) > wanted.charCodeAt(matching)) return -1;
    // The writer never shares half a surrogate pair, nor more than one symbol can say.
    if (matching > 0 && (wanted.charCodeAt(matching - 1) & 0xfc00) === 0xd800) matching--;
    matching = Math.min(matching, SYMBOLS - 1);
  }
  return -1;
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
