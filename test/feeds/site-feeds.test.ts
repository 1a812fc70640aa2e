import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Parser } from "htmlparser2";
import { assertExpected } from "../expected.ts";
import { type FeedNewsroom, makeNewsroom, NOW } from "./feed-newsroom.ts";
import { assertAtom, assertJsonFeed, assertRss } from "./feed-rules.ts";
import { findAll, only, parseXml } from "./xml-tree.ts";

const URL_OF_SITE = "https://post.example/news/";
const EXPECTED = join(import.meta.dirname, "fixtures/newsroom/expected");
const shared = process.env.DATELINE_SHARED ?? join(import.meta.dirname, "../../../shared");
const HOUR = 3_600_000;

const newsroom: FeedNewsroom = makeNewsroom();
after(() => newsroom.remove());
const built = newsroom.build(NOW);

/** The data blocks of a page, parsed. */
function linkedData(page: string): Record<string, unknown>[] {
  const blocks: string[] = [];
  let inside = false;
  const parser = new Parser({
    onopentag(name, { type }) {
      inside = name === "script" && type === "application/ld+json";
      if (inside) blocks.push("");
    },
    ontext(text) {
      if (inside) blocks.push(`${blocks.pop() ?? ""}${text}`);
    },
    onclosetag() {
      inside = false;
    },
  });
  parser.end(page);
  return blocks.flatMap((block) => JSON.parse(block)["@graph"]);
}

/** The content of every `<meta property>`, by name. */
function openGraph(page: string): Record<string, string> {
  const found: Record<string, string> = {};
  const parser = new Parser({
    onopentag(name, { property, content }) {
      if (name === "meta" && property !== undefined) found[property] = content ?? "";
    },
  });
  parser.end(page);
  return found;
}

test("feeds, sitemaps, texts and a month of data are what they were when they were last looked at", async () => {
  await built;
  for (const address of [
    "feeds/all-rss.xml",
    "feeds/all-atom.xml",
    "feeds/all.json",
    "feeds/ar-all-rss.xml",
    "feeds/corrections-atom.xml",
    "feeds/podcast-rss.xml",
    "feeds/author-mira-oke.json",
    "feeds/section-opinion-rss.xml",
    "sitemap.xml",
    "sitemaps/2021-01.xml",
    "sitemaps/news.xml",
    "sitemaps/pages.xml",
    "robots.txt",
    "humans.txt",
    ".well-known/security.txt",
    "archive/2021/01.json",
  ])
    assertExpected(join(EXPECTED, address.replace(/^\./, "")), newsroom.read(address));
  for (const [name, address] of [
    ["article", "2021/01/15/harbour-reopens.html"],
    ["translation", "ar/2021/01/15/mina.html"],
    ["retracted", "2021/01/20/yacht.html"],
    ["live", "2021/02/09/fog-live.html"],
    ["front", "index.html"],
    ["topic", "topics/ilse-brandt.html"],
    ["author", "authors/mira-oke.html"],
  ] as const) {
    const page = newsroom.read(address);
    assertExpected(
      join(EXPECTED, `machine/${name}.json`),
      `${JSON.stringify([openGraph(page), ...linkedData(page)], undefined, 2)}\n`,
    );
  }
});

test("every feed of every kind keeps the rules of its format", async () => {
  await built;
  const feeds = newsroom.list().filter((address) => address.startsWith("feeds/"));
  const count = { rss: 0, atom: 0, json: 0 };
  for (const address of feeds) {
    const text = newsroom.read(address);
    const self = URL_OF_SITE + address;
    if (address.endsWith("-rss.xml")) {
      assertRss(text, self, address.includes("podcast"));
      count.rss++;
    } else if (address.endsWith("-atom.xml")) {
      assertAtom(text, self);
      count.atom++;
    } else {
      assertJsonFeed(text, self);
      count.json++;
    }
  }
  // Two languages of everything, corrections, two sections; an author each; a podcast in one.
  assert.deepEqual(count, { rss: 11, atom: 10, json: 10 });
});

