import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockTime } from "./clock-time.ts";
import { wordsOf } from "./words.ts";

/**
 * `Edition of 15:45 GMT 15 January 2021`, so that a copy that was carried away tells its age. Printed where the page is
 * rewritten with every edition; elsewhere the shared moment script fills it in, and the page stays as it is.
 */
export function renderEditionMoment(frame: Frame): Html {
  const words = wordsOf(frame);
  if (frame.editionAt !== undefined) {
    const time = renderClockTime(frame, { at: frame.editionAt });
    return html`<p class="edition" id="edition">${words.phrase("edition", { moment: time })}</p>`;
  }
  const pattern = words.say("edition", { moment: "{moment}" });
  return html`<p class="edition" id="edition" data-words="${pattern}" data-zone="${frame.site.timeZone}"></p>`;
}
