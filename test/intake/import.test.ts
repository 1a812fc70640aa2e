import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { type TestContext } from "node:test";
import { gunzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { parseDiscussion } from "../../src/archive/discussion.ts";
import { type ImportOptions, ImportUsageError, importAll } from "../../src/intake/import/import.ts";
import type { ImportedItem } from "../../src/intake/import/import-item.ts";

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
  assert.match(item?.notes.join() ?? "", /media\/2021\/plan.png was saved but is not shown: it has no caption/);
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

const wxr = (comments: string, status = "publish") =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Packet</title><wp:wxr_version>1.2</wp:wxr_version><item><title>Crane lifts the Dove</title><guid>dove</guid><content:encoded><![CDATA[<p>The ketch is out of the water.</p>]]></content:encoded><wp:post_date_gmt>2021-01-15 09:30:00</wp:post_date_gmt><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>${comments}</item></channel></rss>`;
const comment = (id: number, parent: number, text: string, more = "<wp:comment_approved>1</wp:comment_approved>") =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Reader ${id}</wp:comment_author><wp:comment_author_email>reader${id}@packet.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.1</wp:comment_author_IP><wp:comment_date_gmt>2021-01-16 10:0${id}:00</wp:comment_date_gmt><wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_parent>${parent}</wp:comment_parent>${more}</wp:comment>`;

test("Approved comments of a WordPress export stand beside their article, replies with what they answer, and no address of a reader", async (context) => {
  const root = folder(context, {
    "in/export.xml": wxr(
      comment(2, 1, "It was <b>always</b> there.") +
        comment(1, 0, "Where is the mast?") +
        comment(3, 0, "Buy boats", "<wp:comment_approved>spam</wp:comment_approved>") +
        comment(
          4,
          0,
          "[...] the Dove [...]",
          "<wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type>",
        ),
    ),
  });
  const [item] = await run(root, [join(root, "in/export.xml")]);
  assert.equal(item?.outcome, "new");
  assert.match(item?.notes.join(" ") ?? "", /2 comments came with it/);
  assert.match(item?.notes.join(" ") ?? "", /2 comments were left out: not approved/);
  const file = join(root, "content/discussion/2021/01/crane-lifts-the-dove.yaml");
  const text = readFileSync(file, "utf8");
  assert.doesNotMatch(text, /packet\.example|192\.0\.2|spam|Buy boats|the Dove/);
  const parsed = parseDiscussion({ text, file, linesBefore: 0 }, "UTC");
  assert.ok("comments" in parsed, JSON.stringify(parsed));
  assert.deepEqual(
    parsed.comments.map(({ author, text: said, at, replies }) => [author, said, at, replies.map((one) => one.text)]),
    [["Reader 1", "Where is the mast?", Date.UTC(2021, 0, 16, 10, 1), ["It was **always** there."]]],
  );
});

test("Later comments of the same export are added, and a file of comments that somebody changed is left alone", async (context) => {
  const root = folder(context, { "in/export.xml": wxr(comment(1, 0, "Where is the mast?")) });
  const input = join(root, "in/export.xml");
  const file = join(root, "content/discussion/2021/01/crane-lifts-the-dove.yaml");
  await run(root, [input]);
  writeFileSync(input, wxr(comment(1, 0, "Where is the mast?") + comment(2, 0, "In the shed.")));
  assert.deepEqual(outcomes(await run(root, [input])), [["unchanged", "articles/2021/01/crane-lifts-the-dove.md"]]);
  const added = readFileSync(file, "utf8");
  assert.match(added, /In the shed/);
  writeFileSync(file, added.replace("In the shed", "In the other shed"));
  writeFileSync(input, wxr(comment(1, 0, "Where is the anchor?")));
  const [kept] = await run(root, [input]);
  assert.match(readFileSync(file, "utf8"), /In the other shed/);
  assert.match(kept?.notes.join(" ") ?? "", /was changed since; it was left as it is/);
  const [overwritten] = await run(root, [input], { overwrite: true });
  assert.doesNotMatch(readFileSync(file, "utf8"), /shed/);
  assert.match(overwritten?.notes.join(" ") ?? "", /1 comment came with it/);
});

test("Comments of an article that needs an editor wait beside it in the inbox", async (context) => {
  const root = folder(context, { "in/export.xml": wxr(comment(1, 0, "Where is the mast?"), "private") });
  const [item] = await run(root, [join(root, "in/export.xml")]);
  assert.equal(item?.outcome, "waiting");
  assert.match(readFileSync(join(root, "content/inbox/crane-lifts-the-dove.comments.yaml"), "utf8"), /mast/);
  assert.equal(existsSync(join(root, "content/discussion")), false);
});

test("Characters that no page can hold are taken out of an item, and told", async (context) => {
  const item = ninjs({
    headline: "Harbour\u0001 opens",
    body_html: undefined,
    body_text: "The first\u0002 ships\ufffe came in.\n\nThey left again.",
  });
  const root = folder(context, { "in/one.json": item });
  const [taken] = await run(root, [join(root, "in")]);
  assert.equal(taken?.front.title, "Harbour opens");
  assert.match(readFileSync(join(root, "content", taken?.path ?? ""), "utf8"), /The first ships came in\./);
  assert.ok(
    taken?.notes.some((note) => /^\d characters that no page can hold \(U\+0001/.test(note)),
    taken?.notes.join("\n"),
  );
});
