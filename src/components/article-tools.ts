import type { ArticleView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderReadAloud } from "./read-aloud.ts";
import { renderShortLink } from "./short-link.ts";
import { wordsOf } from "./words.ts";

/** What a reader can do with the article: take its short address, go to the discussion, have it read aloud. */
export function renderArticleTools({ frame, short, discussion, article }: ArticleView): Html {
  const count = discussion?.count ?? 0;
  return html`<ul class="tools">
${short !== undefined && html`<li>${renderShortLink(frame, short)}</li>\n`}${
    discussion !== undefined &&
    html`<li><a href="#discussion">${count === 0 ? wordsOf(frame).say("discussion") : wordsOf(frame).count("comments", count)}</a></li>\n`
  }${article.retracted === undefined && renderReadAloud(frame)}
</ul>`;
}
