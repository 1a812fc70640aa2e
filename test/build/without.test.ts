import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { writeArchive } from "../../bench/archive.ts";
import { EDITION_PARTS } from "../../src/edition/edition-part.ts";
import { type BuildPart, build } from "../../src/build/build.ts";
import { compareOutputs } from "../edition/same-bytes.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
/** Files of each part. */
const SHAPES = {
  data: /^archive\/\d{4}\/\d{2}\.json$/,
  cards: /^media\/cards\//,
  days: /^archive\/on\//,
  places: /^places\//,
} as const;
/** What pages say of each part, in links or in their heads. */
const TRACES = {
  data: /href="\d{2}\.json"/,
  cards: /og:image/,
  days: /archive\/on\//,
  places: /places\//,
} as const;

test("what a build goes without leaves no file and no link, and comes back whole with the next build", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-without-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeArchive({ folder, articles: 60, words: 40, firstYear: 2024 });
  const at = (name: string) => ({
    content: join(folder, "content"),
    data: join(folder, "data"),
    output: join(folder, name),
    cache: join(folder, `${name}-cache`),
  });
  const run = (name: string, without: readonly BuildPart[]) =>
    build({ folders: at(name), now: NOW, without: ["search", ...without] });
  const list = (name: string) =>
    readdirSync(join(folder, name), { recursive: true, encoding: "utf8" }).filter((file) => file.includes("."));
  const pages = (name: string) =>
    list(name).flatMap((file) =>
      file.endsWith(".html") || file.startsWith("sitemaps/") ? [readFileSync(join(folder, name, file), "utf8")] : [],
    );
  await run("whole", []);
  for (const part of EDITION_PARTS) {
    assert.ok(
      list("whole").some((file) => SHAPES[part].test(file)),
      `${part} is there to be left out`,
    );
    assert.ok(
      pages("whole").some((text) => TRACES[part].test(text)),
      `pages say something of ${part}`,
    );
  }
  // The check of links, which is on, throws where one leads to what was left out.
  await run("dist", EDITION_PARTS);
  for (const part of EDITION_PARTS) {
    assert.deepEqual(
      list("dist").filter((file) => SHAPES[part].test(file)),
      [],
    );
    assert.ok(!pages("dist").some((text) => TRACES[part].test(text)), `no page says anything of ${part}`);
  }
  await run("dist", []);
  assert.deepEqual(compareOutputs(join(folder, "dist"), join(folder, "whole")), []);
  await run("dist", ["days", "data"]);
  await run("fresh", ["days", "data"]);
  assert.deepEqual(compareOutputs(join(folder, "dist"), join(folder, "fresh")), []);
});
