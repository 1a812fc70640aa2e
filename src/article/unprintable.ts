/**
 * Characters that neither XML nor a page has a place for: controls other than tab and line ends, halves of a pair, and what
 * Unicode keeps as no character. XML 1.0, production 2; https://www.unicode.org/faq/private_use.html#nonchar1
 */
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
const UNPRINTABLE = /(?![\t\n\r])[\u0000-\u001f]|\p{Cs}|\p{Noncharacter_Code_Point}/u;
const ALL = new RegExp(UNPRINTABLE, "gu");

/** The first such character and its place in the text; undefined where there is none. */
export function findUnprintable(text: string): { readonly index: number; readonly name: string } | undefined {
  // Few texts have any of these, and to look for them takes a tenth of the time.
  if (!SUSPECT.test(text)) return undefined;
  const found = UNPRINTABLE.exec(text);
  if (found === null) return undefined;
  const code = found[0].codePointAt(0) ?? 0;
  return { index: found.index, name: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` };
}

/** The text without them. */
export function withoutUnprintable(text: string): string {
  return SUSPECT.test(text) ? text.replace(ALL, "") : text;
}
