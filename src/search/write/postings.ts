/** The postings of one segment while it is read: which article has which term, where, and with what weight. */

import { placeKey } from "../text/fold.ts";
import { FIELD_GAP, FILTER_MARKS } from "../text/format.ts";
import { scanWords } from "../text/word-scan.ts";
import { ByteChains } from "./byte-chains.ts";
import { type FieldName, occurrenceWeight, weightLevel } from "./field-weights.ts";
import type { SearchDocument } from "./search-document.ts";
import { NO_TERM, type Vocabulary } from "./vocabulary.ts";

/** No use of a term. */
const NONE = -1;

interface FieldText {
  readonly name: FieldName;
  readonly texts: readonly string[];
}

function fieldsOf(document: SearchDocument): readonly FieldText[] {
  return [
    { name: "title", texts: [document.title] },
    { name: "standfirst", texts: document.standfirst === undefined ? [] : [document.standfirst] },
    { name: "body", texts: [document.body] },
    { name: "tags", texts: document.tags },
    { name: "place", texts: document.place === undefined ? [] : [document.place] },
    { name: "byline", texts: document.byline },
  ];
}

/** Terms that filters go by. */
export function filterTerms(document: SearchDocument): string[] {
  const terms = document.topics.map((topic) => FILTER_MARKS.topic + topic);
  if (document.section !== undefined) terms.push(FILTER_MARKS.section + document.section);
  if (document.place !== undefined) terms.push(FILTER_MARKS.place + placeKey(document.place));
  return [...new Set(terms)];
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The words of the article at hand: word numbers, positions, weights. */
class Tokens {
  words = new Int32Array(1024);
  positions = new Int32Array(1024);
  count = 0;

  push(word: number, position: number): void {
    if (this.count === this.words.length) {
      this.words = grown(this.words);
      this.positions = grown(this.positions);
    }
    this.words[this.count] = word;
    this.positions[this.count++] = position;
  }
}

export class Postings {
  readonly #vocabulary: Vocabulary;
  readonly #chains = new ByteChains();
  /** By term: articles it is in; one more than the last row written; and, for the article at hand, weight, first and last use. */
  #counts = new Int32Array(4096);
  #nextRow = new Int32Array(4096);
  #weight = new Float64Array(4096);
  #head = new Int32Array(4096).fill(NONE);
  #tail = new Int32Array(4096);
  #terms = 0;
  /** Uses of terms in the article at hand: position, and the next use of the same term. */
  #position = new Int32Array(4096);
  #following = new Int32Array(4096);
  #uses = 0;
  readonly #tokens = new Tokens();
  readonly #present: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Articles that have the term. */
  count(term: number): number {
    return this.#counts[term] ?? 0;
  }

  #touch(term: number): void {
    while (this.#terms <= term) {
      this.#chains.start();
      if (++this.#terms < this.#counts.length) continue;
      this.#counts = grown(this.#counts);
      this.#nextRow = grown(this.#nextRow);
      this.#tail = grown(this.#tail);
      const known = this.#head.length;
      this.#head = grown(this.#head).fill(NONE, known);
      const weight = new Float64Array(known * 2);
      weight.set(this.#weight);
      this.#weight = weight;
    }
  }

  #addUse(term: number, position: number, weight: number): void {
    if (term >= this.#terms) this.#touch(term);
    const use = this.#uses++;
    if (use === this.#position.length) {
      this.#position = grown(this.#position);
      this.#following = grown(this.#following);
    }
    this.#position[use] = position;
    this.#following[use] = NONE;
    if (this.#head[term] === NONE) {
      this.#head[term] = use;
      this.#weight[term] = weight;
      this.#present.push(term);
    } else {
      this.#following[this.#tail[term] ?? 0] = use;
      this.#weight[term] = (this.#weight[term] ?? 0) + weight;
    }
    this.#tail[term] = use;
  }

  /** Adds an article. Rows must come in rising order from 0. */
  add(row: number, document: SearchDocument): void {
    this.#uses = 0;
    this.#present.length = 0;
    const tokens = this.#tokens;
    let position = 0;
    for (const field of fieldsOf(document)) {
      tokens.count = 0;
      for (const text of field.texts) {
        scanWords(text, (start, end) => tokens.push(this.#vocabulary.wordNumber(text, start, end), position++));
        position += FIELD_GAP;
      }
      if (tokens.count === 0) continue;
      const weight = occurrenceWeight(field.name, tokens.count);
      for (let index = 0; index < tokens.count; index++) {
        const word = tokens.words[index] ?? 0;
        const at = tokens.positions[index] ?? 0;
        this.#addUse(this.#vocabulary.firstTerm(word), at, weight);
        const second = this.#vocabulary.secondTerm(word);
        if (second !== NO_TERM) this.#addUse(second, at, weight);
      }
    }
    for (const term of this.#present) this.#close(row, term);
    for (const term of filterTerms(document)) this.#addFilter(row, this.#vocabulary.termNumber(term));
  }

  #startPosting(row: number, term: number): void {
    this.#chains.pushNumber(term, row - (this.#nextRow[term] ?? 0));
    this.#nextRow[term] = row + 1;
    this.#counts[term] = (this.#counts[term] ?? 0) + 1;
  }

  #close(row: number, term: number): void {
    this.#startPosting(row, term);
    this.#chains.push(term, weightLevel(this.#weight[term] ?? 0));
    const head = this.#head[term] ?? NONE;
    let uses = 0;
    for (let use = head; use !== NONE; use = this.#following[use] ?? NONE) uses++;
    this.#chains.pushNumber(term, uses);
    let last = 0;
    for (let use = head; use !== NONE; use = this.#following[use] ?? NONE) {
      const position = this.#position[use] ?? 0;
      this.#chains.pushNumber(term, position - last);
      last = position;
    }
    this.#head[term] = NONE;
  }

  #addFilter(row: number, term: number): void {
    this.#touch(term);
    this.#startPosting(row, term);
    this.#chains.push(term, 0);
    this.#chains.pushNumber(term, 0);
  }

  /** Visits the postings of a term by row. The numbers are as stored: rows and positions as steps from the one before. */
  read(
    term: number,
    visit: (rowStep: number, level: number, uses: number, nextPositionStep: () => number) => void,
  ): void {
    const next = this.#chains.read(term);
    for (let left = this.count(term); left > 0; left--) {
      const rowStep = next();
      const level = next();
      const uses = next();
      visit(rowStep, level, uses, next);
    }
  }
}
