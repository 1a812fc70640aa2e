/** Loose printed dates -> ISO 8601, through Luxon: clock, zone and day in any order, run together or not, in many languages. */
import { DateTime, type Zone } from "luxon";
import { findPrintedClock, type PrintedClock } from "./printed-clock.ts";
import { type DayHints, findPrintedDay } from "./printed-day.ts";
import { findPrintedZone, namedZone, readOffset } from "./printed-zone.ts";

export interface DateHints extends DayHints {
  /** IANA name of the zone of a clock that is printed without one. Without it such a clock is taken for UTC. */
  readonly zone?: string;
}

export interface PrintedDate {
  /** `2021-01-15T15:45:00Z`, `2021-01-15T15:45:00+03:00`, or `2021-01-15` where no time is printed. */
  readonly iso: string;
  readonly dayOnly: boolean;
  /** 0 to 1: lower where the order of day and month, the century or the zone is a guess, or where more stands in the text. */
  readonly confidence: number;
  /** False where a time is printed without a zone. True for a bare day. */
  readonly zoned: boolean;
  /** What of the text is no part of the date, words like `Published` included. */
  readonly rest: string;
}

const DIGIT_SCRIPTS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g;
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

function toAsciiDigits(text: string): string {
  return text.replace(DIGIT_SCRIPTS, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

const COMPACT = /(?<!\d)(\d{4})(\d{2})(\d{2})T(\d{2}):?(\d{2})(?::?(\d{2}))?/;
/** `15 January 202115:45`, `15, 20213:45 PM`. */
const RUN_TOGETHER = /((?:19|20)\d{2})(?=\d{1,2}:\d{2})/;
const ISO_T = /(\d{4}-\d{2}-\d{2})T(?=\d{2}:)/;

function without(text: string, part: { readonly start: number; readonly end: number }): string {
  return `${text.slice(0, part.start)} ${text.slice(part.end)}`;
}

/** The zone right after the clock comes first, then one anywhere in the text. Only looked for where there is a clock. */
function cutZone(text: string, clock: PrintedClock): { readonly zone?: Zone; readonly rest: string } {
  const after = text.slice(clock.end);
  const offset = readOffset(after);
  if (offset !== undefined)
    return { zone: offset.zone, rest: `${text.slice(0, clock.start)} ${after.slice(offset.end)}` };
  const rest = without(text, clock);
  const zone = findPrintedZone(rest);
  return zone === undefined ? { rest } : { zone: zone.zone, rest: without(rest, zone) };
}

function toIso(time: DateTime): string | undefined {
  return time.isValid ? (time.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}

/** Zones of North America, where the month comes first. */
const AMERICAN = /(?<![\p{L}])(?:[ECMP][SD]T|AK[SD]T|HST|ET|PT)(?![\p{L}])/u;

const FILLER =
  /\b(?:first|last|originally|date|time|published|publication|posted|updated?|update|modified|created|added|issued|released|filed|edited|on|at|as of|am|pm|the|min read|local time)\b|(?<!\p{L})(?:опубликовано|обновлено|дата публикации|время|в|от|publié|publiée|mis|mise|à jour|le|à|modifié|créé|publicado|actualizado|actualizada|el|a las|las|h|hs|hrs|veröffentlicht|aktualisiert|erstellt|stand|am|um|uhr|von|نشر|تاريخ النشر|نشر في|آخر تحديث|في|الساعة|pubblicato|aggiornato|il|alle|ore|às|atualizado|em|gepubliceerd|op|om|опубліковано|yayınlanma|güncelleme|tarihi)(?!\p{L})/giu;
const WEEKDAYS =
  /(?<!\p{L})(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|[月火水木金土日星期周週]+曜?日?|[월화수목금토일]요?일?)(?!\p{L})/giu;

/** What is left of a text beside its date once words that only announce a date and weekdays are gone. */
export function bareRest(rest: string): string {
  return rest
    .replace(WEEKDAYS, " ")
    .replace(FILLER, " ")
    .replace(/[\s|·•:;,،.()[\]/–—\-_&]+/gu, " ")
    .trim();
}

function weigh(certain: number, zoned: boolean, rest: string): number {
  const left = bareRest(rest).length;
  const clean = left === 0 ? 1 : left < 12 ? 0.85 : left < 40 ? 0.7 : 0.5;
  return Math.round(certain * (zoned ? 1 : 0.8) * clean * 100) / 100;
}

/** Finds the first date in the text and says what else stands there. Undefined where there is no full date (day, month and year). */
export function findPrintedDate(printed: string, hints: DateHints = {}): PrintedDate | undefined {
  if (!/\p{Nd}/u.test(printed)) return undefined;
  const text = toAsciiDigits(printed)
    .replace(COMPACT, "$1-$2-$3 $4:$5")
    .replace(ISO_T, "$1 ")
    .replace(RUN_TOGETHER, "$1 ")
    .replace(/[\u200e\u200f\u202a-\u202e]/g, "");
  const clock = findPrintedClock(text);
  const timed = clock === undefined ? undefined : cutZone(text.replace(/(?<=:\d{2}(?:\.\d+)?)Z/, " UTC"), clock);
  const remaining = timed?.rest ?? text;
  const american = clock !== undefined && hints.order === undefined && AMERICAN.test(text);
  const day = findPrintedDay(remaining, american ? { ...hints, order: "month-first" } : hints);
  if (day === undefined) return undefined;
  const date = { year: day.year, month: day.month, day: day.day };
  const rest = without(remaining, day).replace(/\s+/g, " ").trim();
  if (clock === undefined) {
    const iso = DateTime.fromObject(date, { zone: "utc" });
    if (!iso.isValid) return undefined;
    return { iso: iso.toISODate(), dayOnly: true, zoned: true, rest, confidence: weigh(day.certain, true, rest) };
  }
  const { hour, minute, second } = clock;
  const zone = timed?.zone ?? (hints.zone === undefined ? undefined : namedZone(hints.zone));
  const iso = toIso(DateTime.fromObject({ ...date, hour, minute, second }, { zone: zone ?? "utc" }));
  if (iso === undefined) return undefined;
  const zoned = timed?.zone !== undefined;
  return { iso, dayOnly: false, zoned, rest, confidence: weigh(day.certain, zoned, rest) };
}

/** Reads a text that is a date and little else: `15:45 GMT15 January 2021`, `Publié le 15 janvier 2021 à 15h45`, `2021年1月15日`. */
export function readPrintedDate(text: string, hints: DateHints = {}): PrintedDate | undefined {
  return findPrintedDate(text, hints);
}
