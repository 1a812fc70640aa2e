/** A wire item while its reader fills it, and the steps that are the same for every format once it is filled. */
import type { Dateline } from "../article/article.ts";
import { parseDateline, takeDateline } from "../article/dateline.ts";
import { isRegion } from "../article/region.ts";
import { defined } from "./defined.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { paragraphsOf } from "./markdown-text.ts";
import { instantOf, readWireInstant } from "./wire-instant.ts";
import type { WireItem, WireMedia, WireRelated, WireSubject } from "./wire-item.ts";

/** What a reader found; `finishDraft` makes the item of it. */
export interface WireDraft {
  readonly format: string;
  id?: string | undefined;
  title?: string | undefined;
  kicker?: string | undefined;
  standfirst?: string | undefined;
  byline: string[];
  /** As the format gives them; `finishDraft` brings them into one form. */
  date?: string | undefined;
  updated?: string | undefined;
  embargo?: string | undefined;
  expires?: string | undefined;
  /** The dateline in its parts, where the format has them; else it is taken from the text. */
  dateline?: Dateline | undefined;
  /** The place of origin as the format names it: `Grosseto, Italy`. */
  located?: string | undefined;
  /** True where the dateline stands apart from the text, so that none is taken off it. */
  datelineApart?: boolean;
  section?: string | undefined;
  slug?: string | undefined;
  translates?: string | undefined;
  subjects: WireSubject[];
  related: WireRelated[];
  lang?: string | undefined;
  corrections: WireItem["corrections"][number][];
  retracted?: { date?: string | undefined; reason: string } | undefined;
  source: { name?: string | undefined; url?: string | undefined };
  media: WireMedia[];
  /** The text as markup; readers of plain formats make paragraphs of it. */
  html: string;
  /** The text as Markdown, where the format carries it; `html` is then not looked at. */
  markdown?: string | undefined;
  readonly confidence: Record<string, number>;
  notes: string[];
  needs: string[];
}

/** An empty draft. */
export function newDraft(format: string): WireDraft {
  return {
    format,
    byline: [],
    subjects: [],
    related: [],
    corrections: [],
    source: {},
    media: [],
    html: "",
    confidence: {},
    notes: [],
    needs: [],
  };
}

function settleTime(draft: WireDraft, key: "date" | "updated" | "embargo" | "expires"): void {
  const text = draft[key];
  if (text === undefined) return;
  const read = readWireInstant(text);
  if (read?.note !== undefined) draft.notes.push(`${key}: ${read.note}.`);
  if (read === undefined) {
    const found = `${key}: ${JSON.stringify(text.slice(0, 60))} is no time`;
    // An embargo that cannot be read must hold: only an editor may lift it.
    if (key === "embargo") draft.needs.push(`${found}; the embargo cannot be kept without one`);
    else draft.notes.push(`${found} and was left out.`);
  }
  draft[key] = read?.iso;
  draft.confidence[key] ??= read?.note === undefined ? 1 : 0.6;
}

function settleTimes(draft: WireDraft): void {
  for (const key of ["date", "updated", "embargo", "expires"] as const) settleTime(draft, key);
  if (draft.date === undefined) {
    draft.date = draft.updated;
    draft.updated = undefined;
    draft.confidence.date = draft.confidence.updated ?? 0;
  }
  if (draft.updated === undefined) delete draft.confidence.updated;
  if (draft.date === undefined || draft.updated === undefined) return;
  // A bare day begins up to 14 hours before its midnight in UTC.
  const date = instantOf(draft.date) - (draft.date.length === 10 ? 14 * 3_600_000 : 0);
  const updated = instantOf(draft.updated);
  if (updated < date) draft.notes.push(`updated: ${draft.updated} is before the date and was left out.`);
  if (updated <= date) draft.updated = undefined;
}

