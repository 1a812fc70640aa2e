/** Where an article's head ends and its text begins: at the dateline, else at the first running text. */
import { recogniseDateline, type TakenDateline, takeDateline } from "../../article/dateline.ts";
import { readDateLine } from "./wire-text-date.ts";
import { isFurniture } from "./wire-text-furniture.ts";
import { isLoneDateline, readBareByline, readByline, readLabel } from "./wire-text-line.ts";
import { isAdvisory, readCaption, readCorrection } from "./wire-text-note.ts";
import { isProse, type Unit } from "./wire-text-unit.ts";

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
  // What ends a text may look like a dateline: `The ships are expected on Monday (NRD).`
  const hasText =
    index + 1 < units.length && (units.slice(index + 1).some(isProse) || !units.slice(0, index).some(isProse));
  if (isLoneDateline(unit.text) && hasText) {
    const dateline = recogniseDateline(unit.text);
    if (dateline === undefined) return undefined;
    return { index: index + 1, headEnd: index, taken: { dateline, rest: "", printed: unit.text, confidence: 0.9 } };
  }
  const taken = takeDateline(unit.text);
  if (taken === undefined) return undefined;
  if (!isSigned(taken) && taken.rest.length < LEAST_REST) return undefined;
  if (taken.rest === "") return hasText ? { index: index + 1, headEnd: index, taken } : undefined;
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
/** Lines. More before the first running text are no head but a list. */
const LONGEST_HEAD = 80;

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
  if (first < 0 || first > LONGEST_HEAD) return { index: startOfTable(units, lastMeta) };
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
