import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";
import matter from "gray-matter";
import yaml from "js-yaml";
import { renderRecord } from "../../bench/reuters-newsroom.ts";
import { readReuters } from "../../bench/reuters.ts";
import { splitFrontMatter } from "../../src/article/front-matter.ts";

const HOUSE = resolve(import.meta.dirname, "../..");

/** What a file of front matter says, by a rule that shares nothing with the house: js-yaml between two lines. */
function splitPlainly(text: string): { readonly data: unknown; readonly body: string } | undefined {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .split("\n");
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  if (end < 0 || !/^---(?: *yaml)?[ \t]*$/.test(lines[0] ?? "")) return undefined;
  try {
    const data: unknown = yaml.load(lines.slice(1, end).join("\n"), { schema: yaml.FAILSAFE_SCHEMA });
    return { data: data ?? null, body: lines.slice(end + 1).join("\n") };
  } catch {
    return undefined;
  }
}

function assertSame(text: string, file: string): void {
  const split = splitFrontMatter(Buffer.from(text), file);
  assert.deepEqual("problem" in split ? undefined : { data: split.data, body: split.body }, splitPlainly(text), file);
}

test("every article file of the samples and fixtures has the data and text that stand in it", () => {
  const files = ["src/content", "test"].flatMap((folder) =>
    readdirSync(join(HOUSE, folder), { recursive: true, encoding: "utf8" })
      // What is there to be refused is refused.
      .filter((name) => name.endsWith(".md") && !name.includes("mistakes/refused"))
      .map((name) => join(HOUSE, folder, name)),
  );
  assert.ok(files.length > 40, `${files.length} files`);
  for (const file of files) assertSame(readFileSync(file, "utf8"), file);
});

test("every Reuters record has the data and text that stand in it", (context) => {
  const records = readReuters();
  if (records === undefined) {
    context.skip("the Reuters records are not here");
    return;
  }
  for (const record of records) assertSame(renderRecord(record), record.id);
});

const FORMS: readonly (readonly [form: string, text: string])[] = [
  ["a line that only begins like a fence", '---\ntitle: "a\n  b"\nnote: "x\n---y"\n---\nText\n'],
  ["a longer line of dashes", "---\ntitle: a\nnote: |\n  b\n----\n---\nText\n"],
  ["a fence with blanks after it", "---  \ntitle: a\n---\t \nText\n"],
  ["a fence that names its language", "--- yaml\ntitle: a\n---\nText\n"],
  ["a fence at the very end", "---\ntitle: a\n---"],
  ["a rule in the text", "---\ntitle: a\n---\nText\n\n---\n\nMore\n"],
  ["empty lines before the text", "---\ntitle: a\n---\n\n\n\nText"],
  ["line ends of Windows and a mark of byte order", "\uFEFF---\r\ntitle: a\r\n---\r\n\r\nText\r\n"],
  ["no front matter between the fences", "---\n---\nText"],
  ["comments alone", "---\n# title: a\n#\n---\nText"],
  ["a separator of excerpts", "---\ntitle: a\nexcerpt_separator: <!-- more -->\n---\nA <!-- more --> B"],
  ["a text for front matter", "---\njust text\n---\nText"],
];
for (const [form, text] of FORMS)
  test(`front matter is split at its own fences: ${form}`, () => assertSame(text, form));

test("front matter of two megabytes of empty lines is refused at once, with its line", () => {
  for (const end of ["\n", "\r", "\u2028"]) {
    const split = splitFrontMatter(Buffer.from(`---\ntitle: a\n${end.repeat(600_000)}---x\n---\nText`), "a.md");
    assert.ok("problem" in split);
    assert.equal(split.problem.line, 3);
    assert.match(split.problem.fault, /empty lines/);
  }
});

test("no text is kept when its file has been read", () => {
  assertSame("---\ntitle: a\n---\nText", "a.md");
  assert.deepEqual("cache" in matter ? matter.cache : undefined, {});
});
