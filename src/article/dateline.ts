/** A dateline says where a story was filed and by whom: text to parts, and parts to text. Measured in `docs/dateline.md`. */
import { isKnownAgency } from "./agency.ts";
import type { Dateline, PlacedDateline } from "./article.ts";
import { isKnownCity, standsAlone } from "./city.ts";
import { isCountry } from "./country.ts";
import { readEasternHead } from "./dateline-east.ts";
import { type DatelineHead, readDatelineHead } from "./dateline-head.ts";
import { isCapitals } from "./dateline-place.ts";
import { renderDateline } from "./dateline-style.ts";
import { endsInLead, isBarePlace, isCorrespondent, isSecondPlace, takeApart, unquoted } from "./dateline-typed.ts";
import { isRegion } from "./region.ts";

export { renderDateline } from "./dateline-style.ts";

/** A dateline found at the head of a paragraph, and what is left of the paragraph. */
export interface TakenDateline {
  readonly dateline: PlacedDateline;
  /** The paragraph after the dateline and its closing sign. */
  readonly rest: string;
  /** As it stood, without the closing sign. */
  readonly printed: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Characters; what is longer is not looked at. */
const LONGEST_TYPED = 160;
const ORNAMENT = /^[\s*•·▪■●►»>|\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/u;

function readHead(text: string, loose: boolean): DatelineHead | undefined {
  return readEasternHead(text) ?? readDatelineHead(text, loose);
}

/**
 * A whole dateline as a wire prints it, with or without its closing sign, for texts of which nobody has said that they are one.
 * Undefined where the text is prose, or where anything is left after it.
 */
export function recogniseDateline(text: string): PlacedDateline | undefined {
  const whole = text.replace(ORNAMENT, "").trim();
  const head = readHead(whole, true);
  if (head === undefined || whole.slice(head.end) !== "") return undefined;
  const { dateline, closed } = head;
  if (closed.startsWith(":") && isBare(dateline) && !isPlaceName(dateline.place)) return undefined;
  return dateline;
}

/** As typed, without ornaments before it and the sign that closes it. */
function withoutClosing(typed: string): string {
  const text = typed.replace(ORNAMENT, "").trimEnd();
  return text.replace(/(?:\s{0,3}(?:[-–—―‒‐−_─ー]{1,3}|:[-–—]?))+$/u, "").trimEnd() || text;
}

/** What a wire would print as well is read as the intake reads it, unless the editor's words say otherwise. */
function readAsWire(printed: string): PlacedDateline | undefined {
  const read = recogniseDateline(printed);
  if (read === undefined || isCorrespondent(printed)) return undefined;
  const { place, region, agency } = read;
  if (agency !== undefined && unquoted(agency) !== agency) return undefined;
  if (read.date !== undefined && endsInLead(place)) return undefined;
  if (isBare(read) && !isBarePlace(place)) return undefined;
  return region !== undefined && !isRegion(region) && isSecondPlace(place, region) ? undefined : read;
}

/**
 * A dateline as an editor typed it in front matter, with or without its closing sign. `house` is the newsroom's own agency.
 * Always reads: what cannot be taken apart has no place and is printed as typed.
 */
export function parseDateline(typed: string, house?: string): Dateline {
  const printed = withoutClosing(typed);
  const parts = printed.length > LONGEST_TYPED ? undefined : (readAsWire(printed) ?? takeApart(printed, house));
  if (parts === undefined) return { printed };
  return parts.place !== undefined && renderDateline(parts) === printed ? parts : { ...parts, printed };
}

function isBare(dateline: PlacedDateline): boolean {
  return (
    dateline.agency === undefined &&
    dateline.date === undefined &&
    dateline.region === undefined &&
    dateline.country === undefined
  );
}

function isPlaceName(place: string): boolean {
  return isKnownCity(place) || isCountry(place);
}

/** How sure it is that this opens a story, from what was read: a listed agency says most, a bare name least. 0 refuses. */
function weigh(head: DatelineHead, rest: string): number {
  const { dateline, closed } = head;
  const capitals = isCapitals(dateline.place);
  const knownPlace = isKnownCity(dateline.place) || standsAlone(dateline.place);
  const knownAgency = dateline.agency !== undefined && isKnownAgency(dateline.agency);
  const around = (dateline.region !== undefined && isRegion(dateline.region)) || dateline.country !== undefined;
  const startsSentence = rest === "" || !/^\p{Ll}/u.test(rest);
  if (closed === "") {
    if (dateline.agency === undefined || !startsSentence || rest === "")
      return dateline.agency !== undefined && rest === "" ? 0.8 : 0;
    return knownAgency && (capitals || knownPlace || dateline.date !== undefined) ? 0.85 : 0;
  }
  if (dateline.agency !== undefined) {
    if (knownAgency) return capitals || knownPlace || around ? 0.99 : 0.95;
    if (!startsSentence) return 0;
    if (capitals || knownPlace || around || dateline.date !== undefined) return 0.9;
    return 0.7;
  }
  if (!startsSentence)
    return dateline.date !== undefined && (capitals || knownPlace) && /^[-_]/.test(closed) ? 0.75 : 0;
  if (dateline.date !== undefined) return capitals ? 0.97 : knownPlace || around ? 0.93 : 0.75;
  if (around) return capitals ? 0.9 : knownPlace || closed !== ":" ? 0.75 : 0;
  if (knownPlace) return capitals ? 0.9 : closed === ":" ? 0.65 : 0.7;
  return capitals && isCountry(dateline.place) && closed !== ":" && closed !== "" ? 0.7 : 0;
}

/** True where the closing sign stands apart from a bare place, so that `LONDON-based` is not one. */
function standsApart(text: string, head: DatelineHead): boolean {
  const sign = text.slice(head.printedEnd, head.end);
  return (
    head.closed !== "-" ||
    /^\s|\s$/.test(sign) ||
    head.dateline.agency !== undefined ||
    head.dateline.date !== undefined ||
    sign.length === 0
  );
}

/** The dateline at the head of a story's first paragraph, or undefined where the paragraph simply begins. */
export function takeDateline(paragraph: string): TakenDateline | undefined {
  const lead = ORNAMENT.exec(paragraph)?.[0].length ?? 0;
  const text = paragraph.slice(lead);
  const head = readHead(text, false);
  if (head === undefined || !standsApart(text, head)) return undefined;
  const rest = text.slice(head.end);
  const confidence = weigh(head, rest);
  if (confidence === 0) return undefined;
  return { dateline: head.dateline, rest, printed: text.slice(0, head.printedEnd).trim(), confidence };
}
