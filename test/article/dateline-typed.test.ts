import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import type { Dateline } from "../../src/article/article.ts";
import { parseDateline, recogniseDateline, renderDateline } from "../../src/article/dateline.ts";

/** Place, region or country, agency, date. An empty place: printed as typed, without a place. */
type Row = readonly [typed: string, place: string, around?: string, agency?: string, date?: string];

const KINDS: Readonly<Record<string, readonly Row[]>> = {
  "the newsroom's own agency, whatever its letters": [
    ["LINDAU (Le Phare)", "LINDAU", "", "Le Phare"],
    ["Lindau (le phare)", "Lindau", "", "le phare"],
    ["OSTHAMN (7.port)", "OSTHAMN", "", "7.port"],
    ["LINDAU (12 Lignes)", "LINDAU", "", "12 Lignes"],
    ["Port Amber (Lab)", "Port Amber", "", "Lab"],
    ["LINDAU (l'Écho – radio)", "LINDAU", "", "l'Écho – radio"],
    ["LINDAU («Le Phare»)", "LINDAU", "", "Le Phare"],
    ["LINDAU (Le Phare (web))", "LINDAU", "", "Le Phare (web)"],
    ["LINDAU (Le Phare avec Meridian)", "LINDAU", "", "Le Phare avec Meridian"],
    ["LINDAU (Le Phare/Meridian)", "LINDAU", "", "Le Phare/Meridian"],
    ["LINDAU (Le Phare, avec agences)", "LINDAU", "", "Le Phare, avec agences"],
  ],
  "places that look like none": [
    ["lindau (Le Phare)", "lindau", "", "Le Phare"],
    ["À BORD DE L'ALBA (Le Phare)", "À BORD DE L'ALBA", "", "Le Phare"],
    ["EN MER (Le Phare)", "EN MER", "", "Le Phare"],
    ["L'ESCALE (Le Phare)", "L'ESCALE", "", "Le Phare"],
    ["’s-Gravensand (Meridian)", "’s-Gravensand", "", "Meridian"],
    ["KM 12 (Le Phare)", "KM 12", "", "Le Phare"],
    ["MARS (Le Phare)", "MARS", "", "Le Phare"],
    ["EXCLUSIVE (Le Phare)", "EXCLUSIVE", "", "Le Phare"],
    ["US (Lab)", "US", "", "Lab"],
    ["QUELQUE PART SUR LA CÔTE (Le Phare)", "QUELQUE PART SUR LA CÔTE", "", "Le Phare"],
    ["г. Приморск (7.port)", "г. Приморск", "", "7.port"],
    ["กรุงเทพฯ (ข่าว)", "กรุงเทพฯ", "", "ข่าว"],
    ["LINDAU (IVe) (Le Phare)", "LINDAU (IVe)", "", "Le Phare"],
  ],
  "two places": [
    ["OSTHAMN/LINDAU (Le Phare)", "OSTHAMN/LINDAU", "", "Le Phare"],
    ["OSTHAMN et LINDAU (Le Phare)", "OSTHAMN et LINDAU", "", "Le Phare"],
    ["OSTHAMN, LINDAU (Le Phare)", "OSTHAMN, LINDAU", "", "Le Phare"],
    ["Lyon, Marseille (Le Phare)", "Lyon, Marseille", "", "Le Phare"],
    ["OSTHAMN & LINDAU (Meridian)", "OSTHAMN & LINDAU", "", "Meridian"],
  ],
  "days, with what leads into them": [
    ["LINDAU, 3 mai (Le Phare)", "LINDAU", "", "Le Phare", "3 mai"],
    ["LINDAU, le 3 mai (Le Phare)", "LINDAU", "", "Le Phare", "3 mai"],
    ["LINDAU, le mardi 3 mai 2026 (Le Phare)", "LINDAU", "", "Le Phare", "mardi 3 mai 2026"],
    ["LINDAU, 1er mai (Le Phare)", "LINDAU", "", "Le Phare", "1er mai"],
    ["Lindau, den 3. Mai (Le Phare)", "Lindau", "", "Le Phare", "3. Mai"],
    ["LINDAU, mai 2026 (Le Phare)", "LINDAU", "", "Le Phare", "mai 2026"],
    ["LINDAU, 2026-05-03 (Le Phare)", "LINDAU", "", "Le Phare", "2026-05-03"],
    ["LINDAU (Le Phare, 3 mai)", "LINDAU", "", "Le Phare", "3 mai"],
    ["Приморск, 3 мая (7.port)", "Приморск", "", "7.port", "3 мая"],
    ["北京，5月3日（海港报）", "北京", "", "海港报", "5月3日"],
    ["Lindau, le 3 mai 2026", "Lindau", "", "", "3 mai 2026"],
    ["RUE DU 4 SEPTEMBRE (Le Phare)", "RUE DU 4 SEPTEMBRE", "", "Le Phare"],
  ],
  "regions and countries, with articles, stops and brackets": [
    ["GRONINGEN, the Netherlands", "GRONINGEN", "the Netherlands"],
    ["SOUFRIERE, St. Lucia, June 3", "SOUFRIERE", "St. Lucia", "", "June 3"],
    ["TUNIS (Tunisie)", "TUNIS", "Tunisie"],
    ["KYIV (Ukraine) (Le Phare)", "KYIV", "Ukraine", "Le Phare"],
    ["PRÈS D'ODESA, Ukraine (Le Phare)", "PRÈS D'ODESA", "Ukraine", "Le Phare"],
    ["с. Заречное, Северная область (7.port)", "с. Заречное", "Северная область", "7.port"],
    ["ATLANTA, Georgia (Le Phare)", "ATLANTA", "Georgia", "Le Phare"],
    ["TBILISI, Georgia (Le Phare)", "TBILISI", "Georgia", "Le Phare"],
  ],
  "an agency without brackets": [
    ["ПРИМОРСК, 3 мая — 7.port", "ПРИМОРСК", "", "7.port", "3 мая"],
    ["OSTHAMN, May 3. /7.port/", "OSTHAMN", "", "7.port", "May 3"],
    ["Приморск. 3 мая. 7.port", "Приморск", "", "7.port", "3 мая"],
    ["LINDAU — Le Phare", "LINDAU", "", "Le Phare"],
    ["Lindau, Le Phare", "Lindau", "", "Le Phare"],
    ["LINDAU [Le Phare]", "LINDAU", "", "Le Phare"],
  ],
  "what cannot be taken apart": [
    ["Lindau, de notre envoyée spéciale", ""],
    ["From our correspondent in Lindau", ""],
    ["Von unserem Korrespondenten in Lindau", ""],
    ["Notre correspondant à Lindau (Le Phare)", "", "", "Le Phare"],
    ["Le ministre a dit que la ville était calme", ""],
    ["LINDAU (Le Phare) – Le ministre a dit", ""],
    ["(Le Phare)", ""],
    ["3 mai (Le Phare)", ""],
    ["x".repeat(200), ""],
  ],
};

