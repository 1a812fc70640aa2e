/** A text in pieces, those that a query found marked. */
import type { Analysis } from "../text/analysis.ts";
import { scanWords } from "../text/word-scan.ts";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The text with the words of `terms` marked; neighbours of one kind are one piece. */
export function markText(text: string, analysis: Analysis, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const add = (until: number, marked: boolean): void => {
    if (until > done) pieces.push({ text: text.slice(done, until), marked });
    done = until;
  };
  scanWords(text, (start, end) => {
    if (!analysis.terms(text.slice(start, end)).some((term) => terms.has(term))) return;
    add(start, false);
    add(end, true);
  });
  add(text.length, false);
  return pieces;
}
