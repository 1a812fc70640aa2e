/** One key for the many ways in which a name, a month or a region is printed: case, accents, stops and quotes fall away. */
import { spellLatin } from "./latin-spelling.ts";

const PLAIN = /^[a-z ]*$/;

/** `St. Louis`, `ST LOUIS` and `st-louis` all give `st louis`. Scripts are kept, their marks are not. */
export function nameKey(printed: string): string {
  const lower = printed.toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(/ {2,}/g, " ").trim();
  return spellLatin(lower.normalize("NFD").replace(/[\p{M}\u0640.'’ʼ`´]/gu, ""))
    .replace(/[\s\-‐‑–/]+/g, " ")
    .trim();
}

/** Names written in one text, parted by `|`, as a set of keys. */
export function nameKeys(printed: string): ReadonlySet<string> {
  return new Set(
    printed
      .split("|")
      .map(nameKey)
      .filter((key) => key !== ""),
  );
}

/** A pattern that finds any of the words, the longest first, case aside. The words are taken as they are, stops and all. */
export function alternatives(words: Iterable<string>): string {
  return [...words]
    .sort((left, right) => right.length - left.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}
