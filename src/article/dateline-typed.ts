/**
 * A dateline as an editor types it in front matter: whatever stands there is the editor's own. It is taken apart from its end,
 * brackets first, and judged by its shape alone; nothing here asks whether it might be prose.
 */
import { isKnownAgency, looksLikeAgency } from "./agency.ts";
import type { Dateline } from "./article.ts";
import { isKnownCity } from "./city.ts";
import { isCountry } from "./country.ts";
import { findDay, findVagueDay } from "./dateline-day.ts";
import { isCapitals, isUsPlace, standsInName } from "./dateline-place.ts";
import { MONTH_PATTERN } from "./month.ts";
import { nameKey } from "./printed-name.ts";
import { isRegion } from "./region.ts";

type Parts = { -readonly [Key in keyof Dateline]: Dateline[Key] };

const MOST_PARTS = 8;
const MOST_AGENCY_WORDS = 6;
const MOST_PLACE_WORDS = 8;
const MOST_REGION_WORDS = 4;

const CLOSERS: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  ["）", "（"],
  ["］", "［"],
]);
const COMMA = /[,،]\s+|，/u;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_AND_YEAR = new RegExp(`^${MONTH_PATTERN}\\.?\\s+(?:de\\s+)?(?:19|20)\\d{2}$`, "iu");
/** What leads into a date: `le 29 novembre`, `den 29. November`. */
const LEADS = /(?:^|[\s,،，])(?:le|du|den|der|dem|am|vom|el|il|lo|on|em|dia|день|от|в)$/iu;
/** Somebody is spoken of, not a place. */
const CORRESPONDENT =
  /(?:^|[^\p{L}])(?:notre|nos|envoyée?s?|correspondant\p{L}*|correspondent\p{L}*|korrespondent\p{L}*|berichterstatter\p{L}*|unser\p{L}*|our|nuestr\p{L}+|enviad\p{L}+|corresponsal\p{L}*|nostr\p{L}+|inviat\p{L}+|correspondente\p{L}*|корреспондент\p{L}*|собкор\p{L}*|наш\p{L}{0,3}|مراسل\p{L}*|مراسلنا|موفد\p{L}*)(?![\p{L}])/iu;

/** The text of the bracket that ends a text, and what stands before it. */
function lastBracket(text: string): { readonly inside: string; readonly before: string } | undefined {
  const bare = text.replace(/([)\]）］/])\.$/u, "$1");
  const slashed = /(?:^|[\s.,])\/{1,2}([^/\s][^/]*)\/{1,2}$/u.exec(bare);
  if (slashed !== null)
    return { inside: slashed[1] ?? "", before: bare.slice(0, slashed.index + 1).replace(/\/$/, "") };
  const closer = bare.at(-1) ?? "";
  const opener = CLOSERS.get(closer);
  if (opener === undefined) return undefined;
  for (let at = bare.length - 1, depth = 0; at >= 0; at--) {
    if (bare[at] === closer) depth++;
    else if (bare[at] === opener && --depth === 0) return { inside: bare.slice(at + 1, -1), before: bare.slice(0, at) };
  }
  return undefined;
}

/** The whole text as a day; a month or weekday alone only where `vague`. */
function asDay(text: string, vague: boolean): string | undefined {
  if (ISO_DAY.test(text) || (vague && MONTH_AND_YEAR.test(text))) return text;
  const day = findDay(text, 0) ?? (vague ? findVagueDay(text, 0) : undefined);
  return day !== undefined && (day.end === text.length || (text.endsWith(".") && day.end === text.length - 1))
    ? day.printed
    : undefined;
}

/** The longest day that ends a text, set off by a sign or a space, and what stands before it. */
function lastDay(text: string): { readonly day: string; readonly before: string } | undefined {
  for (const gap of text.matchAll(/[\s,،，、;.]+/gu)) {
    const start = gap.index + gap[0].length;
    const apart = /[^\s]/u.test(gap[0]);
    const before = text.slice(0, gap.index);
    const led = LEADS.exec(before);
    const whole = led === null ? before : before.slice(0, led.index);
    const day = asDay(text.slice(start), apart);
    if (day === undefined || whole.trim() === "") continue;
    // `RUE DU 4 SEPTEMBRE`: a lead counts where it is itself set off.
    if (led !== null && !/^[,،，]/u.test(before.slice(led.index)) && !/[,،，;.]\s*$/u.test(whole)) continue;
    if (!apart && led === null && !/\p{L}/u.test(day)) continue;
    return { day, before: whole };
  }
  return undefined;
}

function isHouse(name: string, house: string | undefined): boolean {
  return isKnownAgency(name) || (house !== undefined && nameKey(name) === nameKey(house));
}

/** An agency without brackets, after the last dash, comma or stop. */
function lastAgency(
  text: string,
  house: string | undefined,
): { readonly agency: string; readonly before: string } | undefined {
  const sign = [...text.matchAll(/(?:(?:\s[-–—―]{1,3}|[,،.])\s+|，)/gu)].at(-1);
  if (sign === undefined) return undefined;
  const before = text.slice(0, sign.index);
  const agency = text.slice(sign.index + sign[0].length);
  if (isHouse(unquoted(agency), house)) return { agency, before };
  if (isLand(agency) || isRegion(agency) || asDay(agency, true) !== undefined) return undefined;
  if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(unquoted(agency)) || agency.split(/\s+/).length > MOST_AGENCY_WORDS)
    return undefined;
  const signed = lastDay(before) !== undefined || (/[-–—―]/u.test(sign[0]) && looksLikeAgency(agency));
  return signed ? { agency, before } : undefined;
}

