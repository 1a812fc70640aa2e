import assert from "node:assert/strict";
import test from "node:test";
import { listContents } from "../../src/archive/content-folder.ts";
import { describePassedOver } from "../../src/check/passed-over.ts";
import { articleFile, openTinyNewsroom } from "../build/tiny-newsroom.ts";

test("files below the content folder that no build reads are told, each with what to do", (t) => {
  const names = [
    "articles/2031/05/note.markdown",
    "articles/2031/05/A.MD",
    "articles/2031/05/a.md.txt",
    "articles/2031/05/a.docx",
    "articles/2031/05/a.jpg",
    "articles/2031/05/_later.md",
    "articles/2031/05/~a.md",
    "articles/_drafts/b.md",
    "pages/about.txt",
    "discussion/2031/05/a.yml",
    "article/2031/05/c.md",
    "loose.md",
  ];
  const newsroom = openTinyNewsroom(t, {
    "content/articles/2031/05/one.md": articleFile("One", "2031-05-06"),
    "content/media/_map.txt": "files below media/ are called by their names",
    "content/articles/2031/05/.hidden": "",
    ...Object.fromEntries(names.map((name) => [`content/${name}`, "x"])),
  });
  const contents = listContents(newsroom.folders.content);
  assert.deepEqual(
    Array.from(contents.articles, ({ path }) => path),
    ["articles/2031/05/one.md"],
  );
  assert.equal(contents.media.length, 1);
  assert.deepEqual(
    describePassedOver(contents.passedOver).map(({ file, instead }) => `${file} ${instead}`),
    [
      "article/ Put it below articles/, pages/, discussion/ or media/.",
      "articles/2031/05/A.MD Name it A.md.",
      "articles/2031/05/_later.md Rename it without _ or ~ when it is to be published.",
      "articles/2031/05/a.docx Take it over with `npm run import`.",
      "articles/2031/05/a.jpg Put it below media/.",
      "articles/2031/05/a.md.txt Name it a.md.",
      "articles/2031/05/note.markdown Name it note.md.",
      "articles/2031/05/~a.md Rename it without _ or ~ when it is to be published.",
      "articles/_drafts/ Rename it without _ or ~ when it is to be published.",
      "discussion/2031/05/a.yml Name it <slug>.yaml, or put it elsewhere.",
      "loose.md Put it below articles/, pages/, discussion/ or media/.",
      "pages/about.txt Name it about.md.",
    ],
  );
});
