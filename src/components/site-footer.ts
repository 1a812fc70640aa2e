import type { Frame, Link } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderReaderSettings } from "./reader-settings.ts";
import { wordsOf } from "./words.ts";
import { keep } from "../memo.ts";

const item = (link: Link): Html => html`<li><a href="${link.href}">${link.title}</a></li>`;

/** Feet of pages, by the languages of their frame, which all pages of a folder and section share. */
const known = keep<Frame["languages"], Html>();

/** The foot of every page: the archive's doors, the standing pages, the languages, the rights. */
export function renderSiteFooter(frame: Frame): Html {
  return known(frame.languages, () => drawSiteFooter(frame));
}

function drawSiteFooter(frame: Frame): Html {
  const words = wordsOf(frame);
  const { site } = frame;
  const rights = site.copyright ?? site.publisher?.legalName ?? site.publisher?.name ?? site.title;
  return html`<footer class="colophon">
<nav aria-label="${words.say("nav.site")}">
<ul>${[frame.archive, frame.topics, frame.corrections, frame.library].map(item)}${frame.takeAway && item(frame.takeAway)}${frame.feed && item(frame.feed)}</ul>
<ul>${frame.standing.map(item)}</ul>
</nav>
${
  frame.languages.length > 1 &&
  html`<nav aria-label="${words.say("nav.languages")}">
<ul>${frame.languages.map((link) => html`<li><a href="${link.href}" lang="${link.lang}" hreflang="${link.lang}"${attribute("aria-current", link.current && "true")}><bdi>${link.title}</bdi></a></li>`)}</ul>
</nav>\n`
}${renderReaderSettings(frame)}
<p class="rights"><bdi>${rights}</bdi>${
    site.license !== undefined && html`<br><a rel="license" href="${site.license}">${words.say("license")}</a>`
  }</p>
</footer>`;
}
