/** What a build refuses, and that the output stays as it was. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { type TestContext } from "node:test";
import { LAUNCHER } from "../../src/newsroom/folders.ts";
import { compareOutputs } from "../edition/same-bytes.ts";

interface Found {
  readonly file: string;
  readonly line?: number;
  readonly key?: string;
  readonly fault: string;
  readonly instead: string;
}

function desk(context: TestContext) {
  const root = mkdtempSync(join(tmpdir(), "dateline-refusals-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const build = (output = "dist") => {
    const folders = ["content", "data"].flatMap((name) => [`--${name}`, join(root, name)]);
    const where = ["--output", join(root, output), "--cache", join(root, `cache-${output}`)];
    const moment = ["--now", "2031-02-01T00:00Z", "--json"];
    const { status, stdout } = spawnSync(process.execPath, [LAUNCHER, "build", ...folders, ...where, ...moment], {
      encoding: "utf8",
    });
    const problems = status === 1 ? (JSON.parse(stdout) as { readonly problems: readonly Found[] }).problems : [];
    return { status, problems };
  };
  write("data/site.yaml", "title: Post\n");
  write("content/articles/2031/01/harbour.md", article("Harbour reopens"));
  return { root, write, build };
}

const article = (title: string, more = ""): string =>
  `---\ntitle: ${title}\ndate: 2031-01-15T08:00Z\n${more}---\nText.\n`;

test("links, twins and wrong times are refused together, by file, and the output stays as it was", (context) => {
  const { root, write, build } = desk(context);
  assert.equal(build().status, 0);
  assert.equal(build("before").status, 0);
  write("content/articles/2031/01/a-quay.md", article("Quay", "slug: harbour\n"));
  write("content/articles/2031/01/b-early.md", article("Early", "updated: 2031-01-14T08:00Z\n"));
  write("content/articles/2031/01/c-never.md", "---\ntitle: Never\ndate: 2031-02-30\n---\nText.\n");
  write("content/articles/2031/01/d-out.md", article("Out", "image: {src: ../../secret.jpg, alt: Secret}\n"));
  write("content/articles/2031/01/e-short.md", article("Short", "short: k3x9q2p\n"));
  write("content/articles/2031/01/f-short.md", article("Short too", "short: k3x9q2p\n"));
  symlinkSync("/etc/hostname", join(root, "content/articles/2031/01/g-link.md"));
  const { status, problems } = build();
  assert.equal(status, 1);
  const told = problems.map(({ file, key = "", fault }) => `${file.split("/").at(-1)} ${key}: ${fault}`);
  for (const [name, pattern] of [
    ["b-early.md", /updated/],
    ["c-never.md", /date.*does not exist/],
    ["d-out.md", /image/],
    ["g-link.md", /symbolic link/],
  ] as const)
    assert.ok(
      told.some((line) => line.startsWith(name) && pattern.test(line)),
      `${name} ${pattern} in:\n${told.join("\n")}`,
    );
  for (const { instead } of problems) assert.notEqual(instead, "");
  const files = problems.map(({ file }) => file);
  assert.deepEqual(files, files.toSorted());
  assert.deepEqual(compareOutputs(join(root, "dist"), join(root, "before")), []);
});

test("two articles with one address or one short code are told apart, the newer being at fault", (context) => {
  const { write, build } = desk(context);
  write("content/articles/2031/01/quay.md", article("Quay", "slug: harbour\n"));
  write("content/articles/2031/01/tide.md", article("Tide", "short: k3x9q2p\n"));
  write("content/articles/2031/01/wave.md", article("Wave", "short: k3x9q2p\n"));
  const { status, problems } = build();
  assert.equal(status, 1);
  assert.deepEqual(problems.map(({ key }) => key).toSorted(), ["short", "slug"]);
  assert.match(problems.map(({ fault }) => fault).join(), /same address as articles\/2031\/01\/(?:harbour|quay)\.md/);
});

test("names that differ by letter case alone cannot arise: an address is lowercase, and a slug that is not is refused", (context) => {
  const { write, build } = desk(context);
  write("content/articles/2031/01/quay.md", article("Quay", "slug: Harbour\n"));
  const slug = build();
  assert.equal(slug.status, 1);
  assert.equal(slug.problems[0]?.key, "slug");
  write("content/articles/2031/01/quay.md", article("Quay"));
  write("content/articles/2031/01/HARBOUR.md", article("Harbour again"));
  const file = build();
  assert.equal(file.status, 1);
  assert.match(file.problems.map(({ file: name, fault }) => `${name} ${fault}`).join(), /HARBOUR\.md|same address/);
});
