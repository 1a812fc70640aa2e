import type { TopicKind } from "../newsroom/newsroom.ts";
import type { ArticleView, Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

const KINDS: readonly (readonly [TopicKind, string])[] = [
  ["person", "topics.people"],
  ["organisation", "topics.organisations"],
  ["place", "topics.places"],
  ["topic", "topics.topics"],
];

/** The article's topics, grouped by kind: people, organisations, places, topics. */
export function renderTagList(frame: Frame, topics: ArticleView["topics"]): Html | undefined {
  if (topics.length === 0) return undefined;
  const words = wordsOf(frame);
  const groups = KINDS.map(([kind, key]) => ({ kind, key, tags: topics.filter(({ topic }) => topic.kind === kind) }));
  return html`<section class="row part" aria-labelledby="tags">
<h2 id="tags">${words.say("tags")}</h2>
<dl class="tags">${groups
    .filter(({ tags }) => tags.length > 0)
    .map(
      ({ kind, key, tags }) =>
        html`<div><dt>${words.say(key)}</dt>${tags.map(({ topic, href }) => html`<dd><a class="p-category" rel="tag" data-kind="${kind}" href="${href}"><bdi>${topic.name}</bdi></a></dd>`)}</div>`,
    )}</dl>
</section>`;
}
