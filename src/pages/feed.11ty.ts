/** Feeds: `feeds/all-rss.xml`, `feeds/section-world-atom.xml`, `feeds/ar-all.json`, … */
import { selectFeedPages } from "../edition/feed-view.ts";
import { renderAtom } from "../feeds/atom.ts";
import { renderJsonFeed } from "../feeds/json-feed.ts";
import { renderRss } from "../feeds/rss.ts";
import { makeFeed } from "./make-feed.ts";
import { definePages } from "./page-template.ts";

export default definePages("feed", selectFeedPages, (edition, { address, feed: subject, name }) => {
  if (subject === undefined) throw new TypeError(`${address} is not a feed`);
  const feed = makeFeed(edition, subject, address);
  if (name === "atom") return renderAtom(feed);
  return name === "json" ? renderJsonFeed(feed) : renderRss(feed, subject.kind === "podcast");
});
