/** The calendar day inside a printed date, in whatever order its parts stand. */
import { monthOf, monthPattern } from "./printed-month.ts";

/** `certain` is 1 where the parts can be read one way only. */
export interface PrintedDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly certain: number;
}

export interface DayHints {
  /** BCP 47; says the month names, and which of `03/04/2021` is the month. */
  readonly lang?: string;
  /** What `03/04/2021` means where the page shows it. */
  readonly order?: "day-first" | "month-first";
}

const ISO = /(?<!\d)(\d{4})\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)日?/u;
const KOREAN = /(?<!\d)(\d{4})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일/u;
const NUMERIC = /(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/u;
const YEAR = "((?:1[7-9]|2[0-5])\\d{2}|['’]\\d{2})";
const SHORT_YEAR = "((?:1[6-9]|2[0-5])\\d{2}|['’]?\\d{2}(?!\\d|:))";

interface Patterns {
  readonly dayFirst: RegExp;
  readonly monthFirst: RegExp;
  readonly yearFirst: RegExp;
}

const compiled = new Map<string, Patterns>();

function patternsFor(lang: string | undefined): Patterns {
  const source = monthPattern(lang);
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const month = `(${source})\\.?`;
  const other = `(?:\\s?[/(]\\s?(?:${source})\\)?)?`;
  const patterns: Patterns = {
    dayFirst: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|°|ª|-?го|-?е|\\.)?[\\s\\-–/.,]*(?:de\\s|d['’]|of\\s|da\\s)?\\s*${month}${other}[\\s,،\\-–/.]*(?:de\\s+|del\\s+|of\\s+)?${SHORT_YEAR}(?:\\s?(?:г(?:\\.|ода)?|р(?:\\.|оку)?)(?![\\p{L}]))?`,
      "iu",
    ),
    monthFirst: new RegExp(
      `(?<!\\p{L})${month}${other}\\s*(\\d{1,2})(?:st|nd|rd|th|\\.)?(?!\\d)[\\s,،\\-–/.]*${YEAR}`,
      "iu",
    ),
    yearFirst: new RegExp(`(?<!\\d)${YEAR}[\\s,.\\-]*(?:e\\s|m\\.?\\s)?${month}\\s*(\\d{1,2})(?!\\d)`, "iu"),
  };
  compiled.set(source, patterns);
  return patterns;
}

const PIVOT = 70;
const BUDDHIST = 543;

function fullYear(printed: string): number {
  const year = Number(printed.replace(/['’]/, ""));
  if (year >= 2500) return year - BUDDHIST;
  if (year >= 100) return year;
  return year >= PIVOT ? 1900 + year : 2000 + year;
}

function day(
  found: RegExpExecArray,
  year: string,
  month: number | undefined,
  date: string,
  certain: number,
): PrintedDay | undefined {
  if (month === undefined || month < 1 || month > 12 || Number(date) < 1 || Number(date) > 31) return undefined;
  return {
    year: fullYear(year),
    month,
    day: Number(date),
    start: found.index,
    end: found.index + found[0].length,
    certain,
  };
}

function readNumeric(found: RegExpExecArray, hints: DayHints): PrintedDay | undefined {
  const [, first = "", separator, second = "", year = ""] = found;
  const asDay = () => (certain: number) => day(found, year, Number(second), first, certain);
  const asMonth = () => (certain: number) => day(found, year, Number(first), second, certain);
  if (Number(first) > 12 || separator === ".") return asDay()(year.length === 2 ? 0.8 : 0.95);
  if (Number(second) > 12) return asMonth()(0.95);
  if (first === second) return asDay()(0.95);
  if (hints.order !== undefined) return (hints.order === "day-first" ? asDay() : asMonth())(0.9);
  const lang = hints.lang?.toLowerCase();
  if (lang === undefined) return asDay()(0.4);
  if (lang === "en") return asMonth()(0.5);
  return (/^en-(?:us|ph)|^fil|^es-(?:us|pr)/.test(lang) ? asMonth() : asDay())(0.8);
}

/** The first day in the text that has a year. Digits must be ASCII. */
export function findPrintedDay(text: string, hints: DayHints): PrintedDay | undefined {
  const { dayFirst, monthFirst, yearFirst } = patternsFor(hints.lang);
  const iso = ISO.exec(text) ?? KOREAN.exec(text);
  if (iso !== null) {
    const korean = iso.length === 4;
    const found = day(iso, iso[1] ?? "", Number(korean ? iso[2] : iso[3]), (korean ? iso[3] : iso[4]) ?? "", 1);
    if (found !== undefined) return found;
  }
  const byDay = dayFirst.exec(text);
  if (byDay !== null) {
    const certain = (byDay[3] ?? "").length < 4 ? 0.8 : 1;
    const found = day(byDay, byDay[3] ?? "", monthOf(byDay[2] ?? "", hints.lang), byDay[1] ?? "", certain);
    if (found !== undefined) return found;
  }
  const byMonth = monthFirst.exec(text);
  if (byMonth !== null) {
    const found = day(byMonth, byMonth[3] ?? "", monthOf(byMonth[1] ?? "", hints.lang), byMonth[2] ?? "", 1);
    if (found !== undefined) return found;
  }
  const byYear = yearFirst.exec(text);
  if (byYear !== null) {
    const found = day(byYear, byYear[1] ?? "", monthOf(byYear[2] ?? "", hints.lang), byYear[3] ?? "", 1);
    if (found !== undefined) return found;
  }
  const numeric = NUMERIC.exec(text);
  return numeric === null ? undefined : readNumeric(numeric, hints);
}
