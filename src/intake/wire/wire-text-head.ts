/** The head of an article in plain text: all that stands before its first paragraph. */
import { recogniseDateline } from "../../article/dateline.ts";
import { findPrintedDate } from "../dates/printed-date.ts";
import { isClockLine, isDayLine, noteDoubts, readDateLine } from "./wire-text-date.ts";
import { addNames, addPicture, type Found, type LabelledValue, type Surroundings } from "./wire-text-found.ts";
import { isFurniture, isRelatedHeading, isRule } from "./wire-text-furniture.ts";
import { chooseHeadline, type HeadLine } from "./wire-text-headline.ts";
import {
  isSlugLine,
  readAddress,
  readBareByline,
  readByline,
  readEmbargo,
  readLabel,
  readSectionPath,
} from "./wire-text-line.ts";
import { isAdvisory, isSignOff, readCaption, readCorrection } from "./wire-text-note.ts";
import { endsSentence, type Unit } from "./wire-text-unit.ts";

const FEW = 30;

function setDates(
  found: Found,
  line: NonNullable<ReturnType<typeof readDateLine>>,
  index: number,
  headed: boolean,
  zone: string | undefined,
): void {
  for (const [key, printed] of [
    ["date", line.date],
    ["updated", line.updated],
  ] as const) {
    if (printed === undefined || found[key] !== undefined) continue;
    found[key] = printed.iso;
    const pageClock = key === "date" && index === 0 && !printed.dayOnly && !line.labelled && !headed;
    found.confidence[key] = Math.min(pageClock ? 0.6 : 1, printed.confidence);
    if (pageClock)
      found.notes.push(
        "date: it is the clock line at the top, which may be the page's own clock and not the article's.",
      );
    noteDoubts(found, key, printed, zone);
  }
}

function setLabelled(found: Found, { label, value }: LabelledValue, surroundings: Surroundings): void {
  switch (label) {
    case "title":
    case "standfirst":
    case "kicker":
    case "section":
    case "slug":
      if (value !== "") {
        found[label] = value;
        found.confidence[label] = 1;
      }
      return;
    case "byline":
      addNames(found.byline, readByline(`By ${value}`) ?? [value]);
      return;
    case "date": {
      const line = readDateLine(value, surroundings, () => false);
      if (line !== undefined) setDates(found, { ...line, labelled: true }, 1, true, surroundings.zone);
      return;
    }
    case "dateline": {
      const dateline = recogniseDateline(value);
      if (dateline !== undefined) {
        found.dateline = dateline;
        found.confidence.dateline = 1;
      }
      return;
    }
    case "source":
      found.sourceName = value;
      return;
    case "body":
      return;
    default:
      label satisfies never;
  }
}

function setEmbargo(found: Found, printed: string, surroundings: Surroundings): void {
  const until = findPrintedDate(printed, surroundings);
  if (until === undefined) {
    found.needs.push(`It is under embargo, and ${JSON.stringify(printed.slice(0, 60))} is no time.`);
    return;
  }
  found.embargo = until.iso;
  if (!until.zoned || until.dayOnly)
    found.needs.push(`Its embargo names no ${until.dayOnly ? "time" : "zone"}; it was taken for ${until.iso}.`);
}

function maySign(rest: string): boolean {
  return readByline(rest) !== undefined || readBareByline(rest) !== undefined;
}

/** A byline may carry the date (`By Marisol Vey | 15 January 2021`), a date line the byline. */
function readSigned(
  elsewhere: (name: string) => boolean,
  found: Found,
  text: string,
  index: number,
  headed: boolean,
  surroundings: Surroundings,
): boolean {
  const line = readDateLine(text, surroundings, maySign);
  if (line !== undefined) {
    setDates(found, line, index, headed, surroundings.zone);
    const names = readByline(line.rest) ?? readBareByline(line.rest)?.filter((name) => !elsewhere(name));
    if (names !== undefined) addNames(found.byline, names);
    return true;
  }
  const names = readByline(text);
  if (names === undefined) return false;
  addNames(found.byline, names);
  found.confidence.byline = 0.95;
  return true;
}

