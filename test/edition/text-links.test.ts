import assert from "node:assert/strict";
import test from "node:test";
import type { Edition } from "../../src/edition/edition.ts";
import { findLooseEnds } from "../../src/edition/loose-ends.ts";
import { PIXEL, readTiny, renderTiny } from "./tiny-newsroom.ts";

/** Loose ends of texts: the newsroom's languages without an article are another matter. */
const endsOfTexts = (edition: Edition) => findLooseEnds(edition).filter(({ file }) => !file.startsWith("_data/"));

const OTHER = "## Part two\n\nWords.";

test("a link is understood as an editor or a browser writes it: file, page, root, whole address, with part or ending", async (context) => {
  const forms = {
    "./other.md": "other.html",
    "other.md": "other.html",
    "../11/other.md": "other.html",
    "2026/11/other": "other.html",
    "/2026/11/other.md": "other.html",
    "articles/2026/11/other.md": "other.html",
    "../../articles/2026/11/other.md": "other.html",
    "/2026/11/20/other": "other.html",
    "/news/2026/11/20/other.html": "other.html",
    "../20/other.html": "other.html",
    "https://tiny.example/news/2026/11/20/other.html": "other.html",
    "http://www.tiny.example/news/2026/11/20/other": "other.html",
    "other.md#part-two": "other.html#h-part-two",
    "2026/11/other#Part%20two": "other.html#h-part-two",
    "2026/11/20/other.html#h-part-two": "other.html#h-part-two",
    "other.md#gone": "other.html",
    "../10/older.md": "../../10/20/older.html",
    about: "../../../about.html",
    "../../pages/about.md": "../../../about.html",
    "/about": "../../../about.html",
    "/archive/2026/11.html": "../../../archive/2026/11.html",
    "/topics/tides": "../../../topics/tides.html",
    "https://tiny.example/news/": "../../../index.html",
    "#part-one": "#h-part-one",
  };
  const body = `## Part one\n\n${Object.keys(forms)
    .map((href) => `- [x](${href})`)
    .join("\n")}`;
  const edition = await readTiny(context, {
    "articles/2026/11/a.md": body,
    "articles/2026/11/other.md": `---\ntitle: Other\ndate: 2026-11-20\ntags: [tides]\n---\n\n${OTHER}\n`,
    "articles/2026/10/older.md": OTHER,
    "pages/about.md": "---\ntitle: About\n---\n\nUs.\n",
  });
  const hrefs = [...renderTiny(edition, "2026/11/a").matchAll(/<li>(?:<a href="([^"]*)"|(<span>))/g)].map(
    ([, href, span]) => href ?? span,
  );
  assert.deepEqual(Object.fromEntries(Object.keys(forms).map((form, index) => [form, hrefs[index]])), forms);
  assert.deepEqual(
    endsOfTexts(edition).map(({ found, line }) => [found, line]),
    [["other.md#gone", 23]],
  );
});

test("a link to nothing is words, told with its line and what to write", async (context) => {
  const edition = await readTiny(context, {
    "articles/2026/11/a.md":
      "One.\n\nTwo [a](gone.md)\nand [b](../media/gone.pdf).\n\n[c](#nowhere) [d](/x/y.html) [e](mailto:a@b.example) [f](tel:+351123) [g](sms:+351123)",
  });
  const ends = endsOfTexts(edition);
  assert.deepEqual(
    ends.map(({ file, line, found }) => `${file}:${line} ${found}`),
    ["8 gone.md", "9 ../media/gone.pdf", "11 #nowhere", "11 /x/y.html"].map((end) => `articles/2026/11/a.md:${end}`),
  );
  assert.equal(ends[1]?.instead, "Put it at media/gone.pdf.");
  const markup = renderTiny(edition, "2026/11/a");
  for (const words of [
    "<span>a</span>",
    "<span>c</span>",
    'href="tel:+351123"',
    'href="sms:+351123"',
    'href="mailto:a@b.example"',
  ])
    assert.ok(markup.includes(words), words);
});

test("a document below media/ is published and linked with its kind and size, from articles and standing pages", async (context) => {
  const edition = await readTiny(context, {
    "articles/2026/11/a.md": "[The report](../../media/2026/Report%20one.pdf) and [its table](/media/table.csv#x).",
    "pages/about.md": "---\ntitle: About\n---\n\n[Rules](media/rules.docx)\n",
    "media/2026/Report one.pdf": Buffer.alloc(1_400_000, "%PDF-1.7\n"),
    "media/table.csv": "a,b\n1,2\n",
    "media/rules.docx": "PK\x03\x04",
  });
  const markup = renderTiny(edition, "2026/11/a");
  assert.match(
    markup,
    /<a class="document" href="[./]+media\/\w\w\/report-one-\w{8}\.pdf"[^>]*>The report<\/a> <span class="file">\(PDF, 1\.4 MB\)<\/span>/,
  );
  assert.match(markup, />its table<\/a> <span class="file">\(CSV, 1 kB\)<\/span>/);
  assert.deepEqual(Object.keys(edition.media.measured), ["2026/Report one.pdf", "rules.docx", "table.csv"]);
  assert.deepEqual(endsOfTexts(edition), []);
});

test("a picture is found however its path is typed", async (context) => {
  const forms = [
    "2026/old%20quay%20(1).jpg",
    "<2026/old quay (1).jpg>",
    "2026/old quay (1).jpg",
    "../../media/2026/old quay (1).jpg",
    "/media/2026/Été.jpg",
    "2026/E\u0301te\u0301.jpg",
  ];
  const edition = await readTiny(context, {
    "articles/2026/11/a.md": forms.map((form) => `![A quay](${form} "The quay | Ana Bell")`).join("\n\n---\n\n"),
    "articles/2026/11/b.md":
      "---\ntitle: B\ndate: 2026-11-20\nimage: {src: ../media/2026/E\u0301te\u0301.jpg, alt: Summer}\n---\n\nB.\n",
    "media/2026/old quay (1).jpg": PIXEL,
    "media/2026/Été.jpg": PIXEL,
  });
  const markup = renderTiny(edition, "2026/11/a");
  assert.equal(markup.match(/<figure class="picture">/g)?.length, forms.length);
  assert.equal(markup.match(/<figcaption>The quay\u2002<span class="credit">Ana Bell/g)?.length, forms.length);
  assert.equal(
    edition.article(edition.order[1] ?? 0).image?.src ?? edition.article(edition.order[0] ?? 0).image?.src,
    "2026/Été.jpg",
  );
});

test("a picture that is not there is told with its line and the name that was meant", async (context) => {
  await assert.rejects(
    readTiny(context, {
      "articles/2026/11/a.md": "One.\n\n![A quay](2026/Old_Quay.JPG)",
      "media/2026/old quay.jpg": PIXEL,
    }),
    /articles\/2026\/11\/a\.md:8 body: there is no such picture \(found "2026\/Old_Quay\.JPG"\)\. Write 2026\/old quay\.jpg\./,
  );
});
