/**
 * RSS 2.0 with whole texts, https://www.rssboard.org/rss-specification; and the same as a podcast, with what directories
 * ask for: https://podcasters.apple.com/support/823-podcast-requirements.
 */
import { renderRfc2822 } from "../article/instant.ts";
import { escapeText, type Html, html } from "../html.ts";
import { type Feed, type FeedImage, type FeedItem, type FeedSound, GENERATOR } from "./feed.ts";
import { renderXmlDocument } from "./xml-document.ts";

const SPACES = html` xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
const MEDIA = html` xmlns:media="http://search.yahoo.com/mrss/"`;
const PODCAST = html` xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"`;

/** Plain text where readers of feeds expect HTML: once for HTML here, once more by `html` for XML. Quotation marks mean nothing in it. */
const asMarkup = (text: string): string => text.replace(/[&<>]/g, escapeText);

function renderImage({ url, type, width, height, alt, caption, credit }: FeedImage): Html {
  return html`<media:content url="${url}" type="${type}" medium="image" width="${width}" height="${height}"><media:description type="plain">${caption ?? alt}</media:description>${credit !== undefined && html`<media:credit>${credit}</media:credit>`}</media:content>\n`;
}

function renderEnclosure({ url, type, bytes }: FeedSound): Html {
  return html`<enclosure url="${url}" length="${bytes}" type="${type}"/>\n`;
}

/** Seconds as `HH:MM:SS`. */
function renderDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const pair = (value: number): string => String(value).padStart(2, "0");
  return `${pair(Math.floor(whole / 3600))}:${pair(Math.floor((whole % 3600) / 60))}:${pair(whole % 60)}`;
}

function renderEpisode({ sound, authors }: FeedItem): Html | undefined {
  if (sound === undefined) return undefined;
  const { duration, transcript } = sound;
  return html`<itunes:explicit>false</itunes:explicit>
${authors.length > 0 && html`<itunes:author>${authors.map(({ name }) => name).join(", ")}</itunes:author>\n`}${
    duration !== undefined && html`<itunes:duration>${renderDuration(duration)}</itunes:duration>\n`
  }${transcript && html`<podcast:transcript url="${transcript.url}" type="${transcript.type}"/>\n`}`;
}

function renderItem(item: FeedItem, podcast: boolean): Html {
  const { id, url, title, summary, content, publishedAt, authors, tags, image, sound } = item;
  return html`<item>
<title>${title}</title>
<link>${url}</link>
<guid isPermaLink="${id === url ? "true" : "false"}">${id}</guid>
<pubDate>${renderRfc2822(publishedAt)}</pubDate>
${authors.map(({ name }) => html`<dc:creator>${name}</dc:creator>\n`)}${tags.map((tag) => html`<category>${tag}</category>\n`)}${
    summary !== undefined && html`<description>${asMarkup(summary)}</description>\n`
  }<content:encoded>${content.toString()}</content:encoded>
${!podcast && image && renderImage(image)}${sound && renderEnclosure(sound)}${podcast && renderEpisode(item)}</item>
`;
}

function renderPodcast({ publisher, email, logo }: Feed): Html {
  return html`<itunes:author>${publisher}</itunes:author>
<itunes:type>episodic</itunes:type>
<itunes:explicit>false</itunes:explicit>
<itunes:category text="News"/>
${email !== undefined && html`<itunes:owner><itunes:name>${publisher}</itunes:name><itunes:email>${email}</itunes:email></itunes:owner>\n`}${
    logo !== undefined && html`<itunes:image href="${logo}"/>\n`
  }`;
}

/** The feed as text. A podcast has nothing but items with a sound. */
export function renderRss(feed: Feed, podcast = false): string {
  const { self, home, title, description, lang, changedAt, copyright, logo, hub, items } = feed;
  return renderXmlDocument(html`<rss version="2.0"${SPACES}${podcast ? PODCAST : MEDIA}>
<channel>
<title>${title}</title>
<link>${home}</link>
<description>${asMarkup(description)}</description>
<language>${lang}</language>
${copyright !== undefined && html`<copyright>${copyright}</copyright>\n`}${
    changedAt !== undefined && html`<lastBuildDate>${renderRfc2822(changedAt)}</lastBuildDate>\n`
  }<generator>${GENERATOR}</generator>
<atom:link href="${self}" rel="self" type="application/rss+xml"/>
${hub !== undefined && html`<atom:link href="${hub}" rel="hub"/>\n`}${
    logo !== undefined && html`<image><url>${logo}</url><title>${title}</title><link>${home}</link></image>\n`
  }${podcast && renderPodcast(feed)}${items.filter(({ sound }) => !podcast || sound !== undefined).map((item) => renderItem(item, podcast))}</channel>
</rss>`);
}
