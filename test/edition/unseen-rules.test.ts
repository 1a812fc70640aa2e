import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { isInnerPath } from "../../src/article/parse.ts";
import { pageBeforeHead } from "../../src/edition/lists.ts";
import { articleFile, openTinyNewsroom } from "../build/tiny-newsroom.ts";

const NOW = Date.UTC(2031, 4, 6, 12);
const DAY = 86_400_000;

test("the page before a list's head has what the head has not, also where the last full page is the head's own", () => {
  const before = [1, 50, 51, 99, 100, 101, 149, 150, 151, 200].map(pageBeforeHead);
  assert.deepEqual(before, [undefined, undefined, 1, 1, 1, 2, 2, 2, 3, 3]);
});

test("a path below a folder has no way out of it, on any system", () => {
  for (const path of ["a.jpg", "a/b.jpg", "a b/ü.jpg"]) assert.ok(isInnerPath(path), path);
  for (const path of [
    "",
    "/a",
    "a/",
    "a//b",
    "../a",
    "a/../b",
    "./a",
    "a\\b",
    "..\\a",
    "c:a",
    "c:\\a",
    "a\u0000b",
    "a\nb",
  ])
    assert.ok(!isInnerPath(path), JSON.stringify(path));
});

test("a front page has its own language alone, the news two days, and an article four related ones", async (t) => {
  const at = (ago: number) => new Date(NOW - ago).toISOString();
  const story = (name: string, ago: number, front = "") => [
    `content/articles/2031/05/${name}.md`,
    articleFile(`Story ${name}`, at(ago), `tags: [Sea]\n${front}`),
  ];
  const newsroom = openTinyNewsroom(t, {
    "data/site.yaml": "title: The Tiny Post\nurl: https://tiny.example/\nlanguages: [en, ar]\n",
    ...Object.fromEntries([
      story("newest", DAY),
      story("arabic", DAY / 2, "lang: ar\n"),
      story("edge", 2 * DAY),
      story("older", 2 * DAY + 1000),
      ...[3, 4, 5, 6].map((days) => story(`old-${days}`, days * DAY)),
    ]),
  });
  await newsroom.build(NOW, { without: ["search", "links", "cards"] });
  const read = (name: string) => readFileSync(join(newsroom.folders.output, name), "utf8");
  assert.doesNotMatch(read("index.html"), /Story arabic/);
  assert.match(read("ar/index.html"), /Story arabic/);
  assert.doesNotMatch(read("ar/index.html"), /Story (?!arabic)/);
  const news = read("sitemaps/news.xml");
  assert.match(news, /Story edge/);
  assert.doesNotMatch(news, /Story older/);
  const related = /class="by-machine"[\s\S]*?<\/ul>/.exec(read("2031/05/05/newest.html"))?.[0] ?? "";
  assert.equal(related.match(/<li>/g)?.length, 4);
});
