import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import "../fixed-seed.ts";
import type { Article } from "../../src/article/article.ts";
import { renderIso, renderRfc3339 } from "../../src/article/instant.ts";
import { renderNinjs, renderNinjsCollection } from "../../src/feeds/ninjs.ts";
import { readNinjs } from "../../src/intake/exchange/ninjs.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";
import { ARTICLE, arbitraryArticle, CONTEXT } from "./export-articles.ts";

const shared = process.env.DATELINE_SHARED ?? join(import.meta.dirname, "../../../shared");
const schemaFile = join(shared, "corpora/ninjs/ninjs-schema_3.1.json");

/** The standard's own schema; what it refers to of GeoJSON is not used here. */
function validator(): ((item: unknown) => string) | undefined {
  if (!existsSync(schemaFile)) return undefined;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "https://geojson.org/schema/GeoJSON.json" });
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
  return (item) => (validate(item) ? "" : ajv.errorsText(validate.errors));
}
const check = validator();
const absent = check === undefined ? `${schemaFile} is absent` : false;

const sameInstant = (text: string | undefined) => (text === undefined ? undefined : new Date(text).getTime());

/** What of an article the ninjs reader must give back. */
function expected(article: Article): Partial<WireItem> {
  const { title, kicker, standfirst, byline, tags, section, lang, dateline, translates } = article;
  return JSON.parse(
    JSON.stringify({
      title,
      kicker,
      standfirst,
      byline,
      tags,
      lang,
      dateline,
      translates,
      section: section === undefined ? undefined : CONTEXT.sectionName(section),
      date: article.dayOnly ? renderIso(article.publishedAt, CONTEXT.site.timeZone, true) : article.publishedAt,
      updated: article.retracted === undefined ? article.updatedAt : undefined,
      embargo: article.embargoAt,
      expires: article.expiresAt,
      related: article.related.map((entry) =>
        entry.kind === "link"
          ? { title: entry.title, url: entry.url, source: entry.source }
          : entry.kind === "headline"
            ? { title: entry.title }
            : { title: "Storm shuts the harbour", url: "https://post.example/news/2021/01/06/storm.html" },
      ),
      corrections: article.corrections.map(({ at, dayOnly, kind, text }) => ({
        kind,
        text,
        date: dayOnly ? renderIso(at, CONTEXT.site.timeZone, true) : renderRfc3339(at),
      })),
      retracted:
        article.retracted === undefined ? undefined : { date: article.retracted.at, reason: article.retracted.reason },
      source:
        article.source === undefined
          ? { name: "Coast Wire", url: `https://post.example/news/${article.address}` }
          : { name: article.source.name, url: article.source.url },
      body: article.retracted === undefined ? article.body.trim() : "",
      media:
        article.retracted === undefined && article.image !== undefined
          ? [
              {
                kind: "picture",
                url: "https://post.example/news/media/2021/ferry.jpg",
                name: "2021/ferry.jpg",
                alt: "A white ferry",
                caption: "The ferry Aurelia",
                credit: "Jon Ferris",
              },
            ]
          : [],
    }),
  );
}

function returned(item: WireItem | undefined): Partial<WireItem> {
  const {
    title,
    kicker,
    standfirst,
    byline,
    tags,
    lang,
    dateline,
    translates,
    section,
    related,
    corrections,
    source,
    body,
    media,
  } = item ?? {};
  return JSON.parse(
    JSON.stringify({
      title,
      kicker,
      standfirst,
      byline,
      tags,
      lang,
      dateline,
      translates,
      section,
      related,
      corrections,
      source,
      body,
      media,
      date: item?.date?.length === 10 ? item.date : sameInstant(item?.date),
      updated: sameInstant(item?.updated),
      embargo: sameInstant(item?.embargo),
      expires: sameInstant(item?.expires),
      retracted:
        item?.retracted === undefined
          ? undefined
          : { date: sameInstant(item.retracted.date), reason: item.retracted.reason },
    }),
  );
}

test("An article comes back from ninjs with every value that it had", () => {
  assert.deepEqual(returned(readNinjs(JSON.stringify(renderNinjs(ARTICLE, CONTEXT)))[0]), expected(ARTICLE));
});

test("A dateline that is told apart is not looked for in the text, which may quote another", () => {
  const article = { ...ARTICLE, body: "WASHINGTON (AP) — so began the cable of that night.\n\nIt was long." };
  const [item] = readNinjs(JSON.stringify(renderNinjs(article, CONTEXT)));
  assert.deepEqual(item?.dateline, ARTICLE.dateline);
  assert.equal(item?.body, article.body);
});

