import assert from "node:assert/strict";
import test from "node:test";
import { renderBody, selectParagraphs, selectReferences } from "../../src/article/body.ts";
import { parserFor } from "../../src/article/body-parser.ts";
import { withoutNotes } from "../../src/article/editor-notes.ts";
import { selectTagFindings } from "../../src/article/inline-html.ts";
import { parseArticle } from "../../src/article/parse.ts";

const draw = (markdown: string) =>
  renderBody(markdown, { lang: "en", link: (href) => (href === "2026/11/x" ? "../x.html" : undefined) }).toString();
const told = (markdown: string) => selectTagFindings(parserFor("en").parse(markdown, {}));
const context = {
  timeZone: "UTC",
  language: "en",
  languages: ["en"],
  sections: undefined,
  topics: new Map<string, string>(),
};

const PARAGRAPHS: Readonly<Record<string, string>> = {
  "CO<sub>2</sub> at <kbd>F1</kbd>": "CO<sub>2</sub> at <kbd>F1</kbd>",
  '<abbr title="World Trade Forum">WTF</abbr>': '<abbr title="World Trade Forum">WTF</abbr>',
  "*a <mark>b</mark>*": "<em>a <mark>b</mark></em>",
  "<ruby>漢<rt>kan</rt></ruby>": "<ruby>漢<rt>kan</rt></ruby>",
  "one<br/>two": "one<br>\ntwo",
  '<a href="2026/11/x">words</a>': '<a href="../x.html">words</a>',
  '<a href="https://example.org/">words</a>':
    '<a href="https://example.org/" class="external" rel="external">words</a>',
};
for (const [typed, printed] of Object.entries(PARAGRAPHS)) {
  test(`a harmless tag means what it says: ${typed}`, () => {
    assert.equal(draw(typed), `<p>${printed}</p>\n`);
    assert.deepEqual(told(typed), []);
  });
}

test("a harmless tag loses what is not harmless, and the editor is told; classes and styles go without a word", () => {
  const typed = '<b class="x" style="color:red" onclick="run()">loud</b>';
  assert.equal(draw(typed), "<p><b>loud</b></p>\n");
  assert.deepEqual(
    told(typed).map(({ fault }) => fault),
    ["onclick is left out of the tag"],
  );
});

for (const typed of [
  '<font color="red">x</font>',
  "a <sub>never closed",
  "closed</sub> never opened",
  "*crossed <sub>b* c</sub>",
  '<a href="javascript:run()">x</a>',
  '<a href="https://example.org">a <a href="https://example.org">b</a>',
  '<img src="https://elsewhere.example/p.gif" alt="spy">',
  '<img src="a.jpg" alt="" onerror="run()">',
  "<!DOCTYPE html>",
  "<x-card>",
]) {
  test(`what is no harmless tag is shown as text and told: ${typed}`, () => {
    assert.notEqual(told(typed).length, 0);
    for (const { found } of told(typed)) assert.ok(typed.includes(found) && found.startsWith("<"));
    assert.ok(!/<(?:font|img|x-card|!|a href="javascript)/.test(draw(typed)));
  });
}

test("a tag that is told is told with its line", () => {
  assert.deepEqual(
    told("First.\n\nSecond\nline <blink>x\nthird").map(({ line, found }) => [line, found]),
    [[3, "<blink>"]],
  );
});

test("less-than signs in prose are no tags", () => {
  assert.equal(draw("1 < 2, a<b, 3 <4"), "<p>1 &lt; 2, a&lt;b, 3 &lt;4</p>\n");
  assert.deepEqual(told("1 < 2, a<b, 3 <4"), []);
});

test("a picture typed as a tag is a picture below media/", () => {
  assert.deepEqual(selectReferences('<img src="2026/quay.jpg" alt="A quay" width="800">', "en").images, [
    { src: "2026/quay.jpg", alt: "A quay", line: 0 },
  ]);
});

test("details unfold, and hold Markdown", () => {
  assert.equal(
    draw(
      "<details>\n<summary>The *terms*</summary>\n\n- one\n\n<details><summary>inner</summary>x</details>\n\n</details>\n\nAfter",
    ),
    "<details>\n<summary>The <em>terms</em></summary>\n<ul>\n<li>one</li>\n</ul>\n<details>\n<summary>inner</summary>\n<p>x</p>\n</details>\n</details>\n<p>After</p>\n",
  );
  assert.deepEqual(selectParagraphs("<details>\n<summary>S</summary>\n\nT\n\n</details>", "en"), ["S", "T"]);
  assert.deepEqual(
    told("<details>\n<summary>S</summary>\n\nT <blink>\n\n</details>").map(({ line }) => line),
    [3],
  );
});

test("details that stay open are shown as text", () => {
  assert.equal(draw("<details>\n\nx"), "<p>&lt;details&gt;</p>\n<p>x</p>\n");
});

for (const typed of [
  "Text <!-- NOTE --> goes on",
  "Text\n<!-- NOTE\n\n- NOTE\n\n## 10:00 NOTE -->\ngoes on",
  "Text <!-- NOTE\n\n```\n\nNOTE --> goes on",
  "- Text\n\n    <!-- NOTE -->\n- goes on",
  "> Text <!--NOTE\n> NOTE--> goes on",
  "``` `a` Text <!-- NOTE --> goes on",
  "| Text | goes on |\n|---|---|\n| a | <!-- NOTE --> |",
]) {
  test(`a note to colleagues is not in the text: ${JSON.stringify(typed)}`, () => {
    const { text } = withoutNotes(typed);
    assert.ok(!text.includes("NOTE"));
    assert.equal(text.split("\n").length, typed.split("\n").length, "as many lines as before");
    assert.match(text, /Text/);
  });
}

test("in code, a note is what the article shows", () => {
  for (const typed of ["`<!-- shown -->`", "```html\n<!-- shown -->\n```", "    <!-- shown -->", "\\<!-- shown -->"])
    assert.equal(withoutNotes(typed).text, typed);
});

test("what the notes' own scanner takes for code is not printed either, where it is none", () => {
  assert.ok(!draw("a <!-- NOTE --> b <!-- NOTE").includes("NOTE"));
});

test("a note that does not end is an error with its line, since nobody knows where the readers' text goes on", () => {
  const parsed = parseArticle(
    Buffer.from("---\ntitle: T\ndate: 2026-11-20\n---\n\nText\n\n<!-- to Ana: check this\n\nMore"),
    "articles/2026/11/a.md",
    context,
  );
  assert.ok("problems" in parsed);
  assert.deepEqual(
    parsed.problems.map(({ line, fault }) => [line, fault]),
    [[8, "begins a note to colleagues that does not end"]],
  );
});
