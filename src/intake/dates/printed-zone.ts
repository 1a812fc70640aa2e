/** Time zones as pages print them beside a clock: letters, offsets, and words. */
import { FixedOffsetZone, IANAZone, type Zone } from "luxon";

/** Letters -> hours from UTC, or a zone with its own summer time where the letters leave that open. `BST` is British, `IST` Indian: the press prints these. */
const BY_LETTERS: Readonly<Record<string, number | string>> = {
  GMT: 0,
  UTC: 0,
  UT: 0,
  Z: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  MEZ: 1,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  MSD: 4,
  МСК: 3,
  TRT: 3,
  TSI: 3,
  ET: "America/New_York",
  EST: -5,
  EDT: -4,
  CT: "America/Chicago",
  CST: -6,
  CDT: -5,
  MT: "America/Denver",
  MST: -7,
  MDT: -6,
  PT: "America/Los_Angeles",
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  AST: -4,
  ADT: -3,
  NST: -3.5,
  NDT: -2.5,
  BRT: -3,
  ART: -3,
  CLT: "America/Santiago",
  IST: 5.5,
  PKT: 5,
  NPT: 5.75,
  BDT: 6,
  WIB: 7,
  ICT: 7,
  WITA: 8,
  SGT: 8,
  HKT: 8,
  PHT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  WIT: 9,
  ACST: 9.5,
  ACDT: 10.5,
  AEST: 10,
  AEDT: 11,
  AET: "Australia/Sydney",
  NZST: 12,
  NZDT: 13,
  SAST: 2,
  CAT: 2,
  EAT: 3,
  WAT: 1,
  GST: 4,
  IRST: 3.5,
  AFT: 4.5,
  ALMT: 6,
  UZT: 5,
};

const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /московско\p{L}+ времени|\(?мск\)?(?!\p{L})|Moscow time|heure de Moscou|hora de Moscú|Moskauer Zeit|بتوقيت موسكو/iu,
    "Europe/Moscow",
  ],
  [/Greenwich Mean Time|Greenwich|по Гринвичу|بتوقيت غرينتش|بتوقيت جرينتش|غرينتش|جرينتش/iu, "UTC"],
  [/Eastern(?: Standard| Daylight)? Time|heure de New York|hora de Nueva York/iu, "America/New_York"],
  [/Central(?: Standard| Daylight)? Time/iu, "America/Chicago"],
  [/Pacific(?: Standard| Daylight)? Time/iu, "America/Los_Angeles"],
  [/London time/iu, "Europe/London"],
  [/heure de Paris|Paris time/iu, "Europe/Paris"],
  [/hora de Madrid|hora peninsular|Berliner Zeit/iu, "Europe/Madrid"],
  [/Beijing time|北京时间/iu, "Asia/Shanghai"],
  [/Indian Standard Time/iu, "Asia/Kolkata"],
  [/по киевскому времени|за київським часом|Kyiv time/iu, "Europe/Kyiv"],
  [/بتوقيت مكة(?: المكرمة)?|بتوقيت السعودية/iu, "Asia/Riyadh"],
  [/بتوقيت القاهرة/iu, "Africa/Cairo"],
  [/hora de Buenos Aires|hora de Argentina/iu, "America/Argentina/Buenos_Aires"],
  [/hor[aá]rio de Bras[ií]lia/iu, "America/Sao_Paulo"],
];

const LETTERS = Object.keys(BY_LETTERS)
  .sort((left, right) => right.length - left.length)
  .join("|");
const OFFSET = "(?:\\s?\\+\\s?|[-−–])(\\d{1,2})(?::?([0-5]\\d))?(?!\\d|:\\d)";
const WITH_OFFSET = new RegExp(`(?<![\\p{L}\\d])\\(?(?:GMT|UTC|MSK|МСК)${OFFSET}\\)?`, "u");
const BY_LETTER = new RegExp(`(?<!\\p{L})\\(?(${LETTERS})(?!\\p{L})\\)?`, "u");
const BARE_OFFSET = /^\s?([+−-])(\d{2}):?([0-5]\d)(?!\d)/u;
const MOST_HOURS = 14;

/** A zone and where in the text it was printed. */
export interface PrintedZone {
  readonly zone: Zone;
  readonly start: number;
  readonly end: number;
}

/** A zone by its IANA name; UTC is written `Z`. */
export function namedZone(name: string): Zone {
  return name === "UTC" || name === "Etc/UTC" ? FixedOffsetZone.utcInstance : IANAZone.create(name);
}

function fixed(hours: number): Zone {
  return FixedOffsetZone.instance(Math.round(hours * 60));
}

function byOffset(text: string): PrintedZone | undefined {
  const found = WITH_OFFSET.exec(text);
  if (found === null) return undefined;
  const hours = Number(found[1]) + Number(found[2] ?? 0) / 60;
  if (hours > MOST_HOURS) return undefined;
  const base = /MSK|МСК/u.test(found[0]) ? 3 : 0;
  const sign = /\+/.test(found[0]) ? 1 : -1;
  return { zone: fixed(base + sign * hours), start: found.index, end: found.index + found[0].length };
}

/** An offset that stands right at the start of the text, as after a clock: `+03:00`, `-0500`. */
export function readOffset(text: string): PrintedZone | undefined {
  const found = BARE_OFFSET.exec(text);
  if (found === null) return undefined;
  const hours = Number(found[2]) + Number(found[3]) / 60;
  if (hours > MOST_HOURS) return undefined;
  return { zone: fixed(found[1] === "+" ? hours : -hours), start: 0, end: found[0].length };
}

/** The zone printed anywhere in the text, the surest form first. */
export function findPrintedZone(text: string): PrintedZone | undefined {
  const offset = byOffset(text);
  if (offset !== undefined) return offset;
  for (const [words, name] of BY_WORDS) {
    const found = words.exec(text);
    if (found !== null) return { zone: namedZone(name), start: found.index, end: found.index + found[0].length };
  }
  const found = BY_LETTER.exec(text);
  const known = found === null ? undefined : BY_LETTERS[found[1] ?? ""];
  if (found === null || known === undefined) return undefined;
  const zone = typeof known === "number" ? fixed(known) : IANAZone.create(known);
  return { zone, start: found.index, end: found.index + found[0].length };
}
