import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockTime } from "./clock-time.ts";
import { wordsOf } from "./words.ts";

/**
 * How old this copy is, so that one that was carried away tells its age. The front page prints the edition's moment:
 * `Edition of 15:45 GMT 15 January 2021`. The head of a list prints when the newest of its articles changed:
 * `Updated 12:10 GMT 14 January 2021`. Other pages print nothing, and so stay as they are. On all but the front page the
 * shared moment script, where scripts run, puts the edition's moment there.
 */
export function renderEditionMoment(frame: Frame, front: boolean): Html {
  const words = wordsOf(frame);
  const { editionAt, site } = frame;
  const time = editionAt !== undefined && renderClockTime(frame, { at: editionAt });
  const printed = time && words.phrase(front ? "edition" : "updated", { moment: time });
  if (front) return html`<p class="edition" id="edition">${printed}</p>`;
  const pattern = words.say("edition", { moment: "{moment}" });
  return html`<p class="edition" id="edition" data-words="${pattern}" data-zone="${site.timeZone}">${printed}</p>`;
}
