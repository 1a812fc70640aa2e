/**
 * A site as eleventy-base-blog makes it: one Markdown file is one template, run through Nunjucks first, layouts in Nunjucks, lists by
 * pagination. Lighter than that one: without its plugins (navigation, code colours, base path) and its transforms.
 */
const PAGE = 50;

function cut(groups, folder) {
  return [...groups].flatMap(([name, posts]) => {
    const pages = Math.ceil(posts.length / PAGE);
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    return Array.from({ length: pages }, (_none, page) => ({
      name,
      permalink: page === 0 ? `/${folder}/${slug}.html` : `/${folder}/${slug}/${page + 1}.html`,
      posts: posts.slice(page * PAGE, (page + 1) * PAGE),
    }));
  });
}

function group(posts, namesOf) {
  const groups = new Map();
  for (const post of posts) {
    for (const name of namesOf(post.data)) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(post);
    }
  }
  return groups;
}

export default function configure(config) {
  config.setQuietMode(true);
  const posts = (api) => api.getFilteredByTag("posts").reverse();
  config.addCollection("lists", (api) => [
    ...cut(group(posts(api), ({ topics }) => topics), "topics"),
    ...cut(group(posts(api), ({ section }) => [section]), "sections"),
    ...cut(group(posts(api), ({ month }) => [month]), "months"),
  ]);
  config.addCollection("newest", (api) => posts(api).slice(0, PAGE));
  config.addFilter("clock", (date) => new Date(date).toISOString().slice(0, 16));
  return { dir: { includes: "_includes" }, markdownTemplateEngine: "njk", htmlTemplateEngine: "njk" };
}
