/** What must hold before anything is published: the content is sound, the site builds, every link in it resolves. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "node:test";

const NEWSROOM = resolve(import.meta.dirname, "..");
const HOUSE = join(createRequire(import.meta.url).resolve("dateline/package.json"), "..");

function dateline(...words: string[]): void {
  const command = [join(HOUSE, "src/cli/dateline.js"), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: NEWSROOM, encoding: "utf8" });
  assert.equal(status, 0, `dateline ${words.join(" ")}\n${stdout}${stderr}`);
}

test("the content is sound", () => dateline("check"));

test("the site builds, whole and with every link resolved", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "newsroom-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const output = join(folder, "dist");
  dateline("build", "--quiet", "--output", output, "--cache", join(folder, "cache"));
  dateline("verify", "--output", output, "--links");
});
