import type { ArticleHead } from "../article/article.ts";
import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockTime } from "./clock-time.ts";
import { wordsOf } from "./words.ts";

/** When the article was published, and when it was updated where that differs. */
export function renderClockLine(
  frame: Frame,
  article: Pick<ArticleHead, "publishedAt" | "updatedAt" | "dayOnly">,
): Html {
  const { publishedAt, updatedAt, dayOnly } = article;
  const published = renderClockTime(frame, { at: publishedAt, dayOnly, className: "dt-published" });
  if (updatedAt === undefined || updatedAt === publishedAt) return html`<p class="clock-line">${published}</p>`;
  const updated = renderClockTime(frame, { at: updatedAt, className: "dt-updated" });
  return html`<p class="clock-line">${published} <span class="updated">${wordsOf(frame).phrase("updated", { moment: updated })}</span></p>`;
}
