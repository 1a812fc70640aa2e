import type { Frame, RelatedItem } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderDayTime } from "./clock-time.ts";
import { renderRetractedMark } from "./headline.ts";
import { selectPaperAddress } from "./paper-address.ts";
import { wordsOf } from "./words.ts";

function renderRelated(frame: Frame, item: RelatedItem): Html {
  const { title, href, publishedAt, source, external, chosenBy } = item;
  const headline =
    href === undefined
      ? html`<span class="unlinked"><bdi>${title}</bdi></span>`
      : html`<a href="${href}"${external ? html` class="external" rel="external"` : attribute("data-at", chosenBy === "editor" && selectPaperAddress(frame, href))}><bdi>${title}</bdi></a>`;
  const facts = [
    publishedAt !== undefined && renderDayTime(frame, publishedAt),
    source !== undefined && html`<bdi>${source}</bdi>`,
  ];
  const known = facts.filter((fact) => fact !== false);
  return html`<li>${renderRetractedMark(frame, item)}${headline}${known.length > 0 && html` <small>${known.map((fact, index) => html`${index > 0 && " · "}${fact}`)}</small>`}</li>`;
}

/** *Related*: the editor's headlines as a ruled list, then those that the edition chose, marked as such. On paper the former alone. */
export function renderRelatedLinks(frame: Frame, related: readonly RelatedItem[]): Html | undefined {
  if (related.length === 0) return undefined;
  const words = wordsOf(frame);
  const chosen = related.filter(({ chosenBy }) => chosenBy === "editor");
  const nearest = related.filter(({ chosenBy }) => chosenBy === "edition");
  return html`<section class="row part${chosen.length > 0 && " named"}" aria-labelledby="related">
<h2 id="related">${words.say("related")}</h2>
<div>${chosen.length > 0 && html`<ul class="ruled">${chosen.map((item) => renderRelated(frame, item))}</ul>`}${
    nearest.length > 0 &&
    html`<p class="by-machine">${words.say("related.by-machine")}</p><ul class="ruled">${nearest.map((item) => renderRelated(frame, item))}</ul>`
  }</div>
</section>`;
}
