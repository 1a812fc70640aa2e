import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** The field that stands on every page but the search page; `action` is the address of that one, for this page. */
export function renderSearchField(frame: Frame, action: string): Html {
  return html`<form class="find" role="search" method="get" action="${action}"><input type="search" name="q" aria-label="${frame.search.title}" enterkeyhint="search"><button type="submit">${wordsOf(frame).say("search.go")}</button></form>`;
}
