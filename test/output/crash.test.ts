import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { readThrough } from "./reader.ts";
import { differences, edition, openDesk, readFiles, writeFiles } from "./small-site.ts";

/** How often the publisher is killed; `DATELINE_KILLS=100` for the long run. */
const KILLS = Number(process.env.DATELINE_KILLS ?? 12);
const PUBLISHER = new URL("publish-forever.ts", import.meta.url).pathname;

function start(folder: string, number: number, more: readonly string[] = [], staging?: string): ChildProcess {
  const env = { ...process.env, ...(staging === undefined ? {} : { DATELINE_TEST_STAGING: staging }) };
  const child = spawn(process.execPath, ["--import", "tsx", PUBLISHER, folder, String(number), ...more], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  child.stderr?.on("data", (data) => process.stderr.write(data));
  return child;
}

/** Numbers in [0, 1), the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function killAgainAndAgain(folder: string, staging?: string): Promise<Map<string, number>> {
  const output = join(folder, "dist");
  const random = seeded(20_310_115);
  const outcomes = new Map<string, number>();
  let number = 1;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = start(folder, number, [], staging);
    const exited = once(child, "exit");
    const [said] = child.stdout === null ? [""] : await Promise.race([once(child.stdout, "data"), exited]);
    const recovery = String(said).trim();
    outcomes.set(recovery, (outcomes.get(recovery) ?? 0) + 1);
    assert.match(recovery, /^(current|finished|undone|unknown)$/, "the next run came up");
    const killing = sleep(15 + random() * 160).then(() => child.kill("SIGKILL"));
    while (child.exitCode === null && child.signalCode === null) {
      if (existsSync(join(output, "index.html"))) assert.deepEqual(readThrough(output).faults, []);
      await sleep(1);
    }
    await Promise.all([killing, exited]);
    assert.equal(child.signalCode, "SIGKILL");
    if (existsSync(join(output, "index.html")))
      assert.deepEqual(readThrough(output).faults, [], "right after the kill");
    number += 10;
  }
  const last = start(folder, number, ["once"], staging);
  const [status] = await once(last, "exit");
  assert.equal(status, 0);
  assert.deepEqual(differences(readFiles(output), edition(number)), []);
  execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: output });
  return outcomes;
}

test(`killed at ${KILLS} random moments, no reader sees a torn file or a dead link, and the next run completes`, async (t) => {
  const desk = openDesk();
  t.after(desk.remove);
  const outcomes = await killAgainAndAgain(desk.folder);
  t.diagnostic([...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", "));
});

test(
  "the same with staging on another disk",
  {
    skip: existsSync("/dev/shm") ? false : "no second disk here",
  },
  async (t) => {
    const desk = openDesk();
    const away = openDesk("/dev/shm");
    t.after(() => {
      desk.remove();
      away.remove();
    });
    const outcomes = await killAgainAndAgain(desk.folder, away.folder);
    t.diagnostic([...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", "));
  },
);

test("the reader of these tests does notice a torn file and a dead link", (t) => {
  const desk = openDesk();
  t.after(desk.remove);
  const files = edition(1);
  writeFiles(desk.output, files);
  assert.deepEqual(readThrough(desk.output).faults, []);
  assert.equal(readThrough(desk.output).pages, files.size - 1, "all but robots.txt");
  const article = [...files.keys()].find((address) => address.startsWith("2031/")) ?? "";
  writeFileSync(join(desk.output, article), files.get(article)?.slice(0, -1) ?? "");
  assert.deepEqual(readThrough(desk.output).faults, [`${article} is torn`]);
  rmSync(join(desk.output, article));
  assert.match(readThrough(desk.output).faults.join("\n"), new RegExp(`links to ${article}, which is not there`));
});

test("two builds at once: one waits for the other, and the output is one whole edition", async (t) => {
  const desk = openDesk();
  t.after(desk.remove);
  const builds = [1, 2, 3].map((number) => start(desk.folder, number, ["once"]));
  const statuses = await Promise.all(builds.map(async (build) => (await once(build, "exit"))[0]));
  assert.deepEqual(statuses, [0, 0, 0]);
  const stands = Number(readFileSync(join(desk.cache, "state"), "utf8"));
  assert.deepEqual(differences(readFiles(desk.output), edition(stands)), []);
});

test("a publish whose cache was lost is mended by the next full one", async (t) => {
  const desk = openDesk();
  t.after(desk.remove);
  const { recoverPublish } = await import("../../src/output/recover.ts");
  const { publishStaged } = await import("../../src/output/publish.ts");
  const publish = (number: number, onStep?: (done: number) => void): void => {
    recoverPublish(desk);
    mkdirSync(desk.staging, { recursive: true });
    writeFiles(desk.staging, edition(number));
    publishStaged({ ...desk, removals: "all-others", now: 0, ...(onStep === undefined ? {} : { onStep }) });
  };
  publish(1);
  const torn = join(desk.folder, "torn");
  publish(2, (done) => {
    if (done === 30) execFileSync("cp", ["-r", desk.output, torn]);
  });
  // As a kill would leave it: half of edition 2 in place, the marker naming a process that is gone, no cache.
  rmSync(desk.output, { recursive: true });
  rmSync(desk.cache, { recursive: true });
  execFileSync("mv", [torn, desk.output]);
  const marker = join(desk.output, ".publishing");
  writeFileSync(marker, readFileSync(marker, "utf8").replace(/"pid":\d+/, '"pid":999999999'));
  assert.equal(recoverPublish(desk), "unknown");
  publish(2);
  assert.deepEqual(differences(readFiles(desk.output), edition(2)), []);
});
