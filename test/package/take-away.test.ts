/** *Take this paper with you*: a site that offers the editions that were packaged from it. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import type { PackageForm } from "../../src/archive/packaged.ts";
import { parseChoice } from "../../src/package/edition-choice.ts";
import { packageEdition } from "../../src/package/package.ts";
import { type BuildReport, build } from "../../src/build/build.ts";
import { checkDist, renderFinding } from "../../src/check/check-links.ts";
import type { Folders } from "../../src/newsroom/folders.ts";
import { verifyOutput } from "../../src/output/verify-output.ts";
import { article, makeOfflineSite, type OfflineSite } from "../browser/offline-site.ts";

const URL_OF_SITE = "https://quay.example/";

let site: OfflineSite;
let folders: Folders;
let packages = "";
const notes: string[] = [];

const run = async (now: string, to: Folders = folders, more: { part?: { index: number; of: number } } = {}) => {
  notes.length = 0;
  const progress = { phase: () => {}, step: () => {}, note: (text: string) => void notes.push(text) };
  return build({ folders: to, now: Date.parse(now), jobs: 1, progress, ...more });
};
const pack = async (edition: string, forms: readonly PackageForm[], lang?: string) =>
  packageEdition({ dist: folders.output, to: packages, choice: parseChoice(edition), forms, lang });
const read = (address: string): string => readFileSync(join(folders.output, address), "utf8");
const offered = (): string[] => readdirSync(join(folders.output, "editions")).sort();
const sizesOf = (report: BuildReport): readonly string[] => report.written.toSorted();

before(async () => {
  site = await makeOfflineSite();
  packages = join(site.folder, "packages");
  folders = { ...site.folders, output: join(site.folder, "dist"), packages };
  site.write(
    "data/site.yaml",
    `title: The Quay\nurl: ${URL_OF_SITE}\nlanguage: en\nlanguages: [en, ar]\ntimeZone: UTC\narticleCards: false\n`,
  );
  site.write(
    "content/articles/2031/01/tide.md",
    article("Tide table", "2031-01-14T08:00Z", "High water at four.", "expires: 2031-01-20T08:00Z\n"),
  );
});

after(() => rmSync(site.folder, { recursive: true, force: true }));

test("without packages there is neither a page of them nor a link to it", async () => {
  await run("2031-01-17T12:00Z");
  assert.doesNotMatch(read("index.html"), /take-away/);
  assert.ok(!readdirSync(folders.output).some((name) => name === "take-away.html" || name === "editions"));
});

test("packaged editions are offered by the next build, with their sizes, in each language", async () => {
  const files = [
    ...(await pack("all", ["zip", "epub"])),
    ...(await pack("2031-01-16", ["html"])),
    ...(await pack("all", ["epub"], "ar")),
  ];
  await run("2031-01-17T12:30Z");
  assert.deepEqual(notes, []);
  assert.deepEqual(offered(), [
    "the-quay-2031-01-16.html",
    "the-quay-all-ar.epub",
    "the-quay-all.epub",
    "the-quay-all.zip",
  ]);
  for (const { path } of files)
    assert.ok(readFileSync(path).equals(readFileSync(path.replace(packages, join(folders.output, "editions")))), path);
  const page = read("take-away.html");
  assert.match(page, /<h2><bdi>The whole site<\/bdi><\/h2>[\s\S]*<h2><bdi>16 January 2031<\/bdi><\/h2>/);
  const zip = files.find(({ form }) => form === "zip");
  assert.ok(zip !== undefined && zip.bytes < 1e6);
  assert.ok(page.includes(`href="editions/the-quay-all.zip" download>ZIP</a>`));
  assert.ok(page.includes(`<bdi>${Math.round(zip.bytes / 1000)} kB</bdi>`), "the size of the zip stands beside it");
  assert.match(page, /EPUB<\/a>[^\n]*<span lang="ar"><bdi>العربية<\/bdi><\/span>/);
  assert.match(
    read("ar/take-away.html"),
    /<h1>خذ هذه الجريدة معك<\/h1>[\s\S]*href="\.\.\/editions\/the-quay-all\.zip"/,
  );
  assert.match(
    read("2031/01/15/pier-opens.html"),
    /<a href="\.\.\/\.\.\/\.\.\/take-away\.html">Take this paper with you</,
  );
  assert.deepEqual(checkDist(folders.output, { url: URL_OF_SITE }).map(renderFinding), []);
  const { missing, changed, extra } = verifyOutput(folders.output);
  assert.deepEqual([missing, changed, extra], [[], [], []]);
});

test("a republish with the same packages leaves them and their page as they are", async () => {
  const report = await run("2031-01-17T12:40Z");
  assert.deepEqual(
    sizesOf(report).filter((address) => /edition|take-away|\d{4}\/\d\d\/\d\d\//.test(address)),
    [],
  );
});

test("an edition that was packaged again changes itself and its page, and no article", async () => {
  site.write("content/articles/2031/01/buoy.md", article("Buoy found", "2031-01-17T08:00Z", "It was green."));
  await run("2031-01-17T13:00Z");
  const old = statSync(join(folders.output, "editions/the-quay-all.zip")).ino;
  await pack("all", ["zip"]);
  assert.equal(statSync(join(folders.output, "editions/the-quay-all.zip")).ino, old, "packaging leaves the site alone");
  const { missing, changed } = verifyOutput(folders.output);
  assert.deepEqual([missing, changed], [[], []]);
  const report = await run("2031-01-17T13:00Z");
  assert.deepEqual(sizesOf(report), ["ar/take-away.html", "editions/the-quay-all.zip", "take-away.html"]);
});

test("no edition holds another, nor their sizes: it leads to the site's own page, and packaging twice gives the same bytes", async () => {
  const sum = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
  const [first] = await pack("all", ["zip"]);
  const before = sum(first?.path ?? "");
  const files = unzipSync(readFileSync(first?.path ?? ""));
  assert.deepEqual(
    Object.keys(files).filter((name) => name.startsWith("editions/")),
    [],
  );
  const page = strFromU8(files["take-away.html"] ?? new Uint8Array());
  assert.match(page, /What you are reading is such a file\.[\s\S]*href="https:\/\/quay\.example\/take-away\.html"/);
  assert.doesNotMatch(page, /href="editions|[\d.]+ kB/);
  await run("2031-01-17T13:00Z");
  const [second] = await pack("all", ["zip"]);
  assert.equal(sum(second?.path ?? ""), before);
  const [part] = await pack("2031-01-15", ["zip"]);
  const article15 = strFromU8(
    unzipSync(readFileSync(part?.path ?? ""))["2031/01/15/pier-opens.html"] ?? new Uint8Array(),
  );
  assert.match(article15, /href="https:\/\/quay\.example\/take-away\.html"/);
});

test("parts of a site built one by one are the same as the whole, editions and all", async () => {
  const whole = { ...folders, output: join(site.folder, "whole"), cache: join(site.folder, "cache-whole") };
  await run("2031-01-17T14:00Z", whole);
  const found = new Map<string, string>();
  for (const index of [1, 2]) {
    const output = join(site.folder, `part-${index}`);
    const to = { ...folders, output, cache: join(site.folder, `cache-${index}`) };
    for (const address of (await run("2031-01-17T14:00Z", to, { part: { index, of: 2 } })).written)
      found.set(
        address,
        createHash("sha256")
          .update(readFileSync(join(output, address)))
          .digest("hex"),
      );
  }
  for (const address of [
    "take-away.html",
    "ar/take-away.html",
    "editions/the-quay-all.zip",
    "editions/the-quay-all.epub",
  ])
    assert.equal(
      found.get(address),
      createHash("sha256")
        .update(readFileSync(join(whole.output, address)))
        .digest("hex"),
      address,
    );
});

test("an edition with an article that has expired or been retracted since is no longer offered, others stay", async () => {
  const report = await run("2031-01-21T12:00Z");
  assert.ok(report.removed.includes("editions/the-quay-all.zip"), "it holds the tide table");
  assert.ok(
    notes.some((note) => /the-quay-all\.zip may hold 2031\/01\/tide/.test(note)),
    notes.join("\n"),
  );
  assert.deepEqual(offered(), ["the-quay-2031-01-15.zip", "the-quay-2031-01-16.html", "the-quay-all-ar.epub"]);
  site.write(
    "content/articles/2031/01/crane-falls.md",
    article("Crane falls", "2031-01-16T09:00Z", "", "retracted: {date: 2031-01-21, reason: It stands.}\n"),
  );
  await run("2031-01-21T13:00Z");
  assert.deepEqual(offered(), ["the-quay-2031-01-15.zip", "the-quay-all-ar.epub"]);
  assert.deepEqual(checkDist(folders.output, { url: URL_OF_SITE }).map(renderFinding), []);
});

test("files that are gone, cut off, of another site or not in a sound index are left out and told", async () => {
  const index = join(packages, "packages.json");
  const kept = readFileSync(index, "utf8");
  truncateSync(join(packages, "the-quay-2031-01-15.zip"), 10);
  rmSync(join(packages, "the-quay-all-ar.epub"));
  const report = await run("2031-01-21T13:30Z");
  assert.match(notes.join("\n"), /2031-01-15\.zip is another file[\s\S]*all-ar\.epub is gone/);
  assert.ok(report.removed.includes("take-away.html"));
  assert.doesNotMatch(read("index.html"), /take-away/);
  await pack("2031-01-15", ["zip"]);
  const entries = JSON.parse(readFileSync(index, "utf8")) as { name: string }[];
  assert.ok(!entries.some(({ name }) => name === "the-quay-all-ar.epub"), "what is gone is dropped");
  writeFileSync(index, readFileSync(index, "utf8").replaceAll(`"site": "The Quay"`, `"site": "The Pier"`));
  await run("2031-01-21T13:40Z");
  assert.match(notes.join("\n"), /packaged from another site, The Pier/);
  writeFileSync(index, kept.replaceAll(`"name": "`, `"name": "../`));
  await run("2031-01-21T13:50Z");
  assert.match(notes.join("\n"), /packages\.json is damaged/);
  assert.ok(!readdirSync(folders.output).includes("editions"));
});
