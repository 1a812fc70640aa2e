import type { ToolView } from "../edition/views.ts";
import { type Html, html, jsonScript } from "../html.ts";
import { renderPage } from "./page-frame.ts";
import { selectStrings } from "./search-page.ts";
import { renderToolHeader } from "./tool-header.ts";
import { wordsOf } from "./words.ts";

/** What a reader gets for a page that was not saved while there is no network. A script lists the saved ones in `#offline-list`. */
export function renderOfflinePage({ frame, scripts }: ToolView): Html {
  const words = wordsOf(frame);
  const title = words.say("offline.title");
  const main = html`${renderToolHeader(title, words.say("offline.about"))}
<div class="row"><span></span><div><div id="offline-list"></div><p><a href="${frame.home.href}">${words.say("to-front")}</a></p></div></div>
${jsonScript("application/json", selectStrings(frame.strings, "offline."), "offline-strings")}`;
  return renderPage(frame, { kind: "tool", title, main, scripts: scripts ?? [], indexed: false });
}
