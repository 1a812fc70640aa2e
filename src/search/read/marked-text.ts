/** A text in pieces, those that a query found marked. */
import type { Analysis } from "../text/analysis.ts";
import { scanWords } from "../text/word-scan.ts";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Languages whose stemmers leave the first letter of a word as it is; in them, few words need be stemmed to be told apart. */
const KEEPS_FIRST_LETTER = /^(da|de|en|es|fi|fr|it|nb|nl|nn|no|pt|ru|sv)\b/;

/** Cuts a text into pieces; neighbours of one kind are one piece. */
export type Marker = (text: string) => Piece[];

/** Marks the words of `terms`. */
export function createMarker(analysis: Analysis, terms: ReadonlySet<string>): Marker {
  const keeps = KEEPS_FIRST_LETTER.test(analysis.lang.toLowerCase());
  const letters = new Set([...terms].map((term) => term.charAt(0)));
  const isWanted = (word: string): boolean =>
    (!keeps || letters.has(analysis.form(word).charAt(0))) && analysis.terms(word).some((term) => terms.has(term));
  return (text) => {
    const pieces: Piece[] = [];
    let done = 0;
    const add = (until: number, marked: boolean): void => {
      if (until > done) pieces.push({ text: text.slice(done, until), marked });
      done = until;
    };
    scanWords(text, (start, end) => {
      if (!isWanted(text.slice(start, end))) return;
      add(start, false);
      add(end, true);
    });
    add(text.length, false);
    return pieces;
  };
}
