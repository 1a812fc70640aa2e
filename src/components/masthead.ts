import type { Frame } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderEditionMoment } from "./edition-moment.ts";
import { renderListenLive } from "./listen-live.ts";
import { wordsOf } from "./words.ts";

/** Mastheads without a moment of their own, by the sections of their frame, which all pages of a folder and section share. */
const known = new WeakMap<Frame["sections"], Html>();

/** The head of every page: the edition's moment, *Listen Live*, the name, the sections. On the front page the name is the heading. */
export function renderMasthead(frame: Frame, front: boolean): Html {
  if (front || frame.editionAt !== undefined) return drawMasthead(frame, front);
  const masthead = known.get(frame.sections) ?? drawMasthead(frame, front);
  known.set(frame.sections, masthead);
  return masthead;
}

function drawMasthead(frame: Frame, front: boolean): Html {
  const words = wordsOf(frame);
  const { site, search, tagline } = frame;
  const name = html`<bdi${attribute("lang", frame.lang !== site.language && site.language)}>${site.title}</bdi>`;
  return html`<header class="masthead${front && " at-front"}">
<div class="strip">
${renderEditionMoment(frame, front)}
<ul>${frame.listen !== undefined && html`<li>${renderListenLive(frame.listen)}</li>`}<li><a href="${search.href}" id="to-search">${search.title}</a></li></ul>
</div>
<div class="title">
${
  front
    ? html`<h1 class="nameplate"><a href="${frame.home.href}" rel="home">${name}</a></h1>`
    : html`<p class="nameplate"><a href="${frame.home.href}" rel="home">${name}</a></p>`
}
${front && tagline !== undefined && html`<p class="tagline"${attribute("lang", tagline.lang)}><bdi>${tagline.text}</bdi></p>\n`}${
    frame.sections.length > 0 &&
    html`<nav aria-label="${words.say("nav.sections")}">
<ul>${frame.sections.map((section) => html`<li><a href="${section.href}"${attribute("aria-current", section.current && "true")}>${section.title}</a></li>`)}</ul>
</nav>\n`
  }</div>
</header>`;
}
