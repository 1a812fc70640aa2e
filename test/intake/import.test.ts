import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { type TestContext } from "node:test";
import { gunzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { type ImportOptions, ImportUsageError, importAll } from "../../src/intake/import.ts";
import type { ImportedItem } from "../../src/intake/import-item.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==",
  "base64",
);
const CONTEXT = { timeZone: "UTC", language: "en", languages: ["en"], sections: undefined, topics: new Map() };

/** A folder that goes with the test, with the files given. */
function folder(context: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "intake-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

async function run(
  root: string,
  paths: readonly string[],
  given: Partial<ImportOptions> = {},
): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  const options: ImportOptions = {
    paths,
    format: "auto",
    to: join(root, "content"),
    cache: join(root, "cache"),
    context: CONTEXT,
    hasNewsroom: true,
    dryRun: false,
    again: false,
    overwrite: false,
    keepOriginals: false,
    now: Date.UTC(2021, 0, 20),
    standardInput: async () => new Uint8Array(),
    ...given,
  };
  for await (const item of importAll(options)) items.push(item);
  return items;
}

const post = (title: string, body: string, more = "") =>
  `---\ntitle: ${title}\ndate: 2021-01-15\n${more}---\n${body}\n`;
const outcomes = (items: readonly ImportedItem[]) => items.map(({ outcome, path }) => [outcome, path]);

const ninjs = (values: object) =>
  JSON.stringify({
    uri: "urn:test:1",
    type: "text",
    versioncreated: "2021-01-15T10:00:00Z",
    firstcreated: "2021-01-15T10:00:00Z",
    headline: "Bridge opens",
    body_html: "<p>It opened on Friday, said the mayor of Marle.</p>",
    ...values,
  });

test("a folder becomes article files with their pictures, and importing it again changes nothing", async (context) => {
  const root = folder(context, {
    "in/a.md": post(
      "First",
      'Text one of the folder.\n\n![A quay](quay.png "The quay | Ana Bell")',
      "image: /img/hero.png\nimage_alt: A hero\n",
    ),
    "in/quay.png": PNG,
    "in/static/img/hero.png": Buffer.concat([PNG, Buffer.from("x")]),
    "in/sub/b.md": post("Second", "Text two of the folder."),
    "in/style.css": "a{}",
  });
  const first = await run(root, [join(root, "in")]);
  assert.deepEqual(outcomes(first), [
    ["new", "articles/2021/01/a.md"],
    ["new", "articles/2021/01/b.md"],
  ]);
  const file = readFileSync(join(root, "content/articles/2021/01/a.md"), "utf8");
  assert.match(file, /src: 2021\/hero.png\n {2}alt: A hero/);
  assert.match(file, /!\[A quay\]\(2021\/quay.png "The quay \| Ana Bell"\)/);
  assert.deepEqual(readFileSync(join(root, "content/media/2021/quay.png")), PNG);
  assert.deepEqual(outcomes(await run(root, [join(root, "in")])), [
    ["unchanged", "articles/2021/01/a.md"],
    ["unchanged", "articles/2021/01/b.md"],
  ]);
  rmSync(join(root, "cache"), { recursive: true });
  assert.deepEqual(outcomes(await run(root, [join(root, "in")])), [
    ["unchanged", "articles/2021/01/a.md"],
    ["unchanged", "articles/2021/01/b.md"],
  ]);
});

test("a picture without words is saved, not shown, and said", async (context) => {
  const root = folder(context, { "a.md": post("Mute", "Text.\n\n![](plan.png)"), "plan.png": PNG });
  const [item] = await run(root, [join(root, "a.md")]);
  assert.equal(item?.body, "Text.");
  assert.match(item?.notes.join() ?? "", /media\/2021\/plan.png was saved but not used/);
  assert.ok(existsSync(join(root, "content/media/2021/plan.png")));
});

test("two articles with one headline in a month get two files", async (context) => {
  const root = folder(context, {
    "1.json": ninjs({ uri: "a" }),
    "2.json": ninjs({ uri: "b", body_html: "<p>Quite another story.</p>" }),
  });
  const items = await run(root, [join(root, "1.json"), join(root, "2.json")]);
  assert.deepEqual(outcomes(items), [
    ["new", "articles/2021/01/bridge-opens.md"],
    ["new", "articles/2021/01/bridge-opens-2.md"],
  ]);
});

