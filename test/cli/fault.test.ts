import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "node:test";
import { build } from "esbuild";

const HOUSE = resolve(import.meta.dirname, "../..");

test("a fault of the house is told as one, status 1, with file and line of the source where compiled code runs", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-fault-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  // A command that stumbles in a source of the house, compiled as commands are.
  const contents = `
    import { fail } from "./src/cli/fail.ts";
    import { Ragged } from "./src/archive/ragged.ts";
    if (process.argv[2] === "later") setTimeout(() => new Ragged().pack(undefined));
    else try { new Ragged().pack(undefined) } catch (error) { fail(error) }`;
  const outfile = join(folder, "code.cjs");
  await build({
    stdin: { contents, resolveDir: HOUSE },
    bundle: true,
    define: { "import.meta.url": JSON.stringify(new URL("../../src/newsroom/folders.ts", import.meta.url).href) },
    format: "cjs",
    logLevel: "error",
    minify: true,
    outfile,
    platform: "node",
    sourcemap: "external",
    sourcesContent: false,
  });
  for (const when of ["now", "later"]) {
    const { status, stderr } = spawnSync(process.execPath, [outfile, when], { encoding: "utf8" });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^This is a fault of Dateline, not of what you wrote: TypeError: .*\n {2}at src\/archive\/ragged\.ts:\d+\n/,
    );
    assert.doesNotMatch(stderr, /--help/);
  }
});
