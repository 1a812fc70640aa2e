import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { Archive } from "../../src/archive/archive.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SHARED = process.env.DATELINE_SHARED ?? join(ROOT, "..", "shared");
const SITE = "title: The Test\nlanguage: en\ntimeZone: UTC\n";

function command(context: TestContext) {
  const root = mkdtempSync(join(tmpdir(), "import-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, "data"));
  writeFileSync(join(root, "data", "site.yaml"), SITE);
  const run = (args: readonly string[], input = "") => {
    const all = [
      "src/cli/dateline.js",
      "import",
      ...args,
      "--to",
      join(root, "content"),
      "--data",
      join(root, "data"),
      "--cache",
      join(root, "cache"),
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: ROOT, encoding: "utf8", input });
    return { status, stdout, stderr };
  };
  return { root, run };
}

const POST =
  "---\ntitle: Tide table\ndate: 2021-01-15\ntags: [tides]\n---\nMARLE, Jan 15 (Northline) - High water at nine.\n\nLow water at *three*.\n";

test("--json prints one line with the seven fields of an item, the dateline in its parts", (context) => {
  const { root, run } = command(context);
  const { status, stdout } = run(["-", "--json"], POST);
  assert.equal(status, 0);
  assert.deepEqual(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
    [
      {
        input: "-",
        output: join(root, "content/articles/2021/01/tide-table.md"),
        front: {
          title: "Tide table",
          date: "2021-01-15",
          dateline: { place: "MARLE", agency: "Northline", date: "Jan 15" },
          tags: ["tides"],
        },
        body: "High water at nine.\n\nLow water at *three*.",
        text: "High water at nine.\n\nLow water at three.",
        confidence: { body: 1, title: 1, date: 1, tags: 1, dateline: 0.9 },
        notes: [],
      },
    ],
  );
});

test("A clock that a wire text prints without a zone counts in the newsroom's zone, at its top and at its end", (context) => {
  const { root, run } = command(context);
  writeFileSync(join(root, "data", "site.yaml"), SITE.replace("UTC", "Asia/Tokyo"));
  for (const text of [
    "Harbour reopens after the long winter\n\n15 January 2021, 15:45\n\nMARLE (Northline) - The harbour of Marle reopened on Friday.\n",
    "Harbour reopens after the long winter\n\nMARLE (Northline) - The harbour of Marle reopened on Friday.\n\nPublished: 15 January 2021, 15:45\n",
  ]) {
    const { status, stdout } = run(["-", "--json", "--dry-run"], text);
    assert.equal(status, 0);
    const { front, notes } = JSON.parse(stdout);
    assert.equal(front.date, "2021-01-15T15:45:00+09:00");
    assert.match(notes.join(" "), /without a zone and was taken in Asia\/Tokyo/);
  }
});

test("wrong usage is status 2 and writes nothing", (context) => {
  const { root, run } = command(context);
  for (const args of [[], ["--nope", "-"], ["-", "--format", "word"], ["/no/such/file"], ["-", "--date", "soon"]]) {
    const { status, stderr } = run(args, POST);
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, /See --help/);
  }
  assert.equal(existsSync(join(root, "content")), false);
});

test("--help says every flag and is status 0", (context) => {
  const { stdout, status } = command(context).run(["--help"]);
  assert.equal(status, 0);
  for (const flag of [
    "--format",
    "--to",
    "--section",
    "--title",
    "--date",
    "--dry-run",
    "--json",
    "--yes",
    "--keep-originals",
  ]) {
    assert.ok(stdout.includes(flag), flag);
  }
});

test("several articles of one input print one line each", (context) => {
  const feed =
    '<rss version="2.0"><channel><title>T</title>' +
    [1, 2, 3]
      .map(
        (n) =>
          `<item><title>Story ${n}</title><guid>g${n}</guid><pubDate>Fri, 15 Jan 2021 15:45:00 GMT</pubDate><description>Text ${n}</description></item>`,
      )
      .join("") +
    "</channel></rss>";
  const { status, stdout } = command(context).run(["-", "--json"], feed);
  assert.equal(status, 0);
  assert.deepEqual(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).front.title),
    ["Story 1", "Story 2", "Story 3"],
  );
});

test("the captured agency page stops without a headline, and with one becomes a whole article", (context) => {
  const folder = join(SHARED, "wire");
  const capture = existsSync(folder) ? readdirSync(folder).find((name) => /^\d.*\.txt$/.test(name)) : undefined;
  if (capture === undefined) {
    context.skip(`no captured page in ${folder}`);
    return;
  }
  const { root, run } = command(context);
  const bare = run([join(folder, capture)]);
  assert.equal(bare.status, 1);
  assert.match(bare.stderr, /it has no headline; give it one with --title/);
  assert.equal(existsSync(join(root, "content/articles")), false);
  const titled = run([join(folder, capture), "--title", "Envoy meets lawyers", "--json"]);
  assert.equal(titled.status, 0);
  const { front, text, notes, output } = JSON.parse(titled.stdout);
  assert.equal(Date.parse(front.date), Date.UTC(2021, 0, 15, 15, 45));
  assert.deepEqual(front.dateline, { place: "WASHINGTON", agency: "Sputnik" });
  assert.equal(front.related.length, 4);
  assert.equal(front.tags.length, 6);
  assert.equal(text.split("\n\n").length, 10);
  assert.doesNotMatch(readFileSync(output, "utf8"), /Listen Live|short URL|Community standards|Discussion/);
  assert.match(notes.join("\n"), /clock/);
  assert.match(notes.join("\n"), /Listen Live/);
  assert.deepEqual(readdirSync(join(root, "content/inbox")), []);
  const dated = run([join(folder, capture), "--title", "Envoy meets lawyers", "--date", "2021-01-14", "--json"]);
  assert.equal(JSON.parse(dated.stdout).front.date, "2021-01-14");
});

test("datelines of the newsroom's own agency, and of agencies that its archive knows, are taken off a text", (context) => {
  const { root, run } = command(context);
  writeFileSync(join(root, "data", "site.yaml"), `${SITE}agency: 7.port\n`);
  const archive = Archive.empty(join(root, "cache", "state"));
  archive.tables.agencies.number("12 Lignes");
  archive.save();
  writeFileSync(join(root, "cache", "state", "records-1"), "");
  for (const agency of ["7.port", "12 Lignes", "8.port"]) {
    const text = `---\ntitle: Tides\ndate: 2021-01-15\n---\nLindau (${agency}) – The harbour opened.\n`;
    const { front, body } = JSON.parse(run(["-", "--json", "--dry-run"], text).stdout);
    if (agency === "8.port") assert.equal(front.dateline, undefined);
    else assert.deepEqual([front.dateline, body], [{ place: "Lindau", agency }, "The harbour opened."]);
  }
});
