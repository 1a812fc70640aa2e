import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { acquireLock, isAlive, selfHolder } from "../../src/output/lock.ts";
import { openDesk } from "./small-site.ts";

function lockPath(t: TestContext): string {
  const desk = openDesk();
  t.after(desk.remove);
  return join(desk.folder, "cache", "lock");
}

test("a second build is told who holds the lock", async (t) => {
  const path = lockPath(t);
  const lock = await acquireLock(path, { now: Date.UTC(2031, 0, 15, 6) });
  await assert.rejects(acquireLock(path, { now: 0 }), (error: Error) => {
    assert.match(
      error.message,
      new RegExp(`another build is at work \\(process ${process.pid}, since 2031-01-15T06:00`),
    );
    assert.match(error.message, /build again/);
    return true;
  });
  lock.release();
  assert.equal(existsSync(path), false);
  lock.release();
  (await acquireLock(path, { now: 0 })).release();
});

test("a second build waits until the first is done", async (t) => {
  const path = lockPath(t);
  const first = await acquireLock(path, { now: 0 });
  const waits: string[] = [];
  const second = acquireLock(path, { now: 0, waitMs: 5_000, onWait: (holder) => waits.push(holder) });
  await sleep(150);
  assert.equal(waits.length, 1);
  first.release();
  (await second).release();
});

test("the lock of a dead process is taken over at once, also where its number is used again", async (t) => {
  const path = lockPath(t);
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  for (const holder of [
    { ...selfHolder(0), pid: dead },
    { ...selfHolder(0), started: "another boot/1" },
  ]) {
    (await acquireLock(path, { now: 0 })).release();
    writeFileSync(path, `${JSON.stringify(holder)}\n`);
    const lock = await acquireLock(path, { now: 0 });
    assert.equal(JSON.parse(readFileSync(path, "utf8")).id, lock.holder.id);
    lock.release();
  }
});

test("a process on another machine counts as running", () => {
  assert.equal(isAlive({ ...selfHolder(0), host: `not-${hostname()}`, pid: 999_999_999 }), true);
  assert.equal(isAlive({ ...selfHolder(0), pid: 999_999_999 }), false);
  assert.equal(isAlive(selfHolder(0)), true);
});

test("an unreadable lock is taken over when it is older than two seconds", async (t) => {
  const path = lockPath(t);
  (await acquireLock(path, { now: 0 })).release();
  writeFileSync(path, "");
  await assert.rejects(acquireLock(path, { now: 0 }), /another build/);
  (await acquireLock(path, { now: 0, waitMs: 5_000 })).release();
});

test("of twenty that ask at once, each holds the lock alone", async (t) => {
  const path = lockPath(t);
  let holding = 0;
  const worked = Array.from({ length: 20 }, async () => {
    const lock = await acquireLock(path, { now: 0, waitMs: 20_000 });
    assert.equal(++holding, 1);
    await sleep(2);
    holding--;
    lock.release();
  });
  await Promise.all(worked);
});