/** A clock and its day in two lines, in either order. */
function readParted(
  found: Found,
  units: readonly Unit[],
  index: number,
  headed: boolean,
  surroundings: Surroundings,
): boolean {
  const [text, next] = [units[index]?.text ?? "", units[index + 1]?.text ?? ""];
  if (!isClockLine(text) && !isClockLine(next)) return false;
  const line = readDateLine(`${text} ${next}`, surroundings, () => false);
  if (line === undefined || (line.date ?? line.updated)?.dayOnly !== false) return false;
  setDates(found, line, index, headed, surroundings.zone);
  return true;
}

/** `Source: Xinhua | 2021-01-15 23:45 | Editor: huaxia`: each piece by itself, where one of them is a date. */
function splitRow(unit: Unit, surroundings: Surroundings): readonly Unit[] {
  const pieces = unit.text.split(/\s*[|•·]\s*/u).filter((piece) => piece !== "");
  const row =
    pieces.length > 1 &&
    unit.text.length < 200 &&
    pieces.some((piece) => readDateLine(piece, surroundings, () => false) !== undefined);
  return row ? pieces.map((text) => ({ ...unit, text })) : [unit];
}

/** Reads everything before `end` into `found`. */
export function readHead(all: readonly Unit[], until: number, found: Found, surroundings: Surroundings): void {
  const units = all.slice(0, until).flatMap((unit) => splitRow(unit, surroundings));
  const end = units.length;
  const lines: HeadLine[] = [];
  let dated = false;
  for (let index = 0; index < end; index++) {
    const unit = units[index];
    if (unit === undefined) continue;
    const { text } = unit;
    // A name that other lines of the head speak of is a place or a subject, not the writer.
    const elsewhere = (name: string) =>
      units.slice(0, FEW).some((other) => other !== unit && other.text.includes(name));
    const headed = lines.length > 0 || found.title !== undefined;
    const labelled = readLabel(text);
    if (labelled !== undefined && text.length < 400 && !isFurniture(text)) {
      setLabelled(found, labelled, surroundings);
      dated ||= found.date !== undefined;
      continue;
    }
    if (isRule(text) || (isSignOff(text) && text.length < 30)) continue;
    const embargo = readEmbargo(text);
    const address = readAddress(text);
    if (embargo !== undefined) setEmbargo(found, embargo, surroundings);
    else if (address !== undefined) found.sourceUrl ??= address;
    else if (readParted(found, units, index, headed, surroundings)) {
      dated = true;
      index += 1;
    } else if (readSigned(elsewhere, found, text, index, headed, surroundings)) dated ||= found.date !== undefined;
    else if (isFurniture(text) || isRelatedHeading(text) || surroundings.repeated.has(text)) found.left.push(text);
    else if (isDayLine(text)) found.notes.push(`date: ${JSON.stringify(text)} names no year and was left out.`);
    else if (isAdvisory(text)) found.notes.push(`The sender's word to clients was left out: ${text}`);
    else if (isSlugLine(text))
      found.slug ??= text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
    else if (!readAside(found, text)) lines.push({ unit, dated, index });
  }
  chooseHeadline(lines, found, end);
}

/** Corrections, captions and section paths: read wherever they stand. */
function readAside(found: Found, text: string): boolean {
  // `CORRECTED - Harbour reopens` is a headline; a note is a sentence.
  const correction = endsSentence(text) ? readCorrection(text) : undefined;
  if (correction !== undefined) found.corrections.push(correction);
  const caption = correction === undefined ? readCaption(text) : undefined;
  if (caption !== undefined) addPicture(found, caption);
  const section = correction === undefined && caption === undefined ? readSectionPath(text) : undefined;
  if (section !== undefined) {
    found.section ??= section;
    found.confidence.section ??= 0.8;
  }
  return correction !== undefined || caption !== undefined || section !== undefined;
}
