import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { ProblemError } from "../../src/article/problem.ts";
import { build } from "../../src/build/build.ts";
import { writeEditedNewsroom } from "./edited-newsroom.ts";
import { makeEdits } from "./random-edits.ts";
import { compareOutputs } from "./same-bytes.ts";

/** Edits in `npm test`, several between two builds; `npm run bench -- --edits N` compares after each of them. */
const EDITS = Number(process.env.DATELINE_EDITS ?? 60);
const AT_ONCE = Number(process.env.DATELINE_EDITS_AT_ONCE ?? 4);
const SEED = Number(process.env.DATELINE_SEED ?? 11);
const START = Date.UTC(2026, 2, 2, 12);

test(`after ${EDITS} random edits, ${AT_ONCE} at a time, a republish gives byte for byte what a full build gives`, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-edits-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await writeEditedNewsroom(folder, SEED, START);
  const folders = {
    content: join(folder, "content"),
    data: join(folder, "data"),
    packages: join(folder, "packages"),
    output: join(folder, "dist"),
    cache: join(folder, "cache"),
  };
  const full = { ...folders, output: join(folder, "full"), cache: join(folder, "full-cache") };
  const edits = makeEdits(folder, SEED, START);
  const history: string[] = [];
  let compared = 0;
  let refused = 0;
  await build({ folders, now: START });
  for (let count = 0; count < EDITS; count += AT_ONCE) {
    edits.begin();
    const made = Array.from({ length: AT_ONCE }, () => edits.next());
    history.push(made.join(" + "));
    const options = { now: edits.now(), ...edits.wishes };
    // What it draws of words and pictures is named by its content and may be kept; what it knows may not.
    for (const path of [full.output, join(full.cache, "state"), join(full.cache, "published.json")])
      rmSync(path, { recursive: true, force: true });
    try {
      await build({ ...options, folders: full });
    } catch (error) {
      // Edits may make twins, or take away what others name, which both builds must refuse.
      if (!(error instanceof ProblemError)) throw new Error(`after ${history.at(-1)}`, { cause: error });
      await assert.rejects(build({ ...options, folders }), ProblemError, `after ${history.at(-1)}`);
      edits.undo();
      refused++;
      continue;
    }
    // A site's own language or address may change, which moves more than half of what stands there.
    await build({ ...options, folders, force: true }).catch((error: unknown) => {
      throw new Error(`after ${history.at(-1)}`, { cause: error });
    });
    compared++;
    assert.deepEqual(compareOutputs(folders.output, full.output), [], `after: ${history.slice(-3).join("; ")}`);
  }
  assert.ok(compared > refused, `only ${compared} of ${compared + refused} rounds left a newsroom that builds`);
});
