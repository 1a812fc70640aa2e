import type { Frame, ImageSource } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderEditionMoment } from "./edition-moment.ts";
import { renderListenLive } from "./listen-live.ts";
import { renderSearchField } from "./search-field.ts";
import { wordsOf } from "./words.ts";
import { keep } from "../memo.ts";

/** What a masthead is asked to be beside its frame. */
export interface MastheadForm {
  readonly front: boolean;
  readonly asks: boolean;
}

/** Mastheads without a moment of their own, by the sections of their frame, which all pages of a folder and section share. */
const known = keep<Frame["sections"], Html>();

/**
 * The head of every page: the edition's moment, *Listen Live*, the search, the name, the sections. On the front page the
 * name is the heading; the search page (`asks`) has a larger field of its own.
 */
export function renderMasthead(frame: Frame, form: MastheadForm): Html {
  if (form.front || form.asks || frame.editionAt !== undefined) return drawMasthead(frame, form);
  return known(frame.sections, () => drawMasthead(frame, form));
}

/** Width for one of height from which on a logo is taken for the name as it is written, and stands in its place. */
const WRITTEN = 2;

/** A drawn name in place of the set one; any other logo before it. */
function renderLogo(logo: ImageSource, title: Html): Html {
  const isName = logo.width / logo.height >= WRITTEN;
  const { src, width, height, alt } = logo;
  const img = html`<img class="${isName ? "logo drawn-name" : "logo"}" src="${src}" width="${width}" height="${height}" alt="${isName ? alt : ""}">`;
  return isName ? img : html`${img}${title}`;
}

function drawMasthead(frame: Frame, { front, asks }: MastheadForm): Html {
  const words = wordsOf(frame);
  const { site, tagline } = frame;
  const title = html`<bdi${attribute("lang", frame.lang !== site.language && site.language)}>${site.title}</bdi>`;
  const name = frame.logo === undefined ? title : renderLogo(frame.logo, title);
  return html`<header class="masthead${front && " at-front"}">
<div class="strip">
${renderEditionMoment(frame, front)}
${frame.listen && renderListenLive(frame.listen)}
${!asks && renderSearchField(frame, frame.search.href)}
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