test("Whatever an article holds, it comes back from ninjs with all of it, and its ninjs is valid", () => {
  fc.assert(
    fc.property(arbitraryArticle, (article) => {
      const ninjs = renderNinjs(article, CONTEXT);
      if (check !== undefined) assert.equal(check(ninjs), "");
      assert.deepEqual(returned(readNinjs(JSON.stringify(ninjs))[0]), expected(article));
    }),
    { numRuns: 400 },
  );
});

test("ninjs is valid against the standard's 3.1 schema, with and without a site address", { skip: absent }, () => {
  const { url: _, ...site } = CONTEXT.site;
  const nowhere = { ...CONTEXT, site, mediaUrl: () => undefined };
  for (const context of [CONTEXT, nowhere]) {
    for (const article of [
      ARTICLE,
      { ...ARTICLE, translates: "2021/01/storm" },
      { ...ARTICLE, retracted: { at: 0, dayOnly: false, reason: "Wrong." } },
    ]) {
      assert.equal(check?.(renderNinjs(article, context)), "");
    }
  }
});

test("A month of articles is one valid ninjs object, and its articles come back in order", { skip: absent }, () => {
  const month = [ARTICLE, { ...ARTICLE, path: "2021/01/second", title: "Second" }];
  const collection = renderNinjsCollection(
    month,
    { uri: "https://post.example/news/archive/2021/01.json", title: "January 2021" },
    CONTEXT,
  );
  assert.equal(check?.(collection), "");
  assert.deepEqual(
    readNinjs(JSON.stringify(collection)).map(({ title }) => title),
    [ARTICLE.title, "Second"],
  );
});

test("A retracted article is canceled, and goes out without its text and picture", () => {
  const ninjs = JSON.stringify(
    renderNinjs(
      { ...ARTICLE, retracted: { at: Date.UTC(2021, 1, 1), dayOnly: true, reason: "It was wrong." } },
      CONTEXT,
    ),
  );
  assert.match(ninjs, /"pubStatus":"canceled"/);
  assert.doesNotMatch(ninjs, /North quay|ferry\.jpg/);
  assert.deepEqual(readNinjs(ninjs)[0]?.retracted, { date: "2021-02-01", reason: "It was wrong." });
});

test(
  "What IPTC's ninjs examples say of an article is still there after reading and writing them again",
  {
    skip: absent,
  },
  () => {
    const folder = join(shared, "corpora/ninjs");
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".json") && !name.includes("schema"))) {
      const [item] = readNinjs(readFileSync(join(folder, file)));
      assert.ok(item?.title !== undefined && item.date !== undefined, file);
      const article = asArticle(item);
      const [again] = readNinjs(JSON.stringify(renderNinjs(article, CONTEXT)));
      for (const key of [
        "title",
        "standfirst",
        "byline",
        "tags",
        "dateline",
        "lang",
        "body",
        "related",
        "source",
      ] as const) {
        // An article has a language and a named source in any case; the item may leave them out.
        if (item[key] === undefined || (key === "source" && item.source?.name === undefined)) continue;
        assert.deepEqual(again?.[key], item[key], `${file}: ${key}`);
      }
      for (const key of ["date", "updated", "expires", "embargo"] as const)
        assert.equal(sameInstant(again?.[key]), sameInstant(item[key]), `${file}: ${key}`);
    }
  },
);

/** The article that the writer of article files and `parseArticle` would make of an item. */
function asArticle(item: WireItem): Article {
  const { byline, tags, lang = "en", body, title = "" } = item;
  const { url, name } = item.source ?? {};
  const {
    kicker: _kicker,
    section: _section,
    image: _image,
    updatedAt: _updated,
    standfirst: _standfirst,
    dateline: _dateline,
    ...rest
  } = ARTICLE;
  return {
    ...rest,
    title,
    byline,
    tags,
    lang,
    body,
    corrections: [],
    related: [],
    publishedAt: sameInstant(item.date) ?? 0,
    ...(item.updated === undefined ? {} : { updatedAt: sameInstant(item.updated) ?? 0 }),
    ...(item.expires === undefined ? {} : { expiresAt: sameInstant(item.expires) ?? 0 }),
    ...(item.dateline === undefined ? {} : { dateline: item.dateline }),
    ...(item.standfirst === undefined ? {} : { standfirst: item.standfirst }),
    source: { name: name ?? "unnamed", ...(url === undefined ? {} : { url }) },
  };
}
