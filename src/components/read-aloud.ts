import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** *Listen to this article* by the browser's own voice; shown where scripts run and the device has a voice for the language. */
export function renderReadAloud(frame: Frame): Html {
  const words = wordsOf(frame);
  return html`<li class="scripted read-aloud" id="read-aloud"><button type="button" data-pause="${words.say("aloud.pause")}" data-resume="${words.say("aloud.resume")}">${words.say("aloud")}</button> <button type="button" hidden aria-label="${words.say("aloud.speed")} 1×">1×</button></li>`;
}
