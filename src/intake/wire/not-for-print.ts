/**
 * What an agency sends along for editors alone: the desk's telephones, links and addresses for checking, a notebook below
 * the text. It opens with a line that says so, and goes on to the end of the item.
 */
import type { Unit } from "./wire-text-unit.ts";

const OPENING: readonly RegExp[] = [
  // German: dpa, APA, epd and their clients.
  /^(?:notizblock|(?:redaktionelle|interne) hinweise|hinweise? (?:an|für) (?:die )?redaktion(?:en)?|(?:dpa|afp|apa|epd|kna)-kontakte)\b.{0,80}$/iu,
  /^.{0,80}\bnicht (?:zur|für die) veröffentlichung\b.{0,60}$/iu,
  // English.
  /^.{0,80}\bnot for (?:publication|broadcast|release)\b.{0,60}$/iu,
  /^(?:notes? (?:to|for) editors|editors[’']? notes?|advisory to editors|for editors only|media contacts?|press contacts?|contacts? for (?:the )?(?:media|press|editors))\s?:?.{0,40}$/iu,
  // French, Spanish, Portuguese, Italian, Dutch.
  /^.{0,60}\b(?:ne pas publier|pas destinée?s? à (?:la )?publication|à l[’']attention des rédactions|contacts? presse|note aux rédactions)\b.{0,60}$/iu,
  /^.{0,60}\b(?:no publicar|no (?:destinad[oa]s? )?(?:a|para) (?:la )?(?:su )?publicaci[oó]n|nota (?:a|para) (?:los )?(?:editores|redactores)|contactos? (?:de )?prensa)\b.{0,60}$/iu,
  /^.{0,60}\b(?:não publicar|nota aos editores|contatos? (?:de|para a) imprensa|non per la pubblicazione|nota (?:per|alle) (?:la )?redazion[ei]|contatt[oi] stampa|niet voor publicatie|noot voor de redactie|perscontact)\b.{0,60}$/iu,
  // Russian, Polish.
  /^.{0,60}(?:не для публикации|для редакц\p{L}+|контакты для (?:сми|прессы)|nie do publikacji|kontakt dla mediów)(?!\p{L}).{0,60}$/iu,
];
/** A word that each of these has; most lines have none. */
const WORD =
  /kontakt|contac?t|publi[ckq]|veröff|notiz|redak|redac|rédac|redaz|hinweis|editor|imprensa|prensa|stampa|release|broadcast|публик|редакц|сми/iu;
/** Signs around such a line. */
const AROUND = /^[\s#*=_–—-]+|[\s#*=_–—:-]+$/gu;
/** A file's own closing: the desk's signs (`dpa ov xx n1 me`), and day, clock, month and year (`091500 Jun 26`). */
const SIGNS = /^[a-z]{2,5}(?:[ /][a-z0-9/]{1,4}){2,8}$/u;
const FILED = /^(\d{2})(\d{2})(\d{2})([A-Z])?\s(\p{L}{3,4})\.?\s(\d{2}|\d{4})$/u;

export interface Parted {
  /** What is for readers. */
  readonly units: readonly Unit[];
  /** What is for editors, line by line; empty where the sender sent nothing of the kind. */
  readonly editors: readonly string[];
  /** When it was filed, as `9 Jun 2026 15:00`, where its last line says so. */
  readonly filed?: string;
}

function isOpening({ text }: Unit): boolean {
  if (text.length > 160 || !WORD.test(text)) return false;
  const bare = text.replace(AROUND, "");
  return bare.length > 6 && bare.length < 140 && OPENING.some((pattern) => pattern.test(bare));
}

/** Parts one article for readers from what stands below it for editors. Neither headline nor first paragraph is such a line. */
export function partForEditors(all: readonly Unit[]): Parted {
  let units = all;
  let filed: string | undefined;
  for (let last = units.at(-1)?.text.trim() ?? ""; units.length > 2; last = units.at(-1)?.text.trim() ?? "") {
    const time = FILED.exec(last);
    if (time === null && !SIGNS.test(last)) break;
    if (time !== null) {
      const [, day, hour, minute, zone, month, year = ""] = time;
      filed ??= `${day} ${month} ${year.length === 2 ? `20${year}` : year} ${hour}:${minute}${zone === "Z" ? " UTC" : ""}`;
    }
    units = units.slice(0, -1);
  }
  // Without a time the signs may be words.
  if (filed === undefined) units = all;
  const at = units.findIndex((unit, index) => index > 1 && isOpening(unit));
  const told = filed === undefined ? {} : { filed };
  if (at < 0) return { units, editors: [], ...told };
  return {
    units: units.slice(0, at),
    editors: units.slice(at).flatMap(({ text }) => (/[\p{L}\p{N}]/u.test(text) ? [text.trim()] : [])),
    ...told,
  };
}