test("a newer version of the same id updates its article, an older one is passed over", async (context) => {
  const root = folder(context, {
    "1.json": ninjs({}),
    "2.json": ninjs({ headline: "Bridge opens late", versioncreated: "2021-01-15T12:00:00Z" }),
  });
  await run(root, [join(root, "1.json")]);
  const [second] = await run(root, [join(root, "2.json")]);
  assert.deepEqual([second?.outcome, second?.path], ["updated", "articles/2021/01/bridge-opens.md"]);
  assert.match(
    readFileSync(join(root, "content/articles/2021/01/bridge-opens.md"), "utf8"),
    /title: Bridge opens late\ndate: 2021-01-15T10:00[:0]*Z\nupdated: 2021-01-15T12:00[:0]*Z/,
  );
  const [again] = await run(root, [join(root, "1.json")], { again: true });
  assert.equal(again?.outcome, "unchanged");
  assert.match(again?.notes.join() ?? "", /older version/);
});

test("an article that was edited since its import is not overwritten without being asked", async (context) => {
  const root = folder(context, {
    "1.json": ninjs({}),
    "2.json": ninjs({ headline: "New words", versioncreated: "2021-01-15T12:00:00Z" }),
  });
  await run(root, [join(root, "1.json")]);
  const file = join(root, "content/articles/2021/01/bridge-opens.md");
  const edited = readFileSync(file, "utf8").replace("Friday", "Saturday");
  writeFileSync(file, edited);
  const [waiting] = await run(root, [join(root, "2.json")]);
  assert.equal(waiting?.outcome, "waiting");
  assert.match(waiting?.needs.join() ?? "", /was edited since it was imported/);
  assert.equal(readFileSync(file, "utf8"), edited);
  const [forced] = await run(root, [join(root, "2.json")], { overwrite: true });
  assert.equal(forced?.outcome, "updated");
  assert.match(readFileSync(file, "utf8"), /New words/);
});

test("a canceled item retracts the article it names and leaves its text", async (context) => {
  const root = folder(context, {
    "1.json": ninjs({}),
    "2.json": ninjs({
      pubstatus: "canceled",
      ednote: "Withdrawn: it was false.",
      versioncreated: "2021-01-16T12:00:00Z",
    }),
  });
  await run(root, [join(root, "1.json")]);
  const [item] = await run(root, [join(root, "2.json")]);
  assert.deepEqual([item?.outcome, item?.path], ["retracted", "articles/2021/01/bridge-opens.md"]);
  const text = readFileSync(join(root, "content/articles/2021/01/bridge-opens.md"), "utf8");
  assert.match(text, /\nretracted:\n {2}date: /);
  assert.match(text, /It opened on Friday/);
  assert.equal(readdirSync(join(root, "content/articles/2021/01")).length, 1);
});

test("a cancellation of what is not here waits in the inbox", async (context) => {
  const root = folder(context, { "2.json": ninjs({ uri: "urn:test:9", pubstatus: "canceled" }) });
  const [item] = await run(root, [join(root, "2.json")]);
  assert.equal(item?.outcome, "waiting");
  assert.match(item?.needs.join() ?? "", /cancels urn:test:9, which is not among the articles/);
});

test("what has no date waits in the inbox with the reason, and leaves it once the date is given", async (context) => {
  const root = folder(context, {
    "a.md": "---\ntitle: Undated\n---\nA text that is long enough to be known again by its words alone.\n",
  });
  const [item] = await run(root, [join(root, "a.md")]);
  assert.deepEqual([item?.outcome, item?.path], ["waiting", "inbox/a.md"]);
  assert.match(
    readFileSync(join(root, "content/inbox/a.md"), "utf8"),
    /^---\n# Needs an editor: it has no date; give it one with --date/,
  );
  await run(root, [join(root, "a.md")]);
  assert.deepEqual(readdirSync(join(root, "content/inbox")), ["a.md"]);
  const [given] = await run(root, [join(root, "a.md")], { date: "2021-03-04" });
  assert.deepEqual([given?.outcome, given?.path], ["new", "articles/2021/03/a.md"]);
  assert.deepEqual(readdirSync(join(root, "content/inbox")), []);
});

test("a language that the site does not have needs an editor", async (context) => {
  const root = folder(context, { "a.md": post("Titel", "Text.", "lang: de\n") });
  const [item] = await run(root, [join(root, "a.md")]);
  assert.equal(item?.outcome, "waiting");
  assert.match(item?.needs.join() ?? "", /lang: is not a language of this site \(de\)/);
  const [free] = await run(root, [join(root, "a.md")], { hasNewsroom: false, to: join(root, "other") });
  assert.equal(free?.outcome, "new");
});

