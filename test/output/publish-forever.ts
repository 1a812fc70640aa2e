/**
 * Run as a process of its own: publishes edition after edition into a desk until it is killed. At its start it finishes
 * what its forerunner left and checks that the output is exactly the edition that the settled state names.
 * Arguments: folder of the desk, first edition, `once` to stop after it.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acquireLock } from "../../src/output/lock.ts";
import { publishStaged } from "../../src/output/publish.ts";
import { recoverPublish } from "../../src/output/recover.ts";
import { differences, edition, readFiles, writeFiles } from "./small-site.ts";

const [folder = "", first = "0", once] = process.argv.slice(2);
const output = join(folder, "dist");
const cache = join(folder, "cache");
const staging = join(process.env.DATELINE_TEST_STAGING ?? cache, "staging");
const state = join(cache, "state");

/** Most of the time is to go by between two steps, so that most kills fall there. */
const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.5);

await acquireLock(join(cache, "lock"), { now: 0, waitMs: 20_000 });
const recovery = recoverPublish({ output, cache });
if (existsSync(join(output, "SHA256SUMS"))) {
  const stands = Number(readFileSync(state, "utf8"));
  const differing = differences(readFiles(output), edition(stands));
  assert.deepEqual(differing, [], `after recovery (${recovery}) the output is edition ${stands}`);
  assert.notEqual(recovery, "unknown");
} else if (existsSync(output)) {
  assert.deepEqual([...readFiles(output).keys()], [], "killed before the first publish, the output is empty");
}
process.stdout.write(`${recovery}\n`);
for (let number = Number(first); ; number++) {
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  writeFiles(staging, edition(number));
  writeFileSync(`${state}.next`, String(number));
  publishStaged({
    staging,
    output,
    cache,
    removals: "all-others",
    settle: [{ from: `${state}.next`, to: state }],
    now: 0,
    onStep: pause,
  });
  if (once !== undefined) break;
}
process.exit(0);
