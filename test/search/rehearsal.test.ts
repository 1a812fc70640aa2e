import assert from "node:assert/strict";
import test from "node:test";
import { searchMadeUp } from "../../src/search/read/made-up-index.ts";
import { stemmerOf } from "../../src/search/write/stemmers.ts";

for (const lang of ["en", "ar", "fi", "hu", "ru", "tr", "zh"]) {
  test(`a rehearsal in ${lang} goes the way of a search that finds a page of hits, and loads its stemmer alone`, async () => {
    const stem = stemmerOf(lang);
    const asked: string[] = [];
    const root = {
      segments: [],
      stemmers: stem === undefined ? {} : { [lang]: "stem" },
      sections: {},
      timeZone: "UTC",
    };
    const { hits, total, mode, mended } = await searchMadeUp(root, lang, async (key) => {
      asked.push(key);
      return stem;
    });
    assert.deepEqual(asked, stem === undefined ? [] : ["stem"]);
    assert.deepEqual([total, hits.length, mode, mended.length], [512, 10, "all", 0]);
    assert.ok(hits.every((hit) => hit.title.filter((piece) => piece.marked).length === 2));
  });
}
