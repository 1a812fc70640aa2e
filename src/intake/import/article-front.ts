/** A wire item → the front matter of an article file: keys in their order, values as `parseArticle` takes them. */
import { isName } from "../../article/address.ts";
import { parseAlias } from "../../article/alias.ts";
import type { Dateline } from "../../article/article.ts";
import { parseDateline, renderDateline } from "../../article/dateline.ts";
import { parseInstant, renderIso } from "../../article/instant.ts";
import type { ArticleContext } from "../../article/parse.ts";
import type { PlacedPicture } from "./article-pictures.ts";
import { defined } from "../defined.ts";
import { oneLine } from "../text/one-line.ts";
import type { WireItem } from "../wire-item.ts";

/** Front matter in the order of the file; `dateline` in parts. */
export type Front = Readonly<Record<string, unknown>>;

export interface FrontResult {
  readonly front: Front;
  readonly notes: readonly string[];
  /** Why an editor must look at it. */
  readonly needs: readonly string[];
}

export interface FrontInput {
  readonly item: WireItem;
  readonly context: ArticleContext;
  /** The instant of the import. */
  readonly now: number;
  readonly image?: PlacedPicture | undefined;
  readonly audio?: string | undefined;
}

const WEB = /^https?:\/\/[^\s]+$/i;

