import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import type { Dateline } from "../../src/article/article.ts";
import { recogniseDateline, renderDateline, takeDateline } from "../../src/article/dateline.ts";

/** As printed, without the closing sign -> its parts. What stands here is also printed back exactly, but for those in `MENDED`. */
const REAL: readonly (readonly [string, Dateline])[] = [
  ["WASHINGTON (Sputnik)", { place: "WASHINGTON", agency: "Sputnik" }],
  ["LA CROSSE, Wis. (AP)", { place: "LA CROSSE", region: "Wis.", agency: "AP" }],
  ["KYIV, Dec 24 (Reuters)", { place: "KYIV", agency: "Reuters", date: "Dec 24" }],
  ["NEW DELHI", { place: "NEW DELHI" }],
  ["DALLAS/FORT WORTH, Texas, March 3", { place: "DALLAS/FORT WORTH", region: "Texas", date: "March 3" }],
  ["MOSCOW, January 15. /TASS/", { place: "MOSCOW", agency: "TASS", date: "January 15" }],
  ["BEIJING, Jan. 15 (Xinhua)", { place: "BEIJING", agency: "Xinhua", date: "Jan. 15" }],
  ["МОСКВА, 15 янв — РИА Новости", { place: "МОСКВА", agency: "РИА Новости", date: "15 янв" }],
  ["Washington (CNN)", { place: "Washington", agency: "CNN" }],
  ["PARIS, 15 January (AFP)", { place: "PARIS", agency: "AFP", date: "15 January" }],
  ["ST. LOUIS, MO., March 5", { place: "ST. LOUIS", region: "MO.", date: "March 5" }],
  ["SANTO DOMINGO, March 4", { place: "SANTO DOMINGO", date: "March 4" }],
  ["COEUR D'ALENE, Idaho (AP)", { place: "COEUR D'ALENE", region: "Idaho", agency: "AP" }],
  ["WINSTON-SALEM, N.C., March 18", { place: "WINSTON-SALEM", region: "N.C.", date: "March 18" }],
  ["McALLEN, Texas (AP)", { place: "McALLEN", region: "Texas", agency: "AP" }],
  ["CALGARY, Alberta, March 6", { place: "CALGARY", region: "Alberta", date: "March 6" }],
  ["WOLFSBURG, West Germany, March 23", { place: "WOLFSBURG", country: "West Germany", date: "March 23" }],
  ["TBILISI, Georgia (AP)", { place: "TBILISI", country: "Georgia", agency: "AP" }],
  ["ATLANTA, Georgia (AP)", { place: "ATLANTA", region: "Georgia", agency: "AP" }],
  [
    "LUCKNOW, Uttar Pradesh, India (PTI)",
    { place: "LUCKNOW", region: "Uttar Pradesh", country: "India", agency: "PTI" },
  ],
  ["LONDON/NEW YORK, Jan 15 (Reuters)", { place: "LONDON/NEW YORK", agency: "Reuters", date: "Jan 15" }],
  ["ABOARD AIR FORCE ONE (AP)", { place: "ABOARD AIR FORCE ONE", agency: "AP" }],
  ["LONDON, Monday (AFP)", { place: "LONDON", agency: "AFP", date: "Monday" }],
  ["ABU DHABI, 15th January, 2021 (WAM)", { place: "ABU DHABI", agency: "WAM", date: "15th January, 2021" }],
  ["Riyadh, January 15, 2021, SPA", { place: "Riyadh", agency: "SPA", date: "January 15, 2021" }],
  ["MADRID, 15 Ene. (EUROPA PRESS)", { place: "MADRID", agency: "EUROPA PRESS", date: "15 Ene." }],
  ["PARIS, 1er février (AFP)", { place: "PARIS", agency: "AFP", date: "1er février" }],
  ["BERLIN, 15. Januar (dpa)", { place: "BERLIN", agency: "dpa", date: "15. Januar" }],
  ["Berlin (dpa/lno)", { place: "Berlin", agency: "dpa/lno" }],
  ["NEW YORK--(BUSINESS WIRE)", { place: "NEW YORK", agency: "BUSINESS WIRE" }],
  ["NEW YORK, Jan. 15, 2021 /PRNewswire/", { place: "NEW YORK", agency: "PRNewswire", date: "Jan. 15, 2021" }],
  ["MOSCOW. Jan 15 (Interfax)", { place: "MOSCOW", agency: "Interfax", date: "Jan 15" }],
  ["Москва. 15 января. ИНТЕРФАКС", { place: "Москва", agency: "ИНТЕРФАКС", date: "15 января" }],
  ["(ANSA) - ROMA, 15 GEN", { place: "ROMA", agency: "ANSA", date: "15 GEN" }],
  ["القاهرة (رويترز)", { place: "القاهرة", agency: "رويترز" }],
  ["باريس، 15 كانون الثاني (أ ف ب)", { place: "باريس", agency: "أ ف ب", date: "15 كانون الثاني" }],
  ["موسكو — سبوتنيك", { place: "موسكو", agency: "سبوتنيك" }],
  ["新华社北京1月15日电", { place: "北京", agency: "新华社", date: "1月15日" }],
  ["[東京 15日 ロイター]", { place: "東京", agency: "ロイター", date: "15日" }],
  ["【北京共同】", { place: "北京", agency: "共同" }],
  ["(서울=연합뉴스)", { place: "서울", agency: "연합뉴스" }],
  ["नई दिल्ली, 15 जनवरी (भाषा)", { place: "नई दिल्ली", agency: "भाषा", date: "15 जनवरी" }],
  ["ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ)", { place: "ΑΘΗΝΑ", agency: "ΑΠΕ-ΜΠΕ" }],
  ["HARBOUR BAY, 3 May (Meridian)", { place: "HARBOUR BAY", agency: "Meridian", date: "3 May" }],
];

