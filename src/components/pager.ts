import type { Frame, Link } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** The ways from one page of a list to the next newer and older. */
export interface PagerProps {
  readonly newer?: Link | undefined;
  readonly older?: Link | undefined;
}

/** Nothing where the list has one page. */
export function renderPager(frame: Frame, { newer, older }: PagerProps): Html | undefined {
  if (newer === undefined && older === undefined) return undefined;
  const words = wordsOf(frame);
  return html`<nav class="pager" aria-label="${words.say("list.pages")}">${
    newer && html`<a rel="prev" href="${newer.href}">${words.say("list.newer")} <small>${newer.title}</small></a>`
  }${older && html`<a rel="next" href="${older.href}">${words.say("list.older")} <small>${older.title}</small></a>`}</nav>`;
}
