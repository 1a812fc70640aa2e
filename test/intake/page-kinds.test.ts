/** Kinds of pages that once lost a part of their text, told in pages made for it. */
import assert from "node:assert/strict";
import test from "node:test";
import { readHtml } from "../../src/intake/page/html.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";

const SENTENCES = [
  "The harbour master of Varn said on Monday that the old crane would be taken down before the autumn storms come in.",
  "It was built by two brothers who had learned their trade on the river, and it lifted stone for the whole of the coast.",
  "The council had asked three firms for an offer, and only one of them answered before the end of the month of May.",
  "People who live by the quay have written to the mayor, since the crane is what they see first when they come home.",
  "A museum in the next town would take the iron, though it has no money to bring it there, its keeper wrote in a letter.",
  "The firm that was chosen begins in September and needs six weeks, in which boats will land at the northern pier.",
  "Nobody can say what will stand there afterwards, the harbour master said, and he does not think that anything will.",
  "The last load that the crane lifted was a bell, which hangs today in the tower of the school above the market.",
];
const paragraphs = (from: number, to: number): string =>
  SENTENCES.slice(from, to)
    .map((text) => `<p>${text}</p>`)
    .join("");

function read(main: string, head = ""): WireItem {
  const page = `<!doctype html><html lang="en"><head><title>Old crane of Varn comes down</title>${head}</head>
    <body><header><a href="/">The Varn Herald</a></header><main>${main}</main><footer><p>© The Varn Herald</p></footer></body></html>`;
  const [item] = readHtml(page);
  assert.ok(item);
  return item;
}
const H1 = "<h1>Old crane of Varn comes down</h1>";

function holdsAll(item: WireItem): void {
  for (const text of SENTENCES) assert.ok(item.body.includes(text), text);
}

test("a box of related links in the middle does not end the text", () => {
  const box = `<div class="x7"><div>More about the harbour</div><ul><li><a href="/a">Storm damages the northern pier</a></li><li><a href="/b">New boats for the pilots</a></li></ul></div>`;
  const item = read(
    `<article>${H1}<section><div class="c1"><div>${paragraphs(0, 4)}</div></div>${box}<div class="c1"><div>${paragraphs(4, 8)}</div></div></section></article>`,
  );
  holdsAll(item);
  assert.ok(!item.body.includes("New boats"));
});

test("text in two containers of one make is joined, and what stands between them is not", () => {
  const between = `<div class="stop"><p>Advertisement</p><a href="#on">Continue reading the main story</a></div>`;
  const item = read(
    `<article>${H1}<div class="part"><div class="text text-1">${paragraphs(0, 3)}</div><aside><h2><a href="/a">Storm damages the northern pier</a></h2></aside></div>${between}<div class="part"><div class="text text-2">${paragraphs(3, 8)}</div></div></article>`,
  );
  holdsAll(item);
  assert.ok(!item.body.includes("Continue reading"));
});

test("a table, a list of terms and code after the last paragraph belong to the text", () => {
  const item = read(
    `<article>${H1}<div class="text">${paragraphs(0, 8)}<table><tr><th>Year</th><th>Loads</th></tr><tr><td>1998</td><td>412</td></tr></table><dl><dt>Old crane</dt><dd>goes in September</dd></dl><pre><code>lift(3)</code></pre></div></article>`,
  );
  holdsAll(item);
  assert.match(item.body, /\| 1998 \| 412 \|/);
  assert.match(item.body, /Old crane[^]*goes in September/);
  assert.match(item.body, /lift\(3\)/);
});

test("what an author says twice in one place stays, and a copy of the text for phones goes", () => {
  const said = `<p>${SENTENCES[0]}</p>`;
  const item = read(`<article>${H1}<div class="text">${paragraphs(0, 4)}${said}${paragraphs(4, 8)}</div></article>`);
  assert.equal(item.body.split(SENTENCES[0] ?? "").length, 3);
  const copied = read(
    `<article>${H1}<div class="a"><div class="lead">${paragraphs(0, 1)}</div><div class="text">${paragraphs(0, 8)}</div></div></article>`,
  );
  assert.equal(copied.body.split(SENTENCES[0] ?? "").length, 2);
});

test("a list of which some items are links and some are words is one of the text", () => {
  const list = `<ul><li><a href="https://elsewhere.example/1">The drawings of the crane</a></li><li>A model of it stands in the town hall, made by a pupil of the school in nineteen sixty.</li><li><a href="https://elsewhere.example/2">The letter of the museum</a></li></ul>`;
  const item = read(`<article>${H1}<div class="text">${paragraphs(0, 5)}${list}${paragraphs(5, 8)}</div></article>`);
  assert.match(item.body, /The drawings of the crane/);
  assert.match(item.body, /The letter of the museum/);
});

test("buttons and archive links beside an author's name are nobody", () => {
  const item = read(
    `<article>${H1}<div class="byline"><a class="author" href="/author/ida-holt/">Ida Holt</a> <a class="author" href="/author/ida-holt/">See all stories</a> <a class="author" href="/author/ida-holt/feed/">Follow</a></div><div class="text">${paragraphs(0, 8)}</div></article>`,
  );
  assert.deepEqual(item.byline, ["Ida Holt"]);
});

test("the name of the paper in a picture is not the headline", () => {
  const item = read(
    `<article><h1><a href="/"><svg viewBox="0 0 9 9"><title>HERALD</title><desc>Herald mark</desc></svg></a></h1><h2 class="headline">Old crane of Varn comes down</h2><div class="text">${paragraphs(0, 8)}</div></article>`,
  );
  assert.equal(item.title, "Old crane of Varn comes down");
});

test("the attribute for machines decides which of two numbers is the month", () => {
  const item = read(
    `<article>${H1}<p class="timestamp"><time datetime="2026-10-04 05:07:09">10/04/2026 05:07 AM EDT</time></p><div class="text">${paragraphs(0, 8)}</div></article>`,
  );
  assert.equal(item.date?.slice(0, 10), "2026-10-04");
});

test("a picture that scripts load late is taken in its widest form", () => {
  const pictures = [
    `<figure><img src="https://cdn.example/60/a.png" alt="A"><noscript><img src="https://cdn.example/1690/a.png" alt="A"></noscript></figure>`,
    `<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="https://cdn.example/b.jpg" alt="B"></figure>`,
    `<picture><source srcset="https://cdn.example/c-1600.webp 1600w"><img src="https://cdn.example/c-400.jpg" srcset="https://cdn.example/c-400.jpg 400w, https://cdn.example/c-1600.jpg 1600w" alt="C"></picture>`,
    `<p><img class="lazy" src="https://cdn.example/blank.gif" data-original="https://cdn.example/d.jpg" alt="D"></p>`,
  ];
  const item = read(
    `<article>${H1}<div class="text">${paragraphs(0, 4)}${pictures.join("")}${paragraphs(4, 8)}</div></article>`,
  );
  assert.deepEqual(
    item.media.map(({ url }) => url?.replace("https://cdn.example/", "")),
    ["1690/a.png", "b.jpg", "c-1600.jpg", "d.jpg"],
  );
});
