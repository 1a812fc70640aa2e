/** Latin letters that Unicode does not take apart into a base letter and a mark, in plain ones. */
const LATIN_SPELLING: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
};

const SPELT = new RegExp(`[${Object.keys(LATIN_SPELLING).join("")}]`, "g");

/** `Smørrebrød` in lower case → `smorrebrod`; letters with marks stay. */
export const spellLatin = (lower: string): string => lower.replace(SPELT, (letter) => LATIN_SPELLING[letter] ?? letter);