const CLOSINGS = ["", " -", " --", " –", " —", " _", ":", "-", "—"];

test("every real form is read into its parts, whatever sign closes it", () => {
  for (const [printed, parts] of REAL) {
    for (const closing of CLOSINGS) assert.deepEqual(recogniseDateline(printed + closing), parts, printed + closing);
  }
});

test("every real form is printed back as its agency prints it", () => {
  for (const [printed, parts] of REAL) assert.equal(renderDateline(parts), printed);
});

test("a dateline at the head of a paragraph is taken off and the sentence is left", () => {
  for (const [printed, parts] of REAL) {
    if (/[电】)]$/u.test(printed) && parts.agency === undefined) continue;
    const taken = takeDateline(`${printed} — 3 ships left the harbour.`);
    assert.deepEqual(taken?.dateline, parts, printed);
    assert.equal(taken?.rest, "3 ships left the harbour.");
    assert.equal(taken?.printed, printed);
    assert.ok(taken.confidence > 0.6 && taken.confidence <= 1);
  }
});

test("printed slips of the wire are read: no comma, no space, a second dash, stars, small letters", () => {
  const slips: readonly (readonly [string, Dateline])[] = [
    ["RICHMOND, Va. Feb 26 -", { place: "RICHMOND", region: "Va.", date: "Feb 26" }],
    ["MINNEAPOLIS, MINN.,March 13 -", { place: "MINNEAPOLIS", region: "MINN.", date: "March 13" }],
    ["CHEVY CHASE, Md., - March 4 -", { place: "CHEVY CHASE", region: "Md.", date: "March 4" }],
    ["****ANTWERP, June 18 -", { place: "ANTWERP", date: "June 18" }],
    ["CHARLOTTE, N.C, March 24 -", { place: "CHARLOTTE", region: "N.C", date: "March 24" }],
    ["Mexico city, april 1 -", { place: "Mexico city", date: "april 1" }],
    ["WASHINGTON D.C. (AP) -", { place: "WASHINGTON", region: "D.C.", agency: "AP" }],
    ["LONDON Jan 15 (Reuters) -", { place: "LONDON", agency: "Reuters", date: "Jan 15" }],
    ["BRUSSEL 15/01 (BELGA) -", { place: "BRUSSEL", agency: "BELGA", date: "15/01" }],
    [
      "New Delhi [India], January 15 (ANI):",
      { place: "New Delhi", country: "India", agency: "ANI", date: "January 15" },
    ],
    ["TOKYO, Jan. 15 Kyodo -", { place: "TOKYO", agency: "Kyodo", date: "Jan. 15" }],
    ["Madrid, 15 ene (EFE).-", { place: "Madrid", agency: "EFE", date: "15 ene" }],
  ];
  for (const [printed, parts] of slips) assert.deepEqual(recogniseDateline(printed), parts, printed);
});