/** Without quotation marks around it. */
export function unquoted(text: string): string {
  return text.trim().replace(/^["«„“]\s*|\s*["»“”]$/gu, "");
}

/** Gives what stands in brackets its part. False where it is of the place: `PARIS (XVe) (Le Courrier)`. */
function takeBracket(parts: Parts, inside: string, house: string | undefined): boolean {
  const text = unquoted(inside);
  if (text === "") return false;
  if (CORRESPONDENT.test(text)) return true;
  const pieces = text.split(COMMA);
  const last = pieces.at(-1) ?? "";
  if (!isHouse(text, house)) {
    const day = parts.date === undefined ? asDay(last, true) : undefined;
    if (day !== undefined) {
      parts.date = day;
      return pieces.length === 1 || takeBracket(parts, pieces.slice(0, -1).join(", "), house);
    }
    if (parts.country === undefined && isCountry(text)) return setPart(parts, "country", text);
    if (parts.region === undefined && isRegion(text)) return setPart(parts, "region", text);
  }
  if (parts.agency !== undefined && !isHouse(text, house)) return false;
  return setPart(parts, "agency", parts.agency === undefined ? text : `${text}, ${parts.agency}`);
}

function setPart(parts: Parts, part: keyof Parts, text: string): true {
  parts[part] = text;
  return true;
}

function isLand(name: string): boolean {
  return isCountry(name) || isCountry(name.replace(/^(?:the|la|le|les|los|las|el|die|der|den)\s+/iu, ""));
}

/** Parts `PLACE, region, country` at their commas; what is neither stays with the place: `PARIS, LYON`. */
function takeWhere(parts: Parts, where: string): boolean {
  const pieces = where.split(COMMA);
  const [first = ""] = pieces;
  while (pieces.length > 1) {
    const last = pieces.at(-1) ?? "";
    const region = isRegion(last) && parts.region === undefined;
    const country = isLand(last) && parts.country === undefined && parts.region === undefined;
    if (country && !(region && isUsPlace(first))) parts.country = last;
    else if (region) parts.region = last;
    else break;
    pieces.pop();
  }
  const last = pieces.at(-1) ?? "";
  if (pieces.length > 1 && parts.region === undefined && !isSecondPlace(first, last)) {
    if (!isName(last) && (parts.agency === undefined || last.split(/\s+/).length > MOST_REGION_WORDS)) return false;
    parts.region = last;
    pieces.pop();
  }
  parts.place = pieces.join(", ");
  return true;
}

/** True where what follows the comma is another place: a city, or capitals as the first is. */
export function isSecondPlace(first: string, second: string): boolean {
  return isKnownCity(second) || (isCapitals(first) && isCapitals(second) && second.length > 2);
}

function isName(text: string): boolean {
  return text.split(/\s+/).every((word, index) => standsInName(word, index === 0));
}

/** A place that nothing but itself says to be one: capitals, one word, or a name. */
export function isBarePlace(place: string): boolean {
  const words = place.split(/\s+/);
  if (words.length > MOST_PLACE_WORDS || /[:;!?"«»“”]|\s[-–—]\s/u.test(place)) return false;
  return words.length === 1 || isCapitals(place) || isName(place);
}

/** True where a name ends in a word that leads into a day: `RUE DU` is none before `4 SEPTEMBRE`. */
export function endsInLead(place: string): boolean {
  return LEADS.test(place);
}

/** True where a text speaks of who writes: `de notre envoyée spéciale`. */
export function isCorrespondent(text: string): boolean {
  return CORRESPONDENT.test(text);
}

/** Takes a typed dateline, without its closing sign, apart; undefined where its place cannot be told from the rest. */
export function takeApart(typed: string, house: string | undefined): Dateline | undefined {
  const parts: Parts = {};
  let rest = typed;
  for (let count = 0; count < MOST_PARTS; count++) {
    rest = rest.replace(/[\s,،，、;]+$/u, "");
    const bracket = lastBracket(rest);
    if (bracket !== undefined) {
      if (!takeBracket(parts, bracket.inside, house)) break;
      rest = bracket.before;
      continue;
    }
    const day = parts.date === undefined ? lastDay(rest) : undefined;
    if (day !== undefined) {
      parts.date = day.day;
      rest = day.before;
      continue;
    }
    const agency = parts.agency === undefined ? lastAgency(rest, house) : undefined;
    if (agency === undefined) break;
    parts.agency = unquoted(agency.agency);
    rest = agency.before;
  }
  const where = rest.replace(/\s*[-–—]+$/u, "").trim();
  if (where === "" || asDay(where, false) !== undefined) return undefined;
  if (parts.agency === undefined && /[()[\]]/u.test(where)) return undefined;
  if (isCorrespondent(where) || !takeWhere(parts, where))
    return parts.agency === undefined ? undefined : { agency: parts.agency };
  const alone = parts.agency === undefined && parts.date === undefined && parts.country === undefined;
  return alone && !isBarePlace(parts.place ?? "") ? undefined : parts;
}
