import type { Frame, Item } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderDatelinePart } from "./dateline.ts";
import { renderKicker } from "./kicker.ts";
import { renderPicture } from "./picture.ts";
import { wordsOf } from "./words.ts";

/** How much of an article a list shows. */
export interface StoryProps {
  readonly item: Item;
  readonly level: 2 | 3;
  readonly className: string;
  /** The clock, where the list prints it. */
  readonly clock?: Html;
  readonly kicker?: boolean;
  readonly summary?: boolean;
  /** The `sizes` attribute of the picture; absent where the list shows none. */
  readonly picture?: string;
  /** True for the picture above the fold. */
  readonly first?: boolean;
}

/** An article in a list: headline first in the markup, so that a reader who listens hears it first. */
export function renderStory(frame: Frame, props: StoryProps): Html {
  const { item, level, className, clock, first = false } = props;
  const { article, href, section, image } = item;
  const retracted = article.retracted !== undefined;
  const title = html`${retracted && html`<span class="label">${wordsOf(frame).say("kind.retraction")}</span> `}<a class="u-url" href="${href}">${article.title}</a>`;
  const heading = level === 2 ? html`<h2 class="p-name">${title}</h2>` : html`<h3 class="p-name">${title}</h3>`;
  const dateline = article.dateline && html`${renderDatelinePart({ dateline: article.dateline })} `;
  const summary =
    props.summary &&
    !retracted &&
    article.standfirst !== undefined &&
    html`<p class="p-summary">${dateline}${article.standfirst}</p>`;
  const shown = props.picture !== undefined && image !== undefined && !retracted;
  const picture =
    shown &&
    html`<a class="shot" href="${href}" tabindex="-1" aria-hidden="true">${renderPicture({ image: { ...image, alt: "" }, sizes: props.picture, first })}</a>`;
  const kicker = props.kicker && renderKicker({ section, text: article.kicker });
  return html`<article class="h-entry ${className}"${attribute("data-at", article.publishedAt)}>${picture}<div>${kicker}${heading}${summary}${clock}</div></article>
`;
}
