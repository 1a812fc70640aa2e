import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import { renderBody } from "../../src/article/body.ts";
import { splitByline } from "../../src/article/byline.ts";
import { setLine } from "../../src/article/typography.ts";

const render = (markdown: string, lang = "en"): string => renderBody(markdown, { lang }).toString().trim();
const line = (text: string, lang: string): string => render(text, lang).replace(/^<p>|<\/p>$/g, "");

/** As typed, and as it is set; the same in a text and in a headline. */
const SET: readonly (readonly [lang: string, typed: string, set: string])[] = [
  ["en", "The '80s and the '90s", "The ’80s and the ’90s"],
  ["en", "rock 'n' roll, 'tis said, get 'em 'til then", "rock ’n’ roll, ’tis said, get ’em ’til then"],
  ["en", `"It's 'here'," she said`, "“It’s ‘here’,” she said"],
  ["fr", "L'Assemblée vote : oui !", "L’Assemblée vote\u00a0: oui\u202f!"],
  ["fr", '"Bonjour !" dit-il ; vraiment ?', "«\u00a0Bonjour\u202f!\u00a0» dit-il\u202f; vraiment\u202f?"],
  ["fr", "« Aussi en English »", "«\u00a0Aussi en English\u00a0»"],
  ["fr", "50 % de 10 000 000 €, à 12:30", "50\u00a0% de 10\u202f000\u202f000\u00a0€, à 12:30"],
  ["fr", "En 2026 300 personnes", "En 2026 300 personnes"],
  ["en", "Really ! 10 000 %", "Really ! 10 000 %"],
  ["de", '"Hallo"', "„Hallo“"],
];

test("quotation marks, apostrophes and spaces are those of the language, in texts as in headlines", () => {
  for (const [lang, typed, set] of SET) {
    assert.equal(line(typed, lang), set, typed);
    assert.equal(setLine(typed, lang), set, typed);
  }
});

test("a headline loses no word and gains no markup, and setting it again changes nothing", () => {
  const words = (text: string) => text.replace(/[^\p{L}\d]+/gu, "");
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("'", '"', "a", " ", "90s", "n", "!", "«", "»", "<b>", "*", "1", "000", "&amp;"), {
        maxLength: 12,
      }),
      (parts) => {
        const typed = parts.join("");
        for (const lang of ["en", "fr"]) assert.equal(words(setLine(typed, lang)), words(typed));
      },
    ),
    { numRuns: 300 },
  );
  assert.equal(setLine("<b>A</b> *b* [c](d) &amp;", "en"), "<b>A</b> *b* [c](d) &amp;");
});

test("a bare address is a link, without what follows it; a name with a dot is none", () => {
  assert.equal(
    render("See https://example.org/a?b=1. Or (https://example.org/c), note.md, x@y.example."),
    '<p>See <a href="https://example.org/a?b=1" class="external" rel="external">https://example.org/a?b=1</a>. Or (<a href="https://example.org/c" class="external" rel="external">https://example.org/c</a>), note.md, x@y.example.</p>',
  );
});

test("stress ends beside the punctuation of Chinese, Japanese and Korean", () => {
  for (const [typed, strong] of [
    ["**注意。**次", "注意。"],
    ["**（重要）**です", "（重要）"],
    ["**「港」**이다", "「港」"],
  ])
    assert.ok(render(typed ?? "").includes(`<strong>${strong}</strong>`), typed);
});

test("a block that runs against its text says so, and code runs from left to right", () => {
  assert.equal(render("مرحبا\n\nHello"), '<p dir="auto">مرحبا</p>\n<p>Hello</p>');
  assert.equal(
    render("- Hello\n\n# Port\n", "ar"),
    '<ul>\n<li dir="auto">Hello</li>\n</ul>\n<h2 dir="auto" id="h-port">Port</h2>',
  );
  assert.equal(render("`x`", "ar"), '<p dir="auto"><code dir="ltr">x</code></p>');
  assert.equal(render("```\nlet a;\n```", "ar"), '<pre dir="ltr"><code dir="ltr">let a;\n</code></pre>');
  assert.equal(render("```js\nlet a;\n```"), '<pre><code class="language-js">let a;\n</code></pre>');
});

test("a byline of several people in one line is several people, where that is certain", () => {
  const people: readonly (readonly [string, readonly string[]])[] = [
    ["By Ana Bell and Jo Reth", ["Ana Bell", "Jo Reth"]],
    ["Par Ana Bell, Jo Reth et Mara Ellin", ["Ana Bell", "Jo Reth", "Mara Ellin"]],
    ["Von Ana von der Au und Jo Reth", ["Ana von der Au", "Jo Reth"]],
    ["Ana Bell", ["Ana Bell"]],
    ["By Ana Bell", ["Ana Bell"]],
    ["By Northline staff", ["Northline staff"]],
  ];
  for (const [typed, names] of people) assert.deepEqual(splitByline(typed), { names, unsure: false }, typed);
  for (const typed of ["Northline and agencies", "Ana Bell, Northline"])
    assert.deepEqual(splitByline(typed), { names: [typed], unsure: true });
});
