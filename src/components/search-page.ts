import type { ToolView } from "../edition/views.ts";
import { type Html, html, jsonScript } from "../html.ts";
import { renderPage } from "./page-frame.ts";
import { renderToolHeader } from "./tool-header.ts";
import { wordsOf } from "./words.ts";

/** The strings of one tool, by their keys without its name. */
export function selectStrings(strings: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(strings)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]) => [key.slice(prefix.length), text]),
  );
}

/** The search page. Without scripts it says so, and leads to the archive and the topics. */
export function renderSearchPage({ frame, scripts }: ToolView): Html {
  const words = wordsOf(frame);
  const title = frame.search.title;
  const main = html`${renderToolHeader(title, words.say("search.about"))}
<div class="row inquiry">
<form id="search" role="search" method="get" action="#search-results">
<label for="q">${words.say("search.label")}</label>
<p class="ask"><input type="search" id="q" name="q" autocomplete="off" enterkeyhint="search"><button type="submit">${words.say("search.go")}</button></p>
</form>
<div id="search-filters"></div>
<div class="search-found">
<noscript><p>${words.phrase("search.noscript", { archive: html`<a href="${frame.archive.href}">${frame.archive.title}</a>`, topics: html`<a href="${frame.topics.href}">${frame.topics.title}</a>` })}</p></noscript>
<p id="search-status" role="status"></p>
<div id="search-results"></div>
</div>
</div>
${jsonScript("application/json", selectStrings(frame.strings, "search."), "search-strings")}`;
  return renderPage(frame, {
    kind: "tool search",
    title,
    description: words.say("search.about"),
    main,
    scripts: scripts ?? [],
  });
}
