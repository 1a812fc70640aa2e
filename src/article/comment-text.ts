/** A reader's comment: Markdown of emphasis, links, quotations and lists, and nothing else, as markup. */
import createParser, { type Env } from "markdown-it";
import { type Html, html, raw, safeUrl } from "../html.ts";

const commentParser = createParser("zero", { html: false }).enable([
  "emphasis",
  "link",
  "autolink",
  "backticks",
  "blockquote",
  "newline",
  "escape",
  "entity",
  "list",
]);
commentParser.validateLink = (href) => /^(https?|mailto):/i.test(href) && safeUrl(href) !== undefined;

interface CommentRendering {
  readonly own: (href: string) => string | undefined;
}
function commentRendering(env: Env | undefined): CommentRendering {
  return env?.rendering as CommentRendering;
}
commentParser.renderer.rules.link_open = (tokens, index, _options, env) => {
  const href = String(tokens[index]?.attrGet("href") ?? "");
  const own = commentRendering(env).own(href);
  return own === undefined
    ? html`<a rel="nofollow ugc external" class="external" href="${safeUrl(href)}">`.toString()
    : html`<a href="${own}">`.toString();
};

/** The markup of a reader's comment: emphasis, links, quotations and lists, nothing else. `own` makes a link to the site's own page relative. */
export function renderComment(markdown: string, own: CommentRendering["own"] = () => undefined): Html {
  return raw(commentParser.render(markdown, { rendering: { own } }));
}
