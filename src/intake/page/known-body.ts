/** The text of an article as one string of a page's data → its paragraphs. */
import { plainLine } from "./html-tree.ts";

/** Where paragraphs were joined without a space: `contest.The next day`. */
const JOINED = /(?<=[\p{Ll}\d)”»"][.!?…]["”»]?)(?=["“«„¿¡]?\p{Lu}\p{Ll})/u;

/** Paragraphs by line breaks, where there are any; else by the seams that joining them left. */
export function paragraphsFromKnown(text: string): string[] {
  const byLine = text
    .split(/\r?\n\s*|\u2028|\u2029/)
    .map(plainLine)
    .filter((line) => line !== "");
  return byLine.length > 2
    ? byLine
    : byLine
        .flatMap((line) => line.split(JOINED))
        .map(plainLine)
        .filter((line) => line !== "");
}
