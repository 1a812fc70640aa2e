import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { decodeBytes } from "../../src/intake/encoding.ts";
import { readItems } from "../../src/intake/read-item.ts";
import { recogniseFormat } from "../../src/intake/recognise.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");

for (const format of ["rss", "wxr", "ghost", "md"] as const) {
  for (const name of readdirSync(join(FIXTURES, format)).filter((file) => !file.includes(".expected."))) {
    test(`${format}: ${name} is recognised and gives exactly the items expected`, async () => {
      const bytes = readFileSync(join(FIXTURES, format, name));
      assert.equal(recogniseFormat(decodeBytes(bytes).text), format);
      const items = await readItems(bytes, { format: "auto", name, zone: "Europe/Oslo" });
      const file = join(FIXTURES, format, name.replace(/\.\w+$/, ".expected.json"));
      assert.deepEqual(JSON.parse(JSON.stringify(items)), JSON.parse(readFileSync(file, "utf8")));
    });
  }
}
