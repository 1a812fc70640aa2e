import type { FrontView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockColumn } from "./clock-time.ts";
import { renderStory } from "./story.ts";

/** One section on the front page: its name in the margin, its first story larger, the others beside it. */
export function renderDesk(
  frame: FrontView["frame"],
  { link, items }: FrontView["sections"][number],
): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<section class="row desk" aria-label="${link.title}">
<h2><a href="${link.href}">${link.title}</a></h2>
<div class="stories">${items.map((item, index) =>
    renderStory(frame, {
      item,
      level: 3,
      className: index === 0 ? "story first" : "story",
      clock: renderClockColumn(frame, { at: item.article.publishedAt, dayOnly: item.article.dayOnly }),
      summary: index === 0,
      ...(index === 0 && { picture: "(min-width:60em) 20em, 92vw" }),
    }),
  )}</div>
</section>`;
}