test("a dry run writes nothing and says the same", async (context) => {
  const root = folder(context, {
    "in/a.md": post("One", "First text."),
    "in/b.md": post("One", "Other text.", "slug: a\n"),
  });
  const items = await run(root, [join(root, "in")], { dryRun: true });
  assert.deepEqual(outcomes(items), [
    ["new", "articles/2021/01/a.md"],
    ["new", "articles/2021/01/a-2.md"],
  ]);
  assert.deepEqual(readdirSync(root), ["in"]);
});

test("a zip is read like a folder, with the pictures in it", async (context) => {
  const zip = zipSync({
    "site/posts/a.md": Buffer.from(post("Zipped", "![Quay](../img/quay.png)\n\nText.")),
    "site/img/quay.png": PNG,
  });
  const root = folder(context, { "site.zip": zip });
  const [item] = await run(root, [join(root, "site.zip")], { keepOriginals: true });
  assert.deepEqual([item?.outcome, item?.input], ["new", join(root, "site.zip/site/posts/a.md")]);
  assert.match(readFileSync(join(root, "content/articles/2021/01/a.md"), "utf8"), /src: 2021\/quay.png\n {2}alt: Quay/);
  assert.deepEqual(
    readdirSync(join(root, "cache/intake")).filter((name) => name.startsWith("unpacked")),
    [],
  );
  const originals = readdirSync(join(root, "content/originals"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".gz"),
  );
  assert.equal(originals.length, 1);
  assert.equal(
    gunzipSync(readFileSync(join(root, "content/originals", originals[0] ?? ""))).toString(),
    post("Zipped", "![Quay](../img/quay.png)\n\nText."),
  );
});

test("an import that was stopped goes on where it was", async (context) => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`in/${index}.md`, post(`Story ${index}`, `Text of story ${index}.`)]),
  );
  const root = folder(context, files);
  const stop = new AbortController();
  let seen = 0;
  const stopped = await run(root, [join(root, "in")], {
    signal: stop.signal,
    onProgress: () => ++seen === 10 && stop.abort(),
  });
  assert.equal(stopped.length, 10);
  const rest = await run(root, [join(root, "in")]);
  assert.equal(rest.filter(({ outcome }) => outcome === "unchanged").length, 10);
  assert.equal(rest.filter(({ outcome }) => outcome === "new").length, 20);
  assert.equal(readdirSync(join(root, "content/articles/2021/01")).length, 30);
});

test("a headline for many articles, and a path that is not there, are wrong usage", async (context) => {
  const feed =
    '<rss version="2.0"><channel><title>T</title><item><title>A</title></item><item><title>B</title></item></channel></rss>';
  const root = folder(context, { "feed.xml": feed });
  await assert.rejects(run(root, [join(root, "feed.xml")], { title: "One" }), ImportUsageError);
  await assert.rejects(run(root, [root], { title: "One" }), ImportUsageError);
  await assert.rejects(run(root, [join(root, "nothing")]), ImportUsageError);
  assert.equal(existsSync(join(root, "content")), false);
});

test("in a folder, files that are no articles are passed over; one that is broken is an error", async (context) => {
  const root = folder(context, {
    "in/data.json": '{"a": 1}',
    "in/bad.json": '{"headline": "x", "uri": }',
    "in/good.md": post("Good", "Text."),
  });
  assert.deepEqual((await run(root, [join(root, "in")])).map(({ outcome }) => outcome).sort(), [
    "failed",
    "left",
    "new",
  ]);
});

test("one entry of a feed that cannot be read waits with the reason, and the others are imported", async (context) => {
  const deep = "<div>".repeat(20_000);
  const entry = (title: string, text: string) =>
    `<item><title>${title}</title><guid>${title}</guid><pubDate>Fri, 15 Jan 2021 15:45:00 GMT</pubDate><description><![CDATA[${text}]]></description></item>`;
  const feed = `<rss version="2.0"><channel><title>T</title>${entry("One", "Text one.")}${entry("Two", deep)}${entry("Three", "Text three.")}</channel></rss>`;
  const root = folder(context, { "feed.xml": feed });
  const items = await run(root, [join(root, "feed.xml")]);
  assert.deepEqual(
    items.map(({ outcome }) => outcome),
    ["new", "waiting", "new"],
  );
  assert.equal(items[1]?.front.title, "Two");
  assert.match(items[1]?.needs.join() ?? "", /deep/);
});
