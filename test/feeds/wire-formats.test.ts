import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import type { Article } from "../../src/article/article.ts";
import { renderNewsml } from "../../src/feeds/newsml.ts";
import { renderNitf } from "../../src/feeds/nitf.ts";
import { renderWireText } from "../../src/feeds/wire-text.ts";
import { readNewsml } from "../../src/intake/exchange/newsml.ts";
import { readNitf } from "../../src/intake/exchange/nitf.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";
import { parseXml } from "../../src/intake/xml.ts";
import { ARTICLE, arbitraryArticle, CONTEXT } from "./export-articles.ts";

const RETRACTED: Article = {
  ...ARTICLE,
  retracted: { at: Date.UTC(2021, 1, 1), dayOnly: false, reason: "It was wrong." },
};
const EMBARGOED: Article = { ...ARTICLE, embargoAt: Date.UTC(2021, 0, 20, 10), expiresAt: Date.UTC(2031, 0, 1) };
const sameInstant = (text: string | undefined) => (text === undefined ? undefined : new Date(text).getTime());

/** What both XML formats have a place for. */
function assertKept(item: WireItem | undefined): void {
  assert.ok(item !== undefined);
  assert.equal(item.id, "https://post.example/news/2021/01/15/harbour-reopens.html");
  assert.equal(item.title, ARTICLE.title);
  assert.equal(item.kicker, ARTICLE.kicker);
  assert.equal(item.standfirst, ARTICLE.standfirst);
  assert.deepEqual(item.byline, ARTICLE.byline);
  assert.deepEqual(item.tags, ARTICLE.tags);
  assert.deepEqual(item.dateline, ARTICLE.dateline);
  assert.equal(item.section, "World");
  assert.equal(item.lang, "en");
  assert.equal(sameInstant(item.date), ARTICLE.publishedAt);
  assert.deepEqual(
    item.subjects?.map(({ kind }) => kind),
    ["topic", "person", "organisation", "place"],
  );
  assert.match(item.body, /^The harbour reopened on \*Friday\*, “at last”\.\n\n## North quay\n\nIt stays shut; see /);
  assert.match(item.body, /> We are glad\.\n>\n> — Ilse Brandt, harbour master/);
  assert.match(item.body, /- Ferries\n- Freight/);
  assert.match(item.body, /\| North \| 4\.20 \|/);
  assert.match(item.body, /\[the port\]\(https:\/\/port\.example\/\?a=1&b=2\)/);
  const [picture] = item.media;
  assert.deepEqual(
    [picture?.url, picture?.alt, picture?.caption, picture?.credit],
    ["https://post.example/news/media/2021/ferry.jpg", "A white ferry", "The ferry Aurelia", "Jon Ferris"],
  );
}

test("An article comes back from NewsML-G2 with its fields, its text and its picture", () => {
  const items = readNewsml(renderNewsml(ARTICLE, CONTEXT));
  assert.equal(items.length, 1);
  const [item] = items;
  assertKept(item);
  assert.equal(sameInstant(item?.updated), ARTICLE.updatedAt);
  assert.deepEqual(item?.corrections, [
    { kind: "correction", text: "The quay was misnamed.", date: "2021-01-16T09:00:00Z" },
    { kind: "update", text: "A fare was added.", date: "2021-01-17" },
  ]);
  assert.deepEqual(item?.related, [
    { title: "Nine days of wind" },
    { title: "Storm shuts the harbour", url: "https://post.example/news/2021/01/06/storm.html" },
    { title: "The quay", url: "https://port.example/quay" },
  ]);
  assert.equal(item?.source?.url, "https://coast.example/1");
});

test("An article comes back from NITF with its fields, its text and its picture", () => {
  const [item] = readNitf(renderNitf(ARTICLE, CONTEXT));
  assertKept(item);
  assert.deepEqual(
    item?.corrections.map(({ text }) => text),
    ["The quay was misnamed.", "A fare was added."],
  );
  assert.deepEqual(item?.series, ARTICLE.series);
});

test("An embargo and an expiry go out and come back in both XML formats", () => {
  for (const item of [...readNewsml(renderNewsml(EMBARGOED, CONTEXT)), ...readNitf(renderNitf(EMBARGOED, CONTEXT))]) {
    assert.equal(sameInstant(item.embargo), EMBARGOED.embargoAt, item.format);
    assert.equal(sameInstant(item.expires), EMBARGOED.expiresAt, item.format);
    assert.deepEqual(item.needs, [], item.format);
  }
});

test("A retracted article cancels the item of the same identity, without its text", () => {
  for (const [text, items] of [
    [renderNewsml(RETRACTED, CONTEXT), readNewsml(renderNewsml(RETRACTED, CONTEXT))],
    [renderNitf(RETRACTED, CONTEXT), readNitf(renderNitf(RETRACTED, CONTEXT))],
  ] as const) {
    assert.doesNotMatch(text, /North quay|ferry\.jpg/);
    assert.equal(items[0]?.retracted?.reason, "It was wrong.");
    assert.equal(items[0]?.id, "https://post.example/news/2021/01/15/harbour-reopens.html");
  }
});

test("Whatever an article holds, both XML formats are well-formed and keep its headline, tags and times", () => {
  const dirty = fc.tuple(arbitraryArticle, fc.string({ unit: "binary", maxLength: 30 })).map(([article, text]) => ({
    ...article,
    body: `${article.body}\n\n${text}`,
    corrections: [...article.corrections, { at: 0, dayOnly: true, kind: "update" as const, text: `x${text}` }],
  }));
  fc.assert(
    fc.property(dirty, (article) => {
      for (const xml of [renderNewsml(article, CONTEXT), renderNitf(article, CONTEXT)]) parseXml(xml);
      for (const [item] of [readNewsml(renderNewsml(article, CONTEXT)), readNitf(renderNitf(article, CONTEXT))]) {
        assert.equal(item?.title, article.title);
        assert.deepEqual(item?.tags, article.tags);
        assert.equal(sameInstant(item?.date), article.publishedAt);
        assert.equal(
          sameInstant(item?.embargo) ?? article.publishedAt,
          Math.max(article.embargoAt ?? 0, sameInstant(item?.embargo) ?? article.publishedAt),
        );
      }
    }),
    { numRuns: 200 },
  );
});

test("Wire text has the headline, the clock, the dateline at the head of the text, the notes and the tags", () => {
  const text = renderWireText(ARTICLE, CONTEXT);
  assert.match(text, /^Shipping\n\nHarbour reopens & ferries sail <again>\n\nFerries sail again/);
  assert.match(text, /\n\nBy Mira Oke, Lund and Sons\n\n16:45 CET 15 January 2021\n\n/);
  assert.match(
    text,
    /\n\nPORT ANVERS, Wis\. \(AP\) — The harbour reopened on Friday, “at last”\.\n\nNorth quay\n\nIt stays shut; see the storm & the port\.\n\nWe are glad\.\n\n— Ilse Brandt, harbour master\n\n- Ferries\n\n- Freight\n\nLine \| Fare\n\nNorth \| 4\.20\n\nSources say so\.1\n\n/,
  );
  assert.match(
    text,
    /\n\nCorrection \(16 January 2021\): The quay was misnamed\.\n\nUpdate \(17 January 2021\): A fare/,
  );
  assert.match(
    text,
    /\n\nRelated:\nNine days of wind\nStorm shuts the harbour\nThe quay https:\/\/port\.example\/quay\n\nTags: shipping, Ilse/,
  );
  assert.match(renderWireText(RETRACTED, CONTEXT), /RETRACTED 01:00 CET 1 February 2021: It was wrong\./);
  assert.doesNotMatch(renderWireText(RETRACTED, CONTEXT), /North quay/);
  assert.match(renderWireText(EMBARGOED, CONTEXT), /^EMBARGO until 11:00 CET 20 January 2021\n/);
});
