/** Links and pictures whose paths hold spaces, `![A quay](2026/old quay (1).jpg "Caption")`: Markdown wants `<…>` or `%20` there, editors do not know it. */
import type { MarkdownIt } from "markdown-it";

/** What stands in the brackets after the words: a path with an ending, and a title. */
const TARGET = /\(\s*((?:[^\n()<>"]|\([^\n()<>"]*\))*\.[a-z0-9]{2,5}(?:#[^\s()"<>]*)?)(?:\s+"([^"\n]*)")?\s*\)/iy;
const LONGEST = 400;

/** Adds the rule to a parser, for what its own rules for links and pictures leave. */
export function addSpacedPaths(parser: MarkdownIt): void {
  parser.inline.ruler.after("image", "spaced_paths", (state, silent) => {
    const { src, pos } = state;
    const picture = src[pos] === "!" && src[pos + 1] === "[";
    if (!picture && src[pos] !== "[") return false;
    const words = picture ? pos + 2 : pos + 1;
    const end = parser.helpers.parseLinkLabel(state, words - 1, true);
    if (end < 0 || src[end + 1] !== "(") return false;
    TARGET.lastIndex = 0;
    const found = TARGET.exec(src.slice(end + 1, end + 1 + LONGEST));
    const path = found?.[1]?.trim() ?? "";
    if (found === null || !path.includes(" ") || /^[a-z][a-z0-9+.-]*:/i.test(path)) return false;
    const href = encodeURI(path);
    if (!parser.validateLink(href)) return false;
    if (!silent) {
      const title = found[2] ?? "";
      if (picture) {
        const token = state.push("image", "img", 0);
        token.content = src.slice(words, end);
        token.children = [];
        token.attrs = [
          ["src", href],
          ["alt", ""],
          ["title", title],
        ];
      } else {
        const { posMax } = state;
        state.push("link_open", "a", 1).attrs = [["href", href]];
        state.linkLevel++;
        state.pos = words;
        state.posMax = end;
        state.md.inline.tokenize(state);
        state.linkLevel--;
        state.posMax = posMax;
        state.push("link_close", "a", -1);
      }
    }
    state.pos = end + 1 + found[0].length;
    return true;
  });
}