/** A note of the sender to editors: kept for them, never printed. */
export function noteToEditors(text: string): string {
  return `Note to editors: ${text
    .replace(/\s+/g, " ")
    .replace(/^\s*(?:note to editors?|editors?[’']? note|eds)\s*[:_—-]\s*/i, "")
    .trim()}`;
}

/** For comparing texts: letters and digits alone. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Many bodies repeat the headline as their first heading. */
function withoutHeadline(markdown: string, title: string | undefined): string {
  const first = /^(?:#{1,6}\s+)?([^\n]+)(?:\n+|$)/.exec(markdown);
  const repeats = title !== undefined && first?.[1] !== undefined && bare(first[1]) === bare(title);
  return repeats && bare(title) !== "" && first[0].length < markdown.length
    ? markdown.slice(first[0].length)
    : markdown;
}

/** The same heading before it makes the subheads below it one level lower. */
function withoutTopHeading(html: string, title: string | undefined): string {
  const heading = /<h1\b[^>]{0,400}>([^<]{0,500})<\/h1>/i.exec(html.slice(0, 20_000));
  if (heading?.[1] === undefined || title === undefined || bare(heading[1]) !== bare(title)) return html;
  return html.slice(0, heading.index) + html.slice(heading.index + heading[0].length);
}

function settleBody(draft: WireDraft): string {
  const html = withoutTopHeading(draft.html, draft.title);
  const markdown = draft.markdown ?? (html.trim() === "" ? "" : htmlToMarkdown(html).markdown);
  return withoutHeadline(markdown.trim(), draft.title);
}

/** `Grosseto, Tuscany, Italy` in its parts; the format says that it is a place, so any name is taken for one. */
export function parseLocated(located: string): Dateline | undefined {
  const parsed = parseDateline(located);
  if (parsed !== undefined) return parsed;
  const [place, ...around] = located.split(/\s*,\s*/).filter((part) => part !== "");
  if (place === undefined) return undefined;
  const last = around.at(-1);
  const country = last !== undefined && !isRegion(last) ? last : undefined;
  const region = country === undefined ? last : around.at(-2);
  return { place, ...(region === undefined ? {} : { region }), ...(country === undefined ? {} : { country }) };
}

/**
 * A dateline that the format tells apart from the text, beside the place that it names: what the reader of datelines does
 * not know is taken apart at that place, `وادي نظر، 14 نوفمبر (نورثلاين)`.
 */
export function parseTold(printed: string, located: string | undefined): Dateline | undefined {
  const parsed = parseDateline(printed);
  if (parsed !== undefined || located === undefined || !printed.startsWith(located)) return parsed;
  const place = parseLocated(located);
  const around = /^(?:\s*[,،]\s*([^()]+?))?\s*(?:\(([^()]+)\))?$/u.exec(printed.slice(located.length));
  if (place === undefined || around === null) return undefined;
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
function takeNamed(paragraph: string, named: Dateline | undefined): ReturnType<typeof takeDateline> {
  if (named === undefined) return undefined;
  const sign = new RegExp(`^${escapeRegExp(named.place)}\\s?(?:\\(([^()]{1,30})\\))?\\s*(?:[-–—_]+|:)\\s+`, "iu");
  const match = sign.exec(paragraph);
  if (match === null) return undefined;
  const place = paragraph.slice(0, named.place.length);
  const dateline = { place, ...defined({ agency: match[1] }) };
  return { dateline, rest: paragraph.slice(match[0].length), printed: match[0].trim(), confidence: 0.9 };
}

/** What the text says counts; what the item names beside it fills the gaps. */
function mergeDatelines(named: Dateline, taken: Dateline): Dateline {
  if (taken.country !== undefined) return { ...defined({ region: named.region }), ...taken };
  if (taken.region === undefined) return { ...named, ...taken };
  if (taken.region !== named.country) return { ...defined({ country: named.country }), ...taken };
  const { region: country, ...rest } = taken;
  return { ...rest, country, ...defined({ region: named.region }) };
}

/** `(New York, NY - October 21) The …`: a dateline in brackets counts where the item names the same place. */
function takeBracketed(paragraph: string, named: Dateline | undefined): ReturnType<typeof takeDateline> {
  const match = /^\(([^()]{3,70})\)\s+(?=\S)/.exec(paragraph);
  const dateline = parseDateline(match?.[1]?.replace(/\s+[-–—]\s+/, ", ") ?? "");
  if (match === null || dateline === undefined || named === undefined || bare(named.place) !== bare(dateline.place)) {
    return undefined;
  }
  return { dateline, rest: paragraph.slice(match[0].length), printed: match[0].trim(), confidence: 0.9 };
}

/** Takes the dateline off the text. What the format names beside it fills the gaps, and stands in where the text has none. */
function settleDateline(draft: WireDraft, markdown: string): string {
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

/** A summary that only repeats the beginning of the text is none. */
function settleStandfirst(draft: WireDraft, paragraphs: readonly string[]): void {
  // A summary that the sender's own role calls a standfirst is one, whatever it says.
  if (draft.standfirst === undefined || draft.confidence.standfirst === 1) return;
  const summary = bare(draft.standfirst);
  if (summary === "") draft.standfirst = undefined;
  else if (bare(paragraphs.slice(0, 4).join(" ")).includes(summary.slice(0, Math.max(12, summary.length - 8)))) {
    draft.standfirst = undefined;
    draft.notes.push("standfirst: it repeats the beginning of the text and was left out.");
  }
}

function selectTags(subjects: readonly WireSubject[]): string[] {
  const names = new Map<string, string>();
  for (const { name } of subjects) {
    const key = name.toLowerCase();
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** A byline often ends in the agency's name; the agency wrote it only where nobody else is named. */
function settleByline(draft: WireDraft): void {
  const houses = new Set([draft.source.name, draft.dateline?.agency].map((name) => bare(name ?? "")));
  const people = draft.byline.filter((name) => bare(name) === "" || !houses.has(bare(name)));
  if (people.length > 0) draft.byline = [...new Set(people)];
  if (draft.byline.length > 0) draft.confidence.byline ??= 0.9;
}

/** The item, with what is the same for all formats brought into order: times, text, dateline, summary, tags. */
export function finishDraft(draft: WireDraft): WireItem {
  settleTimes(draft);
  const body = settleDateline(draft, settleBody(draft)).trim();
  const paragraphs = paragraphsOf(body);
  settleStandfirst(draft, paragraphs);
  settleByline(draft);
  if (draft.retracted !== undefined && draft.id === undefined) {
    draft.needs.push("it cancels an earlier item and does not say which");
  }
  const { id, title, kicker, standfirst, date, updated, dateline, section, lang, embargo, expires } = draft;
  const { slug, translates } = draft;
  const source = defined(draft.source);
  for (const [key, value] of Object.entries({ title, kicker, standfirst, section, lang })) {
    if (value !== undefined) draft.confidence[key] ??= 1;
  }
  return {
    format: draft.format,
    ...defined({ id, title, kicker, standfirst, date, updated, dateline, section, lang, embargo, expires }),
    ...defined({ slug, translates }),
    byline: draft.byline,
    tags: selectTags(draft.subjects),
    ...(draft.subjects.length > 0 ? { subjects: draft.subjects } : {}),
    related: draft.related,
    corrections: draft.corrections,
    ...(draft.retracted === undefined
      ? {}
      : {
          retracted: {
            ...defined({ date: readWireInstant(draft.retracted.date)?.iso }),
            reason: draft.retracted.reason,
          },
        }),
    ...(Object.keys(source).length > 0 ? { source } : {}),
    media: draft.media,
    body,
    paragraphs,
    confidence: draft.confidence,
    notes: draft.notes,
    needs: draft.needs,
  };
}
