/** When a page says it was published and last changed: the surest witness that can be read, in the zone that the page uses. */
import { DateTime } from "luxon";
import { type Element, isWithin, namesOf, textOf } from "./html-tree.ts";
import { selectVisible, type Witnesses } from "./html-witnesses.ts";
import { asText } from "../json.ts";
import { type DateHints, findPrintedDate } from "../dates/printed-date.ts";
import { selectLanguage } from "./html-head.ts";

export interface FoundDate {
  /** ISO 8601 with zone, or a bare day. */
  readonly date: string;
  readonly confidence: number;
  readonly note?: string;
}

interface Testimony {
  readonly text: string;
  readonly confidence: number;
}

const PUBLISHED_META = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "article:published",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publication_date",
  "publication-date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "date",
  "citation_publication_date",
  "cxenseparse:recs:publishtime",
  "article_date_original",
  "originalpublicationdate",
  "bt:pubdate",
  "rnews:datepublished",
  "iso-8601-publish-date",
  "displaydate",
];
const UPDATED_META = [
  "article:modified_time",
  "og:updated_time",
  "article:updated_time",
  "datemodified",
  "last-modified",
  "lastmod",
  "revised",
  "dcterms.modified",
  "dc.date.modified",
  "cxenseparse:recs:articlelastmodified",
];

interface ReadDate {
  readonly iso: string;
  readonly zoned: boolean;
  readonly at: number;
}

const EARLIEST = Date.UTC(1850, 0, 1);

/** Dates as machines print them; where none is read, as people do. */
function readDate(text: string, hints: DateHints): ReadDate | undefined {
  const { zone } = hints;
  const trimmed = text.trim().slice(0, 120);
  if (!/\d/.test(trimmed)) return undefined;
  if (/^\d{10}(?:\d{3})?$/.test(trimmed)) {
    const stamp = DateTime.fromMillis(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1), { zone: "utc" });
    return stamp.isValid ? finish(stamp, true, true) : undefined;
  }
  const compact = trimmed.replace(
    /^(\d{4}-\d\d-\d\d)[ T]+(\d\d:\d\d(?::\d\d)?)(\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/i,
    (_all, day: string, time: string, _part: string, offset: string | undefined) => `${day}T${time}${offset ?? ""}`,
  );
  if (/^\d{4}-\d\d-\d\d$/.test(compact)) {
    const day = DateTime.fromISO(compact, { zone: "utc" });
    return day.isValid && day.toMillis() > EARLIEST ? { iso: compact, zoned: true, at: day.toMillis() } : undefined;
  }
  if (/^\d{4}-\d\d-\d\dT/.test(compact)) {
    const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(compact);
    const time = DateTime.fromISO(compact, { setZone: true, ...(zoned ? {} : { zone: zone ?? "utc" }) });
    if (time.isValid) return finish(time, zoned, false);
  }
  const rfc = DateTime.fromRFC2822(trimmed, { setZone: true });
  if (rfc.isValid) return finish(rfc, true, false);
  const script = /^\p{L}{3} (\p{L}{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})/u.exec(trimmed);
  if (script !== null) {
    const time = DateTime.fromFormat(`${script[1]} ${script[2]}`, "LLL d yyyy HH:mm:ss ZZZ", {
      setZone: true,
      locale: "en",
    });
    if (time.isValid) return finish(time, true, false);
  }
  const printed = findPrintedDate(trimmed, hints);
  if (printed === undefined) return undefined;
  const at = Date.parse(printed.iso);
  return at > EARLIEST ? { iso: printed.iso, zoned: printed.zoned, at } : undefined;
}

function finish(time: DateTime, zoned: boolean, whole: boolean): ReadDate | undefined {
  const iso = (whole ? time : time.set({ millisecond: 0 })).toISO({ suppressMilliseconds: true });
  return iso === null || time.toMillis() < EARLIEST
    ? undefined
    : { iso, zoned, at: Math.floor(time.toMillis() / 1000) * 1000 };
}

/** Elements that print when the page was published: `time`, `datePublished`, and what is named for it; near the headline first. */
function visibleTimes(witnesses: Witnesses, updated: boolean): Testimony[] {
  const name = updated
    ? /updated|modified|aktualisiert|actualiz|mis-?a-?jour|modif/
    : /publish|pub-?date|post-?date|entry-?date|article-?date|date-?(?:line|published|time)?\b|datum|fecha|timestamp|byline|meta/;
  const found: Testimony[] = [];
  let looked = 0;
  const isFurniture = (element: Element): boolean =>
    /^(?:nav|footer|aside)$/.test(element.name) ||
    /related|sidebar|recommend|comment|teaser|latest|ticker|menu/.test(namesOf(element));
  for (const element of selectVisible(
    witnesses,
    (candidate) =>
      candidate.name === "time" ||
      /^date(?:Published|Modified)$/.test(candidate.attribs.itemprop ?? "") ||
      (name.test(namesOf(candidate)) && textOf(candidate).length < 90),
  )) {
    if (found.length >= 12 || ++looked > 200) break;
    if (isWithin(element, isFurniture)) continue;
    const prop = element.attribs.itemprop ?? "";
    const printed = textOf(element);
    const tells = /updat|modif|aktualis|actualiz|mis à jour|обновл/i.test(`${prop} ${namesOf(element)} ${printed}`);
    if (tells !== updated) continue;
    const machine = element.attribs.datetime ?? element.attribs.content ?? "";
    if (/\d{4}/.test(machine)) found.push({ text: machine, confidence: 0.75 });
    if (/\d/.test(printed)) found.push({ text: printed, confidence: 0.6 });
  }
  return found;
}