test("a feed carries whole texts, corrections where the page has them, and of what was retracted only the notice", async () => {
  await built;
  const items = findAll(parseXml(newsroom.read("feeds/all-rss.xml")), "item");
  const text = (name: string) =>
    only(items.find((item) => only(item, "link").endsWith(`/${name}.html`)) ?? items[0] ?? never(), "content:encoded");
  const story = text("harbour-reopens");
  assert.match(
    story,
    /^<p><strong>Correction, 10:00 CET 16 January 2021:<\/strong> The quay was misnamed\.<\/p><figure>/,
  );
  assert.match(story, /<p>PORT ANVERS \(Coast Wire\) — The harbour reopened on <em>Friday<\/em>, “at last”\./);
  assert.match(story, /<a href="https:\/\/post\.example\/news\/2021\/01\/06\/storm\.html">the storm<\/a>/);
  assert.match(story, /<a href="https:\/\/post\.example\/news\/ethics\.html">how we work<\/a>/);
  assert.match(story, /<p><strong>Update, 17 January 2021:<\/strong> A fare was added\.<\/p>$/);
  const notice = text("yacht");
  assert.match(notice, /^<p><strong>Retracted on 11:00 CET 21 January 2021<\/strong><\/p><p>She did not\./);
  assert.doesNotMatch(notice, /anchor|img/);
  assert.match(newsroom.read("feeds/ar-all-rss.xml"), /&lt;div lang=&quot;ar&quot; dir=&quot;rtl&quot;&gt;/);
});

test("of an embargoed, a draft and an expired article not a trace is in any published file", async () => {
  await built;
  const media = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(newsroom.folder, "content/media", name)))
      .digest("hex");
  const traces = [
    ...["secret-treaty", "secret treaty", "Treaty of Ghosts", "ghosthaven", "Phantom Minister", "phantom-minister"],
    ...["Spectre Reporter", "spectre-reporter", "spectral", "secret-deck", media("secret-deck.png").slice(0, 8)],
    ...["draft-plan", "Draftling", "wyvern", "gone-sale", "Vanished sale", "basilisk"],
  ];
  const leaks: string[] = [];
  for (const address of newsroom.list()) {
    const bytes = readFileSync(join(newsroom.folder, "dist", address))
      .toString("latin1")
      .toLowerCase();
    for (const trace of traces) {
      if (bytes.includes(trace.toLowerCase()) || address.includes(trace)) leaks.push(`${trace} in ${address}`);
    }
  }
  assert.deepEqual(leaks, []);
  // The search itself must be able to fail: an open picture and an open name are found.
  const all = newsroom.list().join("\n");
  assert.ok(all.includes(media("ferry.png").slice(0, 8)));
});

test("what was held is named once its hour has come, in feeds, sitemaps and data, and by those that relate to it", async () => {
  await built;
  await newsroom.build(Date.UTC(2031, 0, 1, 1), "later");
  assert.match(newsroom.read("feeds/all-rss.xml", "later"), /Treaty of Ghosts/);
  assert.match(newsroom.read("sitemaps/2021-02.xml", "later"), /secret-treaty/);
  assert.match(newsroom.read("archive/2021/02.json", "later"), /secret-treaty/);
  assert.match(newsroom.read("archive/2021/01.json", "later"), /"slugline":"2021\/02\/secret-treaty"/);
  assert.match(newsroom.read("2021/01/15/harbour-reopens.html", "later"), /Treaty of Ghosts signed at midnight/);
  assert.match(newsroom.read("feeds/corrections.json", "later"), /spectral pen/);
});

