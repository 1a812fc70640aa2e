import assert from "node:assert/strict";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { UsageError } from "../../src/article/usage-error.ts";
import { loadNewsroom, makeEdition } from "../../src/build/newsroom-load.ts";
import { findLooseEnds } from "../../src/edition/loose-ends.ts";
import { PublishError } from "../../src/output/publish-error.ts";
import { compareOutputs } from "../edition/same-bytes.ts";
import { articleFile, openTinyNewsroom, type TinyNewsroom } from "./tiny-newsroom.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2031, 4, 6, 12);
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();
const SITE = { "data/site.yaml": "title: The Tiny Post\nurl: https://tiny.example/\n" };

async function check({ folders }: TinyNewsroom, now = NOW) {
  const loaded = await loadNewsroom({ folders, now, preview: true, full: true });
  return findLooseEnds(makeEdition(loaded, {}));
}
const read = ({ folders }: TinyNewsroom, address: string): string =>
  readFileSync(join(folders.output, address), "utf8");

test("a content or data folder that is not there is wrong usage, and takes nothing away", async (t) => {
  const newsroom = openTinyNewsroom(t, { "content/articles/2031/05/one.md": articleFile("One", at(-9)) });
  await newsroom.build(NOW);
  for (const name of ["content", "data"] as const) {
    const folders = { ...newsroom.folders, [name]: join(newsroom.folder, "nowhere") };
    await assert.rejects(
      newsroom.build(NOW, { folders }),
      (error) => error instanceof UsageError && /nowhere/.test(error.message),
    );
  }
  assert.ok(existsSync(join(newsroom.folders.output, "2031/05/06/one.html")));
});

function manyArticles(t: TestContext, count: number): TinyNewsroom {
  const numbers = Array.from({ length: count }, (_none, index) => index);
  return openTinyNewsroom(
    t,
    Object.fromEntries(
      numbers.map((number) => [
        `content/articles/2031/05/a${number}.md`,
        articleFile(`A ${number}`, at(-9), "tags: [Sea]\n"),
      ]),
    ),
  );
}

test("a build that would take away the last article is refused with the numbers until it is forced", async (t) => {
  const newsroom = manyArticles(t, 2);
  await newsroom.build(NOW);
  const { content, output } = newsroom.folders;
  renameSync(join(content, "articles"), join(content, "article"));
  for (const full of [false, true])
    await assert.rejects(
      newsroom.build(NOW, { full }),
      (error) => error instanceof PublishError && /no article, and would take away all 2/.test(error.message),
    );
  assert.ok(existsSync(join(output, "2031/05/06/a1.html")));
  assert.ok(read(newsroom, "index.html").includes("A 1"), "nothing of the refused build stands there");
  await newsroom.build(NOW, { force: true });
  assert.ok(!existsSync(join(output, "2031/05/06/a1.html")));
});

test("a build that would take away more than half of what stands is refused until it is forced", async (t) => {
  const newsroom = manyArticles(t, 60);
  await newsroom.build(NOW, { without: ["days"] });
  for (let number = 1; number < 60; number++) rmSync(join(newsroom.folders.content, `articles/2031/05/a${number}.md`));
  await assert.rejects(
    newsroom.build(NOW, { without: ["days"] }),
    (error) => error instanceof PublishError && /59 articles/.test(error.message),
  );
  assert.ok(existsSync(join(newsroom.folders.output, "2031/05/06/a59.html")));
  await newsroom.build(NOW, { without: ["days"], force: true });
  assert.deepEqual(compareOutputs(newsroom.folders.output, await newsroom.buildFresh(NOW, { without: ["days"] })), []);
});

test("an article whose date lies ahead waits for it, and build and check say so", async (t) => {
  const newsroom = openTinyNewsroom(t, {
    ...SITE,
    "content/articles/2031/05/one.md": articleFile("One", at(-9)),
    "content/articles/2031/05/ahead.md": articleFile("Ahead", at(2)),
    "content/articles/2031/05/day.md": articleFile("Day", "2031-05-07"),
  });
  const notes: string[] = [];
  const progress = { phase: () => undefined, step: () => undefined, note: (text: string) => notes.push(text) };
  await newsroom.build(NOW, { progress });
  assert.deepEqual(notes, ["2 articles wait until 14:00 GMT 6 May 2031, or longer."]);
  assert.ok(!existsSync(join(newsroom.folders.output, "2031/05/06/ahead.html")));
  assert.ok(!/Ahead|Day/.test(read(newsroom, "feeds/all-rss.xml") + read(newsroom, "index.html")));
  assert.deepEqual(
    (await check(newsroom)).map(({ file, line, key, fault }) => `${file}:${line} ${key} ${fault}`),
    [
      "articles/2031/05/ahead.md:3 date waits until its time has come",
      "articles/2031/05/day.md:3 date waits until its time has come",
    ],
  );
  await newsroom.build(NOW + 2 * HOUR);
  assert.ok(existsSync(join(newsroom.folders.output, "2031/05/06/ahead.html")));
});

test("where site.yaml says so, articles are shown ahead of their dates", async (t) => {
  const newsroom = openTinyNewsroom(t, {
    "data/site.yaml": "title: The Tiny Post\nfuture: publish\n",
    "content/articles/2031/05/ahead.md": articleFile("Ahead", at(2), `updated: ${at(3)}\n`),
  });
  await newsroom.build(NOW);
  assert.ok(read(newsroom, "2031/05/06/ahead.html").includes("Ahead"));
  assert.deepEqual(await check(newsroom), []);
});

test("updates and corrections that are dated ahead stay out of pages, feeds and sitemaps until then; a retraction counts at once", async (t) => {
  const front = [
    `updated: ${at(5)}`,
    `corrections: [{date: ${at(-1)}, kind: correction, text: The old one.}, {date: ${at(6)}, kind: correction, text: The next one.}]`,
  ].join("\n");
  const newsroom = openTinyNewsroom(t, {
    ...SITE,
    "content/articles/2031/05/one.md": articleFile("One", at(-9), `${front}\n`),
    "content/articles/2031/05/two.md": articleFile(
      "Two",
      at(-8),
      `retracted: {date: ${at(9000)}, reason: It was not so.}\n`,
    ),
  });
  await newsroom.build(NOW);
  const printed = () =>
    [
      "2031/05/06/one.html",
      "feeds/all-rss.xml",
      "feeds/corrections-rss.xml",
      "corrections.html",
      "sitemaps/2031-05.xml",
    ]
      .map((address) => read(newsroom, address))
      .join("");
  assert.ok(printed().includes("The old one."));
  assert.ok(!/The next one|2031-05-06T1[78]|2032/.test(printed()));
  assert.ok(!read(newsroom, "2031/05/06/two.html").includes("Text of Two"));
  assert.deepEqual(
    (await check(newsroom)).map(({ file, line, key, fault }) => `${file.slice(17)}:${line} ${key} ${fault}`),
    [
      "one.md:4 updated is later than now, and is left out until then",
      "one.md:5 corrections[1].date is later than now, and is left out until then",
      "two.md:4 retracted.date is later than now; the article counts as retracted already",
    ],
  );
  await newsroom.build(NOW + 7 * HOUR);
  assert.ok(printed().includes("The next one."));
  assert.deepEqual(compareOutputs(newsroom.folders.output, await newsroom.buildFresh(NOW + 7 * HOUR)), []);
});
