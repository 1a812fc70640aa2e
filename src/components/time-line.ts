import { renderDay, renderDayOfYear } from "../article/instant.ts";
import type { Frame, Item } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderHourTime } from "./clock-time.ts";
import { renderRetractedMark } from "./headline.ts";
import { wordsOf } from "./words.ts";

/** *Latest*: headlines as a time line, the hour of each in the clock column, a new line for each new day. */
export function renderTimeLine(frame: Frame, items: readonly Item[]): Html | undefined {
  if (items.length === 0) return undefined;
  const zone = frame.site.timeZone;
  let day = frame.editionAt === undefined ? "" : renderDay(frame.editionAt, zone, frame.lang);
  const lines = items.map(({ article, href }) => {
    const its = renderDay(article.publishedAt, zone, frame.lang);
    const turn = its !== day && html`<li class="day">${renderDayOfYear(article.publishedAt, zone, frame.lang)}</li>\n`;
    day = its;
    const clock = article.dayOnly
      ? html`<span class="clock"></span>`
      : renderHourTime(frame, { at: article.publishedAt });
    const mark = renderRetractedMark(frame, article);
    return html`${turn}<li class="h-entry" data-at="${article.publishedAt}">${clock}${mark}<a class="u-url p-name" href="${href}">${article.title}</a></li>
`;
  });
  return html`<section class="latest" aria-labelledby="latest">
<h2 id="latest">${wordsOf(frame).say("latest")}</h2>
<ol>${lines}</ol>
</section>`;
}
