import { getCollection } from "astro:content";
import { clockOf, dayOf, minuteOf } from "../shared/printed-date.js";
import { makeRelater } from "../shared/related.js";
import { readTexts } from "../shared/texts.js";

const PAGE = 50;
export const NAME = "Northline Bench";
export const SITE = "https://northline.example/";
export const texts = readTexts("texts");
export const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
export const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** What is printed of an article elsewhere than on its own page. */
function tell({ data }) {
  const date = data.date.toISOString();
  return { ...data, date, minute: minuteOf(date), clock: clockOf(date), day: dayOf(date) };
}

async function readPosts() {
  const posts = await getCollection("posts");
  const oldestFirst = posts.sort((one, other) => one.data.date.valueOf() - other.data.date.valueOf());
  const relate = makeRelater();
  return oldestFirst.map(({ data, rendered }) => {
    const article = tell({ data });
    return { article, html: rendered.html, ...relate(article) };
  });
}

let posts;
/** All articles, oldest first, each with its text and with those that stand below it; put together once for all pages. */
export const oldestFirst = () => (posts ??= readPosts());
export const newestFirst = async () => (await oldestFirst()).map(({ article }) => article).reverse();

/** Lists in pages of 50: https://docs.astro.build/en/guides/routing/#nested-pagination */
export async function paginateBy(namesOf, paginate) {
  const groups = new Map();
  for (const article of await newestFirst()) {
    for (const name of namesOf(article)) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(article);
    }
  }
  return [...groups].flatMap(([name, articles]) =>
    paginate(articles, { params: { name: slugOf(name) }, props: { name }, pageSize: PAGE }),
  );
}

const SECTIONS = ["Culture", "Economy", "Politics", "Science", "Sport", "World"];

function renderNavigation(current) {
  const link = (section) =>
    `<li><a href="/sections/${slugOf(section)}.html"${section === current ? ' aria-current="true"' : ""}>${section}</a></li>`;
  return SECTIONS.map(link).join("");
}

/** By section, what is the same on all its pages. */
export const navigations = new Map([undefined, ...SECTIONS].map((section) => [section, renderNavigation(section)]));
