import type { Link } from "../edition/views.ts";
import { type Html, html } from "../html.ts";

/** *Listen Live*: the way to the newsroom's stream. */
export function renderListenLive({ href, title }: Link): Html {
  return html`<a class="live" href="${href}">${title}</a>`;
}
