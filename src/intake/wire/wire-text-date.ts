/** Lines that print when an article was published or changed, alone or beside a byline. */
import { findDay } from "../../article/dateline-day.ts";
import { findPrintedClock } from "../dates/printed-clock.ts";
import { bareRest, type DateHints, findPrintedDate, type PrintedDate } from "../dates/printed-date.ts";
import { findPrintedDay } from "../dates/printed-day.ts";
import { findPrintedZone } from "../dates/printed-zone.ts";
import type { Found } from "./wire-text-found.ts";

/** What a date line says. */
export interface DateLine {
  readonly date?: PrintedDate;
  readonly updated?: PrintedDate;
  /** What else stands in it: a byline, a place. */
  readonly rest: string;
  /** True where a word such as `Published` stands before the date. */
  readonly labelled: boolean;
}

const UPDATED =
  /(?<!\p{L})(?:(?:last\s)?(?:updated?|modified|edited)|upd\.?|обновлено|изменено|آخر تحديث|تم التحديث|تحديث|(?:última )?actualizaci[oó]n|actualizado|mis à jour|mise à jour|modifié|(?:zuletzt )?aktualisiert|stand|aggiornato|atualizado|güncelleme|zaktualizowano|оновлено)(?!\p{L})/iu;
const PUBLISHED =
  /(?<!\p{L})(?:(?:first\s)?(?:published|posted|issued|released|filed|created|date|time)|опубликовано|дата|نُشر|نشر|تاريخ|publicado|fecha|publié|veröffentlicht|erstellt|datum|pubblicato|yayın\p{L}*|опубліковано)(?!\p{L})/iu;
const LONGEST = 130;
const SHORT_REST = 14;

function splitAtUpdate(text: string): readonly string[] {
  const at = UPDATED.exec(text)?.index ?? -1;
  if (at <= 0) return [text];
  const [before, after] = [text.slice(0, at).replace(/[\s(|,;·•–—-]+$/u, ""), text.slice(at)];
  // `15 January 2021 (updated)` keeps its word.
  return /\d/.test(before) && /\d/.test(after) ? [before, after] : [text];
}

/** Words that the page ran together with what stands before them: `3:45 PM GMTUpdated`. */
const RUN_TOGETHER =
  /([\p{L}\d])(?=(?:Updated|Published|Posted|Modified|Обновлено|Опубликовано|Actualizado|Mis à jour|Aktualisiert)(?!\p{Ll}))/gu;
const AGO =
  /(?:\b(?:about|vor|hace|il y a)\s)?\d{1,2}\s(?:minutes?|mins?|hours?|hrs?|days?|minutos?|horas?|días?|heures?|jours?|minuten|stunden|tagen)(?:\sago)?(?!\p{L})/giu;

/** A date below this may have its day and month the other way round. */
const TWO_WAYS = 0.6;

/** Says what of a printed date is assumed (its zone), and what an editor must settle (`04/03/2021`). */
export function noteDoubts(
  found: Pick<Found, "notes" | "needs">,
  key: "date" | "updated",
  printed: PrintedDate,
  zone: string | undefined,
): void {
  if (!printed.zoned)
    found.notes.push(`${key}: its clock is printed without a zone and was taken in ${zone ?? "UTC"}.`);
  else if (printed.confidence < TWO_WAYS)
    found.needs.push(`Its ${key} can be read two ways; it was taken for ${printed.iso}.`);
}

/** Reads a line as a date line; undefined where it holds no full date, or too much else. `maySign` tells whether the rest is a byline. */
export function readDateLine(text: string, hints: DateHints, maySign: (rest: string) => boolean): DateLine | undefined {
  if (text.length > LONGEST || !/\p{Nd}/u.test(text)) return undefined;
  let date: PrintedDate | undefined;
  let updated: PrintedDate | undefined;
  const rests: string[] = [];
  for (const part of splitAtUpdate(text.replace(RUN_TOGETHER, "$1 "))) {
    const found = findPrintedDate(part.replace(AGO, " "), hints);
    if (
      found === undefined &&
      (date ?? updated) !== undefined &&
      bareRest(part.replace(AGO, " ").replace(UPDATED, " ")) === ""
    )
      continue;
    if (found === undefined) return undefined;
    const rest = found.rest.replace(/^[\s|·•,–—-]+|[\s|·•,–—-]+$/gu, "");
    const bare = bareRest(rest.replace(UPDATED, " "));
    if (bare !== "") {
      if (bare.length > SHORT_REST && !maySign(rest)) return undefined;
      if (/\d{3}/.test(bare)) return undefined;
      rests.push(rest);
    }
    if (UPDATED.test(part)) updated ??= found;
    else date ??= found;
  }
  return {
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined ? {} : { updated }),
    rest: rests.join(" "),
    labelled: PUBLISHED.test(text) || UPDATED.test(text),
  };
}

const NUMERIC = /(?<!\d)\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})(?!\d)/;

/** Which of `03/04/2021` is the month, by the dateline's own `March 4`. */
export function orderByDateline(
  lines: readonly string[],
  printed: string | undefined,
): "day-first" | "month-first" | undefined {
  if (printed === undefined) return undefined;
  const filed = findPrintedDay(`${printed} 2000`, {});
  const numeric = lines.find((line) => line.length < LONGEST && NUMERIC.test(line));
  if (filed === undefined || numeric === undefined) return undefined;
  const near = (order: "day-first" | "month-first") => {
    const day = findPrintedDay(NUMERIC.exec(numeric)?.[0] ?? "", { order });
    return day?.month === filed.month && Math.abs(day.day - filed.day) <= 1;
  };
  if (near("day-first")) return near("month-first") ? undefined : "day-first";
  return near("month-first") ? "month-first" : undefined;
}

/** True for a clock alone, `15:45 GMT`, whose day stands in the line before or after it. */
export function isClockLine(text: string): boolean {
  if (text.length > 40) return false;
  const clock = findPrintedClock(text);
  if (clock === undefined) return false;
  const rest = `${text.slice(0, clock.start)} ${text.slice(clock.end)}`;
  const zone = findPrintedZone(rest);
  return bareRest(zone === undefined ? rest : `${rest.slice(0, zone.start)} ${rest.slice(zone.end)}`) === "";
}

/** `4 March`, `12 января, 10:20`: a day without its year. */
export function isDayLine(text: string): boolean {
  const day = text.length < 30 ? findDay(text, 0) : undefined;
  return day !== undefined && /^[\s,\d:]*$/.test(text.slice(day.end));
}
