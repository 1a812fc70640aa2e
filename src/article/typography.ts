/** How a language sets what editors type plainly: quotation marks, apostrophes, spaces that hold. For texts, and for lines such as headlines. */
import createParser, { type MarkdownIt, type Token } from "markdown-it";
import { quotesOf } from "./quotation-marks.ts";

/** Letters left out at the head of a word: `'90s`, `rock 'n' roll`, `'tis`. To a reader of quotation marks they open one. */
const LEFT_OUT =
  /(^|[\s([{“"«—–-])'(?=\d0s(?![\p{L}\d])|(?:n|tis|twas|twere|twill|til|em|cause|bout|round)(?![\p{L}\d]))(n'(?![\p{L}\d]))?/giu;
/** Between the parts of a number: `10 000`. */
const THOUSANDS = /(?<![\d.,])(\d{1,3})((?: \d{3})+)(?![\d])/g;
const NARROW = "\u202f";
const WIDE = "\u00a0";

/** Apostrophes that stand where a quotation mark could. */
function setApostrophes(text: string): string {
  if (!text.includes("'")) return text;
  return text.replace(LEFT_OUT, (_all, before: string, n: string | undefined) =>
    n === undefined ? `${before}’` : `${before}’${n.slice(0, 1)}’`,
  );
}

/** The spaces before high punctuation, signs and inside guillemets, and in numbers, which French does not break at. */
function setFrenchSpaces(text: string): string {
  if (!text.includes(" ")) return text;
  return text
    .replace(/ (?=[!?;]+(?![\p{L}\d]))/gu, NARROW)
    .replace(/ (?=[:%€»](?:[^\p{L}\d]|$))/gu, WIDE)
    .replace(/(?<=«) /g, WIDE)
    .replace(THOUSANDS, (_all, first: string, rest: string) => first + rest.replaceAll(" ", NARROW));
}

/** Adds the rules to a parser, around its own for quotation marks. */
export function addTypography(parser: MarkdownIt, lang: string): void {
  const each = (change: (text: string) => string) => (state: { readonly tokens: readonly Token[] }) => {
    for (const { children } of state.tokens)
      for (const token of children ?? []) if (token.type === "text") token.content = change(token.content);
  };
  parser.core.ruler.before("smartquotes", "apostrophes", each(setApostrophes));
  if (/^fr\b/i.test(lang)) parser.core.ruler.after("smartquotes", "french_spaces", each(setFrenchSpaces));
}

const parsers = new Map<string, MarkdownIt>();
const PLAIN = /^[\p{L}\d ,]*$/u;

/** A line of plain text, such as a headline, set as the texts of its language are. */
export function setLine(text: string, lang: string): string {
  if (PLAIN.test(text) && !(/^fr\b/i.test(lang) && /\d \d/.test(text))) return text;
  let parser = parsers.get(lang);
  if (parser === undefined) {
    parser = createParser("zero", { typographer: true, quotes: [...quotesOf(lang)] });
    parser.core.ruler.enable(["replacements", "smartquotes"]);
    addTypography(parser, lang);
    parsers.set(lang, parser);
  }
  const [inline] = parser.parseInline(text.replace(/\s*\n\s*/g, " "), {});
  return (inline?.children ?? []).map(({ content }) => content).join("");
}
