/** The rules of the W3C feed validator, of RFC 4287 and of JSON Feed 1.1, as far as they can be broken here. Each throws where one is. */
import assert from "node:assert/strict";
import { Parser } from "htmlparser2";
import { findAll, only, parseXml, texts } from "./xml-tree.ts";

const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

function assertWeb(address: string | undefined): void {
  assert.match(address ?? "", /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/);
}

/** Nothing relative, and nothing that a reader would have to strip: "SecurityRisk", "ContainsRelRef". */
function assertContent(markup: string): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      assert.ok(!["script", "style", "iframe", "object", "embed", "form", "link", "meta"].includes(name), name);
      for (const [key, value] of Object.entries(attributes)) {
        assert.ok(!/^(on|style$|class$)/.test(key), `${name} ${key}`);
        if (key === "href" || key === "src") assert.match(value, /^(https?:\/\/|mailto:)/, markup);
      }
    },
  });
  parser.end(markup);
}

function assertUnique(ids: readonly string[]): void {
  assert.equal(new Set(ids).size, ids.length, ids.join("\n"));
}

/** `self` is where the feed is published. */
export function assertRss(text: string, self: string, podcast = false): void {
  const rss = parseXml(text);
  assert.equal(rss.name, "rss");
  assert.equal(rss.attributes.version, "2.0");
  const [channel] = rss.children;
  assert.ok(channel?.name === "channel" && rss.children.length === 1);
  assert.notEqual(only(channel, "title"), "");
  assert.notEqual(only(channel, "description"), "");
  assertWeb(only(channel, "link"));
  assert.match(only(channel, "language"), /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);
  for (const date of texts(channel, "lastBuildDate")) assert.match(date, RFC822);
  const links = channel.children.filter(({ name }) => name === "atom:link");
  assert.deepEqual(
    links.filter(({ attributes }) => attributes.rel === "self").map(({ attributes }) => attributes.href),
    [self],
  );
  const items = channel.children.filter(({ name }) => name === "item");
  for (const image of findAll(channel, "image")) {
    assert.equal(only(image, "title"), only(channel, "title"));
    assert.equal(only(image, "link"), only(channel, "link"));
  }
  for (const item of items) {
    assert.notEqual(only(item, "title").trim(), "");
    assertWeb(only(item, "link"));
    assert.match(only(item, "pubDate"), RFC822);
    assertContent(only(item, "content:encoded"));
    const enclosures = item.children.filter(({ name }) => name === "enclosure");
    assert.ok(enclosures.length <= 1);
    for (const { attributes } of enclosures) {
      assertWeb(attributes.url);
      assert.match(attributes.length ?? "", /^\d+$/);
      assert.match(attributes.type ?? "", /^audio\/\w+$/);
    }
    if (podcast) assert.equal(enclosures.length, 1);
    for (const guid of item.children.filter(({ name }) => name === "guid")) {
      if (guid.attributes.isPermaLink === "true") assert.equal(guid.text, only(item, "link"));
      else assert.equal(guid.attributes.isPermaLink, "false");
    }
  }
  assertUnique(items.map((item) => only(item, "guid")));
  if (!podcast) return;
  for (const name of ["itunes:author", "itunes:explicit", "itunes:type"]) assert.notEqual(only(channel, name), "");
  assert.equal(findAll(channel, "itunes:category")[0]?.attributes.text, "News");
}

export function assertAtom(text: string, self: string): void {
  const feed = parseXml(text);
  assert.equal(feed.name, "feed");
  assert.equal(only(feed, "id"), self);
  assert.match(only(feed, "updated"), RFC3339);
  assert.notEqual(only(feed, "title"), "");
  const links = feed.children.filter(({ name }) => name === "link");
  const linked = (rel: string) => links.filter(({ attributes }) => attributes.rel === rel);
  assert.deepEqual(
    linked("self").map(({ attributes }) => attributes.href),
    [self],
  );
  assert.equal(linked("alternate").length, 1);
  const entries = feed.children.filter(({ name }) => name === "entry");
  const authored = texts(feed, "author").length > 0;
  for (const entry of entries) {
    assertWeb(only(entry, "id"));
    assert.notEqual(only(entry, "title"), "");
    assert.match(only(entry, "updated"), RFC3339);
    assert.match(only(entry, "published"), RFC3339);
    assert.ok(only(entry, "updated") >= only(entry, "published"));
    assert.ok(authored || texts(entry, "author").length > 0);
    assertContent(only(entry, "content"));
    assert.equal(entry.children.find(({ name }) => name === "content")?.attributes.type, "html");
    for (const { attributes } of entry.children.filter(({ name }) => name === "link")) assertWeb(attributes.href);
  }
  assertUnique(entries.map((entry) => only(entry, "id")));
  const newest = entries
    .map((entry) => only(entry, "updated"))
    .sort()
    .at(-1);
  if (newest !== undefined) assert.equal(only(feed, "updated"), newest);
}

export function assertJsonFeed(text: string, self: string): void {
  const feed = JSON.parse(text);
  assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
  assert.equal(feed.feed_url, self);
  assertWeb(feed.home_page_url);
  assert.equal(typeof feed.title, "string");
  assertUnique(feed.items.map((item: { readonly id: string }) => item.id));
  for (const item of feed.items) {
    assertWeb(item.url);
    assertContent(item.content_html);
    assert.match(item.date_published, RFC3339);
    if (item.date_modified !== undefined) assert.match(item.date_modified, RFC3339);
    if (item.external_url !== undefined) assertWeb(item.external_url);
    for (const attachment of item.attachments ?? []) {
      assertWeb(attachment.url);
      assert.match(attachment.mime_type, /^audio\//);
    }
  }
}
