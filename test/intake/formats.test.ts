import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { readAnpa } from "../../src/intake/wire/anpa.ts";
import { readIptc7901 } from "../../src/intake/wire/iptc7901.ts";
import { readNewsml } from "../../src/intake/exchange/newsml.ts";
import { readNinjs } from "../../src/intake/exchange/ninjs.ts";
import { readNitf } from "../../src/intake/exchange/nitf.ts";
import { assertExpectedData } from "../expected.ts";
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
      assertExpectedData(expected, items);
    });
  }
}
