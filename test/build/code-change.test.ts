import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { CodeKeys, type Kept, MAKERS, makersKey } from "../../src/build/code-key.ts";
import { compareOutputs, readOutput } from "../edition/same-bytes.ts";
import { articleFile, openTinyNewsroom } from "./tiny-newsroom.ts";

const HOUSE = resolve(import.meta.dirname, "../..");
const NOW = "2031-05-06T12:00:00Z";
const run = promisify(execFile);

/** Some source that each kept thing must not outlive. */
const SOURCES: Readonly<Record<Kept, readonly string[]>> = {
  rows: ["article/parse.ts", "article/address.ts", "archive/read-article.ts", "article/dateline.ts"],
  addresses: ["article/slug.ts", "article/latin-letters.ts"],
  measured: ["media/measure-picture.ts", "media/audio.ts", "media/media-file.ts"],
  chosen: ["archive/related.ts", "edition/edition.ts"],
  media: ["media/draw-pictures.ts", "media/picture-files.ts", "media/media-file.ts", "media/audio.ts"],
  cards: ["pages/cards.ts", "media/cards.ts", "build/card-files.ts"],
  cardDrawings: ["media/cards.ts", "media/lettering.ts"],
  icons: ["media/icons.ts", "media/lettering.ts", "build/shared-files.ts"],
  pageScript: ["browser/page/theme.ts", "build/scripts.ts"],
  searchScript: ["search/read/search-engine.ts", "build/scripts.ts"],
  libraryScript: ["browser/library-page/single-file.ts", "build/scripts.ts"],
  worker: ["browser/worker.ts", "build/service-worker.ts", "build/scripts.ts"],
  search: ["search/write/postings.ts", "search/text/fold.ts", "search/write/plan.ts", "build/search-files.ts"],
  hostFiles: ["build/host-files.ts"],
  packages: ["build/package-files.ts"],
};

test("whatever is kept between builds has another key when any source that makes it changes", () => {
  for (const kept of Object.keys(MAKERS) as Kept[]) {
    const before = makersKey(kept, new CodeKeys());
    for (const source of SOURCES[kept]) {
      const changed = new CodeKeys(
        (path) => readFileSync(path, "utf8") + (path === join(HOUSE, "src", source) ? ";" : ""),
      );
      assert.notEqual(makersKey(kept, changed), before, `${kept} by ${source}`);
    }
  }
});

/** A constant in each module whose work is kept; the second step has those whose change has everything read again. */
const STEPS: readonly (readonly (readonly [source: string, from: string, to: string, shows: RegExp])[])[] = [
  [
    ["archive/related.ts", "RELATED_WANTED = 4", "RELATED_WANTED = 2", /^2031\/05\/06\/s\d\.html$/],
    ["media/draw-pictures.ts", "quality: 78, mozjpeg", "quality: 20, mozjpeg", /^media\/.*\.jpg$/],
    ["media/cards.ts", "MARGIN = 72", "MARGIN = 92", /^media\/cards\//],
    ["media/icons.ts", 'height="26"', 'height="20"', /^icons\//],
    ["build/host-files.ts", "max-age=31536000", "max-age=31530000", /^_headers$/],
    ["build/service-worker.ts", "READ_LIMIT = 64_000_000", "READ_LIMIT = 60_000_000", /^worker\.js$/],
  ],
  [
    ["content-hash.ts", "slice(0, 8)", "slice(0, 10)", /^media\/[^c].*-[0-9a-f]{10}-/],
    ["search/write/document-block.ts", "EXCERPT = 280", "EXCERPT = 20", /^search\//],
    ["browser/page/theme.ts", 'ById("theme")', 'ById("themes")', /^assets\/page/],
  ],
];

test("after a change of the code behind what is kept, a build gives the full build's bytes", async (t) => {
  const articles = Array.from({ length: 6 }, (_none, index) => [
    `content/articles/2031/05/s${index}.md`,
    articleFile(
      `Story ${index}`,
      `2031-05-06T0${index}:00Z`,
      `tags: [Seafaring]\n${index === 1 ? "image: {src: p.jpg, alt: A}\n" : ""}`,
    ),
  ]);
  const newsroom = openTinyNewsroom(t, {
    ...Object.fromEntries(articles),
    "data/site.yaml": "title: The Tiny Post\nurl: https://tiny.example/\n",
  });
  const sharp = (await import("sharp")).default;
  mkdirSync(join(newsroom.folder, "content/media"), { recursive: true });
  await sharp({
    create: {
      width: 420,
      height: 300,
      channels: 3,
      background: "#a63",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toFile(join(newsroom.folder, "content/media/p.jpg"));
  const house = join(newsroom.folder, "house");
  for (const part of ["src", "_data/strings", ".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(HOUSE, part), join(house, part), {
      recursive: true,
      filter: (path) => path !== join(HOUSE, "src/content"),
    });
  symlinkSync(join(HOUSE, "node_modules"), join(house, "node_modules"));
  const { content, data, output, cache } = newsroom.folders;
  const build = (to: string, kept: string) =>
    run(
      process.execPath,
      [
        join(house, "src/cli/dateline.js"),
        ...["build", "--content", content, "--data", data, "--output", to, "--cache", kept, "--now", NOW],
      ],
      { cwd: newsroom.folder },
    );
  await newsroom.build(Date.parse(NOW));
  for (const [step, changes] of STEPS.entries()) {
    const before = readOutput(output);
    for (const [source, from, to] of changes) {
      const path = join(house, "src", source);
      const text = readFileSync(path, "utf8");
      assert.ok(text.includes(from), `${source} has ${from}`);
      writeFileSync(path, text.replaceAll(from, to));
    }
    await build(output, cache);
    const fresh = join(newsroom.folder, `fresh-${step}`);
    await build(fresh, `${fresh}-cache`);
    assert.deepEqual(compareOutputs(output, fresh), []);
    const after = readOutput(output);
    for (const [source, , , shows] of changes)
      assert.ok(
        [...after].some(([address, sum]) => shows.test(address) && before.get(address) !== sum),
        `the change of ${source} is seen in what is published`,
      );
    rmSync(fresh, { recursive: true });
  }
});
