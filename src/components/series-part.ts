import type { Frame, Link, SeriesView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** *Part 3 of 7*. */
function sayPart(frame: Frame, { part, total }: SeriesView): string {
  const words = wordsOf(frame);
  return total === undefined
    ? words.say("series.part", { part: words.number(part) })
    : words.say("series.part-of", { part: words.number(part), total: words.number(total) });
}

const linkToAll = ({ href, title }: SeriesView): Html => html`<a href="${href}"><bdi>${title}</bdi></a>`;

/** Which part of a series an article is, for the margin. */
export function renderSeriesLine(frame: Frame, series: SeriesView | undefined): Html | undefined {
  return series && html`<p class="series">${linkToAll(series)}<br>${sayPart(frame, series)}</p>\n`;
}

/** The parts beside it, after the text. */
export function renderSeriesPart(frame: Frame, series: SeriesView | undefined): Html | undefined {
  if (series === undefined) return undefined;
  const { previous, next } = series;
  if (previous === undefined && next === undefined) return undefined;
  const words = wordsOf(frame);
  const beside = (rel: "prev" | "next", link: Link | undefined) =>
    link &&
    html`<li><small>${words.say(`series.${rel}`)}</small> <a rel="${rel}" href="${link.href}"><bdi>${link.title}</bdi></a></li>`;
  return html`<section class="row part" aria-labelledby="series">
<h2 id="series">${sayPart(frame, series)}</h2>
<div><p class="about">${linkToAll(series)}</p>
<ul class="ruled">${beside("prev", previous)}${beside("next", next)}</ul></div>
</section>
`;
}
