import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import { kindOfArticle } from "../../src/components/article-kind.ts";
import { renderAtom } from "../../src/feeds/atom.ts";
import type { Feed, FeedItem } from "../../src/feeds/feed.ts";
import { renderFeedContent } from "../../src/feeds/feed-content.ts";
import { renderJsonFeed } from "../../src/feeds/json-feed.ts";
import { renderRss } from "../../src/feeds/rss.ts";
import { renderHumans, renderRobots, renderSecurity, securityExpiresAt } from "../../src/feeds/site-texts.ts";
import { renderNewsSitemap, renderSitemap } from "../../src/feeds/sitemap.ts";
import { html } from "../../src/html.ts";
import { ARTICLE, arbitraryArticle, CONTEXT } from "./export-articles.ts";
import { assertAtom, assertJsonFeed, assertRss } from "./feed-rules.ts";
import { findAll, only, parseXml } from "./xml-tree.ts";

const SELF = "https://post.example/news/feeds/x.xml";
const PAGE = "https://post.example/news/2021/01/15/harbour-reopens.html";
const WORDS = { change: (kind: string) => kind, retracted: (moment: string) => `Retracted on ${moment}` };

function feedOf(items: readonly FeedItem[], over: Partial<Feed> = {}): Feed {
  return {
    self: SELF,
    home: "https://post.example/news/index.html",
    title: "The Anvers Post",
    description: "All that floats",
    lang: "en",
    publisher: "Coast Wire",
    ...(items.length === 0 ? {} : { changedAt: Math.max(...items.map(({ changedAt }) => changedAt)) }),
    items,
    ...over,
  };
}

const ITEM: FeedItem = {
  id: PAGE,
  url: PAGE,
  title: "Harbour reopens",
  content: html`<p>It did.</p>`,
  publishedAt: ARTICLE.publishedAt,
  changedAt: ARTICLE.publishedAt,
  authors: [],
  tags: [],
  lang: "en",
};

/** Text with what markup, XML and JSON stumble over, control characters and halves of pairs among it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom(
        "</script>",
        "]]>",
        "<!--",
        "&",
        '"',
        "'",
        "\u2028",
        "\ud800",
        "\u0000",
        "\ufffe",
        "<x onload=y>",
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `x${parts.join("")}`);
/** What XML can hold of it: its own characters only, and line ends as one line feed. */
const held = (text: string): string =>
  [...text]
    .filter((character) => !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u007f-\u009f]/u.test(character))
    .join("")
    .replace(/\r\n?/g, "\n");

test("whatever stands in titles, names and tags, the feeds stay well-formed and give it back", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, name, tag) => {
      const feed = feedOf([
        { ...ITEM, title, authors: [{ name }], tags: [tag], summary: tag, content: html`<p>${title}</p>` },
      ]);
      const [item] = findAll(parseXml(renderRss(feed)), "item");
      assert.ok(item !== undefined);
      assert.equal(only(item, "title"), held(title));
      assert.equal(only(item, "dc:creator"), held(name));
      assert.equal(only(item, "category"), held(tag));
      const [entry] = findAll(parseXml(renderAtom(feed)), "entry");
      assert.equal(only(entry ?? item, "title"), held(title));
      assert.equal(only(entry ?? item, "summary"), held(tag));
      const json = JSON.parse(renderJsonFeed(feed));
      assert.equal(json.items[0].title.length, title.length);
      const news = renderNewsSitemap([{ url: PAGE, title, lang: "en", publishedAt: 0 }], name);
      assert.deepEqual(
        findAll(parseXml(news), "news:title").map(({ text }) => text),
        [held(title)],
      );
    }),
    { numRuns: 200 },
  );
});

test("the text of any article is content that keeps the rules of every format", () => {
  fc.assert(
    fc.property(arbitraryArticle, (article) => {
      const content = renderFeedContent(article, { context: CONTEXT, words: WORDS, page: PAGE, dir: "ltr" });
      const changedAt = article.publishedAt + 60_000;
      const feed = feedOf([{ ...ITEM, title: article.title, content, publishedAt: article.publishedAt, changedAt }]);
      assertRss(renderRss(feed), SELF);
      assertAtom(renderAtom({ ...feed, changedAt }), SELF);
      assertJsonFeed(renderJsonFeed(feed), SELF);
      if (article.retracted !== undefined) assert.ok(!content.toString().includes("Then "));
    }),
    { numRuns: 60 },
  );
});

test("a feed without an article is still a feed", () => {
  assertRss(renderRss(feedOf([])), SELF);
  assertAtom(renderAtom(feedOf([])), SELF);
  assertJsonFeed(renderJsonFeed(feedOf([])), SELF);
  assert.doesNotMatch(renderRss(feedOf([])), /lastBuildDate/);
});

