import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import { Manifest, sortAddresses } from "../../src/output/manifest.ts";

const hash = (digit: string): string => digit.repeat(64);
const address = fc.stringMatching(/^[a-z0-9-]{1,6}(\/[a-z0-9-]{1,6}){0,2}(\.html)?$/);
const digit = fc.constantFrom("0", "1", "2", "a", "f");
const table = fc.array(fc.tuple(address, digit)).map((rows) => new Map(rows.map(([at, one]) => [at, hash(one)])));

test("setting and removing lines gives the same table as writing it anew", () => {
  fc.assert(
    fc.property(table, table, fc.array(address), fc.nat(), (first, changes, strangers, pick) => {
      const removals = [...strangers, ...[...first.keys()].filter((_, index) => (index + pick) % 3 === 0)];
      const expected = new Map(first);
      for (const gone of removals) expected.delete(gone);
      for (const [at, sum] of changes) expected.set(at, sum);
      const manifest = Manifest.from(first).with(changes, removals);
      assert.equal(manifest.bytes.toString(), Manifest.from(expected).bytes.toString());
      assert.equal(manifest.size, expected.size);
      assert.equal(manifest.fault(), undefined);
      for (const at of [...expected.keys(), ...removals]) assert.equal(manifest.hashOf(at), expected.get(at));
    }),
    { numRuns: 300 },
  );
});

test("lines stand in the order of their bytes", () => {
  const manifest = Manifest.from(new Map(["b", "a/b", "a-b", "a", "ä", "a.html"].map((at) => [at, hash("0")])));
  assert.deepEqual(
    [...manifest.entries()].map(([at]) => at),
    ["a", "a-b", "a.html", "a/b", "b", "ä"],
  );
  assert.deepEqual(sortAddresses(["\u{1f600}", "\uffee"]), ["\uffee", "\u{1f600}"]);
});

test("a name that sha256sum could not read back is refused", () => {
  for (const name of ["a\\b", "a\nb", ""])
    assert.throws(() => Manifest.from(new Map([[name, hash("0")]])), /cannot stand/);
});

test("damage is found: a cut-off line, a foreign line, a wrong order", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-manifest-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const sound = `${hash("0")}  a\n${hash("1")}  b\n`;
  for (const [text, fault] of [
    [sound.slice(0, -1), /cut off/],
    [`${sound}hello\n`, /the line "hello"/],
    [sound.split("\n").reverse().join("\n").slice(1).concat("\n"), /stands after/],
  ] as const) {
    writeFileSync(join(folder, "SHA256SUMS"), text);
    assert.throws(() => Manifest.read(folder), fault);
  }
  writeFileSync(join(folder, "SHA256SUMS"), sound);
  assert.equal(Manifest.read(folder)?.size, 2);
});