test("nothing an editor types into any field becomes markup or a script in pages, feeds and data", async () => {
  await built;
  const page = newsroom.read("2021/02/09/hostile.html");
  const scripts: string[] = [];
  let script: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      for (const [key, value] of Object.entries(attributes))
        assert.ok(!key.startsWith("on") && !/^javascript:/i.test(value), `${name} ${key}=${value}`);
      if (name === "script") script = "";
      assert.ok(name !== "svg" || attributes.onload === undefined);
    },
    ontext(text) {
      if (script !== undefined) script += text;
    },
    onclosetag(name) {
      if (name === "script" && script !== undefined) scripts.push(script);
      if (name === "script") script = undefined;
    },
  });
  parser.end(page);
  assert.ok(scripts.length >= 3);
  for (const text of scripts) if (text.includes("alert(")) JSON.parse(text);
  const [article] = linkedData(page);
  const title = "</title></script><script>alert(1)</script><!-- ]]> & “quoted” ‘too’";
  assert.equal(article?.headline, title);
  assert.equal(openGraph(page)["og:title"], title);
  const [item] = findAll(parseXml(newsroom.read("feeds/all-rss.xml")), "item");
  assert.equal(only(item ?? never(), "title"), title);
  assert.equal(JSON.parse(newsroom.read("feeds/all.json")).items[0].title, title);
  assert.ok(findAll(parseXml(newsroom.read("sitemaps/news.xml")), "news:title").some(({ text }) => text === title));
});

test("descriptions for machines hold no empty value and, on a site without an address, none that is absolute", async (context) => {
  await built;
  const assertFull = (value: unknown, path: string): void => {
    assert.ok(value !== null && value !== "" && value !== undefined, path);
    if (typeof value !== "object") return;
    assert.ok(Object.keys(value).length > 0, path);
    for (const [key, inner] of Object.entries(value)) assertFull(inner, `${path}.${key}`);
  };
  for (const address of newsroom.list().filter((one) => one.endsWith(".html")))
    for (const node of linkedData(newsroom.read(address))) assertFull(node, address);

  const homeless = makeNewsroom();
  context.after(() => homeless.remove());
  homeless.edit("data/site.yaml", (text) => text.replace(/^url: .*\n/m, "").replace(/^hub: .*\n/m, ""));
  await homeless.build(NOW);
  const files = homeless.list();
  assert.deepEqual(
    files.filter((address) => /^(feeds|sitemaps|media\/cards)\/|^sitemap/.test(address)),
    [],
  );
  assert.equal(homeless.read("robots.txt"), "User-agent: *\nDisallow:\n");
  for (const address of files.filter((one) => /\.(html|json|txt)$/.test(one))) {
    assert.doesNotMatch(
      homeless.read(address),
      /post\.example\/(?!corrections-policy)|rss\+xml|og:url|og:image|undefined/,
    );
  }
  const [article] = linkedData(homeless.read("2021/01/15/harbour-reopens.html"));
  assert.deepEqual(
    [article?.headline, article?.url, article?.image, article?.["@id"]],
    ["Harbour reopens & ferries sail <again>", undefined, undefined, undefined],
  );
});

test("publishing one article changes the feeds, sitemaps and data it belongs to, and nothing of others; a full build gives the same bytes", async () => {
  await built;
  const machine = (address: string) =>
    /^(feeds|sitemaps|archive\/.*\.json|robots|humans|\.well-known|sitemap)/.test(address);
  const now = NOW + HOUR;
  newsroom.edit(
    "content/articles/2021/02/regatta.md",
    () =>
      "---\ntitle: Regatta begins\ndate: 2021-02-10T12:30Z\nsection: opinion\nbyline: A Reader\nrelated: [2021/01/harbour-reopens]\n---\n\nIt began.\n",
  );
  const { written } = await newsroom.build(now);
  assert.deepEqual(written.filter((address) => machine(address) && !address.endsWith(".html")).sort(), [
    "archive/2021/02.json",
    "feeds/all-atom.xml",
    "feeds/all-rss.xml",
    "feeds/all.json",
    "feeds/section-opinion-atom.xml",
    "feeds/section-opinion-rss.xml",
    "feeds/section-opinion.json",
    "sitemap.xml",
    "sitemaps/2021-02.xml",
    "sitemaps/news.xml",
  ]);
  await newsroom.build(now, "full");
  assert.deepEqual(newsroom.list(), newsroom.list("full"));
  for (const address of newsroom.list()) {
    const [one, other] = ["dist", "full"].map((output) => readFileSync(join(newsroom.folder, output, address)));
    assert.ok(one?.equals(other ?? Buffer.alloc(0)), address);
  }
  const { written: again } = await newsroom.build(now + 1000);
  assert.deepEqual(again.filter(machine), []);
});

