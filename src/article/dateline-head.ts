/** Reads the parts of a dateline from left to right: place, region or country, date, agency, and the sign that ends it. */
import { isKnownAgency, looksLikeAgency } from "./agency.ts";
import type { Dateline } from "./article.ts";
import { isKnownCity } from "./city.ts";
import { isCountry } from "./country.ts";
import { findDay, findVagueDay, isPlainDay } from "./dateline-day.ts";
import { isNoPlace } from "./no-place.ts";
import { isRegion, isShortRegion } from "./region.ts";

/** What was read; `end` is the index after the closing sign. `closed` is that sign, empty where the text ended or simply went on. */
export interface DatelineHead {
  readonly dateline: Dateline;
  readonly printedEnd: number;
  readonly end: number;
  readonly closed: string;
}

/** The parts as they are found. */
export interface DatelineParts {
  place: string;
  region?: string;
  country?: string;
  agency?: string;
  date?: string;
}

const LONGEST_HEAD = 160;
const MOST_PLACE_WORDS = 8;
const WORD = /[\p{L}\p{M}'’ʼ‘`]+(?:[-‐‑–\u200c][\p{L}\p{M}'’ʼ]+)*/uy;
const DOTTED = /(?:\p{Lu}\.){2,}|(?:\p{Lu}\.)+\p{Lu}(?!\p{L})/uy;
const STATE_WITH_STOP = /(?:[NSW]\.\s?)?\p{Lu}\p{L}{0,4}\./uy;
const PLACE_STOPS = /^(?:st|ste|sta|sto|ft|mt|pt|dr|gen|col|n|s|e|w|г|о|пос|д|с)$/iu;
/** Words that stay small inside a place's name. */
const PARTICLES =
  /^(?:de|del|della|di|da|do|dos|das|du|des|d|la|le|les|los|las|el|al|of|on|the|and|upon|near|in|at|off|to|sur|sous|en|am|an|der|im|bei|ob|und|et|y|e|i|van|aan|den|op|и|на|в|под|near|aboard|ве|ou)$/u;
const SEPARATOR = /[ \t\u00a0]*[.,،、;]*[ \t\u00a0]*/y;
const DASH = /[ \t\u00a0]*[.,،]?[ \t\u00a0]*(?:[-–—―‒‐−_─ー]{1,3})[ \t\u00a0]*/y;
const CLOSING_DASH = /[ \t\u00a0]*\.?[ \t\u00a0]*(?:[-–—―‒‐−_─ー]{1,3}|:[-–—]?)(?:[ \t\u00a0]*[-–—_]{1,3})*/y;
const BRACKETED =
  /\(([^()]{1,48})\)|\[([^[\]]{1,48})\]|（([^（）]{1,48})）|\/{1,2}([^/\s][^/]{0,46})\/{1,2}(?![\p{L}\d])/uy;
const BRACKETED_AGENCIES_WITH_SLASH = /\((\p{L}[^()]{0,46})\)/uy;

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (sticky(pattern, text, at)?.[0].length ?? 0);
}