test("a podcast has only what can be heard, with length, type and playing time", () => {
  const sound = { url: "https://post.example/news/media/a.mp3", type: "audio/mpeg", bytes: 1234, duration: 3725.4 };
  const text = renderRss(
    feedOf([ITEM, { ...ITEM, id: `${PAGE}?2`, url: `${PAGE}?2`, sound }], { email: "desk@post.example" }),
    true,
  );
  assertRss(text, SELF, true);
  const items = findAll(parseXml(text), "item");
  assert.equal(items.length, 1);
  assert.match(
    text,
    /<enclosure url="https:\/\/post\.example\/news\/media\/a\.mp3" length="1234" type="audio\/mpeg"\/>/,
  );
  assert.match(text, /<itunes:duration>01:02:05<\/itunes:duration>/);
  assert.match(text, /<itunes:email>desk@post\.example<\/itunes:email>/);
});

test("the rules see a feed that breaks them", () => {
  const relative = feedOf([{ ...ITEM, content: html`<a href="#top">x</a>` }]);
  assert.throws(() => assertRss(renderRss(relative), SELF));
  assert.throws(() => assertAtom(renderAtom(feedOf([ITEM, ITEM])), SELF));
  assert.throws(() => assertRss(renderRss(feedOf([])).replace("</channel>", ""), SELF));
  assert.throws(() => assertJsonFeed(renderJsonFeed({ ...feedOf([]), self: "other" }), SELF));
});

test("a sitemap names each page with its date and its languages", () => {
  const text = renderSitemap([
    {
      url: "https://post.example/a.html?x=1&y=2",
      changedAt: Date.UTC(2021, 0, 15, 15, 45),
      languages: [
        { lang: "en", url: "https://post.example/a.html" },
        { lang: "x-default", url: "https://post.example/a.html" },
      ],
    },
    { url: "https://post.example/b.html", languages: [] },
  ]);
  const urls = findAll(parseXml(text), "url");
  assert.deepEqual(
    urls.map((url) => [
      only(url, "loc"),
      findAll(url, "lastmod").map((one) => one.text),
      findAll(url, "xhtml:link").length,
    ]),
    [
      ["https://post.example/a.html?x=1&y=2", ["2021-01-15T15:45:00Z"], 2],
      ["https://post.example/b.html", [], 0],
    ],
  );
});

test("security.txt expires six to twelve months from now and changes but twice a year", () => {
  const day = 86_400_000;
  const seen = new Set<number>();
  for (let at = Date.UTC(2021, 0, 1); at < Date.UTC(2022, 0, 1); at += day / 2) {
    const expiresAt = securityExpiresAt(at);
    assert.ok(expiresAt - at > 181 * day && expiresAt - at <= 366 * day, new Date(at).toISOString());
    seen.add(expiresAt);
  }
  assert.equal(seen.size, 2);
  const site = { url: "https://post.example/", languages: ["en", "ar"] };
  assert.equal(
    renderSecurity(site, "security@post.example", Date.UTC(2022, 0, 1)),
    "Contact: mailto:security@post.example\nExpires: 2022-01-01T00:00:00Z\nPreferred-Languages: en, ar\nCanonical: https://post.example/.well-known/security.txt\n",
  );
  assert.match(renderSecurity(site, "x@y\nContact: mailto:z@evil.example", 0), /^Contact: mailto:x@y Contact/);
  assert.doesNotMatch(renderSecurity({ ...site, url: "https://post.example/news/" }, "x@y", 0), /Canonical/);
});

test("humans.txt and robots.txt say what the site says, one line a person", () => {
  assert.equal(
    renderHumans({ humans: ["Editor: Mira\n/* SITE */ Oke"], languages: ["en"] }),
    "/* TEAM */\nEditor: Mira /* SITE */ Oke\n\n/* SITE */\nLanguages: en\nSoftware: Dateline\n",
  );
  assert.match(
    renderRobots({ url: "https://post.example/news/" }),
    /\nSitemap: https:\/\/post\.example\/news\/sitemap\.xml\n$/,
  );
  assert.doesNotMatch(renderRobots({}), /Sitemap/);
});

test("the kind of an article is said by its kicker, then by its section, in every language of the interface", () => {
  assert.equal(kindOfArticle({ kicker: "Live", section: "world" }), "LiveBlogPosting");
  assert.equal(kindOfArticle({ kicker: "Review", section: "opinion" }), "ReviewNewsArticle");
  assert.equal(kindOfArticle({ section: "opinion" }), "OpinionNewsArticle");
  assert.equal(kindOfArticle({ kicker: "رأي" }), "OpinionNewsArticle");
  assert.equal(kindOfArticle({ kicker: "Analyse" }), "AnalysisNewsArticle");
  assert.equal(kindOfArticle({ kicker: "Explainer" }), "BackgroundNewsArticle");
  assert.equal(kindOfArticle({ kicker: "تقرير" }), "ReportageNewsArticle");
  assert.equal(kindOfArticle({ kicker: "Energy", section: "world" }), "NewsArticle");
});

test("a description of RSS is HTML: plain text is escaped for it once more, so that no reader takes it for markup", () => {
  const summary = "Costs < 5 & <b>more</b>, they said";
  const item = { ...ITEM, summary };
  const text = renderRss(feedOf([item], { description: "Salt & <i>sea</i>" }));
  assert.match(text, /<description>Costs &amp;lt; 5 &amp;amp; &amp;lt;b&amp;gt;more/);
  assert.match(text, /<description>Salt &amp;amp; &amp;lt;i/);
});
