/**
 * Dates as programs write them → what `date` takes: ISO 8601 with its zone, or a bare day. RFC 2822 for RSS, RFC 3339
 * for Atom and JSON, the forms of site generators, SQL's of exports.
 */
import { DateTime } from "luxon";

/** A date for the front matter, with a sentence where something had to be assumed. */
export interface ForeignDate {
  readonly date: string;
  readonly note?: string;
}

/** Minutes from UTC of the zone names that feeds use beside those of RFC 2822. */
const ZONES: Readonly<Record<string, string>> = {
  UTC: "+0000",
  GMT: "+0000",
  UT: "+0000",
  Z: "+0000",
  WET: "+0000",
  BST: "+0100",
  CET: "+0100",
  WEST: "+0100",
  CEST: "+0200",
  EET: "+0200",
  SAST: "+0200",
  EEST: "+0300",
  MSK: "+0300",
  TRT: "+0300",
  GST: "+0400",
  PKT: "+0500",
  IST: "+0530",
  WIB: "+0700",
  SGT: "+0800",
  HKT: "+0800",
  AWST: "+0800",
  JST: "+0900",
  KST: "+0900",
  AEST: "+1000",
  AEDT: "+1100",
  NZST: "+1200",
  NZDT: "+1300",
  EST: "-0500",
  EDT: "-0400",
  CST: "-0600",
  CDT: "-0500",
  MST: "-0700",
  MDT: "-0600",
  PST: "-0800",
  PDT: "-0700",
  BRT: "-0300",
  ART: "-0300",
};

const DAYS_ONLY = [
  "yyyy-M-d",
  "yyyy/M/d",
  "yyyyMMdd",
  "d LLL yyyy",
  "d LLLL yyyy",
  "LLL d, yyyy",
  "LLLL d, yyyy",
  "LLL d yyyy",
  "LLLL d yyyy",
];
const WITH_ZONE = [
  "d LLL yyyy HH:mm:ss ZZZ",
  "d LLL yyyy HH:mm ZZZ",
  // RFC 822 allows a year of two digits, and no seconds.
  "d LLL yy HH:mm:ss ZZZ",
  "d LLL yy HH:mm ZZZ",
  "d LLLL yyyy HH:mm:ss ZZZ",
  "yyyy-M-d HH:mm:ss ZZZ",
  "yyyy-M-d HH:mm ZZZ",
  "yyyy-M-d'T'HH:mm:ssZZZ",
];
const WITHOUT_ZONE = [
  "yyyy-M-d HH:mm:ss",
  "yyyy-M-d HH:mm",
  "yyyy-M-d'T'HH:mm:ss",
  "yyyy-M-d'T'HH:mm",
  "yyyy/M/d HH:mm:ss",
  "yyyy/M/d HH:mm",
  "d LLL yyyy HH:mm:ss",
  "d LLL yyyy HH:mm",
  "LLL d, yyyy HH:mm",
  "LLL d, yyyy h:mm a",
  "LLLL d, yyyy h:mm a",
];

const inRange = (moment: DateTime) => moment.isValid && moment.year >= 1600 && moment.year <= 2999;

function render(moment: DateTime): string {
  return moment.toISO({ suppressMilliseconds: true, suppressSeconds: true })?.replace(/\+00:00$/, "Z") ?? "";
}

function parseAny(text: string, formats: readonly string[], zone: string): DateTime | undefined {
  for (const format of formats) {
    const moment = DateTime.fromFormat(text, format, { zone, setZone: format.includes("ZZZ"), locale: "en" });
    if (inRange(moment)) return moment;
  }
  return undefined;
}

/**
 * Reads a date of a feed, an export or a front matter. `zone` is the IANA name that a time of day without a zone is
 * taken to be in. Undefined where the text is no date, and for the zero dates (`0000-00-00`) of databases.
 */
export function readForeignDate(text: string, zone: string): ForeignDate | undefined {
  const trimmed = text.trim().slice(0, 80);
  if (!/\d/.test(trimmed) || /^0{4}-0{2}-0{2}/.test(trimmed)) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return inRange(DateTime.fromISO(trimmed)) ? { date: trimmed } : undefined;
  const plain = trimmed
    .replace(/^[A-Za-zÀ-ž]{2,9}\.?,\s*/, "")
    .replace(/\s+/g, " ")
    .replace(/\s*\([^)]*\)$/, "")
    .replace(/ ?\b(Z|[A-Z]{2,5})$/, (whole, name: string) => (ZONES[name] === undefined ? whole : ` ${ZONES[name]}`))
    .replace(/(:\d{2})\.\d+/, "$1")
    .replace(/ ?([+-]\d{2}):?(\d{2})$/, " $1$2")
    .replace(/^(\d{4}-\d{1,2}-\d{1,2})T/, "$1 ");
  const exact = parseAny(plain, WITH_ZONE, "utc");
  if (exact !== undefined) return { date: render(exact) };
  const iso = DateTime.fromISO(trimmed.replace(" ", "T"), { setZone: true });
  if (inRange(iso) && /(?:Z|[+-]\d{2}:?\d{2}|[+-]\d{2})$/i.test(trimmed)) return { date: render(iso) };
  const local = parseAny(plain, WITHOUT_ZONE, zone);
  if (local !== undefined)
    return { date: render(local), note: `“${trimmed}” names no zone; it was taken to be in ${zone}.` };
  const day = parseAny(plain, DAYS_ONLY, "utc");
  if (day !== undefined) return { date: day.toISODate() ?? "" };
  if (/^\d{10}(\d{3})?$/.test(trimmed)) {
    const stamp = DateTime.fromMillis(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1), { zone: "utc" });
    if (inRange(stamp)) return { date: render(stamp) };
  }
  return undefined;
}
