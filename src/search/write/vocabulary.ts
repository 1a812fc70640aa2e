/** The words of a segment as written, each with its terms and how often it came. */
import type { Analysis } from "../text/analysis.ts";
import { WordTable } from "./word-table.ts";

/** No second term. */
export const NO_TERM = -1;

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A string of its own. Engines keep a slice of a text by keeping the whole text. */
function detached(word: string): string {
  return word.length < 13 ? word : Buffer.from(word, "utf16le").toString("utf16le");
}

/** Only words of three letters or more and of no more than 30, without a digit, help anyone to spell or to finish a word. */
const SPELLABLE = /^[^\d]{3,30}$/u;

export class Vocabulary {
  readonly #analysis: Analysis;
  readonly #words = new WordTable();
  readonly #terms = new Map<string, number>();
  #first = new Int32Array(4096);
  #second = new Int32Array(4096);
  #uses = new Int32Array(4096);
  /** Words whose terms are known; numbers from here on are new. */
  #known = 0;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** Number of a term, from 0 in the order of first meeting. */
  termNumber(term: string): number {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.size;
    this.#terms.set(term, number);
    return number;
  }

  /** Number of the word of `text` from `start` to `end`, as written; counts the use. */
  wordNumber(text: string, start: number, end: number): number {
    const number = this.#words.numberOf(text, start, end);
    if (number === this.#known) this.#add(number);
    this.#uses[number] = (this.#uses[number] ?? 0) + 1;
    return number;
  }

  #add(number: number): void {
    if (number >= this.#first.length) {
      this.#first = grown(this.#first);
      this.#second = grown(this.#second);
      this.#uses = grown(this.#uses);
    }
    const [first, second] = this.#analysis.terms(this.#words.word(number));
    this.#first[number] = first === undefined ? NO_TERM : this.termNumber(detached(first));
    this.#second[number] = second === undefined ? NO_TERM : this.termNumber(detached(second));
    this.#known = number + 1;
  }

  firstTerm(word: number): number {
    return this.#first[word] ?? NO_TERM;
  }

  secondTerm(word: number): number {
    return this.#second[word] ?? NO_TERM;
  }

  /** Terms in the order of UTF-16 units, with their numbers. */
  sortedTerms(): (readonly [term: string, number: number])[] {
    // Texts alone are sorted much quicker than pairs by a function.
    return [...this.#terms.keys()].sort().map((term) => [term, this.#terms.get(term) ?? NO_TERM]);
  }

  /** Folded words that are used at least `least` times, with their uses, unordered. */
  forms(least: number): Map<string, number> {
    const uses = new Map<string, number>();
    for (let number = 0; number < this.#known; number++) {
      const form = this.#analysis.form(this.#words.word(number));
      if (SPELLABLE.test(form)) uses.set(form, (uses.get(form) ?? 0) + (this.#uses[number] ?? 0));
    }
    if (least > 1) for (const [form, count] of uses) if (count < least) uses.delete(form);
    return uses;
  }
}
