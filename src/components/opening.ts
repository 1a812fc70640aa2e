import { selectParagraphs } from "../article/body.ts";

/** Characters; search engines show no more. */
const ROOM = 160;

/** A text cut after a whole word, where it is longer than search engines show. */
export function cutDescription(text: string): string {
  if (text.length <= ROOM) return text;
  const cut = text.slice(0, ROOM - 1);
  return `${cut.slice(0, cut.lastIndexOf(" ") + 1 || undefined).trimEnd()}…`;
}

/** How a Markdown text begins, for search engines, where it has no summary of its own. Reads only its first blocks. */
export function selectOpening(markdown: string, lang: string): string | undefined {
  for (const block of markdown.trimStart().split(/\n\s*\n/, 4)) {
    const [first] = selectParagraphs(block, lang);
    if (first !== undefined) return cutDescription(first);
  }
  return undefined;
}
