import type { Frame, Link } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** Where the page stands below the front page. */
export function renderBreadcrumbs(frame: Frame, links: readonly Link[]): Html | undefined {
  if (links.length === 0) return undefined;
  return html`<nav class="breadcrumbs" aria-label="${wordsOf(frame).say("breadcrumbs")}"><ol>${links.map(
    (link) => html`<li><a href="${link.href}">${link.title}</a></li>`,
  )}</ol></nav>`;
}
