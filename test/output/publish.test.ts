import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { Manifest } from "../../src/output/manifest.ts";
import { followOutput } from "../../src/output/output.ts";
import { phaseOf } from "../../src/output/order.ts";
import { type PublishOptions, publishStaged } from "../../src/output/publish.ts";
import { PublishError } from "../../src/output/publish-error.ts";
import { recoverPublish } from "../../src/output/recover.ts";
import { type Desk, differences, edition, openDesk, readFiles, writeFiles } from "./small-site.ts";

function desk(t: TestContext): Desk {
  const opened = openDesk();
  t.after(opened.remove);
  return opened;
}

function publish(at: Desk, files: ReadonlyMap<string, string>, more: Partial<PublishOptions> = {}) {
  recoverPublish(at);
  mkdirSync(at.staging, { recursive: true });
  writeFiles(at.staging, files);
  return publishStaged({ ...at, removals: "all-others", now: 0, ...more });
}

test("a first publish puts every file in place and lists it for sha256sum", (t) => {
  const at = desk(t);
  const files = edition(1);
  const done = publish(at, files);
  assert.deepEqual([...readFiles(at.output).keys()], [...files.keys()].sort());
  assert.equal(done.written.length, files.size);
  assert.equal(done.kept, 0);
  const said = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: at.output, encoding: "utf8" });
  assert.equal(said.match(/: OK$/gm)?.length, files.size);
  assert.equal(existsSync(at.staging), false);
});

test("a second publish writes what changed, removes what went, and leaves the times of the rest", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  const before = readFiles(at.output);
  const old = new Date("2001-02-03T04:05:06Z");
  for (const address of before.keys()) utimesSync(join(at.output, address), old, old);
  const after = edition(2);
  const done = publish(at, after);
  assert.deepEqual(readFiles(at.output), new Map([...after].sort(([a], [b]) => (a < b ? -1 : 1))));
  const differing = [...after].filter(([address, text]) => before.get(address) !== text).map(([address]) => address);
  assert.deepEqual([...done.written].sort(), differing.sort());
  assert.deepEqual([...done.removed].sort(), [...before.keys()].filter((address) => !after.has(address)).sort());
  assert.equal(done.kept, after.size - differing.length);
  for (const address of after.keys()) {
    const stood = statSync(join(at.output, address)).mtimeMs === old.getTime();
    assert.equal(stood, !differing.includes(address), address);
  }
  for (const folder of readdirSync(at.output, { recursive: true, withFileTypes: true })) {
    if (folder.isDirectory()) assert.notEqual(readdirSync(join(folder.parentPath, folder.name)).length, 0, folder.name);
  }
});

test("new files come before changed ones, and each in the order assets, articles, lists, front page", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  const known = new Set(readFiles(at.output).keys());
  const { written } = publish(at, edition(3));
  const rank = (address: string): number => (known.has(address) ? 10 : 0) + phaseOf(address);
  const ranks = written.map(rank);
  assert.deepEqual(
    ranks,
    [...ranks].sort((a, b) => a - b),
  );
  assert.equal(written.at(-1), "index.html");
});

test("a republish of a few files removes only what it is told to", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  const before = readFiles(at.output);
  const done = publish(at, new Map([["about.html", "new"]]), {
    removals: ["robots.txt", "never/was.html", "about.html"],
  });
  assert.deepEqual(done.written, ["about.html"]);
  assert.deepEqual(done.removed, ["robots.txt"]);
  assert.equal(done.kept, before.size - 1);
  assert.equal(Manifest.read(at.output)?.has("robots.txt"), false);
});

test("publishing the same bytes again touches nothing, not even the manifest", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  const before = statSync(join(at.output, "SHA256SUMS"));
  const done = publish(at, edition(1));
  assert.deepEqual(done.written, []);
  assert.equal(statSync(join(at.output, "SHA256SUMS")).ino, before.ino);
});

test("a page that someone deleted from the output is put back", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  execFileSync("rm", ["-r", join(at.output, "topics")]);
  publish(at, edition(1));
  assert.deepEqual(
    [...readFiles(at.output)],
    [...edition(1)].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
});

test("a page that someone changed in the output is mended with force", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  const page = join(at.output, "index.html");
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace("edition", "EDITION"));
  assert.deepEqual(publish(at, edition(1), { force: true }).written, ["index.html"]);
  assert.equal(readFileSync(page, "utf8"), text);
});

