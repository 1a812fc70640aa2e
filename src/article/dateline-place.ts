/** The place at the head of a dateline: how far its name reaches. */
import { isKnownCity } from "./city.ts";
import { isPlainDay } from "./dateline-day.ts";
import { isShortRegion } from "./region.ts";
import { matchAt } from "./text-scan.ts";

const MOST_PLACE_WORDS = 8;
const WORD = /[\p{L}\p{M}'’ʼ‘`]+(?:[-‐‑–\u200c][\p{L}\p{M}'’ʼ]+)*/uy;
const DOTTED = /(?:\p{Lu}\.){2,}|(?:\p{Lu}\.)+\p{Lu}(?!\p{L})/uy;
const STATE_WITH_STOP = /(?:[NSW]\.\s?)?\p{Lu}\p{L}{0,4}\./uy;
const PLACE_STOPS = /^(?:st|ste|sta|sto|ft|mt|pt|dr|gen|col|n|s|e|w|г|о|пос|д|с)$/iu;
/** Words that stay small inside a place's name. */
const PARTICLES =
  /^(?:de|del|della|di|da|do|dos|das|du|des|d|la|le|les|los|las|el|al|of|on|the|and|upon|near|in|at|off|to|sur|sous|en|am|an|der|im|bei|ob|und|et|y|e|i|van|aan|den|op|и|на|в|под|near|aboard|ве|ou)$/u;

/** True where a word may stand in a name: capital first, or a script without case, or a particle after the first word. */
export function standsInName(word: string, first: boolean): boolean {
  const letter = /\p{L}/u.exec(word)?.[0] ?? "";
  if (letter !== letter.toLowerCase() || letter === letter.toUpperCase()) return true;
  return !first && (PARTICLES.test(word) || /^(?:d|l|al|el|as|ash|ar|an|at|ad|az|ez|es|e)['’-]/u.test(word));
}

/** A state whose stop is part of it, standing after the place without a comma: `RICHMOND Va. Feb 26`, `WASHINGTON D.C. (AP)`. */
export function findStoppedRegion(text: string, at: number): string | undefined {
  const found = matchAt(DOTTED, text, at)?.[0] ?? matchAt(STATE_WITH_STOP, text, at)?.[0];
  return found !== undefined && isShortRegion(found) ? found : undefined;
}

/** The index after the place's name; 0 where the text begins with none. `loose` takes small letters too. */
export function findPlace(text: string, loose: boolean): number {
  let end = 0;
  for (let words = 0, at = 0; words < MOST_PLACE_WORDS; words++) {
    if (words > 0 && findStoppedRegion(text, at) !== undefined) break;
    const initials = matchAt(DOTTED, text, at)?.[0];
    const word = initials ?? matchAt(WORD, text, at)?.[0];
    if (word === undefined) break;
    if (words > 0 && isPlainDay(text, at) && !isKnownCity(text.slice(0, at + word.length))) break;
    if (!standsInName(word, words === 0) && !loose && !isKnownCity(text.slice(0, at + word.length))) break;
    end = at + word.length;
    if (initials === undefined && text[end] === "." && PLACE_STOPS.test(word)) end += 1;
    const gap = matchAt(/[ \u00a0]?\/[ \u00a0]?(?=\p{L})|[ \u00a0]+(?=\p{L})/uy, text, end)?.[0];
    if (gap === undefined || (gap.includes("/") && isSlashedAgency(text, end))) break;
    at = end + gap.length;
  }
  return end;
}

/** True for ` /TASS/` after a place, as against `DALLAS/FORT WORTH`. */
function isSlashedAgency(text: string, at: number): boolean {
  return /^\s?\/{1,2}[^/]{1,40}\/{1,2}/u.test(text.slice(at, at + 50)) && /^\s/.test(text.slice(at));
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

/** Words that join and never end a name: `ROSE ON` before a date is a headline, no place. */
const NEVER_LAST =
  /(?:^|\s)(?:of|on|the|and|upon|near|in|at|off|to|for|from|by|with|sur|sous|en|am|der|im|bei|und|et|y|и|в|на|до|с|por|para|hasta|bis|ab)$/iu;

/** True where a date stands after the words without a comma, and the words are too many or too little of a name to be a place. */
export function isNoPlaceBeforeDate(place: string, signed: boolean): boolean {
  if (isKnownCity(place)) return false;
  const words = place.split(/\s+/).length;
  return signed ? words > 5 : words > 3 || !isCapitals(place);
}

/** True where the words end in one that joins, so that a name is not finished. */
export function endsUnfinished(place: string): boolean {
  return NEVER_LAST.test(place);
}

/** Places that share a state with a country's name: `ATLANTA, Georgia`. */
export function isUsPlace(place: string): boolean {
  return /^(?:atlanta|augusta|savannah|macon|columbus|athens|albany|marietta|valdosta|rome|warner robins|fort benning|plains)$/i.test(
    place,
  );
}
