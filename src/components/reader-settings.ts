import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** The two things a reader may set, kept on the reader's own device; shown only where scripts run. */
export function renderReaderSettings(frame: Frame): Html {
  const words = wordsOf(frame);
  return html`<ul class="settings scripted">
<li><button type="button" id="theme" data-dark="${words.say("theme.dark")}" data-light="${words.say("theme.light")}">${words.say("theme.device")}</button></li>
<li><button type="button" id="slash" aria-pressed="true">${words.say("slash")}</button></li>
</ul>`;
}
