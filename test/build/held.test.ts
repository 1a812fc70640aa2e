import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { compareOutputs } from "../edition/same-bytes.ts";
import { articleFile, openTinyNewsroom } from "./tiny-newsroom.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2031, 4, 6, 12);
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();

test("articles that are held when they come are taken by every build after them, and appear when their time has come", async (t) => {
  const newsroom = openTinyNewsroom(t, {
    "content/articles/2031/05/one.md": articleFile("One", at(-9), "tags: [Sea]\n"),
    "content/articles/2031/05/two.md": articleFile("Two", at(-8), "tags: [Sea]\n"),
  });
  await newsroom.build(NOW);
  newsroom.write("content/articles/2031/05/held.md", articleFile("Held", at(-1), `embargo: ${at(2)}\ntags: [Sea]\n`));
  newsroom.write("content/articles/2031/04/early.md", articleFile("Early", at(-700), "draft: true\n"));
  for (const hours of [0, 0, 1]) await newsroom.build(NOW + hours * HOUR);
  newsroom.write("content/articles/2031/05/next.md", articleFile("Next", at(1), `draft: true\ntags: [Sea]\n`));
  for (const hours of [1, 3, 3]) await newsroom.build(NOW + hours * HOUR);
  assert.ok(existsSync(join(newsroom.folders.output, "2031/05/06/held.html")));
  assert.deepEqual(compareOutputs(newsroom.folders.output, await newsroom.buildFresh(NOW + 3 * HOUR)), []);
});
