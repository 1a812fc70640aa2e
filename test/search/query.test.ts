import assert from "node:assert/strict";
import test from "node:test";
import { isOneSlip } from "../../src/search/read/near-words.ts";
import { parseQuery } from "../../src/search/read/parse-query.ts";
import { article, buildIndex, openIndex, titlesOf } from "./built-index.ts";

const ARTICLES = [
  article({ title: "Harbour council votes", body: "The winter crossing will reopen.", section: "world" }),
  article({ title: "Crossing the winter sea", body: "A council of gulls.", tags: ["Sailing"], topics: ["sailing"] }),
  article({ title: "Bread", body: "Winter wheat, and a crossing of two grains.", place: "Port Ansel" }),
  article({ title: "Obituary", byline: ["Marta Velde"], body: "She kept the lighthouse.", standfirst: "A keeper." }),
  article({ title: "Election night", body: "Elections were calm.", publishedAt: Date.UTC(2020, 11, 31, 23) }),
];
const opened = buildIndex(ARTICLES).then(({ files }) => openIndex(files));

test("all words must be in an article, in any of its fields", async () => {
  const engine = await opened;
  assert.deepEqual((await titlesOf(engine, "winter council")).sort(), [
    "Crossing the winter sea",
    "Harbour council votes",
  ]);
  assert.deepEqual(await titlesOf(engine, "lighthouse velde"), ["Obituary"]);
  assert.deepEqual(await titlesOf(engine, "ansel bread"), ["Bread"]);
});

test("where no article has all words, those with most of them come first, and it is said", async () => {
  const result = await (await opened).search({ query: "lighthouse winter crossing", limit: 10 });
  assert.equal(result.mode, "any");
  assert.equal(result.total, 4);
  const titles = result.hits.map((hit) => hit.title.map((piece) => piece.text).join(""));
  assert.equal(titles[3], "Obituary", "one word of three comes after two of three");
});

test("a phrase wants its words side by side, in order and in one field", async () => {
  const engine = await opened;
  assert.deepEqual(await titlesOf(engine, '"winter crossing"'), ["Harbour council votes"]);
  assert.deepEqual(await titlesOf(engine, '"crossing the winter"'), ["Crossing the winter sea"]);
  assert.deepEqual(await titlesOf(engine, '"votes the"'), [], "a phrase does not run from the title into the body");
  assert.deepEqual(await titlesOf(engine, "„winter crossing“"), ["Harbour council votes"]);
});

test("a word or phrase after a minus must not be there", async () => {
  const engine = await opened;
  assert.deepEqual(await titlesOf(engine, "winter -council"), ["Bread"]);
  assert.deepEqual((await titlesOf(engine, 'winter -"winter crossing"')).sort(), ["Bread", "Crossing the winter sea"]);
  assert.deepEqual(await titlesOf(engine, "-winter"), [], "a minus alone asks for nothing");
});

test("while typing, the last word counts as the beginning of one", async () => {
  const engine = await opened;
  assert.deepEqual(await titlesOf(engine, "lighth", { typing: true }), ["Obituary"]);
  assert.deepEqual(await titlesOf(engine, "electio", { typing: true }), ["Election night"]);
  assert.deepEqual(
    await titlesOf(engine, "harb winter", { typing: true }).then((titles) => titles[0]),
    "Harbour council votes",
  );
  assert.deepEqual(
    parseQuery("winter cro", true).map((clause) => clause.open),
    [false, true],
  );
  assert.deepEqual(
    parseQuery("winter cro ", true).map((clause) => clause.open),
    [false, false],
  );
});

test("a word that nothing has is mended by one slip, and said so", async () => {
  const engine = await opened;
  for (const typed of [
    "lighthuse",
    "lighthousee",
    "lighthoose",
    "ligthhouse",
    "ightlhouse",
    "lihgthouse",
    "lightohuse",
  ]) {
    const result = await engine.search({ query: typed, limit: 10 });
    if (typed === "ightlhouse") assert.equal(result.total, 0, "three slips are too many");
    else assert.deepEqual(result.mended, [{ from: typed, to: "lighthouse" }]);
  }
});

test("one slip is a letter more, less, other, or a swap of neighbours, and nothing else", () => {
  for (const near of ["arbour", "harbours", "harbor", "hrabour", "harbuor", "xharbour", "harboux"]) {
    assert.equal(isOneSlip("harbour", near), true, near);
    assert.equal(isOneSlip(near, "harbour"), true, near);
  }
  for (const far of ["harbour", "rabhour", "harboxx", "hharbourr", "bour"])
    assert.equal(isOneSlip("harbour", far), false, far);
});

test("section, topic, place and year narrow the hits, with words or without", async () => {
  const engine = await opened;
  assert.deepEqual(await titlesOf(engine, "winter", { section: "world" }), ["Harbour council votes"]);
  assert.deepEqual(await titlesOf(engine, "", { topic: "sailing" }), ["Crossing the winter sea"]);
  assert.deepEqual(await titlesOf(engine, "", { place: "port-ansel" }), ["Bread"]);
  assert.deepEqual(await titlesOf(engine, "", { year: 2020 }), ["Election night"]);
  assert.deepEqual(await titlesOf(engine, "winter", { year: 2020 }), []);
  assert.deepEqual(await titlesOf(engine, "", { year: 1999 }), []);
  assert.deepEqual((await engine.filters()).years, [2024, 2020]);
  assert.deepEqual((await engine.longFilters()).places, [["port-ansel", "Port Ansel", 1]]);
});

test("a word in the title counts more than the same word in the body; by date, the newest comes first", async () => {
  const engine = await opened;
  assert.equal((await titlesOf(engine, "crossing"))[0], "Crossing the winter sea");
  assert.deepEqual(await titlesOf(engine, "winter", { sort: "date" }), [
    "Bread",
    "Crossing the winter sea",
    "Harbour council votes",
  ]);
});

test("strange queries find nothing and break nothing", async () => {
  const engine = await opened;
  for (const query of [
    "",
    " ",
    '"',
    '""',
    "-",
    '-"',
    "#s:world",
    "constructor",
    "__proto__",
    "a".repeat(500),
    "😀",
    "\ud800",
  ]) {
    assert.equal((await engine.search({ query, typing: true, limit: 10 })).total, 0, JSON.stringify(query));
  }
});

test("a word in the title outweighs a word that is all over a longer text", async () => {
  const long = "A stage full of salt. ".repeat(60);
  const documents = [
    article({ title: "Quay reopens after ten months", body: "Ships came in." }),
    article({ title: "A review", standfirst: "At the quay theatre.", body: `The quay. ${long} The quay, a quay.` }),
  ];
  const engine = await openIndex((await buildIndex(documents)).files);
  assert.deepEqual(await titlesOf(engine, "quay"), ["Quay reopens after ten months", "A review"]);
});