const FALSE = [
  "DEAR ABBY:",
  "BREAKING:",
  "UPDATE 2 -",
  "NASA — the agency —",
  "Q:",
  "A:",
  "EXCLUSIVE (Reuters) -",
  "FACTBOX -",
  "Today -",
  "APRIL 11 -",
  "MAR8 -- --",
  "Jun --- --- ---",
  "NATO (North Atlantic Treaty Organization) —",
  "Jan 15 (Reuters) -",
  "(AP) -",
  "WATCH:",
  "СРОЧНО:",
  "عاجل:",
  "Kommentar:",
  "Opinión:",
];

test("labels, greetings, questions and bodies known by their initials are no datelines", () => {
  for (const text of FALSE) {
    assert.equal(recogniseDateline(text), undefined, text);
    assert.equal(takeDateline(`${text} The minister said so.`), undefined, text);
  }
});

test("a paragraph that simply begins is left alone", () => {
  for (const text of [
    "LONDON-based shippers said on Friday that the harbour was open.",
    "London — the capital — was quiet.",
    "Russia – the largest country – has eleven time zones.",
    "The harbour (Reuters) - was closed.",
    "I went (AP) to sea.",
    "Moscow, Russia's capital, is cold.",
    "Marisol Vey (Labour) said - and meant it - that she would go.",
    "Shr profit 12 cts vs loss three cts",
    "Texas — the state — was dry.",
    "Jean, March 3, said no.",
  ]) {
    assert.equal(takeDateline(text), undefined, text);
  }
});

test("without a closing sign only a listed agency in brackets makes a dateline", () => {
  assert.equal(takeDateline("Washington (CNN)The harbour reopened.")?.rest, "The harbour reopened.");
  assert.equal(takeDateline("Washington (Harbour Club) the members met."), undefined);
});

const anyOf = (values: readonly string[]) => fc.constantFrom(...values);

test("what is printed from parts is read back into the same parts", () => {
  const parts = fc.record(
    {
      place: anyOf([
        "WASHINGTON",
        "La Crosse",
        "ST. PAUL",
        "KYIV",
        "DALLAS/FORT WORTH",
        "Rio de Janeiro",
        "COEUR D'ALENE",
        "Köln",
        "Ростов-на-Дону",
        "القاهرة",
        "Tirana",
      ]),
      region: anyOf(["Wis.", "Texas", "N.Y.", "Alberta", "British Columbia", "Kerala"]),
      country: anyOf(["Ukraine", "West Germany", "Switzerland", "Brazil", "Côte d’Ivoire"]),
      agency: anyOf([
        "Reuters",
        "AP",
        "TASS",
        "PRNewswire",
        "РИА Новости",
        "Interfax",
        "ИНТЕРФАКС",
        "SPA",
        "ANSA",
        "BUSINESS WIRE",
        "dpa/AFP",
        "Harbour Press",
      ]),
      date: anyOf([
        "Dec 24",
        "Jan. 15",
        "15 January",
        "15 янв",
        "January 15, 2021",
        "15. Januar",
        "15 de enero",
        "1er février",
        "15/01",
      ]),
    },
    { requiredKeys: ["place"], noNullPrototype: true },
  );
  fc.assert(
    fc.property(parts, (dateline) => {
      assert.deepEqual(recogniseDateline(renderDateline(dateline)), dateline);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test("no text makes the reader throw, and what it takes off is never lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      recogniseDateline(text);
      const taken = takeDateline(text);
      if (taken !== undefined) assert.ok(text.endsWith(taken.rest) && text.includes(taken.printed));
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test("a dateline is as sure as what was read of it: a listed agency says most, a bare place least", () => {
  const sure: readonly (readonly [paragraph: string, confidence: number])[] = [
    ["LONDON (Reuters) - Ships came.", 0.99],
    ["Port Amber (Reuters) - Ships came.", 0.95],
    ["PORT AMBER (Northline) - Ships came.", 0.9],
    ["LONDON, Jan. 5 - Ships came.", 0.97],
    ["London, Jan. 5 - Ships came.", 0.93],
    ["LONDON - Ships came.", 0.9],
    ["London - Ships came.", 0.7],
    ["London: Ships came.", 0.65],
    ["LONDON (Reuters) Ships came.", 0.85],
  ];
  for (const [paragraph, confidence] of sure) assert.equal(takeDateline(paragraph)?.confidence, confidence, paragraph);
});
