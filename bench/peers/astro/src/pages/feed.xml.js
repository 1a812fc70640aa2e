// https://docs.astro.build/en/recipes/rss/
import rss from "@astrojs/rss";
import { newestFirst } from "../posts.js";

export async function GET({ site }) {
  const posts = (await newestFirst()).slice(0, 50);
  return rss({
    title: "Northline Bench",
    description: "Newest",
    site,
    items: posts.map(({ data, rendered }) => ({
      title: data.title,
      link: `/${data.address}`,
      pubDate: data.date,
      description: data.standfirst,
      content: rendered.html,
    })),
  });
}
