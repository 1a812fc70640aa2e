import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import createParser from "markdown-it";
import { renderBody } from "../../src/article/body.ts";
import { readHtml } from "../../src/intake/page/html.ts";
import { findElements, parseMarkup } from "../../src/intake/page/html-tree.ts";
import { IntakeError } from "../../src/intake/intake-error.ts";
import { assertExpectedData } from "../expected.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";

const fixtures = join(import.meta.dirname, "fixtures", "html");

function read(markup: string, url?: string): WireItem {
  const [item, ...others] = readHtml(markup, url === undefined ? {} : { url });
  assert.equal(others.length, 0);
  assert.ok(item);
  return item;
}

/** An item without what the fixtures do not fix: how sure it is of each field. */
function comparableItem({ confidence: _confidence, ...item }: WireItem): unknown {
  return JSON.parse(JSON.stringify(item));
}

for (const name of readdirSync(fixtures).sort()) {
  test(`The saved page ${name} is read as its expected item`, () => {
    const item = read(readFileSync(join(fixtures, name, "input.html"), "utf8"));
    const file = join(fixtures, name, "expected.json");
    assertExpectedData(file, comparableItem(item));
    for (const [field, sure] of Object.entries(item.confidence)) assert.ok(sure >= 0 && sure <= 1, `${field}: ${sure}`);
  });
}

const prose = (topic: string): string =>
  `<p>The ${topic} of the valley was the talk of the market on Monday, when forty people came to hear the mayor.</p>` +
  `<p>Nobody had expected the ${topic} to last until the evening, and the lamps were lit before the last of them had left.</p>` +
  `<p>A second meeting about the ${topic} is planned for the spring, the mayor said, once the roads are open again.</p>`;

test("A first-level heading in the breadcrumbs is a line for search engines; the headline is the heading printed below them", () => {
  const item = read(
    `<html><head><meta property="og:title" content="Valley market: what we know so far"><meta name="twitter:title" content="Valley market: what we know so far"><title>Valley market: what we know so far</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Forty people and one mayor"}</script></head><body><ol class="breadcrumb"><li><a href="/">Home</a></li><li><h1>Valley market: what we know so far</h1></li></ol><article><h2><span class="kicker">Market day</span> <span>Forty people and one mayor</span></h2>${prose("market")}</article></body></html>`,
  );
  assert.equal(item.title, "Forty people and one mayor");
  assert.equal(item.kicker, "Market day");
  assert.equal(item.paragraphs.length, 3);
});

test("A kicker that is an element of its own within the headline is left off it", () => {
  const item = read(
    `<html><head><title>Forty people and one mayor | Valley Post</title></head><body><h1><span class="article__kicker">Market day</span><span>Forty people and one mayor</span></h1>${prose("market")}</body></html>`,
  );
  assert.equal(item.title, "Forty people and one mayor");
});

test("Words of a headline that are set apart for their looks stay in it", () => {
  const item = read(
    `<html><head><title>Forty people and one mayor</title></head><body><h1><span>Forty people</span> <em>and one mayor</em></h1>${prose("market")}</body></html>`,
  );
  assert.equal(item.title, "Forty people and one mayor");
});

for (const [what, printed] of [
  ["after it", "Forty people and one mayor | Valley Post"],
  ["before it", "Valley Post | Forty people and one mayor"],
  ["by its host alone", "Forty people and one mayor - valley-post.example"],
]) {
  test(`The name of the site is left off the headline where it stands ${what}`, () => {
    const site = printed?.includes("example") === true ? "" : '<meta property="og:site_name" content="Valley Post">';
    const item = read(
      `<html><head>${site}<title>${printed}</title><meta property="og:title" content="${printed}"><link rel="canonical" href="https://www.valley-post.example/market"></head><body>${prose("market")}</body></html>`,
    );
    assert.equal(item.title, "Forty people and one mayor");
  });
}

