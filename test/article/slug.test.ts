import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { foldName, isSlug, slugOf } from "../../src/article/slug.ts";
import "../fixed-seed.ts";

const WRITTEN: readonly (readonly [name: string, lang: string | undefined, slug: string])[] = [
  ["Łódź & the Sea", undefined, "lodz-the-sea"],
  ["O’Neill's café, U.S.", "en", "oneills-cafe-us"],
  ["Жители порта", "ru", "zhiteli-porta"],
  ["Згода: їжак і гриби", "uk", "zhoda-yizhak-i-hryby"],
  ["Щастие", "bg", "shtastie"],
  ["Щастя", "uk", "shchastia"],
  ["Ђаковица и џеп", "sr", "djakovica-i-dzep"],
  ["Νέα της ημέρας", "el", "nea-tis-imeras"],
  ["أخبار الميناء", "ar", "akhbar-almyna"],
  ["港口新闻", "zh", "gang-kou-xin-wen"],
  ["부산 항구", "ko", "busan-hanggu"],
  ["ბათუმი", "ka", "batumi"],
  ["COVID в порту", "ru", "covid-v-portu"],
  ["2031 год", "ru", "2031-god"],
  ["१२ मई", "hi", "12-mi"],
  ["C++", undefined, "c-plus-plus"],
  ["C#", undefined, "c-sharp"],
  ["F# 9", undefined, "f-sharp-9"],
  ["LGBTQ+", undefined, "lgbtq-plus"],
  ["a+b", undefined, "a-b"],
  ["#MeToo", undefined, "metoo"],
  ["aux", undefined, "aux-1"],
];

for (const [name, lang, slug] of WRITTEN)
  test(`${name} stands in addresses as ${slug}`, () =>
    assert.equal(slugOf(name, lang === undefined ? {} : { lang }), slug));

test("names keep their own letters where the site says so, Latin ones without their marks", () => {
  const own = (name: string) => slugOf(name, { lang: "ru", letters: "unicode" });
  assert.equal(own("Новости: «Ёлка» и café"), "новости-ёлка-и-cafe");
  assert.equal(own("Új Йод"), "uj-йод");
});

test("a name that has no letter to write gets its code, always the same", () => {
  assert.match(slugOf("🚢"), /^[2-9a-z]{7}$/);
  assert.equal(slugOf("🚢"), slugOf("🚢"));
});

test("any name gives one that may stand in an address, in either way of writing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("ru", "ar", "zh", "en"), (name, lang) => {
      assert.match(slugOf(name, { lang }), /^[a-z0-9]+(-[a-z0-9]+)*$/);
      const own = slugOf(name, { lang, letters: "unicode" });
      assert.ok(own.length <= 60 && own === own.normalize("NFC") && !/[\s/\\?#%.]/.test(own), own);
    }),
    { numRuns: 300 },
  );
});

test("a slug may be set in any script, in lower case, without blanks and signs", () => {
  for (const good of ["harbour", "порт-янтарь", "أخبار", "港口"]) assert.ok(isSlug(good), good);
  for (const bad of ["Порт", "a b", "a/b", "-a", "a--b", "con", "a.b", ""]) assert.ok(!isSlug(bad), bad);
});

test("names are one where only case, accents and punctuation differ", () => {
  for (const [one, other] of [
    ["Café", "cafe"],
    ["U.S.", "US"],
    ["Port-Amber", "port amber"],
    ["Climate", "CLIMATE"],
  ] as const)
    assert.equal(foldName(one), foldName(other));
  for (const [one, other] of [
    ["C", "C++"],
    ["Наука", "Nauka"],
    ["经济", "竞技"],
  ] as const)
    assert.notEqual(foldName(one), foldName(other));
});
