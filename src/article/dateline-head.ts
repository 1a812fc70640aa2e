/** Reads the parts of a dateline from left to right: place, region or country, date, agency, and the sign that ends it. */
import { isKnownAgency } from "./agency.ts";
import type { PlacedDateline } from "./article.ts";
import { isKnownCity } from "./city.ts";
import { isCountry } from "./country.ts";
import { type DatelineParts, readBracket } from "./dateline-bracket.ts";
import { findDay, findVagueDay } from "./dateline-day.ts";
import {
  endsUnfinished,
  findPlace,
  findStoppedRegion,
  isNoPlaceBeforeDate,
  isUsPlace,
  standsInName,
} from "./dateline-place.ts";
import { isNoPlace } from "./no-place.ts";
import { isRegion } from "./region.ts";
import { matchAt, skipAt } from "./text-scan.ts";

/** What was read; `end` is the index after the closing sign. `closed` is that sign, empty where the text ended or simply went on. */
export interface DatelineHead {
  readonly dateline: PlacedDateline;
  readonly printedEnd: number;
  readonly end: number;
  readonly closed: string;
}

const LONGEST_HEAD = 160;
const SEPARATOR = /[ \t\u00a0]*[.,،、;]*[ \t\u00a0]*/y;
const DASH = /[ \t\u00a0]*[.,،]?[ \t\u00a0]*(?:[-–—―‒‐−_─ー]{1,3})[ \t\u00a0]*/y;
const CLOSING_DASH = /[ \t\u00a0]*\.?[ \t\u00a0]*(?:[-–—―‒‐−_─ー]{1,3}|:[-–—]?)(?:[ \t\u00a0]*[-–—_]{1,3})*/y;
/** Names an unlisted middle part: it is a region where a date or an agency follows, since only datelines are built so. */
function findMiddle(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  const stopped = findStoppedRegion(text, at);
  if (stopped !== undefined) return { name: stopped, end: at + stopped.length };
  const found = matchAt(/[^,،.(（[/:;–—_\d-]*(?:[-‐][^,،.(（[/:;–—_\d-]+)*/uy, text, at)?.[0] ?? "";
  const vague = / (?=[^ ]+$)/.exec(found);
  const name = found.trim();
  if (name === "" || name.split(/\s+/).length > 5) return undefined;
  if (isRegion(name) || isCountry(name)) return { name, end: at + found.trimEnd().length };
  if (
    vague !== null &&
    isRegion(found.slice(0, vague.index).trim()) &&
    findVagueDay(found, vague.index + 1) !== undefined
  ) {
    return { name: found.slice(0, vague.index).trim(), end: at + vague.index };
  }
  if (/^\p{Lu}/u.test(name) && name.split(/\s+/).every((word, index) => standsInName(word, index === 0))) {
    const end = at + found.trimEnd().length;
    return text[end] === "." && text[end + 1] === "," ? { name: `${name}.`, end: end + 1 } : { name, end };
  }
  return undefined;
}

function placeMiddle(parts: DatelineParts, name: string): boolean {
  const asRegion = isRegion(name);
  const asCountry = isCountry(name);
  const ambiguous = asRegion && asCountry;
  if (asCountry && parts.country === undefined && (!ambiguous || !isUsPlace(parts.place))) parts.country = name;
  else if (parts.region === undefined) parts.region = name;
  else if (parts.country === undefined && !asRegion) parts.country = name;
  else return false;
  return true;
}

/** Reads one dateline at the start of the text; `loose` takes small letters at the head of a name (front matter). */
export function readDatelineHead(whole: string, loose: boolean): DatelineHead | undefined {
  const text = whole.slice(0, LONGEST_HEAD);
  const placeEnd = findPlace(text, loose);
  const place = text.slice(0, placeEnd).replace(/[\s,/]+$/, "");
  if (place.length < 2 || isNoPlace(place)) return undefined;
  if (endsUnfinished(place)) return undefined;
  const parts: DatelineParts = { place };
  let at = placeEnd;
  for (let steps = 0; steps < 10; steps++) {
    const next = readPart(parts, text, at);
    if (next === undefined) break;
    at = next;
  }
  if (parts.region !== undefined && !isRegion(parts.region) && parts.date === undefined && parts.agency === undefined)
    return undefined;
  const unparted = parts.date !== undefined && /^[ \u00a0][^\s,.([/]/u.test(text.slice(placeEnd));
  if (unparted && isNoPlaceBeforeDate(place, parts.agency !== undefined)) return undefined;
  const closed = matchAt(CLOSING_DASH, text, at)?.[0] ?? (parts.agency === undefined ? "" : findClosingStop(text, at));
  const end = skipAt(/\s*/y, text, at + closed.length);
  return { dateline: parts, printedEnd: at, end, closed: closed.trim() };
}

/** After an agency a stop closes too, with the correspondent's name before it: `/ТАСС/.`, `— РИА Новости, Анна Петрова.` */
function findClosingStop(text: string, at: number): string {
  return matchAt(/(?:,[ \u00a0]\p{Lu}[\p{L}.-]+(?:[ \u00a0]\p{Lu}[\p{L}.-]+){1,2}?)?\.(?=\s|$)/uy, text, at)?.[0] ?? "";
}

/** Reads the next part after `at` into `parts` and gives the index after it, or undefined where no part follows. */
function readPart(parts: DatelineParts, text: string, at: number): number | undefined {
  const afterSeparator = skipAt(SEPARATOR, text, at);
  const found = readBracket(parts, text, afterSeparator) ?? readDate(parts, text, afterSeparator);
  if (found !== undefined) return found;
  // `Pa.` after a town is the state, though an agency is called PA.
  const stopped = parts.region === undefined ? findStoppedRegion(text, afterSeparator) : undefined;
  if (afterSeparator > at && stopped === undefined) {
    const agency = readBareAgency(parts, text, afterSeparator, false);
    if (agency !== undefined) return agency;
  }
  if (
    parts.date === undefined &&
    parts.agency === undefined &&
    (stopped !== undefined || /[,،]/.test(text.slice(at, afterSeparator)))
  ) {
    const middle = findMiddle(text, afterSeparator);
    if (middle !== undefined && (isRegion(middle.name) || !isNoPlace(middle.name)) && placeMiddle(parts, middle.name))
      return middle.end;
  }
  const afterDash = skipAt(DASH, text, at);
  if (afterDash === at) return undefined;
  return (
    readBracket(parts, text, afterDash) ??
    (parts.date === undefined && parts.agency === undefined && isPlaced(parts)
      ? readClosedDate(parts, text, afterDash)
      : undefined) ??
    readBareAgency(parts, text, afterDash, true)
  );
}

function readDate(parts: DatelineParts, text: string, at: number): number | undefined {
  if (parts.date !== undefined) return undefined;
  const day = findDay(text, at) ?? findClosedVagueDay(text, at);
  if (day === undefined) return undefined;
  parts.date = day.printed;
  return day.end;
}

/** A month or weekday alone counts only where the dateline goes on or ends right after it. */
function findClosedVagueDay(text: string, at: number): ReturnType<typeof findVagueDay> {
  const day = findVagueDay(text, at);
  return day !== undefined && /^\s*(?:[-–—_(/]|$)/.test(text.slice(day.end)) ? day : undefined;
}

/** True where more than the name itself says that it is a place. */
function isPlaced(parts: DatelineParts): boolean {
  return parts.region !== undefined || parts.country !== undefined || isKnownCity(parts.place);
}

/** After a dash a date counts only where another sign closes it: `CHEVY CHASE, Md., - March 4 -`. */
function readClosedDate(parts: DatelineParts, text: string, at: number): number | undefined {
  const day = findDay(text, at);
  if (day === undefined || !/^\s*(?:[-–—_:(/]|$)/.test(text.slice(day.end))) return undefined;
  parts.date = day.printed;
  return day.end;
}

const BARE_AGENCY = /[\p{L}\p{M}][\p{L}\p{M}.'’/&-]*(?: [\p{L}\p{M}][\p{L}\p{M}.'’/&]*){0,3}/uy;

/** An agency without brackets, known by name, and closed by a sign of its own: `— РИА Новости`, `, SPA --`, `Kyodo -`. */
function readBareAgency(parts: DatelineParts, text: string, at: number, afterDash: boolean): number | undefined {
  if (parts.agency !== undefined) return undefined;
  let name = matchAt(BARE_AGENCY, text, at)?.[0].replace(/[-/.]+$/, "") ?? "";
  while (name !== "") {
    const after = text.slice(at + name.length);
    const closes =
      /^\s*(?:[-–—_:]|\.?\s*$|\.\s)/u.test(after) || (afterDash && /^,\s\p{Lu}[^.,]{2,40}\.\s/u.test(after));
    if (closes && isKnownAgency(name)) {
      parts.agency = name;
      return at + name.length;
    }
    name = name.slice(0, Math.max(name.lastIndexOf(" "), name.lastIndexOf("-"), 0)).replace(/[-/.]+$/, "");
  }
  return undefined;
}
