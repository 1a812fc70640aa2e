/** The direction of blocks whose words run against those of their text, and of code, which runs from left to right everywhere. */
import type { MarkdownIt, Token } from "markdown-it";
import { textOf } from "./body-tokens.ts";

const RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const RIGHT_LANGUAGES = /^(?:ar|fa|he|ur|ps|sd|ug|yi|dv|ckb|ku-arab|syr|nqo)\b/i;
const BLOCKS = new Set(["paragraph_open", "heading_open", "th_open", "td_open"]);

/** True for a language that is written from right to left. */
function runsLeft(lang: string): boolean {
  return RIGHT_LANGUAGES.test(lang);
}

/** True where the first letter of a text runs against its language: there alone `dir="auto"` changes anything. */
export function runsAgainst(text: string, lang: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RIGHT.test(first) !== runsLeft(lang);
}

/** Marks the blocks of a text. */
export function addDirection(parser: MarkdownIt, lang: string): void {
  parser.core.ruler.push("direction", (state) => {
    for (const [index, token] of state.tokens.entries()) {
      const inline: Token | undefined = state.tokens[index + 1];
      if (BLOCKS.has(token.type) && inline?.type === "inline" && runsAgainst(textOf(inline.children ?? []), lang))
        (token.hidden && state.tokens[index - 1]?.type === "list_item_open" ? state.tokens[index - 1] : token)?.attrSet(
          "dir",
          "auto",
        );
      if (!runsLeft(lang)) continue;
      if (token.type === "fence" || token.type === "code_block") token.attrSet("dir", "ltr");
      for (const child of token.children ?? []) if (child.type === "code_inline") child.attrSet("dir", "ltr");
    }
  });
}
