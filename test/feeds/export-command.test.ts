import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readNewsml } from "../../src/intake/exchange/newsml.ts";
import { readNinjs } from "../../src/intake/exchange/ninjs.ts";
import { readNitf } from "../../src/intake/exchange/nitf.ts";

const home = join(import.meta.dirname, "../..");

function makeNewsroom(): {
  readonly folder: string;
  readonly run: (...args: string[]) => { status: number | null; stdout: string; stderr: string };
} {
  const folder = mkdtempSync(join(tmpdir(), "dateline-export-"));
  mkdirSync(join(folder, "data"));
  mkdirSync(join(folder, "content/articles/2021/01"), { recursive: true });
  writeFileSync(
    join(folder, "data/site.yaml"),
    "title: The Anvers Post\nurl: https://post.example/\nagency: Coast Wire\n",
  );
  writeFileSync(join(folder, "data/topics.yaml"), "Ilse Brandt:\n  kind: person\n");
  const article = (name: string, text: string) =>
    writeFileSync(join(folder, "content/articles/2021/01", `${name}.md`), text);
  article(
    "harbour",
    "---\ntitle: Harbour reopens\ndate: 2021-01-15T15:45Z\ndateline: PORT ANVERS (Reuters)\ntags: [ferries, Ilse Brandt]\nrelated: [2021/01/storm]\n---\nThe harbour reopened.\n\nFerries sail.\n",
  );
  article("storm", "---\ntitle: Storm shuts the harbour\ndate: 2021-01-06\n---\nThe harbour is shut.\n");
  article("secret", "---\ntitle: Not yet\ndate: 2021-01-20T00:00Z\ndraft: true\n---\nNothing.\n");
  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ["src/cli/dateline.js", "export", "--content", join(folder, "content"), "--data", join(folder, "data"), ...args],
      { cwd: home, encoding: "utf8" },
    );
  return { folder, run };
}

test("The export command writes each article in each format, passes over drafts, and the intake reads what it wrote", () => {
  const { folder, run } = makeNewsroom();
  const to = join(folder, "out");
  const { status, stdout, stderr } = run("--as", "ninjs,newsml,nitf,text", "--to", to, "all");
  assert.equal(stderr, "2021/01/secret is a draft and was passed over.\n");
  assert.equal(stdout, `8 files of 2 articles in ${to}\n`);
  assert.equal(status, 0);
  const place = join(to, "2021/01");
  assert.deepEqual(
    readdirSync(place).filter((name) => name.startsWith("harbour")),
    ["harbour.newsml.xml", "harbour.ninjs.json", "harbour.nitf.xml", "harbour.txt"],
  );
  for (const [read, ending] of [
    [readNinjs, "ninjs.json"],
    [readNewsml, "newsml.xml"],
    [readNitf, "nitf.xml"],
  ] as const) {
    const [item] = read(readFileSync(join(place, `harbour.${ending}`)));
    assert.equal(item?.title, "Harbour reopens", ending);
    assert.deepEqual(item?.dateline, { place: "PORT ANVERS", agency: "Reuters" }, ending);
    assert.deepEqual(item?.tags, ["ferries", "Ilse Brandt"], ending);
    assert.equal(item?.body, "The harbour reopened.\n\nFerries sail.", ending);
  }
  assert.match(readFileSync(join(place, "harbour.txt"), "utf8"), /Related:\nStorm shuts the harbour/);
  rmSync(folder, { recursive: true });
});

test("What is under embargo is not told of in other articles, and says so itself when it goes out", () => {
  const { folder, run } = makeNewsroom();
  const place = join(folder, "content/articles/2021/01");
  writeFileSync(
    join(place, "later.md"),
    "---\ntitle: The minister will resign\ndate: 2021-01-15T15:45Z\nembargo: 2021-02-01T10:00Z\n---\nShe will.\n",
  );
  writeFileSync(
    join(place, "now.md"),
    "---\ntitle: A quiet day\ndate: 2021-01-15T15:45Z\nrelated: [2021/01/later, 2021/01/secret, THE MINISTER will resign]\ntranslates: 2021/01/later\n---\nSee [more](2021/01/later).\n",
  );
  const before = [
    "--now",
    "2021-01-20T00:00Z",
    "--as",
    "ninjs,newsml,nitf,text",
    "--to",
    join(folder, "out"),
    "2021/01/now",
  ];
  assert.equal(run(...before).status, 0);
  for (const name of readdirSync(join(folder, "out/2021/01"))) {
    const text = readFileSync(join(folder, "out/2021/01", name), "utf8");
    assert.doesNotMatch(text, /minister|resign|Not yet|secret|later/i, name);
  }
  const told = run("--now", "2021-01-20T00:00Z", "--as", "ninjs", "2021/01/later");
  assert.equal(told.stderr, "2021/01/later is under embargo; the embargo goes out with it.\n");
  assert.equal(JSON.parse(told.stdout).embargoedUntil, "2021-02-01T10:00:00Z");
  assert.match(
    run("--now", "2021-02-02T00:00Z", "--as", "text", "2021/01/now").stdout,
    /Related:\nThe minister will resign/,
  );
  rmSync(folder, { recursive: true });
});

test("One article in one format is printed; what is no article is an error with what to write, and bad usage is status 2", () => {
  const { folder, run } = makeNewsroom();
  const printed = run("--as", "ninjs", "2021/01/harbour");
  assert.equal(JSON.parse(printed.stdout).uri, "https://post.example/2021/01/15/harbour.html");
  const absent = run("--as", "text", "2021/01/nothing");
  assert.deepEqual([absent.status, /2021\/01\/nothing is no article below/.test(absent.stderr)], [1, true]);
  const outside = run("--as", "text", "package.json");
  assert.equal(outside.status, 1);
  assert.equal(run("--as", "docx", "2021/01/harbour").status, 2);
  assert.equal(run("--as", "text,ninjs", "2021/01/harbour").status, 2);
  assert.match(run("--help").stdout, /^npm run export -- --as/);
  rmSync(folder, { recursive: true });
});