/** An address as it may stand in a file: http or https, without what no address has. */
function webAddress(address: string | undefined): string | undefined {
  const trimmed = address?.trim();
  if (trimmed === undefined || !WEB.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return new URL(trimmed).href === `${trimmed}/` ? trimmed : trimmed.replace(/[<>"\\^`{|}]/g, encodeURIComponent);
}

/** The text that stands for a dateline in the file where it reads back the same, else its parts. */
export function datelineForFile(dateline: Dateline): string | Dateline {
  const text = renderDateline(dateline);
  const back = parseDateline(text);
  const same = (["place", "region", "country", "agency", "date"] as const).every((key) => back[key] === dateline[key]);
  return same ? text : dateline;
}

function uniqueTags(tags: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const tag of tags) {
    const line = oneLine(tag);
    if (line !== undefined && line.length <= 120 && !found.has(line.toLowerCase())) found.set(line.toLowerCase(), line);
  }
  return [...found.values()];
}

/** The site's tag for a language: itself, or the same language without its region. */
function languageOf(lang: string | undefined, context: ArticleContext): string | undefined {
  const line = oneLine(lang)?.replaceAll("_", "-");
  if (line === undefined) return undefined;
  const known = context.languages.find((language) => language.toLowerCase() === line.toLowerCase());
  const base = line.split("-")[0]?.toLowerCase();
  const chosen = known ?? context.languages.find((language) => language.toLowerCase() === base) ?? line;
  return chosen === context.language ? undefined : chosen;
}

/** Instants for the file. Bare days where a zone is asked for become their midnight. */
class Dates {
  readonly #zone: string;
  readonly notes: string[] = [];
  constructor(zone: string) {
    this.#zone = zone;
  }
  /** The text where it is a date, else undefined and a note. */
  read(key: string, text: string | undefined, zoned = false): { text: string; at: number } | undefined {
    const line = oneLine(text);
    if (line === undefined) return undefined;
    const parsed = parseInstant(line, this.#zone);
    if ("fault" in parsed) {
      this.notes.push(`${key}: “${line.slice(0, 40)}” ${parsed.fault}; it was left out.`);
      return undefined;
    }
    return { text: zoned && parsed.dayOnly ? renderIso(parsed.at, this.#zone) : line, at: parsed.at };
  }
}

function relatedOf(item: WireItem): unknown[] {
  return item.related.flatMap(({ title, url, source }): unknown[] => {
    const line = oneLine(title);
    const address = webAddress(url);
    if (line === undefined) return address === undefined ? [] : [address];
    return address === undefined ? [line] : [defined({ title: line, url: address, source: oneLine(source) })];
  });
}

function sourceOf(item: WireItem, dates: Dates): Front | undefined {
  const url = webAddress(item.source?.url);
  const host = url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, "");
  const name = oneLine(item.source?.name) ?? host;
  return name === undefined
    ? undefined
    : defined({ name, url, captured: dates.read("source.captured", item.source?.captured)?.text });
}

/** A name alone where it has no number. */
function seriesOf({ series }: WireItem): unknown {
  const name = oneLine(series?.name);
  if (name === undefined) return undefined;
  return series?.part === undefined ? name : { name, part: series.part };
}

/** Makes the front matter of an item. Nothing is thrown: what cannot stand in a file is left out and noted. */
export function makeFront({ item, context, now, image, audio }: FrontInput): FrontResult {
  const dates = new Dates(context.timeZone);
  const { notes } = dates;
  const needs: string[] = [];
  const title = oneLine(item.title);
  if (title === undefined) needs.push("it has no headline; give it one with --title, or write `title:`");
  const date = dates.read("date", item.date);
  if (date === undefined) needs.push("it has no date; give it one with --date, or write `date:`");
  let updated = dates.read("updated", item.updated);
  if (updated !== undefined && date !== undefined && updated.at < date.at) {
    notes.push(`updated: ${updated.text} is before the date of publication; it was left out.`);
    updated = undefined;
  }
  if (updated?.at === date?.at) updated = undefined;
  const given = oneLine(item.section);
  const section = context.sections === undefined ? given : context.sections.get(given?.toLowerCase() ?? "");
  let kicker = oneLine(item.kicker);
  if (given !== undefined && section === undefined) {
    if (kicker === undefined) kicker = given;
    notes.push(
      `section: “${given}” is not in sections.yaml; ${kicker === given ? "it stands as the kicker" : "it was left out"}.`,
    );
  }
  const embargo = dates.read("embargo", item.embargo, true);
  const ends = dates.read("expires", item.expires, true);
  const begins = Math.max(date?.at ?? 0, embargo?.at ?? 0);
  const expires = ends !== undefined && ends.at <= begins ? undefined : ends;
  if (ends !== expires) notes.push(`expires: ${ends?.text} is not after it is published; it was left out.`);
  const today = renderIso(now, context.timeZone, true);
  const corrections = item.corrections.flatMap(({ kind, text, date: made }) => {
    const line = oneLine(text);
    if (line === undefined) return [];
    const at = dates.read("corrections", made)?.text ?? updated?.text ?? date?.text ?? today;
    return [{ date: at, kind, text: line }];
  });
  const retracted =
    item.retracted === undefined
      ? undefined
      : {
          date: dates.read("retracted", item.retracted.date)?.text ?? today,
          reason: oneLine(item.retracted.reason) ?? "The publisher withdrew it.",
        };
  const aliases = (item.aliases ?? []).flatMap((address) => {
    const line = oneLine(address);
    if (line !== undefined && parseAlias(line) !== undefined) return [line];
    notes.push(`aliases: ${address} is no address that a page can stand at; it was left out.`);
    return [];
  });
  const byline = uniqueTags(item.byline);
  const tags = uniqueTags(item.tags);
  const related = relatedOf(item);
  const translates = oneLine(item.translates);
  const front = defined({
    title,
    date: date?.text,
    updated: updated?.text,
    dateline:
      item.dateline === undefined
        ? undefined
        : item.dateline.place === undefined
          ? oneLine(item.dateline.printed)
          : defined({
              place: oneLine(item.dateline.place),
              region: oneLine(item.dateline.region),
              country: oneLine(item.dateline.country),
              agency: oneLine(item.dateline.agency),
              date: oneLine(item.dateline.date),
            }),
    byline: byline.length === 0 ? undefined : byline.length === 1 ? byline[0] : byline,
    section,
    kicker,
    standfirst: oneLine(item.standfirst),
    tags: tags.length === 0 ? undefined : tags,
    series: seriesOf(item),
    related: related.length === 0 ? undefined : related,
    lang: languageOf(item.lang, context),
    translates: translates !== undefined && /^\d{4}\/\d{2}\/[^\s/]+$/.test(translates) ? translates : undefined,
    image,
    audio: audio === undefined ? undefined : { src: audio },
    corrections: corrections.length === 0 ? undefined : corrections,
    retracted,
    embargo: embargo?.text,
    expires: expires?.text,
    draft: item.draft === true ? true : undefined,
    discussion: item.discussion === "open" ? undefined : item.discussion,
    source: sourceOf(item, dates),
    aliases: aliases.length === 0 ? undefined : aliases,
  });
  return { front, notes, needs };
}

/** A wanted file name that may stand in an address, or undefined. */
export function wantedName(item: WireItem): string | undefined {
  return item.slug !== undefined && isName(item.slug) ? item.slug : undefined;
}
