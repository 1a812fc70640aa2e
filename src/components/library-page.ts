import type { ToolView } from "../edition/views.ts";
import { type Html, html, jsonScript } from "../html.ts";
import { renderPage } from "./page-frame.ts";
import { selectStrings } from "./search-page.ts";
import { renderToolHeader } from "./tool-header.ts";
import { wordsOf } from "./words.ts";

/** The reader's library: what was saved on this device, and what can be carried away. A script fills `#library`. */
export function renderLibraryPage({ frame, scripts }: ToolView): Html {
  const words = wordsOf(frame);
  const title = frame.library.title;
  const main = html`${renderToolHeader(title, words.say("library.about"))}
<div class="row"><span></span><div id="library"><noscript><p>${words.say("library.noscript")}</p></noscript></div></div>
${jsonScript("application/json", selectStrings(frame.strings, "library."), "library-strings")}`;
  return renderPage(frame, {
    kind: "tool",
    title,
    description: words.say("library.about"),
    main,
    scripts: scripts ?? [],
  });
}
