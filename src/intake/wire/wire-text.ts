/**
 * Plain text, of a page or an agency file, into wire items: what stands where, how often and in what form says what it is.
 * Refuses rather than guesses: what an editor must settle is in `needs`, what was left out or assumed in `notes`.
 */
import { guessLanguage } from "../text/guess-language.ts";
import { findPrintedDate } from "../dates/printed-date.ts";
import type { WireItem } from "../wire-item.ts";
import { partForEditors } from "./not-for-print.ts";
import { readBody } from "./wire-text-body.ts";
import { orderByDateline } from "./wire-text-date.ts";
import { emptyFound, type Found, type Surroundings } from "./wire-text-found.ts";
import { readHead } from "./wire-text-head.ts";
import { findRepeated, splitArticles } from "./wire-text-split.ts";
import { findBodyStart } from "./wire-text-start.ts";
import { readTailFrom } from "./wire-text-tail.ts";
import { cleanText, readUnits, type Unit } from "./wire-text-unit.ts";

export interface WireTextHints {
  /** IANA name of the zone of clocks that are printed without one; else such a clock counts as UTC. */
  readonly zone?: string;
  /** BCP 47, where it is known. */
  readonly lang?: string;
}

function noteLeft(found: Found): void {
  const left = [...new Set(found.left)];
  if (left.length > 0)
    found.notes.push(`Left out as furniture of the page: ${left.map((line) => `"${line}"`).join(", ")}.`);
}

function settle(found: Found, text: string): void {
  if (found.updated !== undefined && found.date === undefined) {
    found.date = found.updated;
    found.confidence.date = 0.7;
    delete found.updated;
    delete found.confidence.updated;
    found.notes.push("date: only the time of the last update is printed; it was taken.");
  }
  if (found.updated !== undefined && found.updated === found.date) {
    delete found.updated;
    delete found.confidence.updated;
  }
  if (found.title === undefined) found.needs.push("It has no headline.");
  if (found.date === undefined) found.needs.push("It has no date.");
  if (text === "") found.needs.push("It has no text.");
  if (found.byline.length > 0) found.confidence.byline ??= 0.9;
  noteLeft(found);
}

/** Where no line tells the date, a dateline that names its year does. */
function dateByDateline(found: Found, surroundings: Surroundings): void {
  const printed = found.dateline?.date ?? "";
  if (found.date !== undefined || !/\b\d{4}\b/.test(printed)) return;
  const day = findPrintedDate(printed, surroundings);
  if (day === undefined) return;
  found.date = day.iso;
  found.confidence.date = 0.8;
  found.notes.push("date: it is the day of the dateline.");
}

/** Where nothing above tells the date, the time of filing in the last line does. */
function dateByFiling(found: Found, filed: string | undefined, surroundings: Surroundings): void {
  if (found.date !== undefined || filed === undefined) return;
  const read = findPrintedDate(filed, surroundings);
  if (read === undefined) return;
  found.date = read.iso;
  found.confidence.date = 0.9;
  if (!read.zoned)
    found.notes.push(`date: the time of filing names no zone; it was taken for ${surroundings.zone ?? "UTC"}.`);
}

function readArticle(all: readonly Unit[], surroundings: Surroundings): WireItem {
  const found = emptyFound();
  const { units, editors, filed } = partForEditors(all);
  if (editors.length > 0) found.notes.push(`For editors alone, and left out: ${editors.join(" / ")}`);
  const start = findBodyStart(units);
  if (start.taken !== undefined) {
    found.dateline = start.taken.dateline;
    found.confidence.dateline = start.taken.confidence;
  }
  const headEnd = Math.min(start.headEnd ?? start.index, units.length);
  const order = orderByDateline(
    units.slice(0, headEnd).map(({ text }) => text),
    found.dateline?.date,
  );
  readHead(units, headEnd, found, order === undefined ? surroundings : { ...surroundings, order });
  const end = readTailFrom(units, start.index, found, surroundings);
  const bodyUnits = units
    .slice(start.index, Math.max(end, start.index))
    .map((unit, index) => (index === 0 && start.first !== undefined ? { ...unit, text: start.first } : unit));
  const body = readBody(bodyUnits, found, surroundings);
  // Agencies that file by telex end a headline with a sign.
  if (found.title !== undefined) found.title = found.title.replace(/\s+=+$/, "");
  dateByDateline(found, surroundings);
  dateByFiling(found, filed, surroundings);
  settle(found, body.markdown);
  const language =
    surroundings.lang === undefined
      ? guessLanguage(body.paragraphs.slice(0, 12).join(" "))
      : { lang: surroundings.lang, confidence: 1 };
  if (language !== undefined) found.confidence.lang = language.confidence;
  const { title, kicker, standfirst, date, updated, dateline, section, slug, embargo, sourceName, sourceUrl } = found;
  const source = {
    ...(sourceName === undefined ? {} : { name: sourceName }),
    ...(sourceUrl === undefined ? {} : { url: sourceUrl }),
  };
  return {
    format: "wire",
    ...(title === undefined ? {} : { title }),
    ...(kicker === undefined ? {} : { kicker }),
    ...(standfirst === undefined ? {} : { standfirst }),
    byline: found.byline,
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined ? {} : { updated }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(section === undefined ? {} : { section }),
    tags: found.tags,
    related: found.related,
    ...(language === undefined ? {} : { lang: language.lang }),
    corrections: found.corrections,
    ...(embargo === undefined ? {} : { embargo }),
    ...(sourceName === undefined && sourceUrl === undefined ? {} : { source }),
    ...(slug === undefined ? {} : { slug }),
    media: found.media,
    body: body.markdown,
    paragraphs: body.paragraphs,
    confidence: found.confidence,
    notes: found.notes,
    needs: found.needs,
  };
}

/** The articles in a text, in order; one with no text at all gives none. */
export function readWireText(text: string, hints: WireTextHints = {}): WireItem[] {
  const articles = splitArticles(readUnits(cleanText(text))).filter((units) => units.length > 0);
  const surroundings: Surroundings = { ...hints, repeated: findRepeated(articles) };
  return articles.map((units) => readArticle(units, surroundings));
}
