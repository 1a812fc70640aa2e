import type { Frame, Link } from "../edition/views.ts";
import { type Html, html } from "../html.ts";

/** *Listen Live*: the way to the newsroom's stream. */
export function renderListenLive(frame: Frame, listen: Link): Html {
  return html`<a class="live" href="${listen.href}">${frame.site.listenLive?.label ?? listen.title}</a>`;
}
