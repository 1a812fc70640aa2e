import type { Frame, Item } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderDayTime } from "./clock-time.ts";
import { renderRetractedMark } from "./headline.ts";
import { wordsOf } from "./words.ts";

/** *Later on this*: newer articles that name this one. */
export function renderLaterLinks(frame: Frame, later: readonly Item[]): Html | undefined {
  if (later.length === 0) return undefined;
  return html`<section class="row part" aria-labelledby="later">
<h2 id="later">${wordsOf(frame).say("later")}</h2>
<ul class="ruled">${later.map(({ article, href }) => html`<li>${renderRetractedMark(frame, article)}<a href="${href}">${article.title}</a> <small>${renderDayTime(frame, article.publishedAt)}</small></li>`)}</ul>
</section>`;
}
