/** A script that only reads, renders and writes: `node bare.js CONTENT OUTPUT`. No checks, no state, no relative links. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import yaml from "js-yaml";
import createParser from "markdown-it";

const PAGE = 50;
const [content, output] = process.argv.slice(2);
const markdown = createParser({ html: false, typographer: true });
const made = new Set();

function write(address, text) {
  const file = join(output, address);
  const folder = dirname(file);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  writeFileSync(file, text);
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const STYLE =
  "body{font:1.1rem/1.5 Georgia,serif;max-width:66ch;margin:auto;padding:1rem}header,footer{border-block:1px solid}";

const page = (title, description, address, main) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} – Northline Bench</title>
<meta name="description" content="${escape(description)}">
<link rel="canonical" href="https://northline.example/${address}">
<style>${STYLE}</style>
</head>
<body>
<header><a href="/index.html">Northline Bench</a></header>
<main>${main}</main>
<footer><a href="/sitemap.xml">Sitemap</a> <a href="/feed.xml">Feed</a></footer>
</body>
</html>
`;

const articles = [];
const lists = new Map();
for (const entry of readdirSync(content, { recursive: true })) {
  if (!entry.endsWith(".md")) continue;
  const text = readFileSync(join(content, entry), "utf8");
  const end = text.indexOf("\n---", 3);
  const data = yaml.load(text.slice(4, end), { schema: yaml.FAILSAFE_SCHEMA });
  const address = data.url.slice(1);
  const body = markdown.render(text.slice(end + 5));
  const { title, standfirst, date, byline, dateline, topics, desks, months, related } = data;
  const [short] = data.aliases;
  write(
    address,
    page(
      title,
      standfirst,
      address,
      `<article><h1>${escape(title)}</h1><p>${escape(standfirst)}</p><p><time datetime="${date}">${date.slice(0, 16)}</time> ${escape(byline)}</p><p>${escape(dateline)}</p>${body}<p><a href="/sections/${desks[0]}.html">${desks[0]}</a></p><ul>${topics.map((topic) => `<li><a href="/topics/${slugOf(topic)}.html">${escape(topic)}</a></li>`).join("")}</ul><ul>${related.map((other) => `<li><a href="/${other}">${other}</a></li>`).join("")}</ul><p><a href="${short}">${short}</a></p></article>`,
    ),
  );
  write(
    short.slice(1),
    `<!DOCTYPE html><html lang="en"><head><title>${escape(title)}</title><link rel="canonical" href="https://northline.example/${address}"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/${address}"></head></html>\n`,
  );
  const item = { title, standfirst, date, address };
  articles.push(item);
  const names = [...topics.map((topic) => `topics/${slugOf(topic)}`), `sections/${desks[0]}`, `months/${months[0]}`];
  for (const name of names) {
    if (!lists.has(name)) lists.set(name, []);
    lists.get(name).push(item);
  }
}

const newestFirst = (one, other) => (one.date < other.date ? 1 : -1);
const renderItems = (items) =>
  `<ul>${items.map(({ title, standfirst, date, address }) => `<li><time>${date.slice(0, 10)}</time> <a href="/${address}">${escape(title)}</a> ${escape(standfirst)}</li>`).join("")}</ul>`;
for (const [name, items] of lists) {
  items.sort(newestFirst);
  for (let at = 0; at < items.length; at += PAGE) {
    const address = at === 0 ? `${name}.html` : `${name}/${at / PAGE + 1}.html`;
    write(address, page(name, name, address, `<h1>${name}</h1>${renderItems(items.slice(at, at + PAGE))}`));
  }
}
articles.sort(newestFirst);
const newest = articles.slice(0, PAGE);
write("index.html", page("Newest", "", "index.html", renderItems(newest)));
write(
  "feed.xml",
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Northline Bench</title>${newest.map(({ title, address, date }) => `<entry><title>${escape(title)}</title><link href="https://northline.example/${address}"/><updated>${date}</updated></entry>`).join("")}</feed>\n`,
);
write(
  "sitemap.xml",
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${articles.map(({ address, date }) => `<url><loc>https://northline.example/${address}</loc><lastmod>${date}</lastmod></url>`).join("")}</urlset>\n`,
);
