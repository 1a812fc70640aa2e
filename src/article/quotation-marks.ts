/** The quotation marks of languages. */

/** Opening and closing double, then single, quotation marks. */
const QUOTES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: ["“", "”", "‘", "’"],
  ru: ["«", "»", "„", "“"],
  uk: ["«", "»", "„", "“"],
  ar: ["«", "»", "‹", "›"],
  es: ["«", "»", "“", "”"],
  fr: ["«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"],
  de: ["„", "“", "‚", "‘"],
  he: ["”", "”", "’", "’"],
  pl: ["„", "”", "‚", "’"],
};

/** The quotation marks of a language, opening and closing, double then single. */
export function quotesOf(lang: string): readonly [string, string, string, string] {
  return QUOTES[lang.split("-")[0] ?? "en"] ?? ["“", "”", "‘", "’"];
}
