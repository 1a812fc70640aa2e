import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import test from "node:test";
import { PATCHES, patch, PatchError, toAscii } from "../../src/launch/patches.js";

const PACKAGES = resolve(import.meta.dirname, "../../node_modules");
const PATCHED = ["markdown-it/dist/markdown-it.mjs", "@11ty/eleventy/src/Util/Require.js"];

test("each change to a package's text finds its text in the package as it is installed", () => {
  assert.equal(PATCHES.length, PATCHED.length);
  for (const name of PATCHED) {
    const path = join(PACKAGES, name);
    const text = readFileSync(path, "utf8");
    assert.notEqual(patch(path, text), text);
  }
});

test("a package that no longer has the text is told, with the file and where to look", () => {
  const path = join(PACKAGES, PATCHED[1] ?? "");
  assert.throws(
    () => patch(path, "export const nothing = 1;"),
    (error: unknown) => {
      assert.ok(error instanceof PatchError);
      assert.match(error.message, /Require\.js has no import\(urlPath\).*src\/launch\/patches\.js/);
      return true;
    },
  );
});

test("no other text is changed", () => {
  const path = createRequire(import.meta.url).resolve("luxon");
  assert.equal(patch(path, "import(urlPath)"), "import(urlPath)");
});

test("a program in ASCII alone means the same, with its lines where they were", () => {
  const program = 'const é = "ü";\nexport default [/[“”]/u.test("“"), `→${"\\\\"}ß`, "\\é"];';
  const ascii = toAscii(program);
  assert.match(ascii, /^[\x00-\x7f]*$/);
  assert.equal(ascii.split("\n").length, 2);
  const run = (text: string): unknown => new Function(text.replace("export default", "return"))();
  assert.deepEqual(run(ascii), run(program));
});
