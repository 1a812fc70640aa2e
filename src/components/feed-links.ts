import type { Link } from "../edition/views.ts";
import { type Html, html } from "../html.ts";

/** The feeds of a list, after its facts. */
export function renderFeedLinks(feeds: readonly (Link & { readonly type: string })[]): Html {
  return html`${feeds.map((feed) => html` · <a href="${feed.href}" type="${feed.type}">${feed.title}</a>`)}`;
}
