/** Tag lines: names of topics in one line, with a label or without. */
import { countWords } from "./wire-text-unit.ts";

const TAG_LABEL =
  /^(?:tags?|topics?|keywords?|key words|filed under|more on|in this story|subjects?|теги|метки|темы|ключевые слова|الوسوم|وسوم|كلمات مفتاحية|الكلمات المفتاحية|مواضيع|etiquetas|temas|palabras clave|archivado en|mots[- ]cl[ée]s|thèmes|sujets|étiquettes|schlagw[öo]rter|schlagworte|stichw[öo]rter|themen|tag|argomenti|assuntos|onderwerpen|tagi|etiketler|标签|關鍵字|关键词|タグ|태그)\s?[:：]\s*/iu;
const TAG_HEADING =
  /^(?:tags?|(?:related )?topics?|(?:explore )?more on (?:these|this) topics?|in this (?:article|story)|tópicos|keywords?|filed under|теги|метки|темы|ключевые слова|الوسوم|وسوم|الكلمات المفتاحية|مواضيع|archivado en|etiquetas|temas|mots[- ]cl[ée]s|thèmes|schlagw[öo]rter|schlagworte|themen|argomenti|assuntos|タグ|标签)\s?[:：]?$/iu;
const LONGEST_LINE = 500;
const LONGEST_NAME = 48;
const MOST_WORDS = 6;

/** True for the line above a list of tags. */
export function isTagHeading(text: string): boolean {
  return text.length < 30 && TAG_HEADING.test(text);
}

function splitNames(text: string): readonly string[] {
  if (/^#\S/.test(text)) {
    return text
      .split(/[\s,،]*#/u)
      .map((name) => name.replaceAll("_", " ").trim())
      .filter((name) => name !== "");
  }
  const by = /[|•·]/u.test(text) ? /\s*[|•·]\s*/u : /;/.test(text) ? /\s*;\s*/ : /\s*[,،、，]\s*/u;
  return text.split(by).map((name) => name.trim());
}

function mayBeTag(name: string): boolean {
  if (name === "" || name.length > LONGEST_NAME || countWords(name) > MOST_WORDS) return false;
  if (
    !/\p{L}/u.test(name) ||
    /[.!?:;"“”«»()]/u.test(name.replace(/\b(?:\p{Lu}\.){1,4}|\b(?:St|Dr|Mr|Mrs|Jr|Sr|Inc|Ltd|Co)\./gu, ""))
  )
    return false;
  return !/^(?:and|or|but|et|und|y|и|و|the|a)\s/iu.test(name) && !/\b(?:vs|dlrs|cts|mln|pct)\b/.test(name);
}

/** The names in a tag line. `ended`: something after it was no text; `tight`: it stands closer than the paragraphs do. */
export function readTagLine(
  text: string,
  place: { readonly ended: boolean; readonly prose: boolean; readonly tight: boolean },
): { readonly names: readonly string[]; readonly confidence: number } | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const label = TAG_LABEL.exec(text);
  if (label !== null) {
    const names = splitNames(text.slice(label[0].length).replace(/\.$/, "")).filter((name) => name !== "");
    return names.length > 0 && names.every((name) => name.length <= 80)
      ? { names: unique(names), confidence: 0.98 }
      : undefined;
  }
  const hashed = /^(?:#[\p{L}\p{M}\p{N}_]+[\s,،]*){2,}$/u.test(text);
  const names = splitNames(text);
  if (hashed) return { names: unique(names), confidence: 0.95 };
  if (names.length < 3 || !names.every(mayBeTag)) return undefined;
  const capitals = names.filter((name) => !/^\p{Ll}/u.test(name)).length;
  if (capitals < names.length * 0.6 && capitals > 0) return undefined;
  if (!place.prose) return undefined;
  if (place.ended || place.tight || (names.length >= 4 && capitals === names.length))
    return { names: unique(names), confidence: 0.9 };
  return undefined;
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
