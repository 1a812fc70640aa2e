// https://docs.astro.build/en/recipes/rss/
import rss from "@astrojs/rss";
import { escape, NAME, oldestFirst } from "../posts.js";

export async function GET({ site }) {
  const newest = (await oldestFirst()).slice(-50).reverse();
  return rss({
    title: NAME,
    description: NAME,
    site,
    trailingSlash: false,
    xmlns: { dc: "http://purl.org/dc/elements/1.1/" },
    customData: `<language>en</language><lastBuildDate>${new Date(newest[0].article.date).toUTCString()}</lastBuildDate>`,
    items: newest.map(({ article, html }) => ({
      title: article.title,
      link: `/${article.address}`,
      pubDate: new Date(article.date),
      description: article.standfirst,
      categories: article.topics,
      content: `<p>${escape(article.dateline)} — ${html.slice("<p>".length)}`,
      customData: `<dc:creator>${escape(article.byline)}</dc:creator>`,
    })),
  });
}
