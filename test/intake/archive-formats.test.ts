import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { decodeBytes } from "../../src/intake/text/encoding.ts";
import { readItems } from "../../src/intake/import/read-item.ts";
import { recogniseFormat } from "../../src/intake/import/recognise.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";
import { assertExpectedData } from "../expected.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");

for (const format of ["rss", "wxr", "ghost", "md"] as const) {
  for (const name of readdirSync(join(FIXTURES, format))) {
    test(`${format}: ${name} is recognised and gives exactly the items expected`, async () => {
      const folder = join(FIXTURES, format, name);
      const input = readdirSync(folder).find((file) => file.startsWith("input.")) ?? "";
      const bytes = readFileSync(join(folder, input));
      assert.equal(recogniseFormat(decodeBytes(bytes).text), format);
      const items: WireItem[] = [];
      for await (const item of readItems(bytes, { format: "auto", name: `${name}.md`, zone: "Europe/Oslo" })) {
        items.push(item);
      }
      assertExpectedData(join(folder, "expected.json"), JSON.parse(JSON.stringify(items)));
    });
  }
}
