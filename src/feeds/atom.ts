/** Atom with whole texts: RFC 4287. */
import { renderRfc3339 } from "../article/instant.ts";
import { type Html, html } from "../html.ts";
import { type Feed, type FeedItem, GENERATOR } from "./feed.ts";
import { renderXmlDocument } from "./xml-document.ts";

function renderEntry(item: FeedItem): Html {
  const { id, url, title, summary, content, publishedAt, changedAt, authors, tags, lang, sound, via } = item;
  return html`<entry xml:lang="${lang}">
<id>${id}</id>
<title>${title}</title>
<link rel="alternate" type="text/html" href="${url}"/>
${sound && html`<link rel="enclosure" type="${sound.type}" length="${sound.bytes}" href="${sound.url}"/>\n`}${
    via !== undefined && html`<link rel="via" href="${via}"/>\n`
  }<published>${renderRfc3339(publishedAt)}</published>
<updated>${renderRfc3339(changedAt)}</updated>
${authors.map(({ name, url: page }) => html`<author><name>${name}</name>${page !== undefined && html`<uri>${page}</uri>`}</author>\n`)}${tags.map(
    (tag) => html`<category term="${tag}"/>\n`,
  )}${summary !== undefined && html`<summary>${summary}</summary>\n`}<content type="html">${content.toString()}</content>
</entry>
`;
}

/** The feed as text. RFC 4287 wants a date also of a feed without entries: then it is 1970. */
export function renderAtom(feed: Feed): string {
  const { self, home, title, description, lang, changedAt, publisher, copyright, license, logo, hub, items } = feed;
  return renderXmlDocument(html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${self}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<updated>${renderRfc3339(changedAt ?? 0)}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${home}"/>
${license !== undefined && html`<link rel="license" href="${license}"/>\n`}${hub !== undefined && html`<link rel="hub" href="${hub}"/>\n`}<author><name>${publisher}</name></author>
${copyright !== undefined && html`<rights>${copyright}</rights>\n`}${logo !== undefined && html`<logo>${logo}</logo>\n`}<generator>${GENERATOR}</generator>
${items.map(renderEntry)}</feed>`);
}
