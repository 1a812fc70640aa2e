import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { LAUNCHER } from "../../src/newsroom/folders.ts";
import { publishStaged } from "../../src/output/publish.ts";
import { hashFile } from "../../src/output/staging.ts";
import { edition, openDesk, writeFiles } from "./small-site.ts";

function published(t: TestContext): string {
  const desk = openDesk();
  t.after(desk.remove);
  mkdirSync(desk.staging, { recursive: true });
  writeFiles(desk.staging, edition(1));
  publishStaged({ ...desk, removals: [], now: 0 });
  return desk.output;
}

function verify(...words: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  return spawnSync(process.execPath, [LAUNCHER, "verify", ...words], { encoding: "utf8" });
}

test("an output as it was built is found so", (t) => {
  const output = published(t);
  const { status, stdout } = verify("--output", output);
  assert.match(stdout, new RegExp(`${edition(1).size} files listed, all as they were built`));
  assert.equal(status, 0);
});

test("a missing, a changed and a strange file are each named", (t) => {
  const output = published(t);
  rmSync(join(output, "robots.txt"));
  writeFileSync(join(output, "index.html"), "something else");
  writeFiles(
    output,
    new Map([
      ["topics/strange.html", ""],
      [".git/config", ""],
    ]),
  );
  const plain = verify("--output", output);
  assert.equal(plain.status, 1);
  assert.match(plain.stdout, /^missing: robots.txt$/m);
  assert.match(plain.stdout, /^changed since it was built: index.html$/m);
  assert.match(plain.stdout, /^not made by a build: topics\/strange.html$/m);
  assert.doesNotMatch(plain.stdout, /\.git/);
  const found = JSON.parse(verify("--output", output, "--json").stdout);
  assert.deepEqual(found.missing, ["robots.txt"]);
  assert.deepEqual(found.changed, ["index.html"]);
  assert.deepEqual(found.extra, ["topics/strange.html"]);
});

test("an interrupted publish is said, and a folder without a table is refused", (t) => {
  const output = published(t);
  writeFileSync(join(output, ".publishing"), "{}");
  const { status, stdout } = verify("--output", output);
  assert.equal(status, 1);
  assert.match(stdout, /npm run build finishes it/);
  rmSync(join(output, "SHA256SUMS"));
  const bare = verify("--output", output);
  assert.equal(bare.status, 1);
  assert.match(bare.stderr, /has no SHA256SUMS/);
});

test("links are checked on request", (t) => {
  const output = published(t);
  const sound = verify("--output", output, "--links");
  assert.match(sound.stdout, /^every link resolves$/m);
  assert.equal(sound.status, 0);
  const address = "https://paper.example/x.html";
  writeFileSync(join(output, "index.html"), `<a href="nowhere.html">x</a><a href="${address}">y</a>`);
  const { status, stdout } = verify("--output", output, "--links", "--url", "https://paper.example");
  assert.equal(status, 1);
  assert.match(stdout, /^index.html:1: "nowhere.html" leads to nowhere.html, which is not in the site$/m);
  assert.match(stdout, /^index.html:1: "https:\/\/paper.example\/x.html" names the site's own page in full/m);
  assert.equal(JSON.parse(verify("--output", output, "--links", "--json").stdout).links.length, 1);
});

test("help is printed, and wrong usage ends with status 2", () => {
  assert.match(verify("--help").stdout, /--output DIR/);
  assert.equal(verify("--help").status, 0);
  for (const words of [["--ouput", "x"], ["stray"], ["--output", ""]])
    assert.equal(verify(...words).status, 2, words.join(" "));
});

test("the sum of a file of any size is its SHA-256, also where it is read piece by piece", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-sum-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "file");
  for (const size of [0, 1, 262_143, 262_144, 262_145, 700_001]) {
    const content = Buffer.alloc(size, "a piece of news; ");
    writeFileSync(path, content);
    assert.equal(hashFile(path), createHash("sha256").update(content).digest("hex"), String(size));
  }
});
