import assert from "node:assert/strict";
import test from "node:test";
import { renderBody, selectParagraphs, selectReferences } from "../../src/article/body.ts";
import { renderComment } from "../../src/article/comment-text.ts";
import { html } from "../../src/html.ts";

const draw = (markdown: string, lang = "en") =>
  renderBody(markdown, { lang, link: (href) => (href === "2021/01/x" ? "../x.html" : undefined) }).toString();

test("the dateline stands at the head of the first paragraph, after a figure if one comes first", () => {
  const body = renderBody('![a quay](q.jpg "C")\n\nFirst.\n\nSecond.', {
    lang: "en",
    dateline: html`<b>PORT</b> –`,
    image: (src) => html`<figure>${src}</figure>`,
  }).toString();
  assert.equal(body, '<figure>q.jpg</figure>\n<p class="first"><b>PORT</b> – First.</p>\n<p>Second.</p>\n');
});

test("a text without a paragraph still prints its dateline", () => {
  assert.equal(
    renderBody("- one", { lang: "en", dateline: html`PORT –` }).toString(),
    '<p class="first">PORT –</p>\n<ul>\n<li>one</li>\n</ul>\n',
  );
});

const QUOTED: Readonly<Record<string, string>> = {
  en: "“A ‘b’ c”",
  de: "„A ‚b‘ c“",
  ru: "«A „b“ c»",
  fr: "«\u00a0A ‹\u00a0b\u00a0› c\u00a0»",
  es: "«A “b” c»",
  ar: "«A ‹b› c»",
};
for (const [lang, expected] of Object.entries(QUOTED)) {
  test(`straight quotation marks become those of ${lang}`, () =>
    assert.equal(draw("\"A 'b' c\"", lang).replace(' dir="auto"', ""), `<p>${expected}</p>\n`));
}

test("a block quote gives its last line to its speaker", () => {
  assert.equal(
    draw("> We wait.\n> — Ana Bell, mayor"),
    '<figure class="quote"><blockquote>\n<p>We wait.</p>\n</blockquote><figcaption>Ana Bell, mayor</figcaption></figure>\n',
  );
  assert.equal(
    draw("> We wait.\n>\n> — Ana Bell"),
    '<figure class="quote"><blockquote>\n<p>We wait.</p>\n</blockquote><figcaption>Ana Bell</figcaption></figure>\n',
  );
});

test("a block quote that begins with [!pull] is a pull quote", () => {
  assert.equal(draw("> [!pull]\n> Nobody saw it."), '<figure class="pull-quote">\n<p>Nobody saw it.</p>\n</figure>\n');
});

test("subheads have ids of their own, twins among them", () => {
  assert.equal(
    draw("## The quay\n\n## The quay\n\n# Top"),
    '<h2 id="h-the-quay">The quay</h2>\n<h2 id="h-the-quay-2">The quay</h2>\n<h2 id="h-top">Top</h2>\n',
  );
});

test("tables scroll in a named region and align without inline styles", () => {
  const table = draw("| a | b |\n|---|--:|\n| 1 | 2 |");
  assert.match(table, /^<section class="table" tabindex="0" aria-label="Table"><table>/);
  assert.match(table, /<td class="number">2<\/td>/);
  assert.ok(!table.includes("style="));
});

test("links that leave the site are marked, those to articles resolved, those to nothing printed as words", () => {
  assert.equal(
    draw("[a](https://example.org/) [b](2021/01/x) [c](2021/01/gone)"),
    '<p><a href="https://example.org/" class="external" rel="external">a</a> <a href="../x.html">b</a> <span>c</span></p>\n',
  );
});

const ATTACKS = [
  "<script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt&colon;alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "![x](javascript:alert(1))",
  "<img src=x onerror=alert(1)>",
  "[x](vbscript:x)",
  "[x](//evil.example/)",
  "[x](/etc/passwd)",
  '[x](https://a.example/"onmouseover="alert(1))',
  '<https://a.example/"><script>alert(1)</script>>',
  "## <img src=x onerror=alert(1)>",
];
for (const attack of ATTACKS) {
  test(`harmless in a text and in a comment: ${attack}`, () => {
    for (const markup of [draw(attack), renderComment(attack).toString()]) {
      assert.ok(!/<(script|img|iframe|svg)\b/i.test(markup), markup);
      assert.ok(!/<[^>]*\son\w+\s*=/i.test(markup.replace(/"[^"]*"/g, '""')), markup);
      assert.ok(!/href="(?!https?:|mailto:|#|\.\.\/)/i.test(markup), markup);
    }
  });
}

test("references are found without rendering, each once", () => {
  assert.deepEqual(selectReferences("![a](p.jpg) [b](2021/01/x) [c](2021/01/x) [d](https://e.example)", "en"), {
    images: [{ src: "p.jpg", alt: "a", line: 0 }],
    links: ["2021/01/x"],
    outward: ["https://e.example"],
  });
  assert.deepEqual(selectReferences("Plain.", "en"), { images: [], links: [], outward: [] });
});

test("paragraphs are the plain text of the body", () => {
  assert.deepEqual(
    selectParagraphs('A *b* [c](https://x.example).\n\n![p](p.jpg "C | D")\n\n> Q\n> — S\n\n- i', "en"),
    ["A b c.", "Q", "i"],
  );
});

test("footnotes lead there and back", () => {
  const markup = draw("A[^1] b[^1].\n\n[^1]: Note.");
  assert.match(markup, /<a href="#fn-1" id="fnref-1">1<\/a>.*<a href="#fn-1" id="fnref-1-2">1<\/a>/);
  assert.match(markup, /<section class="footnotes" aria-label="Notes"><ol><li id="fn-1">/);
});

test("where the corner of a table is empty, the first cell of each row heads it", () => {
  const table = draw("| | Ships |\n|---|--:|\n| Kessel | 9 |\n| | 8 |");
  assert.match(table, /<tr>\n<td><\/td>\n<th scope="col" class="number">Ships<\/th>/);
  assert.match(table, /<th scope="row">Kessel<\/th>\n<td class="number">9<\/td>/);
  assert.match(table, /<td><\/td>\n<td class="number">8<\/td>/);
  assert.doesNotMatch(draw("| Port | Ships |\n|---|--:|\n| Kessel | 9 |"), /scope="row"/);
});
