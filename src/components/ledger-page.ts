import type { LedgerView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderFacts } from "./facts.ts";
import { renderLedgerEntry } from "./ledger-entry.ts";
import { renderPage } from "./page-frame.ts";
import { renderPager } from "./pager.ts";
import { wordsOf } from "./words.ts";

/** The corrections ledger: every correction, clarification, update and retraction, newest first. */
export function renderLedgerPage(view: LedgerView): Html {
  const { frame, entries, page, feeds } = view;
  const words = wordsOf(frame);
  const number = page === undefined ? undefined : words.say("list.page", { page: words.number(page) });
  const main = html`<header class="row head">
<p class="kicker">${words.say("list.archive")}</p>
<div><h1>${frame.corrections.title}</h1>
<p class="standfirst">${words.say("ledger.about")}</p>
${renderFacts([number], feeds)}</div>
</header>
<div class="ledger">${entries.length === 0 ? html`<p class="row"><span></span>${words.say("ledger.empty")}</p>` : entries.map((entry) => renderLedgerEntry(frame, entry))}</div>
${renderPager(frame, view)}`;
  return renderPage(frame, {
    kind: "ledger-page",
    title: number === undefined ? frame.corrections.title : `${frame.corrections.title} – ${number}`,
    description: words.say("ledger.about"),
    ...(feeds.length > 0 && { feeds }),
    main,
  });
}
