import type { Dateline } from "../article/article.ts";
import { renderDateline } from "../article/dateline.ts";
import { type Html, html } from "../html.ts";

/** Where a story was filed and by whom: `WASHINGTON (Sputnik)` in its own element, its place linked where that has a page. */
export interface DatelineProps {
  readonly dateline: Dateline;
  readonly placeHref?: string;
}

/** The dateline with the dash that leads into the text. */
export function renderDatelinePart({ dateline, placeHref }: DatelineProps): Html {
  const text = renderDateline(dateline);
  const { place = "" } = dateline;
  const at = text.indexOf(place);
  const linked =
    placeHref !== undefined && place !== "" && at >= 0
      ? html`${text.slice(0, at)}<a href="${placeHref}">${place}</a>${text.slice(at + place.length)}`
      : text;
  return html`<b class="dateline p-location">${linked}</b>\u00a0–`;
}