test("A subhead that holds the words of the headline stays in the text", () => {
  const [first = "", ...others] = prose("market").split("</p>");
  const item = read(
    `<html><body><article><h1>Forty people and one mayor</h1>${first}</p><h2>On Monday: forty people and one mayor</h2>${others.join("</p>")}</article></body></html>`,
  );
  assert.match(item.body, /^## On Monday: forty people and one mayor$/m);
});

test("Two witnesses of one moment give the zone that the page uses", () => {
  const item = read(
    `<html><head><meta property="article:published_time" content="2030-01-05T08:30:00+00:00"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2030-01-05T09:30:00+01:00","headline":"Market"}</script></head><body><h1>Market</h1>${prose("market")}</body></html>`,
  );
  assert.equal(item.date, "2030-01-05T09:30:00+01:00");
});

test("A time without a zone is cut to its day, and a note says so", () => {
  const item = read(
    `<html><head><meta property="og:title" content="The long market"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2030-01-05T23:30:00"}</script></head><body>${prose("market")}</body></html>`,
  );
  assert.equal(item.date, "2030-01-05");
  assert.match(item.notes.join(" "), /23:30 without a zone/);
});

test("A time without a zone takes it from a witness that prints the same clock", () => {
  const item = read(
    `<html><head><meta name="date" content="2030-01-05T23:30:00+02:00"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2030-01-05 23:30:00.0"}</script></head><body><h1>The long market</h1>${prose("market")}</body></html>`,
  );
  assert.equal(item.date, "2030-01-05T23:30:00+02:00");
});

test("A page without a date is sent to an editor with the reason", () => {
  const item = read(`<html><body><h1>The long market</h1>${prose("market")}</body></html>`);
  assert.equal(item.date, undefined);
  assert.match(item.needs.join(" "), /No date was found/);
});

test("JSON-LD with line breaks, comments and commas too many is still heard", () => {
  const item = read(
    `<html><head><script type="application/ld+json">/*<![CDATA[*/ {"@type":"NewsArticle","headline":"The long
market","datePublished":"2030-01-05",} /*]]>*/</script></head><body>${prose("market")}</body></html>`,
  );
  assert.equal(item.title, "The long market");
  assert.equal(item.date, "2030-01-05");
});

test("Broken JSON-LD does not keep the page from being read", () => {
  assert.equal(
    read(`<script type="application/ld+json">{"@type":</script><h1>The long market</h1>${prose("market")}`).title,
    "The long market",
  );
});

test("An author who is only the house gives way to a printed name", () => {
  const item = read(
    `<html><head><meta property="og:site_name" content="Valley Post"><script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Valley Post"}}</script></head><body><h1>The long market</h1><div class="byline">By <a href="/authors/ida-holt">Ida Holt</a></div>${prose("market")}</body></html>`,
  );
  assert.deepEqual(item.byline, ["Ida Holt"]);
});

test("Keywords that name the site are not the article's topics", () => {
  const item = read(
    `<html><head><meta property="og:site_name" content="Valley Post"><meta name="keywords" content="Valley Post,news,weather,sport"></head><body><h1>The long market</h1>${prose("market")}</body></html>`,
  );
  assert.deepEqual(item.tags, []);
});

test("Comments longer than the article are not its text", () => {
  const item = read(
    `<html><body><h1>The long market</h1><article>${prose("market")}</article><div id="comments">${prose("argument").repeat(6)}</div></body></html>`,
  );
  assert.equal(item.paragraphs.length, 3);
  assert.doesNotMatch(item.body, /argument/);
});

test("A page saved as MHTML carries its pictures and where it was saved from", () => {
  const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const page = `<html><head><meta property="og:title" content="The caf=C3=A9 reopens"></head><body><h1>The caf=C3=A9 reopens</h1><figure><img src=3D"cid:p1@part" alt=3D"A door"></figure>${prose("caf=C3=A9")}</body></html>`;
  const mhtml = [
    "From: <Saved by a browser>",
    "Snapshot-Content-Location: https://valley.example/2030/cafe.html",
    "Date: Sat, 5 Jan 2030 10:00:00 +0100",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----part"',
    "",
    "",
    "------part",
    'Content-Type: text/html; charset="utf-8"',
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://valley.example/2030/cafe.html",
    "",
    page
      .replace(/content="/g, 'content=3D"')
      .replace(/property="/g, 'property=3D"')
      .replace("The second", "The sec=\r\nond"),
    "------part",
    "Content-Type: image/png",
    "Content-ID: <p1@part>",
    "Content-Transfer-Encoding: base64",
    "",
    picture.toString("base64"),
    "------part--",
    "",
  ].join("\r\n");
  const item = read(mhtml);
  assert.equal(item.title, "The café reopens");
  assert.equal(item.source?.url, "https://valley.example/2030/cafe.html");
  assert.equal(item.source?.captured, "2030-01-05T09:00:00Z");
  assert.deepEqual(Buffer.from(item.media[0]?.bytes ?? []), picture);
  assert.equal(item.media[0]?.alt, "A door");
});

test("A page that holds its pictures as data: gives their bytes, and none of them as text", () => {
  const bytes = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(2_000, 7)]);
  const item = read(
    `<!-- Page saved with SingleFile \n url: https://valley.example/a \n saved date: Sat Jan 05 2030 10:00:00 GMT+0100 (CET) --><html><body><h1>The long market</h1>${prose("market")}<figure><img src="data:image/png;base64,${bytes.toString("base64")}" alt="Stalls"><figcaption>Stalls at noon. Photo: Ida Holt</figcaption></figure>${prose("fair")}</body></html>`,
  );
  assert.equal(item.source?.url, "https://valley.example/a");
  assert.deepEqual(Buffer.from(item.media[0]?.bytes ?? []), bytes);
  assert.equal(item.media[0]?.credit, "Ida Holt");
  assert.doesNotMatch(item.body, /base64/);
  assert.equal(item.paragraphs.length, 6);
});

const shared = process.env.DATELINE_SHARED ?? join(process.cwd(), "..", "shared");
const attacks = join(shared, "corpora", "xss.jsonl");

function assertHarmless(markup: string, payload: string): void {
  for (const element of findElements(parseMarkup(markup), () => true)) {
    assert.doesNotMatch(
      element.name,
      /^(?:script|style|iframe|object|embed|svg|math|form|input|link|meta|base|video|audio)$/,
      payload,
    );
    for (const [name, value] of Object.entries(element.attribs)) {
      assert.doesNotMatch(name, /^on|^style$|^srcdoc$/, payload);
      if (name === "href" || name === "src") assert.match(value, /^(?:https?:|mailto:|#)/, payload);
    }
  }
}

test(
  "An attack payload in every field of a page comes out as text and safe links",
  {
    skip: existsSync(attacks) ? false : `${attacks} is absent`,
  },
  () => {
    const loose = createParser({ html: false, linkify: true });
    for (const line of readFileSync(attacks, "utf8")
      .split("\n")
      .filter((text) => text !== "")) {
      const payload: string = JSON.parse(line).payload;
      const quoted = payload.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
      const data = JSON.stringify({
        "@type": "NewsArticle",
        headline: payload,
        articleBody: payload.repeat(8),
        author: payload,
        keywords: [payload],
        description: payload,
        url: payload,
        image: payload,
      }).replaceAll("<", "\\u003c");
      const page = `<html lang="${quoted}"><head><title>${quoted}</title><base href="${quoted}"><link rel="canonical" href="${quoted}"><meta property="og:title" content="${quoted}"><meta property="og:image" content="${quoted}"><meta name="author" content="${quoted}"><meta name="keywords" content="${quoted}"><script type="application/ld+json">${data}</script></head><body><h1>${payload}</h1><article>${prose("market")}<p>${payload}</p><p><a href="${quoted}">link of words</a> and <img src="${quoted}" alt="${quoted}"> more words for the paragraph to be taken.</p><p>Read more: <a href="${quoted}">another long headline to be related</a></p><figure><img src="https://i.example/a.jpg"><figcaption>${payload}</figcaption></figure>${prose("fair")}</article></body></html>`;
      let item: WireItem;
      try {
        item = read(page);
      } catch (error) {
        assert.ok(error instanceof IntakeError, `${String(error)} for ${payload}`);
        continue;
      }
      assertHarmless(renderBody(item.body, { lang: "en" }).toString(), payload);
      assertHarmless(loose.render(item.body), payload);
      for (const address of [
        item.id,
        item.source?.url,
        ...item.related.map(({ url }) => url),
        ...item.media.map(({ url }) => url),
      ]) {
        if (address !== undefined) assert.match(address, /^https?:\/\//, payload);
      }
      if (item.lang !== undefined) assert.match(item.lang, /^[A-Za-z0-9-]+$/);
      if (item.date !== undefined) assert.match(item.date, /^\d{4}-\d\d-\d\d/);
    }
  },
);

test("Any text at all is read or refused with an IntakeError", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "<p>",
      "</p>",
      "<div class='article-body'>",
      "</div>",
      "<h1>",
      "<table><td>",
      "<script type='application/ld+json'>",
      "</script>",
      '{"@type":"NewsArticle","author":[{"@id":"x"}],"datePublished":',
      "2030-13-45",
      "<time datetime='",
      "<figure><img src=data:image/png;base64,",
      "<meta property=og:title content='",
      "'>",
      "Content-Type: multipart/related; boundary=x\n\n--x\n",
      "<br><br>",
      "word ".repeat(40),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        for (const item of readHtml(pieces.join(""))) assert.equal(typeof item.body, "string");
      } catch (error) {
        assert.ok(error instanceof IntakeError, String(error));
      }
    }),
    { numRuns: 400 },
  );
});

