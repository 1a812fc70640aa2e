import assert from "node:assert/strict";
import { readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { compareOutputs } from "../edition/same-bytes.ts";
import { articleFile, openTinyNewsroom } from "./tiny-newsroom.ts";

const NOW = Date.UTC(2031, 4, 6, 12);

test("an edit that keeps a file's size and time, as rsync and restored caches make them, is published", async (t) => {
  const article = "content/articles/2031/05/one.md";
  const talk = "content/discussion/2031/05/one.yaml";
  const drawing = "content/media/map.svg";
  const before = {
    [article]: articleFile("Alpha", "2031-05-06", "image: {src: map.svg, alt: A map}\n"),
    [talk]: "- {author: Ana, date: 2031-05-06T10:00Z, text: Alpha}\n",
    [drawing]: `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><title>Alpha</title></svg>`,
  };
  const newsroom = openTinyNewsroom(t, before);
  await newsroom.build(NOW);
  for (const [path, text] of Object.entries(before)) {
    const file = join(newsroom.folder, path);
    const { atime, mtime, size } = statSync(file);
    newsroom.write(path, text.replaceAll("Alpha", "Omega"));
    utimesSync(file, atime, mtime);
    assert.deepEqual([statSync(file).size, statSync(file).mtime], [size, mtime]);
  }
  await newsroom.build(NOW);
  assert.match(readFileSync(join(newsroom.folders.output, "index.html"), "utf8"), /Omega/);
  assert.deepEqual(compareOutputs(newsroom.folders.output, await newsroom.buildFresh(NOW)), []);
});
