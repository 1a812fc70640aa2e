import type { ArticleHead } from "../article/article.ts";
import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockTime } from "./clock-time.ts";
import { wordsOf } from "./words.ts";

/** Stands where the text of a retracted article stood: when it was withdrawn, and why. */
export function renderRetractionNotice(frame: Frame, retracted: NonNullable<ArticleHead["retracted"]>): Html {
  const words = wordsOf(frame);
  const moment = renderClockTime(frame, { at: retracted.at, dayOnly: retracted.dayOnly });
  return html`<div class="retraction">
<p><strong>${words.phrase("retracted", { moment })}</strong></p>
<p class="e-content">${retracted.reason}</p>
<p>${words.say("retracted.kept")}</p>
</div>`;
}
