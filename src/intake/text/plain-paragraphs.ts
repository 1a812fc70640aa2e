/** Plain text of a wire into paragraphs: by blank lines, by indents, or by the short last lines of wrapped text. */
import { escapeText } from "../../html.ts";

/** Lines of wrapped text are about this long. */
const WRAPPED_AT_LEAST = 45;
const WRAPPED_AT_MOST = 100;

function isWrapped(lines: readonly string[]): boolean {
  const inner = lines.slice(0, -1);
  return (
    inner.length > 0 &&
    inner.every((line) => line.length <= WRAPPED_AT_MOST) &&
    inner.filter((line) => line.length >= WRAPPED_AT_LEAST).length * 10 >= inner.length * 6
  );
}

function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

function splitUnspaced(lines: readonly string[]): string[] {
  const indented = lines.filter((line) => /^(?:\t| {2,})/.test(line)).length;
  const starts: string[][] = [];
  const longest = Math.max(0, ...lines.slice(0, 2000).map((line) => line.length));
  const byIndent = indented > 0 && indented < lines.length;
  let startNew = true;
  for (const line of lines) {
    if (startNew || (byIndent && /^(?:\t| {2,})/.test(line))) starts.push([line]);
    else starts.at(-1)?.push(line);
    startNew = byIndent ? false : line.trimEnd().length < longest * 0.75 && /[.!?…"”»:]\s*$/.test(line);
  }
  return starts.map(joinLines);
}

/** The paragraphs of a plain text, each on one line. */
export function splitParagraphs(text: string): string[] {
  const lines = text.replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n").split("\n");
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === "") blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  const full = blocks.filter((block) => block.length > 0);
  const paragraphs = full.flatMap((block) => {
    if (!isWrapped(block)) return block.map((line) => joinLines([line]));
    return full.length > 1 ? [joinLines(block)] : splitUnspaced(block);
  });
  return paragraphs.filter((paragraph) => paragraph !== "");
}

/** Plain paragraphs as markup, so that one way leads from every body to Markdown. */
export function paragraphsToHtml(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join("\n");
}
