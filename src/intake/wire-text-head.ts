/** The head of an article in plain text: all that stands before its first paragraph. */
import { parseDateline, type TakenDateline, takeDateline } from "../article/dateline.ts";
import { findPrintedDate } from "./printed-date.ts";
import { isClockLine, readDateLine } from "./wire-text-date.ts";
import { addNames, addPicture, type Found, type LabelledValue, type Surroundings } from "./wire-text-found.ts";
import { isFurniture, isRelatedHeading, isRule } from "./wire-text-furniture.ts";
import { chooseHeadline, type HeadLine } from "./wire-text-headline.ts";
import {
  isLoneDateline,
  isSlugLine,
  readAddress,
  readBareByline,
  readByline,
  readEmbargo,
  readLabel,
  readSectionPath,
} from "./wire-text-line.ts";
import { isAdvisory, isSignOff, readCaption, readCorrection } from "./wire-text-note.ts";
import { endsSentence, isProse, type Unit } from "./wire-text-unit.ts";

/** Where the body begins, and its first paragraph without dateline or label. */
export interface BodyStart {
  readonly index: number;
  /** Where the head ends; before `index` where the dateline has a line of its own. */
  readonly headEnd?: number;
  readonly first?: string;
  readonly taken?: TakenDateline;
}

const FURTHEST_DATELINE = 40;
const MOST_PROSE_BEFORE = 3;
const LEAST_REST = 60;

/** True where more than a place's name says that this is a dateline. */
function isSigned(taken: TakenDateline): boolean {
  return taken.dateline.agency !== undefined || taken.dateline.date !== undefined;
}

function takeAt(units: readonly Unit[], index: number): BodyStart | undefined {
  const unit = units[index];
  if (unit === undefined) return undefined;
  if (isLoneDateline(unit.text) && index + 1 < units.length) {
    const dateline = parseDateline(unit.text);
    if (dateline === undefined) return undefined;
    return { index: index + 1, headEnd: index, taken: { dateline, rest: "", printed: unit.text, confidence: 0.9 } };
  }
  const taken = takeDateline(unit.text);
  if (taken === undefined) return undefined;
  if (!isSigned(taken) && taken.rest.length < LEAST_REST) return undefined;
  if (taken.rest === "") return index + 1 < units.length ? { index: index + 1, headEnd: index, taken } : undefined;
  return { index, first: taken.rest, taken };
}

function startAtDateline(units: readonly Unit[]): BodyStart | undefined {
  let bare: BodyStart | undefined;
  let prose = 0;
  for (let index = 0; index < Math.min(units.length, FURTHEST_DATELINE); index++) {
    const start = takeAt(units, index);
    if (start?.taken !== undefined) {
      if (isSigned(start.taken)) return start;
      bare ??= start;
    }
    const unit = units[index];
    if (unit !== undefined && isProse(unit)) prose += 1;
    if (prose >= MOST_PROSE_BEFORE || (bare !== undefined && prose > 0)) break;
  }
  return bare;
}

function isMeta(text: string): boolean {
  return (
    readByline(text) !== undefined ||
    readDateLine(text, {}, (rest) => readByline(rest) !== undefined || readBareByline(rest) !== undefined) !== undefined
  );
}

const HEAD_REACH = 12;

/** A text without running text, such as a table of prices: its first line is the headline, unless one stood above the date. */
function startOfTable(units: readonly Unit[], lastMeta: number): number {
  const lines: number[] = [];
  units.forEach(({ text }, index) => {
    if (lines.length < HEAD_REACH && !isFurniture(text) && !isAside(text) && !isMeta(text)) lines.push(index);
  });
  return lines.slice(1).find((index) => index > lastMeta) ?? units.length;
}

/** Without a dateline the body begins at the first running text; text before a byline or date line is the standfirst. */
function startAtProse(units: readonly Unit[]): BodyStart {
  const first = units.findIndex((unit) => isProse(unit) && !isAside(unit.text));
  let lastMeta = -1;
  for (let index = 0; index < Math.min(units.length, HEAD_REACH); index++)
    if (isMeta(units[index]?.text ?? "")) lastMeta = index;
  if (first < 0) return { index: startOfTable(units, lastMeta) };
  if (lastMeta > first && first <= 4) {
    const after = units.findIndex((unit, index) => index > lastMeta && isProse(unit) && !isAside(unit.text));
    if (after > 0) return { index: after };
  }
  return { index: first };
}

/** Text of sentence length that is no paragraph: captions, corrections, invitations. */
function isAside(text: string): boolean {
  return isFurniture(text) || readCaption(text) !== undefined || readCorrection(text) !== undefined || isAdvisory(text);
}

/** Where the body of the article begins. */
export function findBodyStart(units: readonly Unit[]): BodyStart {
  const labelled = units.findIndex((unit) => readLabel(unit.text)?.label === "body");
  if (labelled >= 0 && labelled < FURTHEST_DATELINE) {
    const value = readLabel(units[labelled]?.text ?? "")?.value ?? "";
    if (value === "") {
      const inner = startAtDateline(units.slice(labelled + 1, labelled + 2));
      return { ...inner, index: labelled + 1 + (inner?.index ?? 0) };
    }
    const taken = takeDateline(value);
    return taken === undefined ? { index: labelled, first: value } : { index: labelled, first: taken.rest, taken };
  }
  return startAtDateline(units) ?? startAtProse(units);
}

const TWO_WAYS = 0.6;

function setDates(
  found: Found,
  line: NonNullable<ReturnType<typeof readDateLine>>,
  index: number,
  headed: boolean,
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
    if (!printed.zoned) found.notes.push(`${key}: its clock is printed without a zone.`);
    if (printed.confidence < TWO_WAYS && printed.zoned)
      found.needs.push(`Its ${key} can be read two ways; it was taken for ${printed.iso}.`);
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
      if (line !== undefined) setDates(found, { ...line, labelled: true }, 1, true);
      return;
    }
    case "dateline": {
      const dateline = parseDateline(value);
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
function readSigned(found: Found, text: string, index: number, headed: boolean, surroundings: Surroundings): boolean {
  const line = readDateLine(text, surroundings, maySign);
  if (line !== undefined) {
    setDates(found, line, index, headed);
    const names = readByline(line.rest) ?? readBareByline(line.rest);
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
  setDates(found, line, index, headed);
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
    } else if (readSigned(found, text, index, headed, surroundings)) dated ||= found.date !== undefined;
    else if (isFurniture(text) || isRelatedHeading(text) || surroundings.repeated.has(text)) found.left.push(text);
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
