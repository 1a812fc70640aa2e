/** `<details>` with its `<summary>`: a part of a text that readers unfold. What it holds is Markdown. */
import type { MarkdownIt } from "markdown-it";

const OPENING = /^<details(\s+open)?\s*>/i;
const SUMMARY = /^\s*<summary>([\s\S]*?)<\/summary>/i;
const TAGS = /<(\/?)details(?:\s+open)?\s*>/gi;

/** Offset after the tag that closes the first one of a text; undefined where it stays open, or text follows in its last line. */
function findEnd(text: string): { readonly start: number; readonly end: number } | undefined {
  let depth = 0;
  for (const tag of text.matchAll(TAGS)) {
    depth += tag[1] === "" ? 1 : -1;
    if (depth > 0) continue;
    const end = tag.index + tag[0].length;
    return /^[ \t]*(?:\n|$)/.test(text.slice(end)) ? { start: tag.index, end } : undefined;
  }
  return undefined;
}

/** Adds the block to a parser. */
export function addDetails(parser: MarkdownIt): void {
  parser.block.ruler.before(
    "html_block",
    "details",
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
      if (!state.src.startsWith("<", start)) return false;
      const text = state.getLines(startLine, endLine, state.blkIndent, false);
      const opening = OPENING.exec(text);
      const close = opening === null ? undefined : findEnd(text);
      if (opening === null || close === undefined) return false;
      if (silent) return true;
      const within = text.slice(opening[0].length, close.start);
      const summary = SUMMARY.exec(within);
      const open = state.push("details_open", "details", 1);
      open.block = true;
      if (opening[1] !== undefined) open.attrs = [["open", ""]];
      if (summary !== null) {
        state.push("summary_open", "summary", 1);
        const inline = state.push("inline", "", 0);
        inline.content = (summary[1] ?? "").trim();
        inline.map = [startLine, startLine + 1];
        inline.children = [];
        state.push("summary_close", "summary", -1).block = true;
      }
      // What stands before the text is blanked, not cut, so that tokens know the lines they come from.
      const before = text.slice(0, opening[0].length + (summary?.[0].length ?? 0)).replace(/[^\n]/g, "");
      const first = state.tokens.length;
      parser.block.parse(before + within.slice(summary?.[0].length ?? 0), parser, state.env, state.tokens);
      for (const token of state.tokens.slice(first)) {
        token.level += state.level;
        if (token.map !== null) token.map = [token.map[0] + startLine, token.map[1] + startLine];
      }
      state.push("details_close", "details", -1).block = true;
      state.line = startLine + text.slice(0, close.end).split("\n").length;
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote"] },
  );
}
