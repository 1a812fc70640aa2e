/** What is taken off the text of a page once it is Markdown: its dateline, its first picture, its corrections; and what serves as its standfirst. */
import { takeDateline } from "../../article/dateline.ts";
import type { HtmlPicture } from "./html-picture.ts";
import { bareLetters, isSameLine } from "./html-shingles.ts";
import type { Witnesses } from "./html-witnesses.ts";
import { asText } from "../json.ts";
import { paragraphsOf } from "../text/markdown-text.ts";
import type { WireItem } from "../wire-item.ts";
import { readCorrection } from "../wire/wire-text-note.ts";

/** Characters at the head of a text in which its dateline is looked for. */
const MAX_HEAD = 600;

/** The text as the page's data tells it: JSON-LD, or the element that microdata marks. */
export function knownBody(witnesses: Witnesses): string | undefined {
  const told = asText(witnesses.article.articleBody) ?? asText(witnesses.article.text);
  if (told === undefined) return undefined;
  return /<(?:p|br|div|h\d)\b/i.test(told)
    ? told.replace(/<\/?(?:p|div|br|h\d)\b[^>]*>/gi, "\n\n").replace(/<[^>]+>/g, " ")
    : told;
}

/** What of the paragraphs is a public note on what was changed. */
export function takeCorrections(markdown: string): { body: string; corrections: WireItem["corrections"] } {
  const corrections: WireItem["corrections"][number][] = [];
  const blocks = markdown.split("\n\n");
  const kept = blocks.filter((block, index) => {
    if (block.length > 1_600 || block.startsWith("#") || (index > 2 && index < blocks.length - 4)) return true;
    const plain = paragraphsOf(block).join(" ");
    const correction = readCorrection(plain);
    if (correction === undefined) return true;
    corrections.push(correction);
    return false;
  });
  return { body: kept.join("\n\n"), corrections };
}

/** Public notes that stand outside of the text. */
export function correctionsAround(
  lines: readonly string[],
  known: WireItem["corrections"],
): WireItem["corrections"][number][] {
  const seen = new Set(known.map(({ text }) => bareLetters(text)));
  return lines.flatMap((line) => {
    const correction = readCorrection(line);
    const key = bareLetters(correction?.text ?? "");
    if (correction === undefined || correction.kind === "update" || seen.has(key)) return [];
    seen.add(key);
    return [correction];
  });
}

/** What is left of a text, and the dateline that stood at its head. */
export interface TakenHead {
  readonly body: string;
  readonly dateline?: NonNullable<WireItem["dateline"]>;
  readonly confidence?: number;
}

/** Takes the dateline off the first paragraph; agencies may set it in bold type. */
export function takeHead(markdown: string): TakenHead {
  const end = markdown.indexOf("\n\n");
  const first = end < 0 ? markdown : markdown.slice(0, end);
  if (/^(?:[#>|]|!\[|- |\d+\. )/.test(first)) return { body: markdown };
  const bare = first.replace(/^(\*\*|\*)(?=\S)([^*\n]{2,120}?)\1/, "$2");
  const [start, after] = [bare.slice(0, MAX_HEAD), bare.slice(MAX_HEAD)];
  const taken = takeDateline(start);
  if (taken === undefined || taken.confidence < 0.5 || taken.rest === "") return { body: markdown };
  return {
    body: `${taken.rest}${after}${end < 0 ? "" : markdown.slice(end)}`,
    dateline: taken.dateline,
    confidence: taken.confidence,
  };
}

/** A picture that stands before the first word is the main one. */
export function takeFirstPicture(
  markdown: string,
  pictures: readonly HtmlPicture[],
): { body: string; picture?: HtmlPicture } {
  if (!markdown.startsWith("![")) return { body: markdown };
  const end = markdown.indexOf("\n\n");
  const picture = pictures[0];
  return picture === undefined ? { body: markdown } : { body: end < 0 ? "" : markdown.slice(end + 2), picture };
}

/** A description that the page does not print serves as a standfirst where it is whole and does not say what the text says first. */
export function standfirstFrom(
  described: string | undefined,
  paragraphs: readonly string[],
  title: string | undefined,
): string | undefined {
  if (described === undefined || /(?:\.{3}|…)$/.test(described) || described.length > 400) return undefined;
  const lead = paragraphs.slice(0, 3);
  if (
    lead.some(
      (text) => isSameLine(text, described) || bareLetters(text).startsWith(bareLetters(described).slice(0, 60)),
    )
  )
    return undefined;
  return title !== undefined && isSameLine(title, described) ? undefined : described;
}
