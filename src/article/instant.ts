/**
 * The one place where times are read and printed. An instant is a number: milliseconds since 1970-01-01T00:00Z.
 * Formats: ISO 8601 for reading and for machines; words of the page's language for readers.
 */
import { DateTime, type DateTimeFormatOptions } from "luxon";
import { UsageError } from "./usage-error.ts";

/** An instant as an editor gave it. `dayOnly` is true for a bare day, which means midnight in the site's zone. */
export interface GivenInstant {
  readonly at: number;
  readonly dayOnly: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:T| +)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) *(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
/** Hours and minutes of the difference from UTC; no place on earth has more than 14 hours. */
const OFFSET = /^[+-](?:0\d|1[0-4])(?::?[0-5]\d)?$/;

/** Milliseconds of an instant written in UTC as nearly all are, `2021-01-15T15:45Z`; undefined for any other text, and any other form. */
function readUtc(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{3})?)?Z$/.test(text)) return undefined;
  const read = new Date(text);
  // A day or an hour that does not exist turns into another one.
  const stands = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text.slice(0, -1));
  return stands ? read.getTime() : undefined;
}

/** Why a text is no instant, and what to write instead. */
export interface InstantFault {
  readonly fault: string;
  readonly instead: string;
}

/** What was probably meant: `2021-01-15 8h05` → `2021-01-15T08:05`. */
function meantInstant(text: string): string | undefined {
  const clock = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2})\s*(?:h|:|\.)\s*(\d{2})?)?/i.exec(text);
  if (clock === null) return undefined;
  const [year = "", month = "", day = "", hour, minute = "00"] = clock.slice(1);
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return hour === undefined ? date : `${date}T${hour.padStart(2, "0")}:${minute}`;
}

/**
 * Reads `2021-01-15T15:45Z`, `2021-01-15 18:45 +0300`, `2021-01-15 15:45` or `2021-01-15`; the zone is IANA and counts for what
 * names none: a time on its clock, a bare day as its midnight.
 */
export function parseInstant(text: string, zone: string): GivenInstant | InstantFault {
  const trimmed = text.trim();
  const dayOnly = DAY.test(trimmed);
  const written = dayOnly ? undefined : readUtc(trimmed);
  if (written !== undefined) return { at: written, dayOnly };
  const [, day, clock, offset] = INSTANT.exec(trimmed) ?? [];
  if (!dayOnly && (day === undefined || clock === undefined)) {
    const meant = meantInstant(trimmed);
    return { fault: "is not a date", instead: meant ?? "2021-01-15T15:45, 2021-01-15T15:45Z or 2021-01-15" };
  }
  const isUtc = offset !== undefined && /^[zug]/i.test(offset);
  if (offset !== undefined && !isUtc && !OFFSET.test(offset))
    return { fault: "has a zone that does not exist", instead: `${day}T${clock}, then Z, or -12:00 to +14:00` };
  const iso = dayOnly ? trimmed : `${day}T${clock?.padStart(clock.indexOf(":") === 1 ? clock.length + 1 : 0, "0")}`;
  // A text that names its zone is the same instant in any; UTC is found soonest.
  const named = offset === undefined ? "" : isUtc ? "Z" : offset;
  const parsed = DateTime.fromISO(iso + named, { zone: offset === undefined ? zone : "utc" });
  if (!parsed.isValid)
    return { fault: "is a date that does not exist", instead: "a day of the calendar and a time from 00:00 to 23:59" };
  return { at: parsed.toMillis(), dayOnly };
}

const LOCALES: Readonly<Record<string, string>> = { en: "en-GB", ar: "ar-u-nu-latn", fa: "fa-u-nu-latn" };

function at(instant: number, zone: string, lang: string): DateTime {
  return DateTime.fromMillis(instant, { zone, locale: LOCALES[lang] ?? lang });
}

