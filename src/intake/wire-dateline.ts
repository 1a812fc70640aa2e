/** The dateline of a wire item: what its text says, what its format tells beside it, and the two put together. */
import type { PlacedDateline } from "../article/article.ts";
import { parseDateline, recogniseDateline, takeDateline } from "../article/dateline.ts";
import { isRegion } from "../article/region.ts";
import { defined } from "./defined.ts";

/** For comparing texts: letters and digits alone. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** `Grosseto, Tuscany, Italy` in its parts; the format says that it is a place, so any name is taken for one. */
export function parseLocated(located: string): PlacedDateline | undefined {
  const parsed = recogniseDateline(located);
  if (parsed !== undefined) return parsed;
  const [place, ...around] = located.split(/\s*,\s*/).filter((part) => part !== "");
  if (place === undefined) return undefined;
  const last = around.at(-1);
  const country = last !== undefined && !isRegion(last) ? last : undefined;
  const region = country === undefined ? last : around.at(-2);
  return { place, ...(region === undefined ? {} : { region }), ...(country === undefined ? {} : { country }) };
}

/** What an editor's words say, where they name a place. */
function typedParts(printed: string): PlacedDateline | undefined {
  const { printed: _printed, place, ...parts } = parseDateline(printed);
  return place === undefined ? undefined : { place, ...parts };
}

/**
 * A dateline that the format tells apart from the text, beside the place that it names: what the reader of datelines does
 * not know is taken apart at that place, `وادي نظر، 14 نوفمبر (نورثلاين)`.
 */
export function parseTold(printed: string, located: string | undefined): PlacedDateline | undefined {
  const parsed = recogniseDateline(printed);
  if (parsed !== undefined) return parsed;
  if (located === undefined || !printed.startsWith(located)) return typedParts(printed);
  const place = parseLocated(located);
  const around = /^(?:\s*[,،]\s*([^()]+?))?\s*(?:\(([^()]+)\))?$/u.exec(printed.slice(located.length));
  if (place === undefined || around === null) return typedParts(printed);
  return { ...place, ...defined({ agency: around[2], date: around[1] }) };
}

/** The first paragraph as a dateline stands in it: not emphasised, its closing sign not escaped. */
function datelineHead(paragraph: string): string {
  return paragraph.replace(/^(\*\*|__|[*_])(.{2,90}?)\1/, "$2").replace(/^(.{2,90}?[\s)])\\([_-])/, "$1$2");
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** `Hafenstadt (kw) - Die …`: a place that the item names makes a dateline of what would be too little by itself. */
function takeNamed(paragraph: string, named: PlacedDateline | undefined): ReturnType<typeof takeDateline> {
  if (named === undefined) return undefined;
  const sign = new RegExp(`^${escapeRegExp(named.place)}\\s?(?:\\(([^()]{1,30})\\))?\\s*(?:[-–—_]+|:)\\s+`, "iu");
  const match = sign.exec(paragraph);
  if (match === null) return undefined;
  const place = paragraph.slice(0, named.place.length);
  const dateline = { place, ...defined({ agency: match[1] }) };
  return { dateline, rest: paragraph.slice(match[0].length), printed: match[0].trim(), confidence: 0.9 };
}

/** What the text says counts; what the item names beside it fills the gaps. */
function mergeDatelines(named: PlacedDateline, taken: PlacedDateline): PlacedDateline {
  if (taken.country !== undefined) return { ...defined({ region: named.region }), ...taken };
  if (taken.region === undefined) return { ...named, ...taken };
  if (taken.region !== named.country) return { ...defined({ country: named.country }), ...taken };
  const { region: country, ...rest } = taken;
  return { ...rest, country, ...defined({ region: named.region }) };
}

/** `(New York, NY - October 21) The …`: a dateline in brackets counts where the item names the same place. */
function takeBracketed(paragraph: string, named: PlacedDateline | undefined): ReturnType<typeof takeDateline> {
  const match = /^\(([^()]{3,70})\)\s+(?=\S)/.exec(paragraph);
  const dateline = recogniseDateline(match?.[1]?.replace(/\s+[-–—]\s+/, ", ") ?? "");
  if (match === null || dateline === undefined || named === undefined || bare(named.place) !== bare(dateline.place)) {
    return undefined;
  }
  return { dateline, rest: paragraph.slice(match[0].length), printed: match[0].trim(), confidence: 0.9 };
}

/** What of a draft is looked at and settled here. */
interface Datelined {
  readonly datelineApart?: boolean;
  readonly located?: string | undefined;
  dateline?: PlacedDateline | undefined;
  readonly confidence: Record<string, number>;
  readonly notes: string[];
}

/** Takes the dateline off the text. What the format names beside it fills the gaps, and stands in where the text has none. */
export function settleDateline(draft: Datelined, markdown: string): string {
  if (draft.datelineApart === true) return markdown;
  const first = markdown.split("\n\n", 1)[0] ?? "";
  const named = draft.dateline ?? (draft.located === undefined ? undefined : parseLocated(draft.located));
  const taken =
    takeDateline(datelineHead(first)) ?? takeBracketed(first, named) ?? takeNamed(datelineHead(first), named);
  if (taken === undefined) {
    draft.dateline = named;
    if (named !== undefined) draft.confidence.dateline = draft.located === undefined ? 1 : 0.8;
    return markdown;
  }
  const same = named !== undefined && bare(named.place) === bare(taken.dateline.place);
  draft.dateline = same ? mergeDatelines(named, taken.dateline) : taken.dateline;
  draft.confidence.dateline = same ? 1 : taken.confidence;
  if (named !== undefined && !same) {
    draft.notes.push(`dateline: the item names ${named.place}, its text ${taken.dateline.place}; the text counts.`);
  }
  return `${taken.rest.trimStart()}${markdown.slice(first.length)}`;
}
