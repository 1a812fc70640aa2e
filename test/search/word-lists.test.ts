import assert from "node:assert/strict";
import test from "node:test";
import { entryAt, indexOfWord, NumberReader, readRows } from "../../src/search/read/number-reader.ts";
import { boundaryBetween, frontCoded, NumberText } from "../../src/search/write/shard-text.ts";

function coded(words: readonly string[]): string[] {
  return words.map((word, index) => frontCoded(words[index - 1] ?? "", word));
}

test("every word of a front-coded list is found, and no other", () => {
  const long = "#p:".padEnd(100, "x");
  const words = [
    ...["a", "ab", "abacus", "abba", "b", "ba", "bat", "bath", "baths", "z", "été", "𐌰𐌱", "𐌰𐌲", "𐌰𐌲𐌲", "𠮷野"],
    ...[`${long}a`, `${long}ab`, `${long}b`],
  ].sort();
  const list = coded(words).join(" ");
  for (const [index, word] of words.entries()) assert.equal(indexOfWord(list, word), index, word);
  for (const absent of ["", "aa", "abb", "bathx", "c", "zz", "𐌰", "𐌰𐌳", "𠮷", long]) {
    assert.equal(indexOfWord(list, absent), -1, absent);
  }
});

test("a boundary sorts after the word before it, not after its own, and never ends in half a letter", () => {
  for (const [before, word] of [
    ["abacus", "abba"],
    ["bat", "bath"],
    ["𐌰𐌱", "𐌰𐌲"],
    ["z", "𐌰"],
  ] as const) {
    const boundary = boundaryBetween(before, word);
    assert.ok(before < boundary && boundary <= word, boundary);
    assert.doesNotMatch(boundary, /[\ud800-\udbff]$/);
  }
});

test("numbers of any size come back as they were written", () => {
  const numbers = [0, 1, 58, 59, 60, 90, 91, 1946, 1947, 65_535, 1_000_000, 2 ** 31];
  const text = new NumberText();
  for (const number of numbers) text.number(number);
  const written = text.take();
  assert.match(written, /^[#-[\]-~]+$/, "no quote, backslash, space or control character");
  const reader = new NumberReader(written);
  assert.deepEqual(
    numbers.map(() => reader.number()),
    numbers,
  );
  assert.equal(reader.number(), 0, "nothing but zeros after the last");
});

test("rows come back from the steps between them", () => {
  const rows = [0, 1, 2, 61, 62, 5000, 5100, 99_999, 1_000_000];
  const text = new NumberText();
  rows.forEach((row, index) => text.number(row - (rows[index - 1] ?? -1) - 1));
  assert.deepEqual([...readRows(text.take())], rows);
  assert.deepEqual([...readRows("")], []);
});

test("each entry of a column is found, empty ones too", () => {
  const entries = ["", "ab", "", "", "c", ""];
  entries.forEach((entry, index) => assert.equal(entryAt(entries.join(" "), index), entry));
  assert.equal(entryAt("a b", 2), "");
});
