import type { TakeAwayView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderDayTime } from "./clock-time.ts";
import { printSize } from "./file-size.ts";
import { renderPage } from "./page-frame.ts";
import { renderToolHeader } from "./tool-header.ts";
import { wordsOf } from "./words.ts";

export type OfferedFile = TakeAwayView["editions"][number]["files"][number];

/** What each form is for, in the order in which they are listed. */
const PURPOSES = [
  ["zip", "take-away.zip"],
  ["epub", "take-away.epub"],
  ["zim", "take-away.zim"],
  ["html", "take-away.html"],
] as const satisfies readonly (readonly [OfferedFile["form"], string])[];

/**
 * *Take this paper with you*: what each form of file is for, then the editions with the sizes of their files. In an
 * edition itself, where there are no such files, `data-instead` stands in the place of all this.
 */
export function renderTakeAwayPage({ frame, editions }: TakeAwayView): Html {
  const words = wordsOf(frame);
  const title = words.say("nav.take-away");
  const used = new Set(editions.flatMap(({ files }) => files.map(({ form }) => form)));
  const file = ({ form, href, bytes, editionAt, language }: OfferedFile): Html =>
    html`<li><a href="${href}" download>${form.toUpperCase()}</a> <small class="facts"><bdi>${printSize(bytes, frame.lang)}</bdi> · ${words.phrase("take-away.as-of", { day: renderDayTime(frame, editionAt) })}${
      language !== undefined && html` · <span lang="${language.lang}"><bdi>${language.name}</bdi></span>`
    }</small></li>\n`;
  const main = html`${renderToolHeader(title, words.say("take-away.about"))}
<div id="editions" data-instead="${words.say("take-away.instead")}">
<section class="row"><h2>${words.say("take-away.which")}</h2><ul>${PURPOSES.filter(([form]) => used.has(form)).map(
    ([form, purpose]) => html`<li><b>${form.toUpperCase()}</b>: ${words.say(purpose)}</li>\n`,
  )}</ul></section>
${editions.map((edition) => html`<section class="row"><h2><bdi>${edition.title}</bdi></h2><ul>${edition.files.map(file)}</ul></section>\n`)}</div>`;
  return renderPage(frame, { kind: "tool", title, description: words.say("take-away.about"), main });
}
