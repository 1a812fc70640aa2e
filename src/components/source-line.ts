import type { ArticleHead } from "../article/article.ts";
import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderDayTime } from "./clock-time.ts";
import { wordsOf } from "./words.ts";

/** Where an imported article came from, and when it was taken. */
export function renderSourceLine(frame: Frame, source: ArticleHead["source"]): Html | undefined {
  if (source === undefined) return undefined;
  const { name, url, capturedAt } = source;
  const named =
    url === undefined
      ? html`<bdi>${name}</bdi>`
      : html`<a class="external" rel="external" href="${url}"><bdi>${name}</bdi></a>`;
  return html`<p class="source">${wordsOf(frame).phrase("source", { name: named })}${capturedAt !== undefined && html`, ${renderDayTime(frame, capturedAt)}`}</p>`;
}
