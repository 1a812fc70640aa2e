/** The names in a printed byline: `By Ada Poe and Lu Ban, Harbour Desk` → `Ada Poe`, `Lu Ban`. */

const LEAD_IN =
  /^(?:(?:story|text|report(?:ing|ed)?|written|photos?|pictures?)\s+)?(?:by|von|par|por|di|da|door|av|af|przez|от|автор(?:ы)?:?|بقلم:?)\s+/iu;
const BETWEEN = /\s*(?:;|\/|\s&\s|,?\s+(?:and|und|et|y|e|og|och|en|ja|i|и|та|و)\s+)\s*/iu;
/** A comma is a border only where a name of two words or more stands on both sides. */
const NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|da|di|du|del|della|van|von|der|den|la|le|al|el|bin|ibn|d'|d’)\s*)*\p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u;
const DESK =
  /\b(?:staff|correspondents?|reporters?|writers?|editors?|desk|bureau|agency|agence|agentur|press|news|network|redaktion|service|database|newsroom|media|online)\b/iu;

function isName(text: string): boolean {
  return NAME.test(text) && !DESK.test(text);
}

/**
 * The names, each once, in order. What follows a name after a comma and is none itself (`Staff Reporter`, an agency) is
 * left out, unless nothing else stands there.
 */
export function parseByline(line: string): string[] {
  const bare = line
    .replace(/\s+/g, " ")
    .trim()
    .replace(LEAD_IN, "")
    .replace(/[.,;:]+$/, "");
  if (bare === "") return [];
  const names: string[] = [];
  for (const part of bare.split(BETWEEN)) {
    const pieces = part.split(/\s*,\s*/).filter((piece) => piece !== "");
    const named = pieces.filter(isName);
    names.push(...(named.length > 0 ? named : pieces.slice(0, 1)));
  }
  return [...new Set(names.filter((name) => name !== ""))];
}
