import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