/** A small memory. `alike` gives the same number for instants that are printed alike in a zone; the instant itself where unset. */
function remembered<Value>(
  print: (instant: number, zone: string, lang: string) => Value,
  alike: (instant: number, zone: string) => number = (instant) => instant,
): typeof print {
  const memories = new Map<string, Map<number, Value>>();
  // Nearly all of a site is printed in one zone and language, one after the other.
  let last = { zone: "", lang: "", memory: new Map<number, Value>() };
  return (instant, zone, lang) => {
    if (last.zone !== zone || last.lang !== lang) {
      const memory = memories.get(`${zone} ${lang}`) ?? new Map<number, Value>();
      memories.set(`${zone} ${lang}`, memory);
      last = { zone, lang, memory };
    }
    const { memory } = last;
    const key = alike(instant, zone);
    let value = memory.get(key);
    if (value === undefined) {
      if (memory.size > 20_000) memory.clear();
      value = print(instant, zone, lang);
      memory.set(key, value);
    }
    return value;
  };
}

const MINUTE = 60_000;
const DAY_LENGTH = 24 * 60 * MINUTE;
/** Since 1973 zones have set their clocks at full quarters of an hour only, so that one offset serves each quarter. */
const QUARTER = 15 * MINUTE;
const QUARTERS_SINCE = Date.UTC(1973, 0, 1);

const offsetAt = (instant: number, zone: string): number => at(instant, zone, "en").offset;
const offsetOfQuarter = remembered(offsetAt, (instant) => Math.floor(instant / QUARTER));

/** Milliseconds since 1970 on the zone's own clock. */
function localTime(instant: number, zone: string): number {
  if (zone === "utc" || zone === "UTC") return instant;
  return instant + (instant < QUARTERS_SINCE ? offsetAt(instant, zone) : offsetOfQuarter(instant, zone, "")) * MINUTE;
}

const dayOf = (instant: number, zone: string): number => Math.floor(localTime(instant, zone) / DAY_LENGTH);

/** What a language prints of all days of a month and weekday, with the day's and the year's figures taken out. */
type Pattern = readonly { readonly type: string; readonly value: string }[];

/** Prints days: the first of each month and weekday through `Intl`, which is slow, the others like it. */
function printed(options: DateTimeFormatOptions): (instant: number, zone: string, lang: string) => string {
  const patterns = new Map<string, Pattern | undefined>();
  return remembered((instant, zone, lang) => {
    const local = new Date(localTime(instant, zone));
    const [year, day] = [String(local.getUTCFullYear()), String(local.getUTCDate())];
    const weekday = options.weekday === undefined ? "" : local.getUTCDay();
    const key = `${lang} ${local.getUTCMonth()} ${weekday}`;
    if (!patterns.has(key)) {
      const parts = at(instant, zone, lang).toLocaleParts(options);
      // Other figures than Latin ones, or another calendar, are left to `Intl` each time.
      const plain = parts.every(({ type, value }) =>
        type === "day" ? value === day : type === "year" ? value === year : !/\d/.test(value) && type !== "era",
      );
      patterns.set(key, plain ? parts : undefined);
    }
    const pattern = patterns.get(key);
    if (pattern === undefined) return at(instant, zone, lang).toLocaleString(options);
    return pattern.map(({ type, value }) => (type === "day" ? day : type === "year" ? year : value)).join("");
  }, dayOf);
}