test("known hashes spare the reading of staged files", (t) => {
  const at = desk(t);
  publish(at, new Map([["a.html", "one"]]));
  const claimed = Manifest.read(at.output)?.hashOf("a.html");
  const done = publish(at, new Map([["a.html", "two"]]), { hashOf: () => claimed });
  assert.deepEqual(done.written, []);
  assert.equal(readFileSync(join(at.output, "a.html"), "utf8"), "one");
});

test("the state of the build is put in place only with the publish", (t) => {
  const at = desk(t);
  mkdirSync(at.cache, { recursive: true });
  const from = join(at.cache, "state.next");
  const to = join(at.cache, "state");
  writeFileSync(from, "1");
  publish(at, edition(1), { settle: [{ from, to }] });
  assert.equal(readFileSync(to, "utf8"), "1");
  writeFileSync(from, "2");
  publish(at, edition(1), { settle: [{ from, to }] });
  assert.equal(readFileSync(to, "utf8"), "2", "also where nothing else changed");
});

test("a folder that is not ours is refused, and with force its own files stay", (t) => {
  const at = desk(t);
  writeFiles(at.output, new Map([["thesis.txt", "years of work"]]));
  assert.throws(() => publish(at, edition(1)), /holds files that this program did not make[\s\S]*--force/);
  assert.deepEqual([...readFiles(at.output).keys()], ["thesis.txt"]);
  publish(at, edition(1), { force: true });
  publish(at, edition(2), {});
  assert.equal(readFileSync(join(at.output, "thesis.txt"), "utf8"), "years of work");
});

test("a foreign file in our folder stays, and is written over only with force", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  writeFiles(at.output, new Map([["owner-proof.html", "theirs"]]));
  publish(at, edition(2));
  assert.equal(readFileSync(join(at.output, "owner-proof.html"), "utf8"), "theirs");
  const clash = new Map([...edition(3), ["owner-proof.html", "ours"]]);
  assert.throws(() => publish(at, clash), /1 file\(s\) that this program did not make/);
  assert.equal(readFileSync(join(at.output, "owner-proof.html"), "utf8"), "theirs");
  publish(at, clash, { force: true });
  assert.equal(readFileSync(join(at.output, "owner-proof.html"), "utf8"), "ours");
});

test("an output with nothing but a version control folder is taken", (t) => {
  const at = desk(t);
  writeFiles(at.output, new Map([[".git/HEAD", "ref: refs/heads/pages\n"]]));
  publish(at, edition(1));
  publish(at, edition(2));
  assert.equal(existsSync(join(at.output, ".git/HEAD")), true);
});

test("a damaged manifest is named, and force compares every file anew", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  writeFileSync(join(at.output, "SHA256SUMS"), "not a table\n");
  assert.throws(() => publish(at, edition(2)), /table of the output is damaged[\s\S]*--mend/);
  publish(at, edition(2), { force: true });
  execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: at.output });
});

test("a file in place of the output folder is named", (t) => {
  const at = desk(t);
  writeFileSync(at.output, "");
  assert.throws(() => publish(at, edition(1)), /the output is a file/);
});

test("a link in staging is refused, and the output stays", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  const before = readFiles(at.output, true);
  mkdirSync(at.staging, { recursive: true });
  execFileSync("ln", ["-s", "/etc/passwd", join(at.staging, "secrets.html")]);
  assert.throws(() => publish(at, edition(2)), /only files and folders can be published/);
  assert.deepEqual(readFiles(at.output, true), before);
});

test("a publish that fails midway is taken back to the byte", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  const before = readFiles(at.output, true);
  const steps = { total: 0 };
  const count = openDesk();
  t.after(count.remove);
  publish(count, edition(1));
  publish(count, edition(2), { onStep: (_, total) => (steps.total = total) });
  assert.ok(steps.total > 40);
  for (let failing = 0; failing < steps.total; failing += 7) {
    const onStep = (done: number): void => {
      if (done === failing) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    };
    assert.throws(
      () => publish(at, edition(2), { onStep }),
      (error) => error instanceof PublishError && error.code === "ENOSPC" && /the disk is full/.test(error.message),
    );
    assert.deepEqual(readFiles(at.output, true), before, `failing at step ${failing}`);
    assert.equal(recoverPublish(at), "current");
  }
  publish(at, edition(2));
  assert.deepEqual([...readFiles(at.output).keys()], [...edition(2).keys()].sort());
});

