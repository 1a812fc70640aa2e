/** What stands in brackets or slashes within a dateline: an agency, and now and then a country or a date. */
import { isKnownAgency, looksLikeAgency } from "./agency.ts";
import { isCountry } from "./country.ts";
import { findDay, findVagueDay } from "./dateline-day.ts";
import { isCapitals, standsInName } from "./dateline-place.ts";
import { isRegion } from "./region.ts";
import { matchAt } from "./text-scan.ts";

/** The parts as they are found. */
export interface DatelineParts {
  place: string;
  region?: string;
  country?: string;
  agency?: string;
  date?: string;
}

const BRACKETED =
  /\(([^()]{1,48})\)|\[([^[\]]{1,48})\]|（([^（）]{1,48})）|\/{1,2}([^/\s][^/]{0,46})\/{1,2}(?![\p{L}\d])/uy;

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

/** Reads the bracket that opens at `at` into `parts` and gives the index after it. */
export function readBracket(parts: DatelineParts, text: string, at: number): number | undefined {
  const found = matchAt(BRACKETED, text, at);
  if (found === null || parts.agency !== undefined) return undefined;
  const inside = (found[1] ?? found[2] ?? found[3] ?? found[4] ?? "").trim();
  const trial: DatelineParts = { ...parts };
  if (!bracketedPart(trial, inside)) return undefined;
  const after = text.slice(at + found[0].length);
  if (trial.agency !== undefined && !isKnownAgency(trial.agency) && !/^\s*(?:[-–—―_:]|\.?\s*$)/.test(after))
    return undefined;
  Object.assign(parts, trial);
  return at + found[0].length;
}
