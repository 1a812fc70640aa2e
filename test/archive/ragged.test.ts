import assert from "node:assert/strict";
import test from "node:test";
import { Ragged } from "../../src/archive/ragged.ts";

/** A column of two rows, as a former build left it. */
const column = () => new Ragged(Float64Array.of(0, 2, 3), Float64Array.of(7, 8, 9));
const lists = ({ starts, values }: { starts: Float64Array; values: Float64Array }) =>
  Array.from({ length: starts.length - 1 }, (_none, row) => [...values.subarray(starts[row], starts[row + 1])]);

test("rows that came after a column was read and were given no numbers are empty, however they are asked for", () => {
  const known = column();
  assert.deepEqual([...Array.from(known.of(2)), known.count(2), known.count(3), known.at(2, 0)], [0, 0, 0]);
  assert.deepEqual(lists(known.pack([0, 1, 2])), [[7, 8], [9], []]);
  assert.deepEqual(lists(known.pack([0, 1, 2, 3])), [[7, 8], [9], [], []]);
  assert.deepEqual(lists(known.pack([2, 0, 3, 1])), [[], [7, 8], [], [9]]);
});

test("a row that was given numbers keeps them among new rows that were not", () => {
  const known = column();
  known.set(3, [5]);
  assert.deepEqual(lists(known.pack([0, 1, 2, 3, 4])), [[7, 8], [9], [], [5], []]);
});