test("the output is current after a publish, and unknown to another cache or after another build", (t) => {
  const at = desk(t);
  assert.equal(recoverPublish(at), "unknown");
  publish(at, edition(1));
  assert.equal(recoverPublish(at), "current");
  const other = { ...at, cache: join(at.folder, "other"), staging: join(at.folder, "other", "staging") };
  assert.equal(recoverPublish(other), "unknown");
  publish(other, edition(2));
  assert.equal(recoverPublish(at), "unknown");
});

test("an output that was copied and brought back is still current", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  execFileSync("cp", ["-r", at.output, `${at.output}.copy`]);
  execFileSync("rm", ["-r", at.output]);
  assert.equal(recoverPublish(at), "unknown");
  execFileSync("mv", [`${at.output}.copy`, at.output]);
  assert.equal(recoverPublish(at), "current");
});

test("files of every size are hashed as sha256sum does", (t) => {
  const at = desk(t);
  const sizes = [0, 1, 65_536, 262_143, 262_144, 262_145, 1_000_000];
  publish(at, new Map(sizes.map((size) => [`f${size}.txt`, "é".repeat(size >> 1) + "x".repeat(size & 1)])));
  const said = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: at.output, encoding: "utf8" });
  assert.equal(said.match(/: OK$/gm)?.length, sizes.length);
});

test("a publish gets by with few open files", (t) => {
  const at = desk(t);
  const publisher = new URL("publish-forever.ts", import.meta.url).pathname;
  const command = `ulimit -n 40 && exec "${process.execPath}" --import tsx "${publisher}" "${at.folder}" 5 once`;
  execFileSync("sh", ["-c", command]);
  assert.deepEqual(differences(readFiles(at.output), edition(5)), []);
});

test("a publish gives way to another one that came between its look at the output and its first step", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  const before = readFiles(at.output);
  const overtake = (): string | undefined => {
    utimesSync(join(at.output, "SHA256SUMS"), 1, 1);
    return undefined;
  };
  assert.throws(() => publish(at, edition(2), { hashOf: overtake }), /another build published meanwhile/);
  assert.deepEqual(differences(readFiles(at.output), before), []);
});

test("a marker that a cut-off publish left is cleared by the next build, also where its cache is lost and nothing changed", (t) => {
  const at = desk(t);
  publish(at, edition(1));
  writeFileSync(join(at.output, ".publishing"), "{}");
  publish(
    { ...at, cache: join(at.folder, "other-cache"), staging: join(at.folder, "other-cache/staging") },
    edition(1),
  );
  assert.deepEqual(
    readdirSync(at.output).filter((name) => name.startsWith(".publishing")),
    [],
  );
});

test("mending puts right what was changed, removed or damaged in an output of ours, the table too, and takes no other folder", (t) => {
  const at = desk(t);
  const files = edition(1);
  publish(at, files);
  writeFileSync(join(at.output, "index.html"), "changed by hand");
  unlinkSync(join(at.output, "robots.txt"));
  publish(at, files, { mend: true });
  assert.deepEqual(differences(readFiles(at.output), files), []);
  writeFileSync(join(at.output, "SHA256SUMS"), "not a table");
  publish(at, files, { mend: true });
  assert.deepEqual(differences(readFiles(at.output), files), []);
  const theirs = { ...at, output: join(at.folder, "theirs"), cache: join(at.folder, "their-cache") };
  mkdirSync(theirs.output);
  writeFileSync(join(theirs.output, "diary.txt"), "theirs");
  assert.throws(() => publish(theirs, files, { mend: true }), PublishError);
});

test("an output that is a symbolic link is followed once and told; one that leads to nothing is refused", (t) => {
  const at = desk(t);
  const notes: string[] = [];
  const link = join(at.folder, "link");
  mkdirSync(join(at.folder, "real"));
  symlinkSync(join(at.folder, "real"), link);
  assert.equal(
    followOutput(link, (note) => notes.push(note)),
    realpathSync(join(at.folder, "real")),
  );
  assert.match(notes.join(), /link is a symbolic link: the site is written to .*real/);
  assert.equal(
    followOutput(at.output, (note) => notes.push(note)),
    at.output,
  );
  assert.equal(notes.length, 1);
  symlinkSync(join(at.folder, "nowhere"), join(at.folder, "dangling"));
  assert.throws(() => followOutput(join(at.folder, "dangling"), () => {}), /symbolic link to what is not there/);
});
