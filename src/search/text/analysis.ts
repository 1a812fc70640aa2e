/** From words to the terms of the index: what makes two words count as the same. */
import { createLowerCase, foldWord } from "./fold.ts";
import { scanWords } from "./word-scan.ts";

/** Takes a word in lower case, gives its stem. */
export type Stem = (word: string) => string;

/** Words of one language turned into terms. */
export interface Analysis {
  readonly lang: string;
  /** The word in lower case and folded, not stemmed: what spelling is compared by. */
  form(word: string): string;
  /**
   * One or two terms. Stemmers want a word's accents (`presentación`), readers leave them out (`presentacion`), so a word
   * stands in the index under the stem of both spellings; two words match where they share a term.
   */
  terms(word: string): readonly string[];
}

/** Analysis of one language; without a stemmer words are only folded. Keeps no cache: callers that need one have it. */
export function createAnalysis(lang: string, stem: Stem = (word) => word): Analysis {
  const lowerCase = createLowerCase(lang);
  const lowerOf = (word: string): string => lowerCase(word.includes(".") ? word.replaceAll(".", "") : word);
  const stemOf = (word: string): string => foldWord(stem(word)) || foldWord(word);
  return {
    lang,
    form: (word) => foldWord(lowerOf(word)),
    terms(word) {
      const lower = lowerOf(word);
      const first = stemOf(lower);
      const folded = foldWord(lower);
      if (folded === lower) return [first];
      const second = stemOf(folded);
      return second === first ? [first] : [first, second];
    },
  };
}

/** The same analysis, which keeps the terms of words that it has met: for readers, who mark the same words again and again. */
export function rememberTerms(analysis: Analysis): Analysis {
  const known = new Map<string, readonly string[]>();
  return {
    ...analysis,
    terms(word) {
      const terms = known.get(word) ?? analysis.terms(word);
      known.set(word, terms);
      return terms;
    },
  };
}

/** The words of a text, in order. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  scanWords(text, (start, end) => words.push(text.slice(start, end)));
  return words;
}
