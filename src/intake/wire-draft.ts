/** A wire item while its reader fills it, and the steps that are the same for every format once it is filled. */
import type { PlacedDateline } from "../article/article.ts";
import { isPerson, parseByline } from "../article/printed-byline.ts";
import { defined } from "./defined.ts";
import { htmlToMarkdown } from "./text/html-to-markdown.ts";
import { paragraphsOf } from "./text/markdown-text.ts";
import { bare, settleDateline } from "./wire-dateline.ts";
import { instantOf, readWireInstant } from "./dates/wire-instant.ts";
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
  dateline?: PlacedDateline | undefined;
  /** The place of origin as the format names it: `Grosseto, Italy`. */
  located?: string | undefined;
  /** True where the dateline stands apart from the text, so that none is taken off it. */
  datelineApart?: boolean;
  section?: string | undefined;
  slug?: string | undefined;
  translates?: string | undefined;
  series?: WireItem["series"];
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
  return withoutByline(draft, withoutHeadline(markdown.trim(), draft.title));
}

/** A byline that stands as the first line of the text is the item's where it has no other. */
function withoutByline(draft: WireDraft, markdown: string): string {
  const [first = ""] = markdown.split("\n\n", 1);
  if (first.length > 120 || !/^(?:By|BY|Von|Par|Por|Di|Door)\s/u.test(first)) return markdown;
  const names = parseByline(first);
  if (names.length === 0 || !names.every(isPerson)) return markdown;
  if (draft.byline.length === 0) draft.byline = names;
  return names.every((name) => draft.byline.includes(name)) ? markdown.slice(first.length).trimStart() : markdown;
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
  const { slug, translates, series } = draft;
  const source = defined(draft.source);
  for (const [key, value] of Object.entries({ title, kicker, standfirst, section, lang })) {
    if (value !== undefined) draft.confidence[key] ??= 1;
  }
  return {
    format: draft.format,
    ...defined({ id, title, kicker, standfirst, date, updated, dateline, section, lang, embargo, expires }),
    ...defined({ slug, translates, series }),
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
