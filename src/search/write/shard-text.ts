/** Numbers and sorted words as text that fits between the quotes of a script and compresses well. */
import { CONTINUERS, FINALS, SYMBOLS, symbolCode } from "../text/format.ts";

/** Grows a text of number symbols; about four times quicker than joining strings. */
export class NumberText {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  /** Appends one symbol (0 to 90). */
  symbol(symbol: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = symbolCode(symbol);
  }

  /** Appends a whole number of 0 or more: continuing digits first, low ones before high ones. */
  number(value: number): void {
    let rest = value;
    while (rest >= FINALS) {
      rest -= FINALS;
      this.symbol(FINALS + (rest % CONTINUERS));
      rest = Math.floor(rest / CONTINUERS);
    }
    this.symbol(rest);
  }

  /** The text so far; starts anew. */
  take(): string {
    if (this.#length === 0) return "";
    const text = Buffer.from(this.#bytes.buffer, 0, this.#length).toString("latin1");
    this.#length = 0;
    return text;
  }
}

const HIGH_SURROGATE = /[\ud800-\udbff]$/;

/** Letters that two words share at their start, UTF-16 units, at most `SYMBOLS` - 1; never half a pair. */
export function sharedPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length, SYMBOLS - 1);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return HIGH_SURROGATE.test(b.slice(0, length)) ? length - 1 : length;
}

/** A word after the one before it: a symbol for the letters they share, then the rest. */
export function frontCoded(before: string, word: string): string {
  const shared = sharedPrefix(before, word);
  return String.fromCharCode(symbolCode(shared)) + word.slice(shared);
}

/** Shortest text that sorts after `before` and not after `word`: where a shard begins. */
export function boundaryBetween(before: string, word: string): string {
  let end = sharedPrefix(before, word) + 1;
  if (HIGH_SURROGATE.test(word.slice(0, end))) end++;
  return word.slice(0, end);
}
