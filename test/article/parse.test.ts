import assert from "node:assert/strict";
import test from "node:test";
import { type ArticleContext, parseArticle } from "../../src/article/parse.ts";
import { renderProblem } from "../../src/article/problem.ts";

const CONTEXT: ArticleContext = {
  timeZone: "Europe/Lisbon",
  language: "en",
  languages: ["en", "ar"],
  sections: new Map([
    ["world", "world"],
    ["economy", "economy"],
  ]),
  topics: new Map([["amber port", "Port Amber"]]),
};
const FILE = "articles/2021/01/harbour-reopens.md";

function parse(front: string, body = "Text.", file = FILE, bytes?: Uint8Array) {
  return parseArticle(bytes ?? new TextEncoder().encode(`---\n${front}\n---\n\n${body}\n`), file, CONTEXT);
}
function problems(front: string): string[] {
  const parsed = parse(front);
  return "problems" in parsed ? parsed.problems.map(renderProblem) : [];
}
function article(front: string) {
  const parsed = parse(front);
  if ("problems" in parsed) throw new assert.AssertionError({ message: parsed.problems.map(renderProblem).join("\n") });
  return parsed.article;
}
const BASE = "title: Harbour\ndate: 2021-01-15T15:45Z\n";

test("an article of two keys is complete", () => {
  const parsed = article(BASE);
  assert.equal(parsed.address, "2021/01/15/harbour-reopens.html");
  assert.match(parsed.shortCode, /^[2-9a-hj-km-np-z]{7}$/);
  assert.equal(parsed.publishedAt, Date.UTC(2021, 0, 15, 15, 45));
  assert.deepEqual(
    [parsed.tags, parsed.related, parsed.discussion, parsed.draft, parsed.body],
    [[], [], "open", false, "Text."],
  );
});

test("every scalar is the text that was typed", () => {
  assert.equal(article("title: 1984\ndate: 2021-01-15\nkicker: no\n").title, "1984");
  assert.equal(article("title: 0123\ndate: 2021-01-15\nkicker: no\n").kicker, "no");
  assert.equal(article("title: 12:30:00\ndate: 2021-01-15\n").title, "12:30:00");
});

test("a bare day is midnight in the site's zone and has no time of day", () => {
  const parsed = article("title: A\ndate: 2021-07-15\n");
  assert.deepEqual(
    [parsed.publishedAt, parsed.dayOnly, parsed.address.slice(0, 10)],
    [Date.UTC(2021, 6, 14, 23), true, "2021/07/15"],
  );
});

test("an alias of a topic folds into its name, once", () => {
  assert.deepEqual(article(`${BASE}tags: [Amber Port, Port Amber, shipping]`).tags, ["Port Amber", "shipping"]);
});

test("each form of a related entry is told apart", () => {
  assert.deepEqual(
    article(
      `${BASE}related:\n  - A headline of old\n  - 2020/12/other\n  - https://example.org/x\n  - {title: T, url: "https://example.org/y", source: S}`,
    ).related.map(({ kind }) => kind),
    ["headline", "path", "link", "link"],
  );
});

