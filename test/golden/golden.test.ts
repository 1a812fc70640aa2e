/** A tiny newsroom and the files expected of it. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fork } from "node:child_process";
import { build } from "../../src/build/build.ts";
import { LAUNCHER } from "../../src/newsroom/folders.ts";
import { assertExpectedFolder } from "../expected.ts";
import { compareOutputs } from "../edition/same-bytes.ts";

const NOW = "2031-01-16T12:00Z";
const HERE = import.meta.dirname;

/** Styles, scripts and icons have tests of their own; a change of theirs is no change of a page. */
function withoutStyles(text: string): string {
  return text
    .replace(/<style>.*?<\/style>/gs, "<style>…</style>")
    .replace(/sha256-[A-Za-z0-9+/=]+/g, "sha256-…")
    .replace(/(assets\/[a-z]+)-[0-9a-f]{8}\.js/g, "$1-….js");
}

function isText(name: string): boolean {
  return /\.(html|xml|json|txt)$/.test(name) && !name.startsWith("search/");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

for (const name of readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)) {
  test(`the newsroom ${name} gives exactly the files expected of it`, async (context) => {
    const scratch = mkdtempSync(join(tmpdir(), "dateline-golden-"));
    context.after(() => rmSync(scratch, { recursive: true, force: true }));
    const output = join(scratch, "dist");
    const expected = join(HERE, name, "expected");
    await build({
      folders: {
        content: join(HERE, name, "content"),
        data: join(HERE, name, "data"),
        output,
        cache: join(scratch, "cache"),
      },
      now: Date.parse(NOW),
    });
    const all = filesBelow(output).filter((file) => !/^(assets|icons|search)\//.test(file));
    const printed = new Map(
      all.filter(isText).map((file) => [file, withoutStyles(readFileSync(join(output, file), "utf8"))]),
    );
    printed.set("files.txt", `${all.join("\n")}\n`);
    assertExpectedFolder(expected, printed);
    assert.ok(
      ![...printed.values()].some((text) => /must not be seen|Held back|later\.html|<script>alert/.test(text)),
      "something is out that must not be",
    );
  });
}

test("the same content and moment give the same bytes in another time zone and language of the machine", async (context) => {
  const scratch = mkdtempSync(join(tmpdir(), "dateline-bytes-"));
  context.after(() => rmSync(scratch, { recursive: true, force: true }));
  const args = (part: string) => [
    "--content",
    join(scratch, "tiny/content"),
    "--data",
    join(scratch, "tiny/data"),
    "--output",
    join(scratch, part),
    "--cache",
    join(scratch, `${part}-cache`),
    "--now",
    NOW,
    "--quiet",
  ];
  cpSync(join(HERE, "tiny"), join(scratch, "tiny"), { recursive: true });
  for (const [part, env] of [
    ["one", { TZ: "UTC", LANG: "C" }],
    ["other", { TZ: "Pacific/Kiritimati", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" }],
  ] as const) {
    const status = await new Promise((resolve) => {
      fork(LAUNCHER, ["build", ...args(part)], { env: { ...process.env, ...env }, execArgv: [] }).on("exit", resolve);
    });
    assert.equal(status, 0);
  }
  assert.deepEqual(compareOutputs(join(scratch, "one"), join(scratch, "other")), []);
});
