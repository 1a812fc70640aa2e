import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test, { type TestContext } from "node:test";
import { HOUSE_STRINGS } from "../../src/newsroom/folders.ts";
import { readNewsroom } from "../../src/newsroom/newsroom-files.ts";
import { articleFile, openTinyNewsroom } from "../build/tiny-newsroom.ts";

const NOW = Date.UTC(2031, 4, 20, 12);
const LAUNCHER = resolve(import.meta.dirname, "../../src/cli/dateline.js");

/** What is said of the newsroom's data, a line for each problem. */
function saidOf(t: TestContext, data: Readonly<Record<string, string>>): string[] {
  const files = Object.entries(data).map(([name, text]) => [`data/${name}`, text] as const);
  const read = readNewsroom(openTinyNewsroom(t, Object.fromEntries(files)).folders.data, HOUSE_STRINGS);
  return "problems" in read ? read.problems.map(({ fault, instead }) => `${fault}. ${instead}`) : [];
}

test("an unknown key of any file of the newsroom is told with those that it may have there", (t) => {
  const said = saidOf(t, {
    "authors.yaml": "Ana Bell:\n  favouriteColour: red\n",
    "topics.yaml": "Ferries:\n  importance: high\n",
    "sections.yaml": "- name: Harbour\n  favouriteColour: red\n",
    "front.yaml": "lead: 2031/05/one\nfavouriteColour: red\n",
    "site.yaml": "title: Post\npublisher:\n  name: Post\n  favouriteColour: red\nshortUrl:\n  favouriteColour: red\n",
  });
  for (const keys of [
    "slug, aliases, role, biography, portrait, email, sameAs",
    "slug, kind, aliases, description, sameAs",
    "slug, name, names, aliases, description",
    "lead",
    "host, as",
  ])
    assert.ok(said.includes(`is not a known key. Known keys: ${keys}.`), `${keys}\n${said.join("\n")}`);
  assert.ok(said.some((line) => line.includes("Known keys: name, legalName, url, logo, foundingDate")));
});

test("the site's address takes no query and no fragment, and a host of other letters is written as xn--", (t) => {
  for (const url of ["https://post.example/?from=us", "https://post.example/#top"])
    assert.match(saidOf(t, { "site.yaml": `title: Post\nurl: "${url}"\n` }).join("\n"), /^has a query or a fragment/);
  const { folders } = openTinyNewsroom(t, {
    "data/site.yaml": "title: Post\nurl: https://hafenbote-süd.example/post\n",
  });
  const read = readNewsroom(folders.data, HOUSE_STRINGS);
  assert.equal("newsroom" in read && read.newsroom.site.url, "https://xn--hafenbote-sd-nlb.example/post/");
});

test("comments whose article is gone, and a file where the cache is to be, are told with what to do", async (t) => {
  const newsroom = openTinyNewsroom(t, {
    "content/articles/2031/05/one.md": articleFile("One", "2031-05-06"),
    "content/discussion/2031/05/gone.yaml": "[]\n",
  });
  const without = ["search", "cards", "links"] as const;
  await assert.rejects(
    newsroom.build(NOW, { without: [...without] }),
    /gone\.yaml belongs to no article.* or delete it\./,
  );
  writeFileSync(join(newsroom.folder, "plain"), "");
  const folders = { ...newsroom.folders, cache: join(newsroom.folder, "plain") };
  await assert.rejects(
    newsroom.build(NOW, { folders, without: [...without] }),
    /could not make the cache folder, a file of that name stands there: .*plain\n {2}move that file away/,
  );
});

test("commands take a headline word by word, and name a section, language, form or port that there is not", (t) => {
  const { folder, folders } = openTinyNewsroom(t, {
    "data/sections.yaml": "- name: Harbour\n- name: Town\n",
  });
  const run = (command: string, ...args: string[]) => {
    const where = ["--content", folders.content, "--data", folders.data];
    const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, command, ...where, ...args], {
      cwd: resolve(import.meta.dirname, "../.."),
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  };
  const now = ["--now", "2031-05-20T12:00Z"];
  const begun = run("new", "Ferries", "sail", "again", "--section", "harbour", ...now);
  assert.equal(begun.status, 0, begun.said);
  assert.ok(existsSync(join(folder, "content/articles/2031/05/ferries-sail-again.md")));
  for (const [args, words] of [
    [
      ["new", "Two", "--section", "Habour", ...now],
      /^--section "Habour" is not a section .* harbour, town\.\nSee --help/,
    ],
    [["new", "Two", "--lang", "xx", ...now], /^--lang "xx" .*Write one of en/],
    [["export", "all"], /^--as is missing: write --as and one or more of ninjs/],
    [["start", "--port", "abc"], /^--port abc is no such number; write a whole number from 0 to 65535/],
  ] as const) {
    const [command, ...rest] = args;
    const { status, said } = run(command, ...rest);
    assert.match(said, words);
    assert.equal(status, 2, said);
  }
});
