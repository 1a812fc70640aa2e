import type { Frame, Link } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** The stream's name: the newsroom's own in the site's language, the interface's word in others. */
export function nameOfStream({ site, lang, strings }: Frame): string | undefined {
  return lang === site.language ? site.listenLive?.label : wordsOf({ lang, strings }).say("listen.none");
}

/** *Listen Live*: the way to the newsroom's stream. */
export function renderListenLive(frame: Frame, listen: Link): Html {
  return html`<a class="live" href="${listen.href}">${nameOfStream(frame) ?? listen.title}</a>`;
}
