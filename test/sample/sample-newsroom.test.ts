import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { before } from "node:test";
import type { Article } from "../../src/article/article.ts";
import { selectReferences } from "../../src/article/body.ts";
import { splitFrontMatter } from "../../src/article/front-matter.ts";
import { parseArticle } from "../../src/article/parse.ts";
import { renderProblem } from "../../src/article/problem.ts";
import { FRONT_MATTER_KEYS } from "../../src/article/schema.ts";
import { parseDiscussion } from "../../src/archive/discussion.ts";
import type { Newsroom } from "../../src/newsroom/newsroom.ts";
import { readNewsroom } from "../../src/newsroom/newsroom-files.ts";
import { SAMPLE_IS_MISSING, testSample as test } from "./sample-test.ts";

const house = path.join(import.meta.dirname, "../..");
const content = path.join(house, "src/content");

function files(folder: string, ending: string): string[] {
  const names = readdirSync(path.join(content, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(ending)).sort();
}

function readSampleNewsroom(): Newsroom {
  const read = readNewsroom(path.join(house, "_data"), path.join(house, "_data/strings"));
  assert.ok("newsroom" in read, "problems" in read ? read.problems.map(renderProblem).join("\n") : "");
  return read.newsroom;
}

function readSampleArticles(newsroom: Newsroom): Article[] {
  const topics = newsroom.topics.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((each) => [each, name] as const),
  );
  const context = {
    ...newsroom.site,
    sections: new Map((newsroom.sections ?? []).map(({ slug }) => [slug, slug])),
    topics: new Map(topics.map(([each, name]) => [each.toLowerCase(), name])),
  };
  return files("articles", ".md").map((name) => {
    const parsed = parseArticle(readFileSync(path.join(content, "articles", name)), `articles/${name}`, context);
    assert.ok("article" in parsed, "problems" in parsed ? parsed.problems.map(renderProblem).join("\n") : "");
    return parsed.article;
  });
}

let newsroom: Newsroom;
let articles: Article[] = [];
let paths = new Set<string>();

before(() => {
  if (SAMPLE_IS_MISSING !== false) return;
  newsroom = readSampleNewsroom();
  articles = readSampleArticles(newsroom);
  paths = new Set(articles.map((article) => article.path));
});

test("the sample newsroom has a day and its archive in three languages, one of them right to left", () => {
  assert.ok(articles.length >= 50, String(articles.length));
  for (const lang of ["en", "es", "ar"])
    assert.ok(articles.filter((article) => article.lang === lang).length >= 7, lang);
  const years = new Set(articles.map(({ publishedAt }) => new Date(publishedAt).getUTCFullYear()));
  assert.ok(years.size >= 7, [...years].join(" "));
});

test("between them the articles use every key of the front matter", () => {
  const used = new Set<string>();
  for (const name of files("articles", ".md")) {
    const split = splitFrontMatter(readFileSync(path.join(content, "articles", name)), name);
    if ("data" in split && typeof split.data === "object" && split.data !== null) {
      for (const key of Object.keys(split.data)) used.add(key);
    }
  }
  assert.deepEqual(
    FRONT_MATTER_KEYS.filter((key) => !used.has(key)),
    [],
  );
});

test("related headlines appear in all their forms, one of them without a match", () => {
  const related = articles.flatMap((article) => article.related);
  const titles = new Set(articles.map(({ title }) => title));
  const headlines = related.flatMap((entry) => (entry.kind === "headline" ? [titles.has(entry.title)] : []));
  assert.ok(headlines.includes(true) && headlines.includes(false));
  assert.ok(related.some((entry) => entry.kind === "link" && entry.title === undefined));
  assert.ok(related.some((entry) => entry.kind === "link" && entry.source !== undefined));
  for (const entry of related) if (entry.kind === "path") assert.ok(paths.has(entry.path), entry.path);
});

test("every article that a text links to or translates is there", () => {
  for (const { path: from, body, lang, translates } of articles) {
    for (const link of selectReferences(body, lang).links) assert.ok(paths.has(link), `${from}: ${link}`);
    if (translates !== undefined) assert.ok(paths.has(translates), `${from}: ${translates}`);
  }
  for (const lead of Object.values(newsroom.lead)) assert.ok(paths.has(lead), lead);
});

test("every picture, sound and transcript is there, none above its size, and none is left over", () => {
  const wanted = new Set(["logo.png", ...newsroom.authors.flatMap(({ portrait }) => portrait ?? [])]);
  for (const { image, audio, body, lang } of articles) {
    for (const src of [image?.src, audio?.src, audio?.transcript]) if (src !== undefined) wanted.add(src);
    for (const { src } of selectReferences(body, lang).images) wanted.add(src);
  }
  const present = readdirSync(path.join(content, "media"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(content, "media"), path.join(entry.parentPath, entry.name)));
  assert.deepEqual(present.sort(), [...wanted].sort());
  for (const src of present) {
    assert.ok(statSync(path.join(content, "media", src)).size <= (src.endsWith(".mp3") ? 300_000 : 200_000), src);
  }
});

test("every discussion belongs to an article, and its ids are its own", () => {
  for (const name of files("discussion", ".yaml")) {
    assert.ok(paths.has(name.slice(0, -5)), name);
    const text = readFileSync(path.join(content, "discussion", name), "utf8");
    const parsed = parseDiscussion({ text, file: name, linesBefore: 0 }, newsroom.site.timeZone);
    assert.ok("comments" in parsed, "problems" in parsed ? parsed.problems.map(renderProblem).join("\n") : "");
    const ids: string[] = [];
    const visit = (comments: typeof parsed.comments): void => {
      for (const { id, replies } of comments) {
        ids.push(id);
        visit(replies);
      }
    };
    visit(parsed.comments);
    assert.equal(new Set(ids).size, ids.length, name);
  }
});
