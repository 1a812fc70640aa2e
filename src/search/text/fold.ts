/**
 * Words made alike: letter case, accents, Arabic letter forms, Hebrew points, digits of other scripts. Vowel signs of
 * Indic and Thai scripts are letters in all but name and stay.
 */

/** Combining marks that are left off: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and tatweel. */
// eslint-disable-next-line no-misleading-character-class -- the marks themselves are meant, each on its own
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;

/** Letters that Unicode does not decompose, and Arabic letters that writers use for one another. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ς: "σ",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ک: "ك",
  ة: "ه",
  ہ: "ه",
  ۀ: "ه",
};
const FOLDED_LETTERS = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const DIGITS = /\p{Nd}/gu;
const ASCII = /^[\x00-\x7f]*$/;
const IS_DIGIT = /\p{Nd}/u;

/** Value of a decimal digit of any script: Unicode keeps the ten digits of a script together, in order. */
function digitValue(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  if (point < 0x80) return digit;
  let zero = point;
  while (point - zero < 9 && IS_DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}

/** Puts words in lower case. Turkish, Azeri and Lithuanian have rules of their own for it. */
export function createLowerCase(lang: string): (word: string) => string {
  const own = /^(tr|az|lt)\b/i.test(lang);
  return own ? (word) => word.toLocaleLowerCase(lang) : (word) => word.toLowerCase();
}

/** A word in lower case as it is compared. Folding twice changes nothing. */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word;
  return word
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(FOLDED_LETTERS, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGITS, digitValue)
    .normalize("NFC");
}

/** What the place filter knows a place by: no case, no accents, no spaces. */
export function placeKey(place: string): string {
  return foldWord(place.toLowerCase()).trim().replace(/\s+/g, "-");
}
