/**
 * A site as eleventy-base-blog makes it: one Markdown file is one template, layouts in Nunjucks, lists by pagination. Lighter than
 * that one: without its plugins (navigation, code colours, base path) and transforms, and without Nunjucks in Markdown files.
 */
import { describeList } from "./shared/list-words.js";
import { writeArticleGraph, writeFrontGraph, writeListGraph } from "./shared/machine.js";
import { clockOf, dayOf, minuteOf, monthOf } from "./shared/printed-date.js";
import { makeRelater } from "./shared/related.js";
import { readTexts } from "./shared/texts.js";

const PAGE = 50;
const SECTIONS = ["Culture", "Economy", "Politics", "Science", "Sport", "World"];
const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** What is printed of an article elsewhere than on its own page, in a plain object that templates read quickly. */
function tell({ url, date, data }) {
  const { title, standfirst, dateline, place, byline, section, month, topics, related, short } = data;
  const iso = date.toISOString();
  const printed = { minute: minuteOf(iso), clock: clockOf(iso), day: dayOf(iso) };
  const told = { title, standfirst, dateline, place, byline, section, month, topics, related, short };
  return { ...told, ...printed, url, address: url.slice(1), date: iso };
}

function group(articles, namesOf) {
  const groups = new Map();
  for (const article of articles) {
    for (const name of namesOf(article)) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(article);
    }
  }
  return groups;
}

/** Lists in pages of 50, each with all that it prints; `above` are the links between the site and it. */
function cut(groups, { folder, kicker, above, titleOf = (name) => name }) {
  return [...groups].flatMap(([name, articles]) => {
    const total = articles.length;
    const pages = Math.ceil(total / PAGE);
    const title = titleOf(name, articles);
    const addressOf = (page) => {
      if (page < 1 || page > pages) return undefined;
      return page === 1 ? `${folder}/${slugOf(name)}.html` : `${folder}/${slugOf(name)}/${page}.html`;
    };
    return Array.from({ length: pages }, (_none, index) => {
      const page = index + 1;
      const address = addressOf(page);
      const part = articles.slice(index * PAGE, page * PAGE);
      return {
        ...{ title, kicker, above, page, total, address, articles: part },
        section: folder === "sections" ? name : undefined,
        newer: addressOf(page - 1),
        older: addressOf(page + 1),
        description: describeList(title, part),
        graph: writeListGraph({ address, title, above, isTopic: folder === "topics" }),
      };
    });
  });
}

const renderNavigation = (current) =>
  SECTIONS.map(
    (section) =>
      `<li><a href="/sections/${slugOf(section)}.html"${section === current ? ' aria-current="true"' : ""}>${section}</a></li>`,
  ).join("");

export default function configure(config) {
  config.setQuietMode(true);
  config.amendLibrary("md", (markdown) => markdown.set({ typographer: true }));
  config.addGlobalData("texts", readTexts("texts"));
  config.addGlobalData("frontGraph", writeFrontGraph());

  let articles;
  const oldestFirst = (api) => (articles ??= api.getFilteredByTag("posts").map(tell));
  const newestFirst = (api) => oldestFirst(api).toReversed();
  config.addCollection("articles", (api) => {
    const relate = makeRelater();
    return Object.fromEntries(oldestFirst(api).map((article) => [article.url, { ...article, ...relate(article) }]));
  });
  config.addCollection("lists", (api) => [
    ...cut(
      group(newestFirst(api), ({ topics }) => topics),
      { folder: "topics", kicker: "Topic", above: [["Topics", "topics/index.html"]] },
    ),
    ...cut(
      group(newestFirst(api), ({ section }) => [section]),
      { folder: "sections", kicker: "Section", above: [] },
    ),
    ...cut(
      group(newestFirst(api), ({ month }) => [month]),
      {
        ...{ folder: "months", kicker: "Archive", above: [["Archive", "months/index.html"]] },
        titleOf: (_name, [{ date }]) => monthOf(date),
      },
    ),
  ]);
  config.addCollection("newest", (api) => newestFirst(api).slice(0, PAGE));
  config.addCollection("newestPosts", (api) => api.getFilteredByTag("posts").slice(-PAGE).reverse());

  // What is the same again and again is made once.
  const navigations = new Map([undefined, ...SECTIONS].map((section) => [section, renderNavigation(section)]));
  const slugs = new Map();
  config.addShortcode("navigation", (section) => navigations.get(section));
  config.addFilter("slug", (name) => {
    if (!slugs.has(name)) slugs.set(name, slugOf(name));
    return slugs.get(name);
  });
  config.addFilter("graph", (article) => writeArticleGraph(article, slugOf(article.section)));
  config.addFilter("afterDateline", (content) => content.slice("<p>".length));
  config.addFilter("rssDate", (date) => new Date(date).toUTCString());
  return { dir: { includes: "_includes" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
