import assert from "node:assert/strict";
import test from "node:test";
import type { Article } from "../../src/article/article.ts";
import { findUnprintable } from "../../src/article/unprintable.ts";
import { renderNewsml } from "../../src/feeds/newsml.ts";
import { renderNinjs } from "../../src/feeds/ninjs.ts";
import { renderNitf } from "../../src/feeds/nitf.ts";
import { parseXml } from "../../src/intake/xml.ts";
import { renderDocument } from "../../src/package/epub.ts";
import { parseMarkup } from "../../src/package/markup.ts";
import { renderXhtml } from "../../src/package/xhtml.ts";
import { forKiwix } from "../../src/package/zim.ts";
import { ARTICLE, CONTEXT } from "../feeds/export-articles.ts";

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
/** All C0 controls but tab and line ends, all that is no character, and halves of pairs: alone, twice and the wrong way round. */
const UNPRINTABLE = [
  ...range(0, 0x1f).filter((code) => ![9, 10, 13].includes(code)),
  ...range(0xfdd0, 0xfdef),
  ...range(0, 16).flatMap((plane) => [plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff]),
]
  .map((code) => String.fromCodePoint(code))
  .concat("\ud800", "\udbff", "\udc00", "\udfff", "\ud83d\ud83d", "\ude00\ud83d");

/** An article with these characters wherever it has words. */
function spoil<Value>(value: Value, by: string): Value {
  if (typeof value === "string") return `${value}${by}x` as Value;
  if (Array.isArray(value)) return value.map((inner: unknown) => spoil(inner, by)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoil(inner, by)])) as Value;
}

const spoiled = (by: string): Article => ({
  ...ARTICLE,
  title: spoil(ARTICLE.title, by),
  standfirst: `Ferries${by}.`,
  byline: spoil(ARTICLE.byline, by),
  tags: spoil(ARTICLE.tags, by),
  image: { src: "2021/ferry.jpg", alt: by, caption: by, credit: by },
  corrections: ARTICLE.corrections.map((one) => ({ ...one, text: spoil(one.text, by) })),
  body: `${ARTICLE.body}\n\nThe quay${by}s. <b title="${by}">x</b>\n\n    code ${by}\n`,
});

test("ninjs, NewsML-G2 and NITF are well-formed whatever characters an article's words hold", () => {
  for (const by of UNPRINTABLE) {
    const article = spoiled(by);
    for (const xml of [renderNewsml(article, CONTEXT), renderNitf(article, CONTEXT)]) {
      parseXml(xml);
      assert.equal(Buffer.from(xml).toString(), xml, JSON.stringify(by));
    }
    const text = JSON.stringify(renderNinjs(article, CONTEXT));
    JSON.parse(text);
    assert.ok(Buffer.from(text).toString() === text, JSON.stringify(by));
  }
});

test("a book's documents are well-formed XML, and pages for Kiwix hold no such character, written or named by number", () => {
  for (const by of UNPRINTABLE) {
    const numbered = `&#${by.codePointAt(0) ?? 0};`;
    const markup = `<p lang="en${by}" title="${by}${numbered}">The quay${by}s${numbered}.</p>`;
    const part = { title: `Quay${by}s`, lang: `en${by}`, dir: "ltr" };
    const page = renderDocument(part, renderXhtml(parseMarkup(markup).children));
    parseXml(page);
    const kiwix = Buffer.from(forKiwix("a.html", Buffer.from(markup))).toString();
    for (const text of [page, kiwix]) {
      assert.equal(findUnprintable(text), undefined, JSON.stringify(by));
      assert.match(text, /The quay/);
    }
  }
});
