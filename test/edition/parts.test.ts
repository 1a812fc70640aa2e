import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { writeArchive } from "../../bench/archive.ts";
import { build } from "../../src/build/build.ts";
import { compareOutputs } from "./same-bytes.ts";

const NOW = Date.UTC(2026, 0, 2);
const PARTS = 3;
const TABLE = "SHA256SUMS";

test("the parts of a site, put together, are byte for byte the site that one build makes", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-parts-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  writeArchive({ folder, articles: 60, words: 40, firstYear: 2022, seed: 5 });
  const folders = (name: string) => ({
    content: join(folder, "content"),
    data: join(folder, "data"),
    output: join(folder, name),
    cache: join(folder, `${name}-cache`),
  });
  await build({ folders: folders("whole"), now: NOW });

  const together = join(folder, "together");
  const lines: string[] = [];
  for (let index = 1; index <= PARTS; index++) {
    const own = folders(`part-${index}`);
    const { written } = await build({ folders: own, now: NOW, part: { index, of: PARTS } });
    assert.ok(written.filter((address) => /^\d{4}\//.test(address)).length === 60 / PARTS, `part ${index}`);
    lines.push(...readFileSync(join(own.output, TABLE), "utf8").split("\n").filter(Boolean));
    cpSync(own.output, together, { recursive: true });
  }
  const addressOf = (line: string) => line.slice(66);
  lines.sort((one, other) => (addressOf(one) < addressOf(other) ? -1 : 1));
  writeFileSync(join(together, TABLE), `${lines.join("\n")}\n`);
  assert.deepEqual(compareOutputs(together, folders("whole").output), []);

  const first = folders("part-1");
  await build({ folders: first, now: NOW });
  assert.deepEqual(compareOutputs(first.output, folders("whole").output), [], "a build after a part makes the whole");
});
