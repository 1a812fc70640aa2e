import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import { splitFrontMatter } from "../../src/article/front-matter.ts";
import { parseArticle } from "../../src/article/parse.ts";
import { idOf, renderArticleFile, retractFile } from "../../src/intake/import/article-file.ts";
import { makeFront } from "../../src/intake/import/article-front.ts";
import { readMd } from "../../src/intake/sites/md.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";

const CONTEXT = { timeZone: "UTC", language: "en", languages: ["en"], sections: undefined, topics: new Map() };
const NOW = Date.UTC(2021, 0, 20);
const ITEM: WireItem = {
  format: "wire",
  title: "Bridge opens",
  byline: [],
  date: "2021-01-15T15:45Z",
  tags: [],
  related: [],
  corrections: [],
  media: [],
  body: "It opened.",
  paragraphs: ["It opened."],
  confidence: {},
  notes: [],
  needs: [],
};

function frontOf(text: string): unknown {
  const split = splitFrontMatter(Buffer.from(text), "articles/2021/01/x.md");
  assert.ok(!("problem" in split), text);
  return split.data;
}

test("any text survives in any field of the file, as text", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "no",
      "1984",
      "0x1F",
      "~",
      "null",
      "2021-01-15",
      "a: b",
      "# x",
      "- a",
      "---",
      "'q'",
      '"q"',
      "{a}",
      "[a]",
      "*a",
      "&a",
      "!a",
      "%a",
      "@a",
      "`a",
      "|",
      ">",
      "a #b",
      "a:",
      "? a",
      "<<",
      "\\n",
      "é\u0085x\u2028y",
    ),
  );
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (title, tags) => {
      const { front } = makeFront({
        item: { ...ITEM, title, tags, kicker: title, byline: tags },
        context: CONTEXT,
        now: NOW,
      });
      const file = renderArticleFile({ front, body: "Text.", id: title });
      assert.deepEqual(frontOf(file), JSON.parse(JSON.stringify(front)), file);
    }),
    { numRuns: 500 },
  );
});

test("whatever an item holds, its file is one that parses, or the item is said to need an editor", () => {
  const text = fc.option(fc.string({ unit: "grapheme", maxLength: 40 }), { nil: undefined });
  const date = fc.oneof(
    fc.constantFrom("2021-01-15", "2021-01-16T10:00+02:00", "2021-02-30", "soon", "2021-01-15T10:00", ""),
    fc.string({ maxLength: 12 }),
  );
  const url = fc.oneof(
    fc.webUrl(),
    fc.constantFrom("javascript:alert(1)", "http://", "//x", "https://x y/", "data:text/html,x"),
    fc.string({ maxLength: 20 }),
  );
  const item = fc.record({
    title: text,
    kicker: text,
    standfirst: text,
    section: text,
    lang: fc.constantFrom(undefined, "en-GB", "en"),
    date,
    updated: fc.option(date, { nil: undefined }),
    embargo: fc.option(date, { nil: undefined }),
    expires: fc.option(date, { nil: undefined }),
    place: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    agency: text,
    url,
    name: text,
    reason: fc.string(),
    body: fc.string({ unit: "grapheme" }),
  });
  fc.assert(
    fc.property(item, ({ place, agency, url: address, name, reason, ...given }) => {
      const full = {
        ...ITEM,
        ...given,
        dateline: place.trim() === "" ? undefined : { place, ...(agency === undefined ? {} : { agency }) },
        related: [{ title: name ?? "", url: address }],
        corrections: [{ kind: "update" as const, text: reason, date: given.date }],
        retracted: { reason },
        source: { ...(name === undefined ? {} : { name }), url: address },
      } as WireItem;
      const { front, needs } = makeFront({ item: full, context: CONTEXT, now: NOW });
      const file = renderArticleFile({ front, body: given.body, needs });
      const parsed = parseArticle(Buffer.from(file), "articles/2021/01/x.md", CONTEXT);
      if (needs.length === 0) assert.ok("article" in parsed, JSON.stringify(parsed) + file);
      else frontOf(file);
    }),
    { numRuns: 500 },
  );
});

test("keys stand in the order of the reference, and a dateline is printed as its agency prints it", () => {
  const { front } = makeFront({
    item: {
      ...ITEM,
      dateline: { place: "WASHINGTON", agency: "Sputnik" },
      byline: ["A B", "C D"],
      section: "world",
      tags: ["x"],
      source: { url: "https://www.wire.example/1" },
    },
    context: CONTEXT,
    now: NOW,
  });
  const text = renderArticleFile({ front, body: "It opened.\n\n", id: "urn:x:1" });
  assert.equal(
    text,
    `---
title: Bridge opens
date: 2021-01-15T15:45Z
dateline: WASHINGTON (Sputnik)
byline:
  - A B
  - C D
section: world
tags:
  - x
source:
  name: wire.example
  url: https://www.wire.example/1
# id: urn:x:1
---

It opened.
`,
  );
  assert.equal(idOf(text), "urn:x:1");
});

test("a section that the newsroom does not know becomes the kicker, with a note", () => {
  const sections = new Map([
    ["world", "world"],
    ["the world", "world"],
  ]);
  const known = makeFront({ item: { ...ITEM, section: "The World" }, context: { ...CONTEXT, sections }, now: NOW });
  assert.equal(known.front.section, "world");
  const unknown = makeFront({ item: { ...ITEM, section: "Gardens" }, context: { ...CONTEXT, sections }, now: NOW });
  assert.deepEqual([unknown.front.section, unknown.front.kicker], [undefined, "Gardens"]);
  assert.match(unknown.notes.join(), /“Gardens” is not in sections.yaml/);
});

test("a retraction is put into a file without touching what an editor wrote", () => {
  const text =
    "---\n# mine\ntitle:   Bridge opens\ndate: 2021-01-15\nsource: {name: X}\n---\n\nText  with ---\n---\nend\n";
  const notice = { date: "2021-02-01", reason: "It was false: all of it." };
  const once = retractFile(text, notice);
  assert.equal(
    once,
    '---\n# mine\ntitle:   Bridge opens\ndate: 2021-01-15\nretracted:\n  date: 2021-02-01\n  reason: "It was false: all of it."\nsource: {name: X}\n---\n\nText  with ---\n---\nend\n',
  );
  assert.equal(retractFile(once, notice), once);
  const parsed = parseArticle(Buffer.from(once), "articles/2021/01/x.md", CONTEXT);
  assert.ok("article" in parsed && parsed.article.retracted?.reason === notice.reason);
});

test("a series that another site's file names is the article file's, with its part", () => {
  for (const [front, series] of [
    ['series: ["The wells, again"]\nseries_order: 3', { name: "The wells, again", part: 3 }],
    ["series: The wells", { name: "The wells" }],
    ["series: {name: The wells, part: 12}", { name: "The wells", part: 12 }],
  ] as const) {
    const [item] = readMd(`---\ntitle: Bridge opens\ndate: 2021-01-15T15:45Z\n${front}\n---\n\nIt opened.\n`, {
      zone: "UTC",
    });
    assert.ok(item);
    const file = renderArticleFile({ front: makeFront({ item, context: CONTEXT, now: NOW }).front, body: item.body });
    const parsed = parseArticle(Buffer.from(file), "articles/2021/01/bridge.md", CONTEXT);
    assert.deepEqual("article" in parsed ? parsed.article.series : parsed.problems, series);
  }
});
