import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { writeReutersNewsroom } from "../../bench/reuters-newsroom.ts";
import { readReuters } from "../../bench/reuters.ts";
import { build } from "../../src/build/build.ts";
import { checkDist, renderFinding } from "../../src/check/check-links.ts";

test("the Reuters records build with no error and no dead link", async (context) => {
  const records = readReuters();
  if (records === undefined) {
    context.skip("the Reuters records are not here");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "dateline-reuters-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const articles = writeReutersNewsroom(records, folder);
  const output = join(folder, "dist");
  const report = await build({
    folders: { content: join(folder, "content"), data: join(folder, "data"), output, cache: join(folder, "cache") },
    now: Date.UTC(1988, 0, 1),
    without: ["links"],
  });
  assert.equal(report.articles, articles);
  assert.deepEqual(checkDist(output, { url: "https://wire.example/" }).map(renderFinding), []);
});
