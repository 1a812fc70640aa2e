/** The date inside a dateline: read where it stands in the text, kept as printed. */
import { isShortMonth, MONTH_PATTERN, WEEKDAY_PATTERN } from "./month.ts";

const YEAR = "(?:1[6-9]|20)\\d{2}";
const WEEKDAY = `(?:${WEEKDAY_PATTERN}\\.?[,،]?\\s*)?`;
/** `Jan. 15`, `March 3, 2021`. */
const MONTH_FIRST = `${MONTH_PATTERN}\\.?\\s*[0-9٠-٩]{1,2}(?:st|nd|rd|th)?(?![\\d٠-٩])(?:,?\\s*${YEAR}(?!\\d))?`;
/** `15 января`, `15. Januar 2021`, `1er février`, `15 de enero de 2021`, `15 يناير`. */
const DAY_FIRST =
  `[0-9٠-٩]{1,2}(?:st|nd|rd|th|er|º|°|\\.)?\\s*(?:de\\s+|of\\s+)?${MONTH_PATTERN}` +
  `(?:\\.?,?\\s*(?:de\\s+|del\\s+)?${YEAR}(?!\\d)(?:\\s*(?:г\\.|года))?)?`;
/** `15/01`, `15.01.2021`, `1月15日`, `15日`, `1월 15일`. */
const NUMERIC = `\\d{1,2}[/.]\\d{1,2}(?:[/.](?:${YEAR}|\\d{2}))?(?![\\d/])|(?:\\d{1,2}月)?\\d{1,2}日|(?:\\d{1,2}월\\s?)?\\d{1,2}일`;
const MONTH_ONLY = `${MONTH_PATTERN}`;
const WEEKDAY_ONLY = `${WEEKDAY_PATTERN}`;

const PLAIN = new RegExp(`(?:${MONTH_FIRST}|${DAY_FIRST}|${NUMERIC})`, "iuy");
const WITH_NUMBER = new RegExp(`${WEEKDAY}(?:${MONTH_FIRST}|${DAY_FIRST}|${NUMERIC})`, "iuy");
const WITHOUT_NUMBER = new RegExp(`(?:${MONTH_ONLY}|${WEEKDAY_ONLY})`, "iuy");

/** A date found at a place in the text. `end` is the index after it, its own stop included. */
export interface FoundDay {
  readonly printed: string;
  readonly end: number;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** A stop after a shortened month belongs to it (`15 Ene. (EFE)`), unless an agency without brackets follows (`15 янв. /ТАСС/`). */
function withStop(printed: string, text: string, end: number): FoundDay {
  const last = /\p{L}+$/u.exec(printed)?.[0];
  if (text[end] !== "." || last === undefined || !isShortMonth(last)) return { printed, end };
  if (/^\.(?:-|\s*[/\p{L}])/u.test(text.slice(end, end + 6))) return { printed, end };
  return { printed: `${printed}.`, end: end + 1 };
}

/** True where a date with a number, but no weekday, begins at `at`: what may follow a place without a comma (`SANTO DOMINGO` may not). */
export function isPlainDay(text: string, at: number): boolean {
  return match(PLAIN, text, at) !== undefined;
}

/** The date that begins exactly at `at`, with a number in it; a weekday may stand before it. */
export function findDay(text: string, at: number): FoundDay | undefined {
  const printed = match(WITH_NUMBER, text, at);
  return printed === undefined ? undefined : withStop(printed, text, at + printed.length);
}

/** A month or a weekday alone, as in `SYDNEY, April -` and `LONDON, Monday (AFP)`. */
export function findVagueDay(text: string, at: number): FoundDay | undefined {
  const printed = match(WITHOUT_NUMBER, text, at);
  return printed === undefined ? undefined : withStop(printed, text, at + printed.length);
}
