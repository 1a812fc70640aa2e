import assert from "node:assert/strict";
import test from "node:test";
import { inventWords, seededRandom, ZipfText } from "../../bench/search-archive.ts";
import { createAnalysis, wordsOf } from "../../src/search/text/analysis.ts";
import type { SearchDocument } from "../../src/search/write/search-document.ts";
import { stemmerOf } from "../../src/search/write/stemmers.ts";
import { buildIndex, openIndex } from "./built-index.ts";

const SECTIONS = ["world", "culture", "sport"];
const ARTICLES = 1500;
const DAY = 86_400_000;

/** 1,500 articles of short invented words: more than one lot, so that a sealed and a recent segment are asked. */
function inventArchive(random: () => number): SearchDocument[] {
  const text = new ZipfText(inventWords(1200, random), random);
  return Array.from({ length: ARTICLES }, (_, row) => {
    const section = SECTIONS[row % 3] ?? "world";
    return {
      row,
      address: `2020/${row}.html`,
      lang: "en",
      publishedAt: Date.UTC(2019, 0, 1) + row * DAY,
      fingerprint: row,
      title: text.sentence(6),
      standfirst: text.sentence(12),
      body: text.text(60),
      tags: [text.word()],
      topics: [`topic-${row % 7}`],
      place: text.word(),
      byline: [`${text.word()} ${text.word()}`],
      section,
    };
  });
}

const analysis = createAnalysis("en", stemmerOf("en"));

/** Terms at each word of each field's text, in order. */
function termLists(document: SearchDocument): string[][][] {
  const { title, standfirst = "", body, tags, place = "", byline } = document;
  return [title, standfirst, body, ...tags, place, ...byline].map((text) =>
    wordsOf(text).map((word) => [...analysis.terms(word)]),
  );
}

function has(lists: readonly string[][][], phrase: readonly string[]): boolean {
  const wanted = phrase.map((word) => analysis.terms(word));
  return lists.some((words) =>
    words.some((_, start) =>
      wanted.every((terms, offset) => (words[start + offset] ?? []).some((term) => terms.includes(term))),
    ),
  );
}

interface Asked {
  readonly query: string;
  readonly phrases: readonly string[][];
  readonly excluded: readonly string[][];
  readonly section?: string;
  readonly year?: number;
}

function inventQuery(documents: readonly SearchDocument[], random: () => number): Asked {
  const from = documents[Math.floor(random() * documents.length)];
  const words = wordsOf(from?.body ?? "");
  const start = Math.floor(random() * (words.length - 3));
  const phrases = Array.from({ length: 1 + Math.floor(random() * 2) }, () => [
    words[Math.floor(random() * words.length)] ?? "",
  ]);
  if (random() < 0.3) phrases.push(words.slice(start, start + 2 + Math.floor(random() * 2)));
  const excluded = random() < 0.3 ? [[words[Math.floor(random() * words.length)] ?? ""]] : [];
  const parts = [
    ...phrases.map((phrase) => (phrase.length > 1 ? `"${phrase.join(" ")}"` : phrase.join(""))),
    ...excluded.map((phrase) => `-${phrase.join("")}`),
  ];
  return {
    query: parts.join(" "),
    phrases,
    excluded,
    ...(random() < 0.2 ? { section: SECTIONS[Math.floor(random() * 3)] ?? "world" } : {}),
    ...(random() < 0.2 ? { year: 2019 + Math.floor(random() * 5) } : {}),
  };
}

test("hits equal brute force on 200 random queries with words, phrases, exclusions and filters", async () => {
  const random = seededRandom(7);
  const documents = inventArchive(random);
  const lists = documents.map(termLists);
  const engine = await openIndex((await buildIndex(documents)).files);
  assert.equal(engine.root.segments.length, 2, "a sealed and a recent segment");
  let nonEmpty = 0;
  let anyMode = 0;
  for (let round = 0; round < 200; round++) {
    const asked = inventQuery(documents, random);
    const allowed = (document: SearchDocument, index: number): boolean =>
      (asked.section === undefined || document.section === asked.section) &&
      (asked.year === undefined || new Date(document.publishedAt).getUTCFullYear() === asked.year) &&
      !asked.excluded.some((phrase) => has(lists[index] ?? [], phrase));
    const matching = (every: boolean): string[] =>
      documents
        .filter((document, index) => {
          const met = asked.phrases.filter((phrase) => has(lists[index] ?? [], phrase)).length;
          return allowed(document, index) && (every ? met === asked.phrases.length : met > 0);
        })
        .map((document) => document.address)
        .sort();
    const { query, section, year } = asked;
    const filters = { ...(section === undefined ? {} : { section }), ...(year === undefined ? {} : { year }) };
    const result = await engine.search({ query, limit: ARTICLES, ...filters });
    const all = matching(true);
    const expected = all.length === 0 && asked.phrases.length > 1 ? matching(false) : all;
    const found = result.hits.map((hit) => hit.address).sort();
    assert.deepEqual(found, expected, `hits of ${query} ${JSON.stringify(filters)}`);
    assert.equal(result.total, expected.length);
    if (expected.length > 0) nonEmpty++;
    if (result.mode === "any") anyMode++;
  }
  assert.ok(nonEmpty > 150, `${nonEmpty} queries of 200 found something`);
  assert.ok(anyMode > 5, `${anyMode} queries fell back to any of the words`);
});
