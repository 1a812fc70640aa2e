/** What a reader typed, in parts. */
import { scanWords } from "../text/word-scan.ts";

/** A word or a phrase that an article must have, or must not have. */
export interface Clause {
  /** As typed; one word, or the words of a phrase in order. */
  readonly words: readonly string[];
  readonly phrase: boolean;
  readonly excluded: boolean;
  /** True for the word that may not be finished yet. */
  readonly open: boolean;
}

const PART = /([-−–])?(?:["“”„«»]([^"“”„«»]*)(["“”„«»])?|([^\s"“”„«»]+))/gu;

function wordsIn(text: string): string[] {
  const words: string[] = [];
  scanWords(text, (start, end) => words.push(text.slice(start, end)));
  return words;
}

/**
 * Clauses of a query: `words`, `"a phrase"`, `-without`, `-"without this"`. While it is `typing`, the last word is open
 * unless a space follows it. A quote that is not closed lasts to the end.
 */
export function parseQuery(query: string, typing: boolean): Clause[] {
  const clauses: Clause[] = [];
  for (const part of query.matchAll(PART)) {
    const excluded = part[1] !== undefined && (part.index === 0 || /\s/.test(query[part.index - 1] ?? ""));
    const words = wordsIn(part[2] ?? part[4] ?? "");
    if (words.length === 0) continue;
    const phrase = part[2] !== undefined && words.length > 1;
    const atEnd = part.index + part[0].length === query.length;
    const open = typing && atEnd && part[4] !== undefined && !excluded;
    if (phrase) clauses.push({ words, phrase, excluded, open: false });
    else
      words.forEach((word, index) => {
        clauses.push({ words: [word], phrase: false, excluded, open: open && index === words.length - 1 });
      });
  }
  return clauses;
}
