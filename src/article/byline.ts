/** A byline in one line of text, as editors type it, → the names in it. */

const LEAD = /^(?:by|par|von|por|di|da|de|door|av|af|текст|автор|بقلم)\s*:?\s+(?=\p{Lu}|\p{Lo})/iu;
const JOIN = /\s*(?:,|،|;)\s+(?:(?:and|et|und|y|e|en|och|og|и|و)\s+)?|\s+(?:and|et|und|y|e|&|en|och|og|и)\s+/u;
/** Two words or more, each a name or a small word within one. */
const NAME =
  /^(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]*(?:\s+(?:(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]*|(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el)))+$/u;

export interface SplitByline {
  readonly names: readonly string[];
  /** True where it may name several, and nobody can say where one ends. */
  readonly unsure: boolean;
}

/** Takes apart what is certain: `By Ana Bell and Jo Reth` is two people. All else is one name, as typed but for its `By`. */
export function splitByline(typed: string): SplitByline {
  const bare = typed.replace(LEAD, "").trim();
  const parts = bare.split(JOIN);
  if (parts.length > 1 && parts.every((part) => NAME.test(part))) return { names: parts, unsure: false };
  return { names: [bare], unsure: parts.length > 1 };
}