for (const [kind, rows] of Object.entries(KINDS)) {
  test(`front matter takes ${kind}, and prints it as typed`, () => {
    for (const [typed, place, around = "", agency = "", date = ""] of rows) {
      const read = parseDateline(typed, "Le Phare");
      const parts = [read.place ?? "", read.region ?? read.country ?? "", read.agency ?? "", read.date ?? ""];
      assert.deepEqual(parts, [place, around, agency, date], typed);
      assert.equal(renderDateline(read), typed);
    }
  });
}

test("the sign that closes a typed dateline is not of it", () => {
  for (const sign of [" –", " -", ":", " —", " :"]) {
    assert.deepEqual(parseDateline(`Lindau (7.port)${sign}`), { place: "Lindau", agency: "7.port" }, sign);
  }
});

test("what is typed always reads, and is printed as typed but for its sign and ornaments", () => {
  const word = fc.constantFrom(
    "PARIS",
    "Lindau",
    "le",
    "3",
    "mai",
    "(",
    ")",
    "(AP)",
    ",",
    ".",
    "—",
    "/",
    "St.",
    "du",
    "«",
    "٣",
    "北京",
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const read: Dateline = parseDateline(words.join(" "));
      assert.ok(read.place !== undefined || read.printed !== undefined);
      assert.ok(words.join(" ").includes(renderDateline(read)));
      assert.deepEqual(parseDateline(renderDateline(read)), read);
    }),
    { numRuns: 500 },
  );
});

test("the guards of the intake still hold", () => {
  for (const text of ["EXCLUSIVE (Le Phare)", "MARS (Le Phare)", "Port Amber (Lab)"])
    assert.equal(recogniseDateline(text), undefined, text);
});
