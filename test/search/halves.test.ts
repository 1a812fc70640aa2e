import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { bundleScript } from "../../src/build/scripts.ts";

const SOURCE = new URL("../../src/", import.meta.url);

function importsOf(folder: string): { file: string; from: string }[] {
  return readdirSync(new URL(folder, SOURCE), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const text = readFileSync(new URL(`${folder}${name}`, SOURCE), "utf8");
      return [...text.matchAll(/\bfrom "([^"]+)"/g)].map((match) => ({ file: folder + name, from: match[1] ?? "" }));
    });
}

test("the reading half of search knows nothing of the writing half, of Node, or of the rest of the house", () => {
  const imports = [...importsOf("search/read/"), ...importsOf("search/text/")];
  assert.ok(imports.length > 20);
  for (const { file, from } of imports) assert.match(from, /^\.\/|^\.\.\/(text|read)\//, `${file} imports ${from}`);
});

test("the page's script takes only the reading half", () => {
  for (const { file, from } of [...importsOf("browser/search-page/")]) {
    assert.match(from, /^\.\/|search\/read\//, `${file} imports ${from}`);
  }
});

test("the page's script is one classic script, the same on every run, under 12 KB compressed", async () => {
  const { gzipSync } = await import("node:zlib");
  const script = await bundleScript("search");
  assert.deepEqual(await bundleScript("search"), script);
  assert.match(script.name, /^assets\/search-[0-9a-f]{8}\.js$/);
  assert.doesNotMatch(script.text, /\b(import|export)\b[ {*]|innerHTML|\bfetch\(/);
  assert.ok(gzipSync(script.text).length < 12_000);
});
