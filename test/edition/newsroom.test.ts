import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import type { Newsroom } from "../../src/newsroom/newsroom.ts";
import { readNewsroom } from "../../src/newsroom/newsroom-files.ts";

const STRINGS = join(import.meta.dirname, "../../_data/strings");

function read(files: Readonly<Record<string, string>>): ReturnType<typeof readNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-newsroom-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return readNewsroom(folder, STRINGS);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readGood(files: Readonly<Record<string, string>>): Newsroom {
  const found = read(files);
  assert.ok("newsroom" in found, JSON.stringify(found));
  return found.newsroom;
}

const STREAM = "url: https://stream.example/live, type: audio/mpeg";

test("a plain tagline, label or description is in the site's own language", () => {
  const { site, sections } = readGood({
    "site.yaml": `title: Post\nlanguage: es\ntagline: Noticias\nlistenLive: {label: En directo, ${STREAM}}\n`,
    "sections.yaml": "- {name: Costa, description: El mar.}\n",
  });
  assert.deepEqual(site.tagline, { es: "Noticias" });
  assert.deepEqual(site.listenLive?.label, { es: "En directo" });
  assert.deepEqual(sections?.[0]?.description, { es: "El mar." });
});

test("each of them may be given by language", () => {
  const { site, sections } = readGood({
    "site.yaml": `title: Post\nlanguages: [en, es]\ntagline: {en: News, es: Noticias}\nlistenLive: {label: {en: Live}, ${STREAM}}\n`,
    "sections.yaml": "- {name: Coast, description: {en: The sea., es: El mar.}}\n",
  });
  assert.deepEqual(site.tagline, { en: "News", es: "Noticias" });
  assert.deepEqual(site.listenLive?.label, { en: "Live" });
  assert.deepEqual(sections?.[0]?.description, { en: "The sea.", es: "El mar." });
});

test("a tagline that is a list is an error that names the key", () => {
  const found = read({ "site.yaml": "title: Post\ntagline: [News]\n" });
  assert.ok("problems" in found);
  assert.deepEqual(
    found.problems.map(({ file, key }) => [file, key]),
    [["_data/site.yaml", "tagline"]],
  );
});

test("every address is checked at the border: where it leads, and that it ends nothing", () => {
  const bad = "https://a.example;script-src https://evil.example/";
  const policies = ["ethicsPolicy", "correctionsPolicy", "masthead"];
  const found = read({
    "site.yaml": `title: Post
url: "https://post.example/?a"
license: CC BY 4.0
hub: "${bad}"
shortUrl: {host: "javascript:x"}
listenLive: {label: Live, url: "https://live.example/a b", type: audio/mpeg}
discussion: {channel: mail, to: "desk@post.example?bcc=all@evil.example"}
securityContact: "data:x"
publisher:
  name: Post
  url: "${bad}"
  email: "Desk <desk@post.example>"
  sameAs: [https://good.example/, "javascript:x"]
${policies.map((key) => `  ${key}: "javascript:x"\n`).join("")}`,
    "topics.yaml": `Quay: {sameAs: "${bad}"}\n`,
    "authors.yaml": `Ana: {email: "a@b.example, c@d.example", sameAs: ["ftp://a.example"]}\n`,
  });
  assert.ok("problems" in found);
  assert.deepEqual(
    found.problems.map(({ key }) => key).sort(),
    [
      "Ana.email",
      "Ana.sameAs[0]",
      "Quay.sameAs",
      "discussion.to",
      "hub",
      "license",
      "listenLive.url",
      ...["ethicsPolicy", "correctionsPolicy", "email", "masthead", "sameAs[1]", "url"].map(
        (key) => `publisher.${key}`,
      ),
      "securityContact",
      "shortUrl.host",
      "url",
    ].sort(),
  );
  assert.ok(found.problems.every(({ instead }) => !instead.includes("another value")));
});

test("standing pages' names, mail addresses and contacts of each kind pass the border", () => {
  const { site } = readGood({
    "site.yaml":
      "title: Post\nsecurityContact: security@post.example\nhub: https://hub.example/\npublisher: {name: Post, ethicsPolicy: ethics, masthead: 'https://post.example/about', email: desk@post.example}\ndiscussion: {channel: form, to: 'https://post.example/form'}\n",
  });
  assert.equal(site.publisher?.ethicsPolicy, "ethics");
  for (const contact of [
    "mailto:a@post.example",
    "tel:+00555",
    "https://post.example/security",
    "post.example/security",
  ])
    readGood({ "site.yaml": `title: Post\nsecurityContact: ${contact}\n` });
});

test("words that a newsroom's strings lack are the house's, in that language or in English, and it is said", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-words-"));
  try {
    mkdirSync(join(folder, "strings"));
    writeFileSync(join(folder, "site.yaml"), "title: Post\nlanguages: [pt, es]\n");
    writeFileSync(join(folder, "strings/pt.yaml"), "skip: Ir para o texto\n");
    writeFileSync(join(folder, "strings/es.yaml"), "skip: Al grano\n");
    const found = readNewsroom(folder, STRINGS);
    assert.ok("newsroom" in found, JSON.stringify(found));
    const { pt, es, en } = found.newsroom.strings;
    assert.equal(pt?.skip, "Ir para o texto");
    assert.equal(pt["nav.search"], en?.["nav.search"]);
    assert.equal(es?.skip, "Al grano");
    assert.notEqual(es["nav.search"], en?.["nav.search"]);
    assert.equal(found.notes.length, 2);
    assert.match(found.notes.join("\n"), /pt\.yaml lacks \d+ words, and the house's English words stand there: /);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a colour that is none, and a value that would begin another rule, are errors that name the token", () => {
  const found = read({ "site.yaml": 'title: Post\ntokens: {accent: green, serif: "x;}body{color:red"}\n' });
  assert.ok("problems" in found);
  assert.deepEqual(
    found.problems.map(({ key }) => key),
    ["tokens.accent", "tokens.serif"],
  );
});
