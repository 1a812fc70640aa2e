import assert from "node:assert/strict";
import test from "node:test";
import type { SearchDocument } from "../../src/search/write/search-document.ts";
import { article, buildIndex, openIndex, titlesOf } from "./built-index.ts";

/** Whether a query finds an article with this body and no other. */
async function finds(lang: string, body: string, query: string, more: Partial<SearchDocument> = {}): Promise<boolean> {
  const documents = [
    article({ title: "1", lang, body, ...more }),
    article({ title: "2", lang, body: "0 0 0" }),
    article({ title: "3", lang: lang === "en" ? "de" : "en", body }),
  ];
  const engine = await openIndex((await buildIndex(documents)).files);
  const titles = await titlesOf(engine, query, { lang });
  return titles.length === 1 && titles[0] === "1";
}

/** Language, what the article says, what the reader types. */
const SAME: readonly (readonly [lang: string, written: string, typed: string])[] = [
  ["en", "Two ministers resigned.", "minister resigns"],
  ["en", "The U.S. delegation left.", "us delegation"],
  ["en", "The council's vote", "councils"],
  ["en", "The MAYOR spoke at a Café.", "mayor cafe"],
  ["en", "anti-corruption", "corruption"],
  ["en", "the Łódź plant in Curaçao", "lodz curacao"],
  ["de", "Die Häuser wurden verkauft.", "haus"],
  ["de", "Die Straße ist gesperrt.", "strasse"],
  ["de", "Wahlen in Münster", "wahl munster"],
  ["fr", "Les élections présidentielles", "election presidentielle"],
  ["fr", "L’élection d’hier", "élections"],
  ["fr", "une œuvre déclarée", "oeuvre declaree"],
  ["es", "Las presentaciones del año", "presentación"],
  ["es", "La presentación del ministro", "presentacion"],
  ["es", "LA PRESENTACIÓN", "presentaciones"],
  ["ru", "Президента избрали министры", "президент министров"],
  ["ru", "Новый ёж", "новые еж"],
  ["ar", "المدرسة الجديدة", "مدرسه"],
  ["ar", "إعلان أحمد", "اعلان احمد"],
  ["ar", "كِتَابٌ", "كتاب"],
  ["ar", "عام ٢٠٢٤", "2024"],
  ["tr", "IŞIK söndü", "ışık"],
  ["it", "Le elezioni regionali", "elezione"],
  ["he", "שָׁלוֹם", "שלום"],
  ["el", "Οι ειδήσεις", "ειδησεις"],
  ["hi", "सरकार ने", "सरकार"],
  ["ko", "서울 시장", "서울"],
  ["zh", "北京市长宣布了新的交通政策", "交通"],
  ["ja", "東京都知事が会見を開いた", "会見"],
  ["th", "นายกรัฐมนตรีแถลงข่าว", "นายกรัฐมนตรี"],
  ["en", "The paper 新華社 reported", "新華社"],
];

for (const [lang, written, typed] of SAME) {
  test(`${lang}: “${typed}” finds “${written}”`, async () => {
    assert.equal(await finds(lang, written, typed), true);
  });
}

/** What must stay apart. */
const APART: readonly (readonly [lang: string, written: string, typed: string])[] = [
  ["en", "a new harbour", "-harbour new"],
  ["en", "the organisation", "organs"],
  ["mr", "कि", "का"],
  ["th", "ข่าว", "ขาว"],
];

for (const [lang, written, typed] of APART) {
  test(`${lang}: “${typed}” does not find “${written}”`, async () => {
    assert.equal(await finds(lang, written, typed), false);
  });
}

test("news and new are different words in English", async () => {
  const documents = [article({ title: "News of the day" }), article({ title: "New bridge" })];
  const engine = await openIndex((await buildIndex(documents)).files);
  assert.deepEqual(await titlesOf(engine, "news"), ["News of the day"]);
  assert.deepEqual(await titlesOf(engine, "new"), ["New bridge"]);
});

test("a query goes to one language or to all", async () => {
  const documents = [
    article({ title: "Radio in English", lang: "en" }),
    article({ title: "Radio auf Deutsch", lang: "de" }),
  ];
  const engine = await openIndex((await buildIndex(documents)).files);
  assert.deepEqual(engine.languages, ["de", "en"]);
  assert.deepEqual((await titlesOf(engine, "radio")).sort(), ["Radio auf Deutsch", "Radio in English"]);
  assert.deepEqual(await titlesOf(engine, "radio", { lang: "de" }), ["Radio auf Deutsch"]);
  assert.deepEqual(await titlesOf(engine, "radio", { sort: "date" }), ["Radio auf Deutsch", "Radio in English"]);
});
