import { renderDayOfYear } from "../article/instant.ts";
import type { Frame, FrontView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockTime } from "./clock-time.ts";
import { renderDesk } from "./desk.ts";
import { renderLedgerEntry } from "./ledger-entry.ts";
import { renderPage } from "./page-frame.ts";
import { renderStory } from "./story.ts";
import { renderTimeLine } from "./time-line.ts";
import { wordsOf } from "./words.ts";

function renderTop({ frame, lead, seconds, latest }: FrontView): Html {
  const clockOf = (item: FrontView["seconds"][number]): Html =>
    renderClockTime(frame, {
      at: item.article.publishedAt,
      dayOnly: item.article.dayOnly,
      className: "clock dt-published",
    });
  return html`<div class="top">
${
  lead &&
  renderStory(frame, {
    item: lead,
    level: 2,
    className: "story lead",
    clock: clockOf(lead),
    kicker: true,
    summary: true,
    picture: "(min-width:60em) 40em, 92vw",
    first: true,
  })
}${
    seconds.length > 0 &&
    html`<div class="seconds">
${seconds.map((item) =>
  renderStory(frame, {
    item,
    level: 2,
    className: "story",
    clock: clockOf(item),
    kicker: true,
    summary: true,
    picture: "(min-width:60em) 16em, 92vw",
  }),
)}</div>`
  }
${renderTimeLine(frame, latest)}
</div>`;
}

function renderOnThisDay(frame: Frame, editionAt: number, href: string): Html {
  const day = renderDayOfYear(editionAt, frame.site.timeZone, frame.lang);
  return html`<p class="row on-this-day"><span></span><a href="${href}">${wordsOf(frame).say("list.on-this-day", { day })}</a></p>`;
}

/** The front page: the lead, the seconds, *Latest*, the sections, *Corrections today*. */
export function renderFrontPage(view: FrontView): Html {
  const { frame, sections, corrections, onThisDay } = view;
  const words = wordsOf(frame);
  const main = html`<div id="edition-body" class="h-feed" data-new="${words.say("new")}">
${renderTop(view)}
${sections.map((section) => renderDesk(frame, section))}
${
  corrections.length > 0 &&
  html`<section class="row desk" aria-labelledby="corrections-today">
<h2 id="corrections-today"><a href="${frame.corrections.href}">${words.say("corrections.today")}</a></h2>
<div class="ledger">${corrections.map((entry) => renderLedgerEntry(frame, entry))}</div>
</section>`
}
${onThisDay && frame.editionAt !== undefined && renderOnThisDay(frame, frame.editionAt, onThisDay.href)}
</div>`;
  return renderPage(frame, {
    kind: "front",
    ...(frame.tagline !== undefined && { description: frame.tagline.text }),
    main,
  });
}
