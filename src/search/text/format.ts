/** What the writer and the reader of the index agree on. `docs/search.md` describes the files. */

/** Changes whenever the bytes or their meaning change, so that no old segment is taken for a new one. */
export const FORMAT = "2";

/** Articles whose titles and excerpts share a file. */
export const BLOCK = 16;

/** Files in one folder of documents. */
export const BLOCKS_IN_FOLDER = 2000;

/** Positions between the end of a field and the start of the next, so that no phrase spans two. */
export const FIELD_GAP = 16;

/** Levels of a posting's weight; two are packed into one character. */
export const LEVELS = 9;

/** Weight that is assumed for words so common that theirs are not kept. */
export const DENSE_LEVEL = 2;

/** What filters are kept under, beside the words; no word contains `#`. */
export const FILTER_MARKS = { section: "#s:", topic: "#t:", place: "#p:" } as const;
export type FilterField = keyof typeof FILTER_MARKS;

/** First character code of the number alphabet: printable ASCII without `"` and the backslash. */
const FIRST = 35;
const BACKSLASH = 92;

/** Characters of the number alphabet. */
export const SYMBOLS = 91;

/** Symbols that end a number; the others say that more follows. An (s,c)-dense code: Brisaboa et al., SPIRE 2003. */
export const FINALS = 59;
export const CONTINUERS = SYMBOLS - FINALS;

/** Character code of a symbol (0 to 90). */
export function symbolCode(symbol: number): number {
  const code = symbol + FIRST;
  return code < BACKSLASH ? code : code + 1;
}

/** Symbol of a character code. */
export function symbolOf(code: number): number {
  return code < BACKSLASH ? code - FIRST : code - FIRST - 1;
}

/** Key of a block of documents within its segment. */
export function blockKey(block: number): string {
  return `d${Math.floor(block / BLOCKS_IN_FOLDER)}/${block % BLOCKS_IN_FOLDER}`;
}
