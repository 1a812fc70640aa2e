import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import { RowCursor } from "../../src/search/read/row-cursor.ts";

test("a cursor finds the rows that are there, at their index, and no others", () => {
  const rows = fc.uniqueArray(fc.nat(300), { maxLength: 200 });
  fc.assert(
    fc.property(rows, rows, (some, asked) => {
      const sorted = Uint32Array.from(some).sort();
      const cursor = new RowCursor(sorted);
      for (const row of asked.sort((a, b) => a - b)) {
        assert.equal(cursor.has(row), sorted.includes(row), `${row} in ${sorted.join(" ")}`);
        if (sorted.includes(row)) assert.equal(cursor.at, sorted.indexOf(row));
      }
    }),
  );
});
