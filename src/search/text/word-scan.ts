/**
 * Words of a text, in any script, the same in the press and in the reader's browser. Runs of Han, Kana, Thai, Lao, Khmer
 * and Burmese, which are written without spaces, are cut by `Intl.Segmenter` (UAX #29 with ICU's dictionaries).
 */

const OTHER = 1;
const LETTER = 2;
const UNSPACED = 3;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED_CHARACTER =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** Longer runs are not words (encoded data); they are cut here. UTF-16 units. */
const LONGEST_WORD = 64;

/** Class of each UTF-16 unit of the basic plane, filled as units are met; surrogates are looked up as pairs. */
const classes = new Uint8Array(65536);
// ASCII, quotation marks, dashes and dots are known from the start: the patterns are slow to compile, and most pages never need them.
for (let unit = 0; unit < 128; unit++) classes[unit] = /[a-z0-9]/i.test(String.fromCharCode(unit)) ? LETTER : OTHER;
classes.fill(OTHER, 0x2010, 0x2028);

function classOf(character: string): number {
  if (!WORD_CHARACTER.test(character)) return OTHER;
  return UNSPACED_CHARACTER.test(character) ? UNSPACED : LETTER;
}

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit < 0xe000) {
    const start = unit >= 0xdc00 && index > 0 ? index - 1 : index;
    return classOf(String.fromCodePoint(text.codePointAt(start) ?? unit));
  }
  const known = classes[unit] ?? 0;
  if (known !== 0) return known;
  const found = classOf(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

const SINGLE_LETTER = /^\p{L}$/u;

/** End of an abbreviation like `U.S.` that starts at `start`, or -1. A lone letter, a dot, a lone letter, and so on. */
function endOfAbbreviation(text: string, start: number): number {
  let end = start + 1;
  let letters = 1;
  while (text[end] === "." && SINGLE_LETTER.test(text[end + 1] ?? "")) {
    if (end + 2 < text.length && classAt(text, end + 2) !== OTHER) break;
    end += 2;
    letters++;
  }
  return letters > 1 ? end : -1;
}

/** Position after a possessive `'s` at `index`, or `index`. */
function skipPossessive(text: string, index: number): number {
  const mark = text[index];
  if (mark !== "'" && mark !== "\u2019") return index;
  const letter = text[index + 1];
  if (letter !== "s" && letter !== "S") return index;
  return index + 2 < text.length && classAt(text, index + 2) !== OTHER ? index : index + 2;
}

let segmenter: Intl.Segmenter | undefined;

function scanUnspaced(text: string, start: number, end: number, visit: WordVisitor): void {
  if (typeof Intl.Segmenter !== "function") {
    for (let index = start; index < end; index++) visit(index, index + 1);
    return;
  }
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  for (const part of segmenter.segment(text.slice(start, end))) {
    if (part.isWordLike !== true) continue;
    visit(start + part.index, start + part.index + part.segment.length);
  }
}

/** Receives where a word stands, in UTF-16 units. An abbreviation keeps its inner dots; `text/analysis.ts` leaves them off. */
export type WordVisitor = (start: number, end: number) => void;

/** Visits the words of a text in order. `'s` is left off, other apostrophes and hyphens divide words. */
export function scanWords(text: string, visit: WordVisitor): void {
  const length = text.length;
  let index = 0;
  while (index < length) {
    const kind = classAt(text, index);
    if (kind === OTHER) {
      index++;
      continue;
    }
    const start = index;
    do index++;
    while (index < length && classAt(text, index) === kind);
    if (kind === UNSPACED) {
      scanUnspaced(text, start, index, visit);
      continue;
    }
    if (index === start + 1 && text[index] === ".") {
      const end = SINGLE_LETTER.test(text[start] ?? "") ? endOfAbbreviation(text, start) : -1;
      if (end > 0) {
        visit(start, end);
        index = end;
        continue;
      }
    }
    visit(start, Math.min(index, start + LONGEST_WORD));
    index = skipPossessive(text, index);
  }
}
