import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { writeArchive } from "../../bench/archive.ts";
import { LAUNCHER } from "../../src/newsroom/folders.ts";
import { PublishError, publishErrorOf } from "../../src/output/publish-error.ts";
import { openDesk } from "./small-site.ts";

const SCENE = new URL("disk-scene.ts", import.meta.url).pathname;
const NAMESPACE = process.getuid?.() === 0 ? ["--mount"] : ["--map-root-user", "--mount"];

/** A mount made in a namespace of its own is gone with its process. */
const mayMount = spawnSync("unshare", [...NAMESPACE, "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;
const skip = mayMount ? false : "this machine does not let tests mount a disk";

interface Outcome {
  readonly message: string;
  readonly changed: readonly string[];
  readonly afterwards: readonly string[];
  readonly left: readonly string[];
}

function play(t: TestContext, scene: string): Outcome {
  const desk = openDesk();
  t.after(desk.remove);
  const command = [...NAMESPACE, process.execPath, "--import", "tsx", SCENE, desk.folder, scene];
  const { stdout, stderr } = spawnSync("unshare", command, { encoding: "utf8" });
  assert.notEqual(stdout, "", stderr.slice(0, 2_000));
  return JSON.parse(stdout) as Outcome;
}

const EXPECTED: readonly (readonly [scene: string, title: string, message: RegExp])[] = [
  ["full-on-copy", "a full disk", /the disk is full \(ENOSPC\)[\s\S]*free some space/],
  ["full-of-names", "a disk without room for more names", /the disk is full \(ENOSPC\)[\s\S]*df -i/],
  ["read-only", "a read-only disk", /the disk is read-only \(EROFS\)[\s\S]*--output/],
  ["mount-inside", "another disk inside the output", /on another disk \(EXDEV\)[\s\S]*unmount it/],
  ["no-permission", "an output that this user may not write", /no permission to write \(EACCES\)/],
  ["no-permission-inside", "a folder inside that this user may not write", /no permission to write \(EACCES\)/],
];

for (const [scene, title, message] of EXPECTED) {
  test(`${title} is named, leaves the output as it was, and once mended the publish goes through`, { skip }, (t) => {
    const outcome = play(t, scene);
    assert.match(outcome.message, /^PublishError: could not publish/);
    assert.match(outcome.message, message);
    assert.deepEqual(outcome.changed, []);
    assert.deepEqual(outcome.afterwards, []);
    assert.deepEqual(outcome.left, []);
  });
}

test("a disk that fills up while pages are drawn is named, and the output stays as it was", { skip }, (t) => {
  const desk = openDesk();
  t.after(desk.remove);
  writeArchive({ folder: desk.folder, articles: 6, words: 60 });
  const disk = join(desk.folder, "disk");
  const flags = Object.entries({ content: "content", data: "data", output: "disk/dist", cache: "build-cache" });
  const build = [
    ...[process.execPath, LAUNCHER, "build", "--quiet", "--without", "search,links,cards"],
    ...flags.flatMap(([name, path]) => [`--${name}`, join(desk.folder, path)]),
  ];
  mkdirSync(disk);
  const small = 'mount -t tmpfs -o size=64k none "$0" && { "$@"; status=$?; ls -A "$0/dist"; exit $status; }';
  const outcome = spawnSync("unshare", [...NAMESPACE, "sh", "-c", small, disk, ...build], { encoding: "utf8" });
  assert.match(outcome.stderr, /^could not build, the disk is full \(ENOSPC\): \S+\n {2}free some space/);
  assert.doesNotMatch(outcome.stderr, /\n {4}at /, "no trace of the program's inside");
  assert.equal(outcome.stdout, "");
  assert.equal(outcome.status, 1);
});

test("every error of the file system that a publish can meet says what to do", () => {
  for (const code of ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "EFBIG", "EBUSY", "EIO"]) {
    const cause = Object.assign(new Error(`${code}: as the system says it`), { code, path: "/srv/site/index.html" });
    const error = publishErrorOf(cause, "write the pages", "/srv/site");
    assert.ok(error instanceof PublishError);
    assert.match(
      error.message,
      new RegExp(`^could not write the pages, [a-z -]+ \\(${code}\\): /srv/site/index.html\n  [a-z]`),
    );
    assert.equal(error.code, code);
  }
  const other = new TypeError("a mistake of the program");
  assert.equal(publishErrorOf(other, "write the pages", "/srv/site"), other);
});
