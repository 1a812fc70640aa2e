import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { readAnpa } from "../../src/intake/wire/anpa.ts";
import { readIptc7901 } from "../../src/intake/wire/iptc7901.ts";
import { readNewsml } from "../../src/intake/exchange/newsml.ts";
import { readNinjs } from "../../src/intake/exchange/ninjs.ts";
import { readNitf } from "../../src/intake/exchange/nitf.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";

const READERS: Readonly<Record<string, (input: Uint8Array) => WireItem[]>> = {
  ninjs: readNinjs,
  newsml: readNewsml,
  nitf: readNitf,
  anpa: readAnpa,
  iptc7901: readIptc7901,
};
const fixtures = join(import.meta.dirname, "fixtures");

for (const [format, read] of Object.entries(READERS)) {
  for (const name of readdirSync(join(fixtures, format)).sort()) {
    test(`${format}: “${name.replaceAll("-", " ")}” is read as expected`, () => {
      const folder = join(fixtures, format, name);
      const input = readdirSync(folder).find((file) => file.startsWith("input."));
      const items = read(readFileSync(join(folder, input ?? "")));
      const expected = join(folder, "expected.json");
      // DATELINE_ACCEPT=1 writes what was read as expected, to be looked at before it is committed.
      if (process.env.DATELINE_ACCEPT === "1") writeFileSync(expected, `${JSON.stringify(items, null, 2)}\n`);
      assert.ok(existsSync(expected), `${expected} is missing`);
      assert.deepEqual(JSON.parse(JSON.stringify(items)), JSON.parse(readFileSync(expected, "utf8")));
    });
  }
}
