import { escape, NAME, SITE } from "./frame.js";

const dateOf = (date) => new Date(date).toUTCString();

const renderItem = ({ title, address, date, byline, topics, standfirst, dateline, body }) => `<item>
<title>${escape(title)}</title>
<link>${SITE}${address}</link>
<guid isPermaLink="true">${SITE}${address}</guid>
<pubDate>${dateOf(date)}</pubDate>
<dc:creator>${escape(byline)}</dc:creator>
${topics.map((topic) => `<category>${escape(topic)}</category>\n`).join("")}<description>${escape(standfirst)}</description>
<content:encoded>${escape(`<p>${escape(dateline)} — ${body.slice("<p>".length)}`)}</content:encoded>
</item>
`;

export const renderFeed = (newest) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${NAME}</title>
<link>${SITE}index.html</link>
<description>${NAME}</description>
<language>en</language>
<lastBuildDate>${dateOf(newest[0].date)}</lastBuildDate>
<atom:link href="${SITE}feed.xml" rel="self" type="application/rss+xml"/>
${newest.map(renderItem).join("")}</channel>
</rss>
`;

export const renderSitemap = (articles) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${articles.map(({ address, date }) => `<url><loc>${SITE}${address}</loc><lastmod>${date}</lastmod></url>\n`).join("")}</urlset>
`;