test("every month of data is valid ninjs 3.1, with each open article once", async (context) => {
  await built;
  const file = join(shared, "corpora/ninjs/ninjs-schema_3.1.json");
  const months = newsroom.list().filter((address) => /archive\/\d{4}\/\d{2}\.json$/.test(address));
  assert.deepEqual(months, ["ar/archive/2021/01.json", "archive/2021/01.json", "archive/2021/02.json"].sort());
  const names = months.flatMap((month) =>
    JSON.parse(newsroom.read(month)).associations.map(({ name }: { readonly name: string }) => name),
  );
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.includes("2021/01/storm") && !names.includes("2021/02/secret-treaty"));
  if (!existsSync(file)) {
    context.skip("the ninjs schema is not beside this checkout: what is published is not validated against it");
    return;
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "https://geojson.org/schema/GeoJSON.json" });
  const schema = JSON.parse(readFileSync(file, "utf8"));
  const validate = ajv.compile(schema);
  for (const month of months) {
    assert.ok(validate(JSON.parse(newsroom.read(month))), `${month}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  }
});

test("pages name their feeds, data and other languages, and each of these is there", async () => {
  await built;
  const alternates = (address: string) => {
    const found: Record<string, string>[] = [];
    const parser = new Parser({
      onopentag(name, attributes) {
        if (name === "link" && attributes.rel === "alternate") found.push(attributes);
      },
    });
    parser.end(newsroom.read(address));
    return found.map(({ href = "", hreflang }) => {
      const url = new URL(href, URL_OF_SITE + address).href;
      const target = url.slice(URL_OF_SITE.length);
      assert.ok(existsSync(join(newsroom.folder, "dist", target)), `${address} names ${target}`);
      return hreflang === undefined ? target : `${hreflang} ${target}`;
    });
  };
  assert.deepEqual(alternates("sections/world.html"), [
    "feeds/section-world-rss.xml",
    "feeds/section-world-atom.xml",
    "feeds/section-world.json",
    "en sections/world.html",
    "ar ar/sections/world.html",
    "x-default sections/world.html",
  ]);
  assert.deepEqual(alternates("archive/2021/01.html"), ["archive/2021/01.json"]);
  assert.deepEqual(alternates("corrections.html").slice(0, 3), [
    "feeds/corrections-rss.xml",
    "feeds/corrections-atom.xml",
    "feeds/corrections.json",
  ]);
  assert.deepEqual(alternates("ar/2021/01/15/mina.html"), [
    "feeds/ar-all-rss.xml",
    "feeds/ar-all-atom.xml",
    "feeds/ar-all.json",
    "en 2021/01/15/harbour-reopens.html",
    "ar ar/2021/01/15/mina.html",
    "x-default 2021/01/15/harbour-reopens.html",
  ]);
  assert.ok(alternates("index.html").includes("feeds/podcast-rss.xml"));
});

test("a card is drawn for every open article and section, and for no other", async () => {
  await built;
  const drawn = readdirSync(join(newsroom.folder, "dist/media/cards"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".png"))
    .map((name) => `media/cards/${name}`)
    .sort();
  const named = new Set(
    newsroom
      .list()
      .filter((address) => address.endsWith(".html"))
      .flatMap((address) => openGraph(newsroom.read(address))["og:image"] ?? [])
      .filter((url) => url.includes("/media/cards/"))
      .map((url) => url.slice(URL_OF_SITE.length)),
  );
  assert.deepEqual(
    drawn.filter((address) => !named.has(address)),
    [],
  );
  for (const address of named) assert.ok(drawn.includes(address), address);
});

function never(): never {
  throw new Error("there is no such item");
}
