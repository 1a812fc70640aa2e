/** HTML of a feed or an export → the body of an item: the dateline taken from its head, its pictures listed. */
import type { PlacedDateline } from "../../article/article.ts";
import { takeDateline } from "../../article/dateline.ts";
import { htmlToMarkdown } from "../text/html-to-markdown.ts";
import { IntakeError } from "../intake-error.ts";
import { LIMITS, renderSize } from "../limits.ts";
import { paragraphsOf } from "../text/markdown-text.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";

export interface SplitBody {
  readonly body: string;
  readonly dateline?: PlacedDateline;
  /** 0 to 1. */
  readonly datelineConfidence?: number;
}

export interface MarkupBody extends SplitBody {
  readonly paragraphs: readonly string[];
  readonly media: readonly WireMedia[];
}

/** Takes the dateline from the head of a Markdown body. Agencies set it in bold or italics; marks around it go with it. */
export function splitDateline(markdown: string): SplitBody {
  const end = markdown.indexOf("\n\n");
  const first = end < 0 ? markdown : markdown.slice(0, end);
  const bare = first.replace(/^(\*\*|__|\*|_)(?=\S)([^*_\n]{2,120}?)\1/, "$2");
  if (/^(?:[#>|!]|[-*+] |\d+[.)] |```)/.test(bare)) return { body: markdown };
  const taken = takeDateline(bare);
  if (taken === undefined || taken.confidence < 0.6 || taken.printed.includes("\\")) return { body: markdown };
  const body = `${taken.rest.trimStart()}${end < 0 ? "" : markdown.slice(end)}`.trimStart();
  return { body, dateline: taken.dateline, datelineConfidence: taken.confidence };
}

/** `base` is the address that relative links and pictures count from. */
export function readMarkupBody(markup: string, base?: string): MarkupBody {
  if (markup.length > LIMITS.markup) {
    throw new IntakeError(
      `${renderSize(markup.length)} of text in one article`,
      `give at most ${renderSize(LIMITS.markup)}`,
    );
  }
  const { markdown, images } = htmlToMarkdown(markup, { pictures: "keep", ...(base === undefined ? {} : { base }) });
  const split = splitDateline(markdown);
  const media = images
    .filter(({ url }) => url !== undefined)
    .map((image): WireMedia => ({ kind: "picture", ...image }));
  return { ...split, paragraphs: paragraphsOf(split.body), media };
}

/** One article of many: where it cannot be read it waits for an editor with the reason, and the others are read all the same. */
export function readOrHold(format: string, title: string | undefined, read: () => WireItem): WireItem {
  try {
    return read();
  } catch (error) {
    const tooDeep = error instanceof RangeError && /call stack/i.test(error.message);
    if (!(error instanceof IntakeError) && !tooDeep) throw error;
    const reason = error instanceof IntakeError ? error.message : "its text nests too deep to be read";
    const lists = { byline: [], tags: [], related: [], corrections: [], media: [], paragraphs: [], notes: [] };
    return { format, ...lists, ...(title === undefined ? {} : { title }), body: "", confidence: {}, needs: [reason] };
  }
}
