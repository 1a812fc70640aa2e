import assert from "node:assert/strict";
import test from "node:test";
import { splitFrontMatter } from "../../src/article/front-matter.ts";
import { findUnprintable, withoutUnprintable } from "../../src/article/unprintable.ts";
import { parseYaml } from "../../src/article/yaml.ts";

const NOT_PRINTABLE = [
  "\u0000",
  "\u0001",
  "\u0008",
  "\u000b",
  "\u000c",
  "\u001f",
  "\ufdd0",
  "\ufffe",
  "\uffff",
  "\u{1fffe}",
  "\u{10ffff}",
];

test("controls, half pairs and what is no character are found; all else passes, signs of two halves too", () => {
  for (const character of [...NOT_PRINTABLE, "\ud800", "\udfff", "\udc00\ud800"]) {
    assert.equal(findUnprintable(`Quay${character}s`)?.index, 4, JSON.stringify(character));
    assert.equal(withoutUnprintable(`Quay${character}s`), "Quays");
  }
  for (const text of [
    "Quay\t\r\nand",
    "😀 \u{1f1f5}\u{1f1f9}",
    "مرفأ\u200f \u200d",
    "\ue000\u{f0000}",
    "\ufffd\ufeff\u007f\u0085",
  ]) {
    assert.equal(findUnprintable(text), undefined, JSON.stringify(text));
    assert.equal(withoutUnprintable(text), text);
  }
});

test("an article with a character that no page can hold is refused with its place", () => {
  for (const character of NOT_PRINTABLE) {
    const found = splitFrontMatter(
      Buffer.from(`---\ntitle: Quay\n---\n\nThe first.\nThe se${character}cond.\n`),
      "articles/x.md",
    );
    assert.ok("problem" in found);
    const { line, column, found: name } = found.problem;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    assert.deepEqual([line, column, name], [6, 7, `U+${code}`]);
  }
});

test("no escape of YAML brings one in, in a value or a key, however deep", () => {
  for (const escape of ["\\0", "\\x01", "\\b", "\\ud800", "\\uFFFF", "\\U0001FFFE"]) {
    const found = parseYaml({
      text: `title: Quay\ntags:\n  - one\n  - "t${escape}wo"\n`,
      file: "x.yaml",
      linesBefore: 0,
    });
    assert.ok("problem" in found, escape);
    assert.deepEqual([found.problem.line, found.problem.key], [4, "tags.1"]);
  }
  assert.ok("problem" in parseYaml({ text: `"t\\x01wo": x\n`, file: "x.yaml", linesBefore: 0 }));
});
