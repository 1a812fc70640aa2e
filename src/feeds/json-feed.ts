/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
import { renderRfc3339 } from "../article/instant.ts";
import type { Feed, FeedItem } from "./feed.ts";

function renderItem(item: FeedItem) {
  const { id, url, title, summary, content, publishedAt, changedAt, authors, tags, lang, image, sound, via } = item;
  return {
    id,
    url,
    ...(via === undefined ? {} : { external_url: via }),
    title,
    content_html: content.toString(),
    ...(summary === undefined ? {} : { summary }),
    ...(image === undefined ? {} : { image: image.url }),
    date_published: renderRfc3339(publishedAt),
    ...(changedAt === publishedAt ? {} : { date_modified: renderRfc3339(changedAt) }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(tags.length === 0 ? {} : { tags }),
    language: lang,
    ...(sound === undefined
      ? {}
      : {
          attachments: [
            {
              url: sound.url,
              mime_type: sound.type,
              ...(sound.bytes === 0 ? {} : { size_in_bytes: sound.bytes }),
              ...(sound.duration === undefined ? {} : { duration_in_seconds: Math.round(sound.duration) }),
            },
          ],
        }),
  };
}

/** The feed as text. */
export function renderJsonFeed(feed: Feed): string {
  const { self, home, title, description, lang, publisher, logo, hub, items } = feed;
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    feed_url: self,
    description,
    language: lang,
    authors: [{ name: publisher }],
    ...(logo === undefined ? {} : { icon: logo }),
    ...(hub === undefined ? {} : { hubs: [{ type: "WebSub", url: hub }] }),
    items: items.map(renderItem),
  };
  return `${JSON.stringify(json, undefined, 1)}\n`;
}