const hostile: readonly [title: string, make: () => string][] = [
  ["Ten thousand nested elements", () => `<html><body>${"<div>".repeat(10_000)}word`],
  ["A hundred thousand nested elements of one name", () => "<b>".repeat(100_000)],
  ["A hundred million characters in one line", () => "word ".repeat(20_000_000)],
  ["Forty million characters of one paragraph", () => `<p>${"word ".repeat(8_000_000)}</p>`],
  ["Half a million elements", () => "<i></i>".repeat(500_000)],
];

/** Seconds of processor time, so that a busy machine does not fail the test. */
function secondsOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

for (const [title, make] of hostile) {
  test(`${title} are refused within five seconds`, () => {
    const markup = make();
    const seconds = secondsOf(() =>
      assert.throws(
        () => readHtml(markup),
        (error) => error instanceof IntakeError && error.instead !== "",
      ),
    );
    assert.ok(seconds < 5, `${seconds} s`);
  });
}

const slow: readonly [title: string, make: () => string][] = [
  ["A hundred thousand short paragraphs", () => `<h1>Many</h1>${"<p>One short line of words.</p>".repeat(100_000)}`],
  [
    "Fifty thousand links in a row",
    () => `<h1>Many</h1><div>${'<a href="/x">one link</a> '.repeat(50_000)}</div>${prose("market")}`,
  ],
  ["A headline of a million separators", () => `<title>${"a | ".repeat(250_000)}</title>${prose("market")}`],
  [
    "A hundred thousand brackets of JSON",
    () => `<script type="application/ld+json">${"[".repeat(100_000)}</script><h1>Many</h1>${prose("market")}`,
  ],
  [
    "A script of a million slashes",
    () => `<script type="application/ld+json">${"/*".repeat(500_000)}</script><h1>Many</h1>${prose("market")}`,
  ],
  [
    "Twenty thousand times",
    () => `<h1>Many</h1>${'<time class="date">1 January 2030 10:00</time>'.repeat(20_000)}${prose("market")}`,
  ],
  ["Twenty thousand empty attributes", () => `<p class="${"a-".repeat(200_000)}">${prose("market")}`],
  [
    "A meta element repeated thirty thousand times",
    () => `<head>${'<meta name="author" content="Ida Holt">'.repeat(30_000)}</head><h1>Many</h1>${prose("market")}`,
  ],
];

for (const [title, make] of slow) {
  test(`${title} are read or refused within five seconds`, () => {
    const markup = make();
    const seconds = secondsOf(() => {
      try {
        readHtml(markup);
      } catch (error) {
        assert.ok(error instanceof IntakeError, String(error));
      }
    });
    assert.ok(seconds < 5, `${seconds} s`);
  });
}