/** True where a word may stand in a name: capital first, or a script without case, or a particle after the first word. */
function standsInName(word: string, first: boolean): boolean {
  const letter = /\p{L}/u.exec(word)?.[0] ?? "";
  if (letter !== letter.toLowerCase() || letter === letter.toUpperCase()) return true;
  return !first && (PARTICLES.test(word) || /^(?:d|l|al|el|as|ash|ar|an|at|ad|az|ez|es|e)['’-]/u.test(word));
}

/** A state whose stop is part of it, standing after the place without a comma: `RICHMOND Va. Feb 26`, `WASHINGTON D.C. (AP)`. */
function findStoppedRegion(text: string, at: number): string | undefined {
  const found = sticky(DOTTED, text, at)?.[0] ?? sticky(STATE_WITH_STOP, text, at)?.[0];
  return found !== undefined && isShortRegion(found) ? found : undefined;
}

function findPlace(text: string, loose: boolean): number {
  let end = 0;
  for (let words = 0, at = 0; words < MOST_PLACE_WORDS; words++) {
    if (words > 0 && (isPlainDay(text, at) || findStoppedRegion(text, at) !== undefined)) break;
    const initials = sticky(DOTTED, text, at)?.[0];
    const word = initials ?? sticky(WORD, text, at)?.[0];
    if (word === undefined) break;
    if (!standsInName(word, words === 0) && !loose && !isKnownCity(text.slice(0, at + word.length))) break;
    end = at + word.length;
    if (initials === undefined && text[end] === "." && PLACE_STOPS.test(word)) end += 1;
    const gap = sticky(/[ \u00a0]?\/[ \u00a0]?(?=\p{L})|[ \u00a0]+(?=\p{L})/uy, text, end)?.[0];
    if (gap === undefined || /\/(?:$|[^/]*\/)/.test(gap + text.slice(end + gap.length, end + gap.length)) === undefined)
      break;
    if (gap.includes("/") && isSlashedAgency(text, end)) break;
    at = end + gap.length;
  }
  return end;
}

/** True for ` /TASS/` after a place, as against `DALLAS/FORT WORTH`. */
function isSlashedAgency(text: string, at: number): boolean {
  return /^\s?\/{1,2}[^/]{1,40}\/{1,2}/u.test(text.slice(at, at + 50)) && /^\s/.test(text.slice(at));
}

function bracketedPart(parts: DatelineParts, inside: string): boolean {
  for (const piece of splitBracket(inside)) {
    const day = findDay(piece, 0) ?? findVagueDay(piece, 0);
    if (parts.date === undefined && day !== undefined && day.end === piece.length) parts.date = day.printed;
    else if (parts.agency === undefined && isKnownAgency(piece)) parts.agency = piece;
    else if (parts.country === undefined && isCountry(piece)) parts.country = piece;
    else if (parts.region === undefined && isRegion(piece)) parts.region = piece;
    else if (parts.agency === undefined && isAgencyName(piece, parts.place)) parts.agency = piece;
    else return false;
  }
  return true;
}

function splitBracket(inside: string): readonly string[] {
  if (isKnownAgency(inside)) return [inside];
  return inside
    .split(/[,،]\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

const NO_AGENCY =
  /^(?:updates?|updated|recasts?|adds?|corrects?|corrected|video|videos|photos?|live|opinion|part|new|exclusive|breaking|d|r|i|lab|con|ld|dem|rep|ind|snp|left|right|see|more|cont|continued|age|aged|born|formerly|pictured|above|below|no|yes|q|a|nyse|nasdaq|tsx|lse|asx|amex|фото|видео|обновлено)\b/iu;

/** A name in brackets that may be an agency though it is in no list; not the spelled-out form of the place's own letters. */
function isAgencyName(name: string, place: string): boolean {
  const words = name.split(/\s+/);
  if (words.length > 5 || NO_AGENCY.test(name) || /^\d|[?!:;=…]|\d{3}/u.test(name)) return false;
  if (!words.every((word, index) => standsInName(word, index === 0) || /^[a-z]{2,4}$/.test(word))) return false;
  const initials = words.map((word) => word[0] ?? "").join("");
  if (words.length > 1 && place.replace(/\./g, "").toLowerCase() === initials.toLowerCase()) return false;
  return looksLikeAgency(name) || isCapitals(place);
}

/** True where every letter that has a case is a capital; `McALLEN` and small particles count. */
export function isCapitals(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const cased = words.filter((word) => word.toLowerCase() !== word.toUpperCase());
  return (
    cased.length > 0 &&
    cased.every(
      (word) =>
        PARTICLES.test(word) ||
        word.replace(/^(?:Mc|Mac|O['’]|D['’]|L['’])/, "") === word.toUpperCase() ||
        /^Mc\p{Lu}+$/u.test(word),
    ) &&
    cased.some((word) => word === word.toUpperCase() && word.length > 1)
  );
}

/** Names an unlisted middle part: it is a region where a date or an agency follows, since only datelines are built so. */
function findMiddle(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  const stopped = findStoppedRegion(text, at);
  if (stopped !== undefined) return { name: stopped, end: at + stopped.length };
  const found = sticky(/[^,،.(（[/:;–—_\d-]*(?:[-‐][^,،.(（[/:;–—_\d-]+)*/uy, text, at)?.[0] ?? "";
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

/** Places that share a state with a country's name: `ATLANTA, Georgia`. */
function isUsPlace(place: string): boolean {
  return /^(?:atlanta|augusta|savannah|macon|columbus|athens|albany|marietta|valdosta|rome|warner robins|fort benning|plains)$/i.test(
    place,
  );
}

/** Reads one dateline at the start of the text; `loose` takes small letters at the head of a name (front matter). */
export function readDatelineHead(whole: string, loose: boolean): DatelineHead | undefined {
  const text = whole.slice(0, LONGEST_HEAD);
  const placeEnd = findPlace(text, loose);
  const place = text.slice(0, placeEnd).replace(/[\s,/]+$/, "");
  if (place.length < 2 || isNoPlace(place)) return undefined;
  const parts: DatelineParts = { place };
  let at = placeEnd;
  for (let steps = 0; steps < 10; steps++) {
    const next = readPart(parts, text, at);
    if (next === undefined) break;
    at = next;
  }
  if (parts.region !== undefined && !isRegion(parts.region) && parts.date === undefined && parts.agency === undefined)
    return undefined;
  const closed = sticky(CLOSING_DASH, text, at)?.[0] ?? (parts.agency === undefined ? "" : findClosingStop(text, at));
  const end = skip(/\s*/y, text, at + closed.length);
  return { dateline: parts, printedEnd: at, end, closed: closed.trim() };
}

/** After an agency a stop closes too, with the correspondent's name before it: `/ТАСС/.`, `— РИА Новости, Анна Петрова.` */
function findClosingStop(text: string, at: number): string {
  return sticky(/(?:,[ \u00a0]\p{Lu}[\p{L}.-]+(?:[ \u00a0]\p{Lu}[\p{L}.-]+){1,2}?)?\.(?=\s|$)/uy, text, at)?.[0] ?? "";
}

/** Reads the next part after `at` into `parts` and gives the index after it, or undefined where no part follows. */
function readPart(parts: DatelineParts, text: string, at: number): number | undefined {
  const afterSeparator = skip(SEPARATOR, text, at);
  const found = readBracket(parts, text, afterSeparator) ?? readDate(parts, text, afterSeparator);
  if (found !== undefined) return found;
  if (afterSeparator > at) {
    const agency = readBareAgency(parts, text, afterSeparator, false);
    if (agency !== undefined) return agency;
  }
  const stopped = parts.region === undefined ? findStoppedRegion(text, afterSeparator) : undefined;
  if (
    parts.date === undefined &&
    parts.agency === undefined &&
    (stopped !== undefined || /[,،]/.test(text.slice(at, afterSeparator)))
  ) {
    const middle = findMiddle(text, afterSeparator);
    if (middle !== undefined && (isRegion(middle.name) || !isNoPlace(middle.name)) && placeMiddle(parts, middle.name))
      return middle.end;
  }
  const afterDash = skip(DASH, text, at);
  if (afterDash === at) return undefined;
  return (
    readBracket(parts, text, afterDash) ??
    (parts.date === undefined && parts.agency === undefined ? readClosedDate(parts, text, afterDash) : undefined) ??
    readBareAgency(parts, text, afterDash, true)
  );
}

function readBracket(parts: DatelineParts, text: string, at: number): number | undefined {
  const found = sticky(BRACKETED, text, at) ?? sticky(BRACKETED_AGENCIES_WITH_SLASH, text, at);
  if (found === null || parts.agency !== undefined) return undefined;
  const inside = (found[1] ?? found[2] ?? found[3] ?? found[4] ?? "").trim();
  const trial: DatelineParts = { ...parts };
  if (!bracketedPart(trial, inside)) return undefined;
  Object.assign(parts, trial);
  return at + found[0].length;
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
  let name = sticky(BARE_AGENCY, text, at)?.[0].replace(/[-/.]+$/, "") ?? "";
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