/** A date that stands alone in a line near the headline. */
function linesNearHeadline(witnesses: Witnesses): Testimony[] {
  const headline = witnesses.headlines[0];
  const found: Testimony[] = [];
  let isNear = headline === undefined;
  let seen = 0;
  for (const element of selectVisible(witnesses, () => true)) {
    if (element === headline) isNear = true;
    if (!isNear || element.children.some((child) => "name" in child && child.name !== "br")) continue;
    const text = textOf(element);
    if (text === "" || element === headline) continue;
    if (++seen > 40 || found.length > 4) break;
    if (text.length < 90 && /\d{4}/.test(text)) found.push({ text, confidence: 0.5 });
  }
  return found;
}

function testimonies(witnesses: Witnesses, updated: boolean): Testimony[] {
  const { article, meta, itemprops } = witnesses;
  const linked = updated ? [article.dateModified] : [article.datePublished, article.dateCreated, article.uploadDate];
  const props = itemprops.get(updated ? "dateModified" : "datePublished") ?? [];
  return [
    ...linked.flatMap((value) => asText(value) ?? []).map((text) => ({ text, confidence: 0.97 })),
    ...meta(...(updated ? UPDATED_META : PUBLISHED_META)).map((text) => ({ text, confidence: 0.92 })),
    ...props.map((element) => ({
      text: element.attribs.content ?? element.attribs.datetime ?? textOf(element),
      confidence: 0.9,
    })),
    ...visibleTimes(witnesses, updated),
    ...(updated ? [] : linesNearHeadline(witnesses)),
  ];
}

interface HeardTime extends ReadDate {
  readonly confidence: number;
}

/** A witness at least this sure wrote its date for machines, with the year first. */
const MACHINE = 0.75;

/** What the witnesses tell, the surest first. `04/10/2026` is the tenth of April where a machine's date beside it says so. */
function hearTimes(witnesses: Witnesses, updated: boolean): HeardTime[] {
  const told = testimonies(witnesses, updated).toSorted((one, other) => other.confidence - one.confidence);
  const lang = selectLanguage(witnesses);
  const hints: DateHints = lang === undefined ? {} : { lang };
  const days = new Set<string>();
  return told.flatMap(({ text, confidence }): HeardTime[] => {
    const readings = [
      readDate(text, hints),
      readDate(text, { ...hints, order: "day-first" }),
      readDate(text, { ...hints, order: "month-first" }),
    ].filter((read) => read !== undefined);
    const read = readings.find(({ iso }) => days.has(iso.slice(0, 10))) ?? readings[0];
    if (read === undefined) return [];
    if (confidence >= MACHINE) days.add(read.iso.slice(0, 10));
    return [{ ...read, confidence }];
  });
}

/** Reads one of the two times. A time of day without a zone is given one by another witness, or only its day is kept. */
function selectTime(witnesses: Witnesses, updated: boolean): FoundDate | undefined {
  const heard = hearTimes(witnesses, updated);
  const first = heard[0];
  if (first === undefined) return undefined;
  const isTimed = first.iso.length > 10;
  const same = heard.filter((other) => other.zoned && other.iso.length > 10 && Math.abs(other.at - first.at) < 60_000);
  if (isTimed && first.zoned) {
    const local = same.find((other) => !/(?:Z|[+-]00:?00)$/.test(other.iso)) ?? first;
    return { date: local.iso, confidence: Math.min(0.99, first.confidence + 0.01 * same.length) };
  }
  if (isTimed) {
    const clock = first.iso.slice(0, 16);
    const zoned = heard.find((other) => other.zoned && other.iso.slice(0, 16) === clock);
    if (zoned !== undefined) return { date: zoned.iso, confidence: first.confidence };
    return {
      date: first.iso.slice(0, 10),
      confidence: first.confidence * 0.9,
      note: `The page prints ${clock.slice(11)} without a zone; only the day was kept.`,
    };
  }
  const timed = heard.find(
    (other) => other.zoned && other.iso.startsWith(first.iso) && other.iso.length > 10 && other.confidence >= 0.75,
  );
  return { date: timed?.iso ?? first.iso, confidence: first.confidence };
}

/** When it was published, and when it was last changed where that is at least a minute later. */
export function selectDates(witnesses: Witnesses): { published?: FoundDate; updated?: FoundDate } {
  const published = selectTime(witnesses, false);
  const updated = selectTime(witnesses, true);
  if (published === undefined)
    return updated === undefined ? {} : { published: { ...updated, confidence: updated.confidence * 0.7 } };
  if (updated === undefined || Date.parse(updated.date) - Date.parse(published.date) < 60_000) return { published };
  if (updated.date.length === 10 && published.date.startsWith(updated.date)) return { published };
  return { published, updated };
}
