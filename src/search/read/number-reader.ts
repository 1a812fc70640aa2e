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
}

/**
 * Rows in rising order, of a text that has the steps between them. The same numbers as a `NumberReader` reads, in one
 * loop: a word may have thousands, and browsers are slow at calls that they make for the first time.
 */
export function readRows(text: string): Uint32Array {
  const rows = new Uint32Array(text.length);
  let count = 0;
  let row = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at++) {
    const symbol = symbolOf(text.charCodeAt(at));
    row += unit * symbol;
    if (symbol >= FINALS) unit *= CONTINUERS;
    else {
      rows[count++] = row++;
      unit = 1;
    }
  }
  return rows.subarray(0, count);
}

/** Entry number `index` of a text of entries with a space between each two; empty where there are not as many. */
export function entryAt(text: string, index: number): string {
  let start = 0;
  for (let left = index; left > 0; left--) {
    start = text.indexOf(" ", start) + 1;
    if (start === 0) return "";
  }
  const end = text.indexOf(" ", start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

/**
 * Index of a word in a front-coded sorted list (words with a space between each two), or -1. The words before it are
 * compared, not put together: a word that shares more with its predecessor than that shares with the wanted one still
 * sorts before it.
 */
export function indexOfWord(list: string, wanted: string): number {
  let matching = 0;
  let index = 0;
  for (let start = 0, end = 0; end < list.length; start = end + 1, index++) {
    const space = list.indexOf(" ", start);
    end = space < 0 ? list.length : space;
    const shared = symbolOf(list.charCodeAt(start));
    if (shared > matching) continue;
    if (shared < matching) return -1;
    let at = start + 1;
    while (at < end && list.charCodeAt(at) === wanted.charCodeAt(matching)) {
      at++;
      matching++;
    }
    if (at === end) {
      if (matching === wanted.length) return index;
    } else if (matching === wanted.length || list.charCodeAt(at) > wanted.charCodeAt(matching)) return -1;
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
