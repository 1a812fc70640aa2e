import type { Frame, LedgerEntry } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockTime } from "./clock-time.ts";
import { nameOfChange } from "./corrections-note.ts";

/** One line of the corrections ledger: kind and clock in the margin, what was changed, and in which article. */
export function renderLedgerEntry(frame: Frame, { kind, at, dayOnly, text, article }: LedgerEntry): Html {
  return html`<article class="row entry ${kind}">
<p class="when"><strong>${nameOfChange(frame, kind)}</strong> ${renderClockTime(frame, { at, dayOnly, className: "clock" })}</p>
<div><p>${text}</p><p class="of"><a href="${article.href}">${article.title}</a></p></div>
</article>
`;
}
