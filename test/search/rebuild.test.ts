import assert from "node:assert/strict";
import test from "node:test";
import { inventWords, seededRandom, ZipfText } from "../../bench/search-archive.ts";
import { LOT } from "../../src/search/write/plan.ts";
import type { SearchDocument } from "../../src/search/write/search-document.ts";
import { addressesOf, article, buildIndex, openIndex } from "./built-index.ts";

const random = seededRandom(3);
const text = new ZipfText(inventWords(500, random), random);
const ARCHIVE: readonly SearchDocument[] = Array.from({ length: LOT + 40 }, (_, row) =>
  article({ row, title: text.sentence(5), body: text.text(12), tags: [text.word()], topics: [`t${row % 9}`] }),
);

const foldersOf = (addresses: Iterable<string>): Set<string> =>
  new Set(
    [...addresses].filter((address) => address.split("/").length > 2).map((address) => address.split("/")[1] ?? ""),
  );

test("the same articles give the same bytes, in whatever order they come", async () => {
  const once = await buildIndex(ARCHIVE);
  const again = await buildIndex([...ARCHIVE].reverse());
  assert.deepEqual([...again.files].sort(), [...once.files].sort());
});

test("a new article rewrites the recent segment and the root, and the result is that of a full build", async () => {
  const before = await buildIndex(ARCHIVE);
  const news = [...ARCHIVE, article({ row: 5000, title: "Zanzibar ferry", body: "It sails." })];
  const next = await buildIndex(news, before.files);
  assert.deepEqual([...next.files].sort(), [...(await buildIndex(news)).files].sort());
  assert.equal(foldersOf(next.written).size, 1, "one segment was written");
  assert.ok(next.written.length < before.written.length / 2);
  assert.deepEqual(await addressesOf(await openIndex(next.files), "zanzibar"), ["2024/05/01/article-5000.html"]);
});

test("a change or removal in the sealed part is found in the next edition as in a full build", async () => {
  const before = await buildIndex(ARCHIVE);
  const edited = ARCHIVE.map((document) =>
    document.row === 3 ? { ...document, title: "Xylophone corrected", fingerprint: -3 } : document,
  ).filter((document) => document.row !== 4);
  const next = await buildIndex(edited, before.files);
  assert.deepEqual([...next.files].sort(), [...(await buildIndex(edited)).files].sort());
  const engine = await openIndex(next.files);
  assert.deepEqual(await addressesOf(engine, "xylophone"), ["2024/05/01/article-3.html"]);
  const all = await addressesOf(engine, text.words[0] ?? "", 5000);
  assert.equal(all.includes("2024/05/01/article-4.html"), false);
});

test("names are [a-z0-9-] below search/, and no folder passes 10,000 files", async () => {
  const { files } = await buildIndex([...ARCHIVE, article({ title: "漢字", lang: "zh-Hant" })]);
  const folders = new Map<string, number>();
  for (const address of files.keys()) {
    assert.match(address, /^search\/([a-z0-9-]+\/)*[a-z0-9-]+\.js$/);
    const folder = address.slice(0, address.lastIndexOf("/"));
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  assert.ok(Math.max(...folders.values()) < 10_000);
});

test("an edition without articles has an index that finds nothing", async () => {
  const engine = await openIndex((await buildIndex([])).files);
  assert.equal((await engine.search({ query: "anything", limit: 10 })).total, 0);
});

test("a segment refuses documents that are not the planned ones", async () => {
  const [first, second] = ARCHIVE;
  assert.ok(first && second);
  const lying = { ...first, row: second.row, address: "other.html" };
  await assert.rejects(
    (async () => {
      const { planSearch } = await import("../../src/search/write/plan.ts");
      const { writeSearch } = await import("../../src/search/write/write-search.ts");
      const options = { timeZone: "UTC", sections: {} };
      for await (const _ of writeSearch(planSearch([first], "UTC"), () => lying, options)) void _;
    })(),
    /expects 2024\/05\/01\/article-0\.html at 0, got other\.html/,
  );
});
