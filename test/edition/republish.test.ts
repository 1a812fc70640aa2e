import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "node:test";
import { writeArchive } from "../../bench/archive.ts";
import { ProblemError } from "../../src/article/problem.ts";
import { build } from "../../src/build/build.ts";
import { makeEdits } from "./random-edits.ts";
import { compareOutputs } from "./same-bytes.ts";

/** Edits in `npm test`; `npm run bench` makes 300. */
const EDITS = Number(process.env.DATELINE_EDITS ?? 14);
const SEED = Number(process.env.DATELINE_SEED ?? 11);
const START = Date.UTC(2026, 0, 2);
const STRINGS = resolve(import.meta.dirname, "../../_data/strings");

test(`after each of ${EDITS} random edits a republish gives byte for byte what a full build gives`, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-edits-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  writeArchive({ folder, articles: 110, words: 60, firstYear: 2019, seed: SEED });
  mkdirSync(join(folder, "data/strings"), { recursive: true });
  for (const lang of ["en", "ar"]) cpSync(join(STRINGS, `${lang}.yaml`), join(folder, "data/strings", `${lang}.yaml`));
  const site = join(folder, "data/site.yaml");
  const { appendFileSync } = await import("node:fs");
  appendFileSync(site, "languages: [en, ar]\ntagline: First\n");
  const folders = {
    content: join(folder, "content"),
    data: join(folder, "data"),
    output: join(folder, "dist"),
    cache: join(folder, "cache"),
  };
  const edits = makeEdits(folder, SEED, START);
  await build({ folders, now: START });
  const history: string[] = [];
  let compared = 0;
  for (let count = 0; count < EDITS; count++) {
    history.push(edits.next());
    const now = edits.now();
    const full = { ...folders, output: join(folder, "full"), cache: join(folder, "full-cache") };
    rmSync(full.output, { recursive: true, force: true });
    rmSync(full.cache, { recursive: true, force: true });
    try {
      await build({ folders: full, now });
    } catch (error) {
      // An edit may make twins, which both builds must refuse.
      assert.ok(error instanceof ProblemError, history.at(-1));
      assert.ok(
        error.problems.every(({ file }) => /^(articles|discussion)\//.test(file)),
        error.message,
      );
      await assert.rejects(build({ folders, now }), ProblemError);
      history.push("undone by deleting what was refused");
      for (const { file } of error.problems) rmSync(join(folder, "content", file), { force: true });
      continue;
    }
    await build({ folders, now });
    compared++;
    const differences = compareOutputs(folders.output, full.output);
    assert.deepEqual(differences, [], `after: ${history.join(", ")}`);
  }
  assert.ok(
    compared * 2 > EDITS,
    `only ${compared} of ${EDITS} edits left a newsroom that builds: ${history.join(", ")}`,
  );
});
