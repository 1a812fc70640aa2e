import type { Frame, Item } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockColumn } from "./clock-time.ts";
import { renderDatelinePart } from "./dateline.ts";
import { renderPicture } from "./picture.ts";
import { wordsOf } from "./words.ts";

/** One article in a list: the clock in the margin, then headline, dateline and standfirst, a small picture at the end. */
export function renderLine(frame: Frame, { article, href, image }: Item): Html {
  const { publishedAt, dayOnly, dateline, standfirst } = article;
  const retracted = article.retracted !== undefined;
  const label = retracted && html`<span class="label">${wordsOf(frame).say("kind.retraction")}</span> `;
  const filed = dateline && html`${renderDatelinePart({ dateline })} `;
  const shot =
    image !== undefined &&
    !retracted &&
    html`<a class="shot" href="${href}" tabindex="-1" aria-hidden="true">${renderPicture({ image: { ...image, alt: "" }, sizes: "9em" })}</a>`;
  return html`<article class="h-entry row line"><p>${renderClockColumn(frame, { at: publishedAt, dayOnly })}</p><div>${shot}<h2 class="p-name">${label}<a class="u-url" href="${href}">${article.title}</a></h2>${
    standfirst !== undefined && !retracted && html`<p class="p-summary">${filed}${standfirst}</p>`
  }</div></article>
`;
}
