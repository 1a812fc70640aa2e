import type { StandingView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderText } from "./article-text.ts";
import { renderDayTime } from "./clock-time.ts";
import { selectOpening } from "./opening.ts";
import { renderPage } from "./page-frame.ts";
import { wordsOf } from "./words.ts";

/** A standing page: *About*, *Community standards* and the like. */
export function renderStandingPage({ frame, title, body, updatedAt, images, recordings, links }: StandingView): Html {
  const words = wordsOf(frame);
  const main = html`<article>
<header class="row head"><p class="kicker">${words.say("nav.site")}</p><h1>${title}</h1></header>
<div class="row">
<div class="marginalia">${updatedAt !== undefined && html`<p class="clock-line">${words.phrase("updated", { moment: renderDayTime(frame, updatedAt) })}</p>`}</div>
<div class="text"><div class="body">
${renderText(frame, { markdown: body, images, recordings, links })}</div></div>
</div>
</article>`;
  const description = selectOpening(body, frame.lang);
  return renderPage(frame, { kind: "standing", title, ...(description !== undefined && { description }), main });
}