const REFUSED: readonly (readonly [title: string, front: string, expected: RegExp])[] = [
  [
    "an unknown key names the nearest known one",
    `${BASE}standfist: x`,
    /:4:1 standfist: is not a known key\. Write `standfirst`/,
  ],
  [
    "an unknown key within a key",
    `${BASE}image: {src: a.jpg, alt: b, captoin: c}`,
    /:4:29 image\.captoin: is not a known key\. Write `caption`/,
  ],
  ["a missing date", "title: A", /date: is missing\. Write 2021-01-15T15:45Z/],
  [
    "a date that does not exist",
    "title: A\ndate: 2021-02-30",
    /:3:1 date: is a date that does not exist \(found "2021-02-30"\)/,
  ],
  [
    "a zone that does not exist",
    "title: A\ndate: 2021-01-15T15:45+99:00",
    /has a zone that does not exist.*Write 2021-01-15T15:45, then Z, or -12:00 to \+14:00/,
  ],
  ["a clock as it is spoken", "title: A\ndate: 2021-01-15 8h05", /is not a date.*Write 2021-01-15T08:05\./],
  ["an end before the beginning", `${BASE}expires: 2021-01-01T00:00Z`, /expires: is not after date/],
  ["updated before date", `${BASE}updated: 2021-01-14`, /:4:1 updated: is before date/],
  ["an unknown section", `${BASE}section: ecomony`, /section: is not a section.*Write `economy`/],
  ["an unknown language", `${BASE}lang: fr`, /lang: is not a language of this site.*en, ar/],
  [
    "a picture that leaves its folder",
    `${BASE}image: {src: ../../etc/passwd, alt: x}`,
    /image\.src: leaves the folder/,
  ],
  ["a slug that leaves its folder", `${BASE}slug: ../x`, /slug: cannot stand in an address/],
  ["a missing text alternative", `${BASE}image: {src: a.jpg}`, /image\.alt: is missing/],
  [
    "an unknown kind of correction",
    `${BASE}corrections:\n  - {date: 2021-01-16, kind: oops, text: t}`,
    /corrections\[0\]\.kind: .*\(found "oops"\)\. Write correction, clarification, update/,
  ],
  ["a related link without an address", `${BASE}related:\n  - {title: x}`, /related\[0\]\.url: is missing/],
  ["an embargo without a time", `${BASE}embargo: 2021-01-15`, /embargo: needs a time of day/],
  [
    "an end before the embargo",
    `${BASE}embargo: 2021-01-16T00:00Z\nexpires: 2021-01-15T00:00Z`,
    /expires: is not after embargo/,
  ],
  ["a flag that is no flag", `${BASE}draft: yes`, /draft: .*\(found "yes"\)\. Write true or false/],
  ["YAML that cannot be read", "title: a: b\ndate: 2021-01-15", /:2:1 title: has a colon in the text/],
  [
    "an alias bomb",
    `${BASE}a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ntags: [*d,*d,*d,*d]`,
    /unfolds into more than 20,000 values/,
  ],
];
for (const [title, front, expected] of REFUSED) {
  test(`refused with the place and what to write: ${title}`, () => {
    const found = problems(front);
    assert.ok(
      found.some((line) => expected.test(line)),
      found.join("\n") || "it was taken",
    );
  });
}

test("all problems of a file come together", () => {
  assert.equal(problems("titel: A\ndate: soon\nsection: nowhere").length >= 2, true);
  assert.equal(problems(`${BASE}updated: never\nsection: nowhere\nlang: xx`).length, 3);
});

for (const language of ["js", "javascript", "coffee", "json", "toml"]) {
  test(`front matter in ${language} is refused, not run`, () => {
    const bytes = new TextEncoder().encode(`---${language}\n{ title: globalThis.ran = true }\n---\nText`);
    const parsed = parse("", "", FILE, bytes);
    assert.ok(
      "problems" in parsed &&
        /could run as a program/.test(renderProblem(parsed.problems[0] ?? { file: "", fault: "", instead: "" })),
    );
    assert.equal("ran" in globalThis, false);
  });
}

test("the same bad file gives the same problem the second time", () => {
  assert.deepEqual(problems("title: [unclosed\ndate: 2021"), problems("title: [unclosed\ndate: 2021"));
  assert.equal(problems("title: [unclosed\ndate: 2021").length, 1);
});

test("bytes that are not UTF-8 are refused with the line", () => {
  const parsed = parse("", "", FILE, Uint8Array.from([...new TextEncoder().encode("---\ntitle: A\n"), 0xff, 0xfe, 10]));
  assert.ok("problems" in parsed && parsed.problems[0]?.line === 3 && /UTF-8/.test(parsed.problems[0].fault));
});

test("a file above 2 MB is refused", () => {
  const parsed = parse("", "", FILE, new Uint8Array(2 * 1024 * 1024 + 1));
  assert.ok("problems" in parsed && /larger than 2 MB/.test(parsed.problems[0]?.fault ?? ""));
});

test("a dateline that cannot be taken apart stops nothing and is told with its line", () => {
  const parsed = parse(`${BASE}dateline: Lindau, de notre envoyée spéciale`);
  assert.ok("article" in parsed);
  assert.deepEqual(parsed.article.dateline, { printed: "Lindau, de notre envoyée spéciale" });
  assert.deepEqual(
    parsed.told.map(({ file, line, key }) => [file, line, key]),
    [[FILE, 4, "dateline"]],
  );
});

test("an article may be updated at the instant of its date, and not before", () => {
  assert.deepEqual(problems(`${BASE}updated: 2021-01-15T15:45Z\n`), []);
  assert.match(problems(`${BASE}updated: 2021-01-15T15:44:59Z\n`).join(), /updated.*is before date/);
});

test("corrections and retractions are set as the texts of their language are", () => {
  const { corrections, retracted } = article(
    `${BASE}corrections: [{date: 2021-01-16, kind: correction, text: 'It''s the "Mole".'}]\nretracted: {date: 2021-01-17, reason: 'We didn''t ask.'}`,
  );
  assert.deepEqual([corrections[0]?.text, retracted?.reason], ["It’s the “Mole”.", "We didn’t ask."]);
});
