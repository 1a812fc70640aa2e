/**
 * A byline as it is printed, in a page, a feed, a wire or front matter → the names in it:
 * `By Ada Poe (with Lu Ban), Harbour Desk` → `Ada Poe`, `Lu Ban`. People and organisations; who edited or translated is told apart.
 */
import { isKnownAgency } from "./agency.ts";

export interface PrintedByline {
  /** Each once, in order. */
  readonly names: readonly string[];
  /** Credits for other work than writing, as printed: `Edited by Ole Voss`. */
  readonly others: readonly string[];
}

const LEAD_IN =
  /^(?:(?:story|text|words|report(?:ing|ed)?|written|posted|published|reviewed|opinion|analysis|interview|photos?|pictures?)\s+)?(?:by|von|vom|par|por|di|da|door|av|af|przez|přez|oleh|от|автор(?:ы|ка)?|autor(?:en|in|ka|zy|es)?(?:\/(?:autor(?:in|ka)?|innen))?|بقلم|מאת)(?![\p{L}\p{N}_])[\s:]*/iu;
/** `ByMara Ellin`: a lost space. */
const GLUED = /^(?:By|BY|Von|Par|Por)(?=\p{Lu}\p{Ll}+\s+\p{Lu})/u;
/** Work on a text that is not writing it, where it begins in a line. */
const OTHER_WORK =
  /(?:^|[\s,;|(–—-])((?:edited|edit|additional (?:reporting|editing)|translat(?:ed|ion)|produced|production|illustrat(?:ed|ions?)|photograph(?:ed|s|y)|fact[- ]checked|narrated|designed|graphics?|video|camera|bearbeitet|übersetzt|redigiert|traduit|édité|traducido|editado|traducción|tradotto|a cura|přeložil\p{L}*|перевод|редактор)\s+(?:by|von|par|por|de|da|di)?\s*:?\s*\p{Lu}.*)$/iu;
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** A colleague in brackets: `(with Ole Voss and Ana Bell)`. */
const COLLEAGUES = /\(\s*(?:with|mit|avec|con|com|met|med|и|с)\s+([^()]{3,120})\)/iu;
const WITH = /\s+(?:with|mit|avec|con|com)\s+(?=\p{Lu})/u;
const BRACKET = /\s*\([^()]{0,120}\)/gu;
/** What is said of somebody: `is a reporter …`. */
const BIOGRAPHY =
  /\s+(?:is|was|are|ist|est|es|è|é|är|er|jest)\s+(?:an?|the|our|eine?r?|der|die|une?|el|la|il|en|ett)\s.*$/u;
/** Where or for whom somebody writes. */
const WHENCE = /\s+(?:in|at|for|aus|aus|für|à|pour|en|em|para|from|,)\s+(?:the\s+|la\s+|le\s+)?\p{Lu}.*$/u;
const BETWEEN = /(\s*(?:;|\/|\s&\s|,?\s+(?:and|und|et|y|e|og|och|en|ja|i|и|та|و)\s+|\s+-\s+)\s*)/iu;

const PARTICLE = "(?:de|da|di|du|del|della|dos|das|do|van|von|zu|der|den|ter|ten|la|le|al|el|bin|ibn|af|av|y|e|d'|d’)";
/** A person's name in a script with capitals: two words or more, each with a capital but for particles. */
const NAME = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|${PARTICLE})(?:\\s+(?:${PARTICLE}\\s*)*\\p{Lu}[\\p{L}\\p{M}.'’-]*){1,4}$`,
  "u",
);
/** A word of two or three in scripts without capitals. */
const UNCASED = /^[\p{Lo}\p{M}·・\s.'’-]{2,40}$/u;
const DESK =
  /\b(?:staff|correspondents?|reporters?|writers?|editors?|desk|bureau|agency|agence|agentur|press|news|network|redaktion|service|database|newsroom|media|online)\b/iu;
/** What a page prints where a name might stand, and what systems call people who gave no name. */
const LABEL =
  /^(?:(?:first |last )?(?:published|updated|modified)|posted|written|by|authors?|about|bio(?:graphy)?|profile|contact|e-?mail|mail|message|follow(?: us)?|share|print|save|comments?|subscribe|twitter|x|facebook|instagram|rss(?: feed)?|website|archives?|see more|read more|more|view (?:all|more|profile)|admin(?:istrator)?|guest|unknown|anonymous|user|root|null|undefined|none|agencies|agenturen|agences|agencias|agenzie|агентства|veröffentlicht|aktualisiert|autoren?|folgen|teilen|publié(?: le)?|auteure?s?|suivre|partager|publicado|autore?s?|seguir|compartir|pubblicato|segui|опубликовано|автор|поделиться)$/iu;

/** Whether a text reads as the name of one person. */
export function isPerson(text: string): boolean {
  return (NAME.test(text) && !DESK.test(text)) || UNCASED.test(text);
}

/** Splits where names stand on both sides; `Mac & Sea` and `Bell and Sons` stay whole. */
function splitJoined(text: string): string[] {
  const pieces = text.split(BETWEEN);
  const parts: string[] = [pieces[0] ?? ""];
  for (let index = 1; index + 1 < pieces.length; index += 2) {
    const joint = pieces[index] ?? "";
    const next = (pieces[index + 1] ?? "").trim();
    const last = parts.at(-1) ?? "";
    const apart = /[;/]/.test(joint) || (standsAlone(last) && standsAlone(next));
    if (apart) parts.push(next);
    else parts[parts.length - 1] = `${last}${joint}${next}`;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Whether one side of an *and* is a name of its own; of a list, its first or last. */
function standsAlone(text: string): boolean {
  return text.split(/\s*,\s*/).some((piece) => isPerson(piece) || isKnownAgency(piece)) || DESK.test(text);
}

/** The name that a part of a byline gives, without places, papers, roles and contacts after it; undefined where it gives none. */
function nameIn(part: string): string[] {
  const bare = part
    .replace(BIOGRAPHY, "")
    .replace(/\s*[|•·–—].*$/u, "")
    .replace(/\s+기자$/, "");
  const short = bare.replace(WHENCE, "");
  const pieces = (isPerson(short) ? short : bare)
    .split(/\s*,\s*/)
    .map((piece) => piece.replace(/^[\s.,;:/-]+|[\s,;:/-]+$/g, ""))
    .filter((piece) => piece !== "" && !LABEL.test(piece) && /\p{L}/u.test(piece));
  const people = pieces.filter(isPerson);
  return people.length > 0 ? people : pieces.slice(0, 1);
}

/** Words that a person or a house could be called: no sentence, no address, no label. */
function couldBeName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 80 &&
    name.split(/\s+/).length <= 8 &&
    !LABEL.test(name) &&
    !/^https?:|\.(?:com|html?)\b|^\d|[<>{}@]|\d{3}/i.test(name)
  );
}

/** Reads a printed byline. Text that names nobody gives no names. */
export function parsePrintedByline(line: string): PrintedByline {
  let text = line
    .replace(/<[^<>]{0,300}>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const others: string[] = [];
  const other = OTHER_WORK.exec(text);
  if (other !== null) {
    others.push((other[1] ?? "").replace(/[)\s]+$/, ""));
    text = text.slice(0, other.index).trim();
  }
  // `By author Ida Holt`: two of them.
  text = text.replace(LEAD_IN, "").replace(LEAD_IN, "").replace(GLUED, "");
  const withoutMail = text.replace(MAIL, " ").replace(/\s+/g, " ").trim();
  // RFC 822's older form, which RSS keeps: `address (name)`.
  const called = withoutMail !== text ? /^\(([^()]+)\)$/.exec(withoutMail)?.[1] : undefined;
  text = called ?? withoutMail;
  const colleagues = COLLEAGUES.exec(text)?.[1];
  if (colleagues !== undefined) text = text.replace(COLLEAGUES, "");
  text = text.replace(BRACKET, "").replace(/[.,;:]+$/, "");
  const parts = [...text.split(WITH), ...(colleagues === undefined ? [] : [colleagues])].flatMap(splitJoined);
  const found = parts.flatMap(nameIn).filter(couldBeName);
  const people = found.filter((name) => isPerson(name) || isKnownAgency(name) || /&| and /.test(name));
  const names = people.some(isPerson) ? found.filter((name) => people.includes(name)) : found;
  return { names: [...new Set(names)], others };
}

/** The names alone. */
export function parseByline(line: string): string[] {
  return [...parsePrintedByline(line).names];
}