/** `15 January 2021`, in the language's own order and words. */
export const renderDay = printed({ day: "numeric", month: "long", year: "numeric" });
/** `Friday 15 January 2021`. */
export const renderWeekday = printed({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
/** `15 January`. */
export const renderDayOfYear = printed({ day: "numeric", month: "long" });
/** `January 2021`. */
export const renderMonth = printed({ month: "long", year: "numeric" });
/** `January`. */
export const renderMonthName = printed({ month: "long" });

/** `15:45`, on the clock of the zone. */
export const renderTime = remembered(
  (instant, zone) => at(instant, zone, "en").toFormat("HH:mm"),
  (instant, zone) => Math.floor((((localTime(instant, zone) % DAY_LENGTH) + DAY_LENGTH) % DAY_LENGTH) / MINUTE),
);

/** `GMT`, `BST`, `GMT+3`. Agencies write GMT where standards write UTC. */
export const renderZone = remembered(
  (instant, zone) => {
    const name = at(instant, zone, "en").offsetNameShort ?? "GMT";
    return name === "UTC" ? "GMT" : name;
  },
  // On one day a zone has one name for each offset; both fit into one number.
  (instant, zone) => dayOf(instant, zone) * DAY_LENGTH + localTime(instant, zone) - instant,
);

/** The clock line: `15:45 GMT 15 January 2021`; only the day where no time of day was given. */
export function renderClock(instant: number, zone: string, lang: string, dayOnly = false): string {
  const day = renderDay(instant, zone, lang);
  return dayOnly ? day : `${renderTime(instant, zone, lang)} ${renderZone(instant, zone, lang)} ${day}`;
}

/** `Z`, `+03:00`: by the difference from UTC, since a zone whose clock changes never prints `Z`. */
const isoOffset = remembered(
  (instant, zone) => /(?:Z|[+-]\d\d:\d\d)$/.exec(at(instant, zone, "en").toISO() ?? "")?.[0] ?? "",
  (instant, zone) => localTime(instant, zone) - instant,
);

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

function isoInstant(instant: number, zone: string): string {
  const local = localTime(instant, zone);
  if (local % MINUTE !== 0 || local < QUARTERS_SINCE)
    return at(instant, zone, "en").toISO({ suppressMilliseconds: true, suppressSeconds: true }) ?? "";
  const minutes = (local % DAY_LENGTH) / MINUTE;
  const time = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${isoDay(instant, zone, "en")}T${time}${isoOffset(instant, zone, "")}`;
}
const isoDay = remembered((instant, zone) => at(instant, zone, "en").toISODate() ?? "", dayOf);

/** For machines: `2021-01-15T15:45Z` with the zone's offset, or `2021-01-15` for a bare day. */
export function renderIso(instant: number, zone: string, dayOnly = false): string {
  return dayOnly ? isoDay(instant, zone, "en") : isoInstant(instant, zone);
}

/** RFC 3339 in UTC with seconds, for feeds: `2021-01-15T15:45:00Z`. */
export function renderRfc3339(instant: number): string {
  return at(instant, "utc", "en").toISO({ suppressMilliseconds: true }) ?? "";
}

/** RFC 2822, for RSS: `Fri, 15 Jan 2021 15:45:00 GMT`. */
export function renderRfc2822(instant: number): string {
  return at(instant, "utc", "en").toHTTP() ?? "";
}

/** The calendar day of an instant in a zone. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const calendarDay = remembered((instant, zone): CalendarDay => {
  const { year, month, day } = at(instant, zone, "en");
  return { year, month, day };
}, dayOf);

/** The day on which an instant falls in the zone. */
export function selectDay(instant: number, zone: string): CalendarDay {
  return calendarDay(instant, zone, "");
}

/** The instant at which a day begins in the zone. */
export function dayStartsAt({ year, month, day }: CalendarDay, zone: string): number {
  return DateTime.fromObject({ year, month, day }, { zone }).toMillis();
}

/** The days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return DateTime.fromObject({ year, month, day: 1 }, { zone: "utc" }).daysInMonth ?? 31;
}

/** The instant that a build takes as now: `--now`, else `SOURCE_DATE_EPOCH` (seconds), else the clock. */
export function selectNow(
  given: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): number {
  if (given !== undefined) {
    const parsed = parseInstant(given, "utc");
    if ("fault" in parsed) throw new UsageError(`--now ${given} ${parsed.fault}; write ${parsed.instead}`);
    return parsed.at;
  }
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === "") return DateTime.now().toMillis();
  if (!/^\d{1,12}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH is ${epoch}; write whole seconds since 1970`);
  return Number(epoch) * 1000;
}
