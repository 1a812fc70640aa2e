/** A script that only reads, renders and writes: `node bare.js CONTENT TEXTS OUTPUT`. No checks, no state, no relative links. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import yaml from "js-yaml";
import createParser from "markdown-it";
import { monthOf } from "../shared/printed-date.js";
import { makeRelater } from "../shared/related.js";
import { readTexts } from "../shared/texts.js";
import { makeArticlePage, makeShortPage, renderRelatedLine } from "./article.js";
import { renderFeed, renderSitemap } from "./feed.js";
import { slugOf } from "./frame.js";
import { makeListPage, renderFrontPage, renderLine } from "./list.js";

const PAGE = 50;
const [content, textFolder, output] = process.argv.slice(2);
const markdown = createParser({ html: false, typographer: true });
const texts = readTexts(textFolder);
const made = new Set();

function write(address, text) {
  const file = join(output, address);
  const folder = dirname(file);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  writeFileSync(file, text);
}

function read(file) {
  const text = readFileSync(file, "utf8");
  const end = text.indexOf("\n---", 3);
  const data = yaml.load(text.slice(4, end), { schema: yaml.FAILSAFE_SCHEMA });
  return { ...data, source: text.slice(end + 5) };
}

/** Articles stand in folders of years and months; an article looks back only, so that one month at a time is held. */
function* readMonths() {
  for (const year of readdirSync(content).sort()) {
    for (const month of readdirSync(join(content, year)).sort()) {
      const folder = join(content, year, month);
      const articles = readdirSync(folder).map((name) => read(join(folder, name)));
      yield articles.sort((one, other) => (one.date < other.date ? -1 : 1));
    }
  }
}

const renderArticle = makeArticlePage(texts);
const renderShort = makeShortPage(texts);
const renderList = makeListPage(texts);
const relate = makeRelater();
const articles = [];
const lists = new Map();
let newest = [];

function addTo(kind, name, title, article) {
  const key = `${kind}/${name}`;
  const list = lists.get(key);
  if (list === undefined) lists.set(key, { kind, title, articles: [article] });
  else list.articles.push(article);
}

for (const month of readMonths()) {
  for (const { source, ...article } of month) {
    const body = markdown.render(source);
    write(article.address, renderArticle(article, body, relate(article)));
    write(article.short, renderShort(article));
    article.relatedLine = renderRelatedLine(article);
    article.line = renderLine(article);
    articles.push(article);
    newest.push({ ...article, body });
    for (const topic of article.topics) addTo("topics", slugOf(topic), topic, article);
    addTo("sections", slugOf(article.section), article.section, article);
    addTo("months", article.month, monthOf(article.date), article);
  }
  newest = newest.slice(-PAGE);
}

for (const [name, { kind, title, articles: oldestFirst }] of lists) {
  const newestFirst = oldestFirst.reverse();
  const total = newestFirst.length;
  const pages = Math.ceil(total / PAGE);
  const addressOf = (page) => {
    if (page < 1 || page > pages) return undefined;
    return page === 1 ? `${name}.html` : `${name}/${page}.html`;
  };
  for (let page = 1; page <= pages; page++) {
    const address = addressOf(page);
    const around = { newer: addressOf(page - 1), older: addressOf(page + 1) };
    const part = newestFirst.slice((page - 1) * PAGE, page * PAGE);
    write(address, renderList({ kind, title, page, total, address, ...around, articles: part }));
  }
}
newest.reverse();
write("index.html", renderFrontPage(texts, newest));
write("feed.xml", renderFeed(newest));
write("sitemap.xml", renderSitemap(articles.reverse()));
