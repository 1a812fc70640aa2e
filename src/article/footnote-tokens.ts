/**
 * Footnotes at the end of a text, in time that grows with their number: the plugin makes a new list of all tokens for each
 * of them, which takes seconds where a text has thousands. https://github.com/markdown-it/markdown-it-footnote
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** A list that is added to where the plugin asks for a longer one. */
class GrowingTokens extends Array<Token> {
  override concat(...lists: (Token | ConcatArray<Token>)[]): Token[] {
    for (const list of lists) {
      if (!Array.isArray(list)) return super.concat(...lists);
      for (const token of list) this.push(token);
    }
    return this;
  }
}

/** Has the plugin, which the parser uses already, add to one list. */
export function growFootnotes(parser: MarkdownIt): void {
  const tail = parser.core.ruler.getRules("").find(({ name }) => name === "footnote_tail");
  if (tail === undefined) return;
  parser.core.ruler.at("footnote_tail", (state: StateCore) => {
    if (state.env.footnotes === undefined) return;
    const growing = new GrowingTokens();
    for (const token of state.tokens) growing.push(token);
    state.tokens = growing;
    tail(state);
    state.tokens = Array.from(state.tokens);
  });
}
