import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import { makeRandom } from "../../bench/archive.ts";
import { Archive } from "../../src/archive/archive.ts";
import { readColumnsFile, writeColumnsFile } from "../../src/archive/columns-file.ts";
import { openArchive } from "../../src/archive/update-archive.ts";
import { stateFolder } from "../../src/newsroom/folders.ts";
import { readHouseVersion } from "../../src/newsroom/house-version.ts";
import { compareOutputs } from "../edition/same-bytes.ts";
import { articleFile, openTinyNewsroom } from "./tiny-newsroom.ts";

const NOW = Date.UTC(2031, 4, 6, 12);
const DAMAGES = 200;
/** Between two builds once each file was damaged alone, so that the test stays quick. */
const AT_ONCE = 9;
const EDITED = "content/articles/2031/05/one.md";
const TEXTS = ["Morning", "Evening"].map((text) => articleFile("One", "2031-05-06", "tags: [Sea]\n", text));

/** Some damage to a file's bytes, or to the file. */
const HARMS: Readonly<Record<string, (file: string, bytes: Buffer, random: () => number) => void>> = {
  "a bit flipped": (file, bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(file, bytes);
  },
  "its end cut off": (file, bytes, random) =>
    writeFileSync(file, bytes.subarray(0, Math.floor(random() * bytes.length))),
  emptied: (file) => writeFileSync(file, ""),
  "a stretch of zeros": (file, bytes, random) => {
    const from = Math.floor(random() * bytes.length);
    writeFileSync(file, bytes.fill(0, from, Math.min(from + 512, bytes.length)));
  },
  "something behind its end": (file, bytes) => writeFileSync(file, Buffer.concat([bytes, Buffer.from("x\n")])),
  "its halves exchanged": (file, bytes) => {
    const half = bytes.length >> 1;
    writeFileSync(file, Buffer.concat([bytes.subarray(half), bytes.subarray(0, half)]));
  },
  removed: (file) => rmSync(file),
  "a folder in its place": (file) => {
    rmSync(file);
    mkdirSync(file);
  },
};

test(`${DAMAGES} damages to what is kept between builds all lead to the bytes of a build from nothing, with one note each time`, async (t) => {
  const random = makeRandom(5);
  const newsroom = openTinyNewsroom(t, {
    "data/site.yaml": "title: The Tiny Post\nurl: https://tiny.example/\narticleCards: true\n",
    [EDITED]: TEXTS[0] ?? "",
    "content/articles/2031/05/two.md": articleFile("Two", "2031-05-05", "tags: [Sea]\nimage: {src: p.jpg, alt: A}\n"),
    "content/articles/2031/05/three.md": articleFile("Three", "2031-05-04", "tags: [Sea]\n"),
  });
  const { cache, output } = newsroom.folders;
  mkdirSync(join(newsroom.folder, "content/media"));
  await sharp({ create: { width: 80, height: 60, channels: 3, background: "#a63" } })
    .jpeg()
    .toFile(join(newsroom.folder, "content/media/p.jpg"));
  const clean: string[] = [];
  for (const [index, text] of TEXTS.entries()) {
    newsroom.write(EDITED, text);
    clean.push(join(newsroom.folder, `clean-${index}`));
    cpSync(await newsroom.buildFresh(NOW, { without: ["links"] }), clean[index] ?? "", { recursive: true });
  }
  await newsroom.build(NOW, { without: ["links"] });
  const names = Object.keys(HARMS);
  let round = 0;
  for (let done = 0; done < DAMAGES; round++) {
    const kept = readdirSync(cache, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    const history: string[] = [];
    const alone = round < kept.length;
    for (let count = 0; count < (alone ? 1 : AT_ONCE); count++, done++) {
      const [file = ""] = kept.splice(alone ? round : Math.floor(random() * kept.length), 1);
      const chosen = names[alone ? round % 3 : Math.floor(random() * names.length)] ?? "";
      // A bit of an article that no page shows harms nobody.
      const name = alone && file.includes("records") ? "emptied" : chosen;
      history.push(`${file.slice(cache.length)}: ${name}`);
      HARMS[name]?.(file, readFileSync(file), random);
    }
    newsroom.write(EDITED, TEXTS[round % 2] ?? "");
    // What was drawn is called for when the site has to be made anew, what is known when it has not.
    if (alone ? !/columns|records/.test(history[0] ?? "") : round % 3 === 2) rmSync(output, { recursive: true });
    const notes: string[] = [];
    const note = (text: string) => void notes.push(text);
    await newsroom.build(NOW, { without: ["links"], progress: { phase: () => {}, step: () => {}, note } });
    assert.deepEqual(compareOutputs(output, clean[round % 2] ?? ""), [], history.join(", "));
    assert.ok(notes.length <= 1, notes.join());
  }
});

test("a build on what another version kept says so, once, and gives the bytes of a build from nothing", async (t) => {
  const newsroom = openTinyNewsroom(t, { "content/articles/one.md": articleFile("One", "2031-05-06") });
  const notes: string[] = [];
  const build = () =>
    newsroom.build(NOW, { progress: { phase: () => {}, step: () => {}, note: (text) => void notes.push(text) } });
  await build();
  const folder = stateFolder(newsroom.folders);
  const version = readHouseVersion();
  const key = Archive.load(folder)?.notes.readKey ?? 0;
  const noteFor = (key: number, house: string): string | undefined => {
    const { archive, former, note } = openArchive(folder, key, house);
    archive.close();
    former?.close();
    return note;
  };
  assert.equal(noteFor(key, version), undefined);
  assert.match(noteFor(key + 1, version) ?? "", /data changed/);
  assert.equal(
    noteFor(key, "9.0.0"),
    `The last build was of Dateline ${version}, this one is of 9.0.0: what it changed is drawn again.`,
  );
  assert.match(noteFor(key + 1, "9.0.0") ?? "", /of 9\.0\.0: all articles are read again\.$/);

  const path = join(folder, "columns");
  const { header, numbers } = readColumnsFile(path);
  writeColumnsFile(path, { ...header, version: header.version - 1 }, [numbers]);
  const { written } = await build();
  await build();
  assert.deepEqual(notes, ["What the last build kept is of another version of Dateline: all articles are read again."]);
  assert.deepEqual(written, []);
});
