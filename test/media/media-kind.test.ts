import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import { ProblemError } from "../../src/article/problem.ts";
import { findDamaged } from "../../src/media/draw-pictures.ts";
import { measurePicture } from "../../src/media/measure-picture.ts";
import { natureOf } from "../../src/media/media-kind.ts";
import { withoutTraces } from "../../src/media/without-traces.ts";
import { articleFile, openTinyNewsroom } from "../build/tiny-newsroom.ts";

const NOW = Date.UTC(2031, 4, 6, 12);
const latin = (text: string) => Buffer.from(text, "latin1");
const box = (name: string, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(content.length + 8);
  header.write(name, 4, "latin1");
  return Buffer.concat([header, content]);
};
const handler = (kind: string) => box("hdlr", Buffer.alloc(8), latin(kind), Buffer.alloc(13));

const KINDS: readonly (readonly [content: Buffer, name: string, kind: string | undefined])[] = [
  [latin("\xff\xd8\xff\xe0"), "a.png", "picture"],
  [latin("RIFF\0\0\0\0WEBP"), "a.jpg", "picture"],
  [latin("\0\0\0\x1cftypavif"), "a.heic", "picture"],
  [latin("\xef\xbb\xbf<?xml version='1.0'?>\n<!-- made by hand -->\n<svg xmlns='a'/>"), "a.svg", "picture"],
  [latin("\0\0\0\x18ftypheic"), "a.jpg", undefined],
  [latin("II*\0"), "a.jpg", undefined],
  [latin("BM\x10\0\0\0\0\0\0\0"), "a.jpg", undefined],
  [latin("%PDF-1.7"), "a.pdf", "document"],
  [latin("%PDF-1.7<script>"), "a.html", undefined],
  [latin("<!DOCTYPE html><script>"), "a.csv", "document"],
  [latin("<!DOCTYPE html><script>"), "a.html", undefined],
  [latin("a;b\n1;2"), "a.csv", "document"],
  [latin("a\0b"), "a.csv", undefined],
  [latin("WEBVTT\n"), "a.txt", "captions"],
  [latin("1\r\n00:00:01,000 --> 00:00:02,000"), "a.txt", "captions"],
  [Buffer.concat([box("ftyp", latin("isom")), box("mdat"), box("moov", handler("soun"))]), "a.mp4", "sound"],
  [
    Buffer.concat([box("ftyp", latin("isom")), box("mdat"), box("moov", handler("soun"), handler("vide"))]),
    "a.mp4",
    "video",
  ],
  [latin(""), "a.jpg", undefined],
];
for (const [content, name, kind] of KINDS)
  test(`by its bytes, ${JSON.stringify(content.toString("latin1", 0, 16))} as ${name} is ${kind ?? "of no kind that is published"}`, () =>
    assert.equal(natureOf(content, name).kind, kind));

const XMP = `<?xpacket begin="" id="x"?><x:xmpmeta>Ana Bell</x:xmpmeta><?xpacket end="w"?>`;

test("what is published as it is says nothing of camera, place and maker, and keeps its length", () => {
  const exif = Buffer.concat([latin("\xff\xd8\xff\xe1\x00\x14Exif\0\0GPS 52.37"), latin("\xff\xd9")]);
  const pdf = Buffer.concat([latin(`%PDF-1.7\n${XMP}\n`), exif, latin("\nendstream")]);
  const film = Buffer.concat([
    box("ftyp", latin("isom")),
    box("mdat", latin("pictures")),
    box("moov", box("trak", box("udta", latin("GPS 52.37"))), box("udta", box("\xa9xyz", latin("GPS +52.37")))),
    box("uuid", latin(XMP)),
  ]);
  const wav = Buffer.concat([latin("RIFF\0\0\0\0WAVE"), latin("_PMX\x09\0\0\0GPS 52.37\0"), latin("data\x02\0\0\0ab")]);
  for (const content of [pdf, film, wav]) {
    const clean = withoutTraces(content);
    assert.equal(clean.length, content.length);
    assert.ok(!/GPS|Ana Bell|Exif|xyz/.test(clean.toString("latin1")));
    for (const kept of ["%PDF-1.7", "endstream", "pictures", "data\x02\0\0\0ab"])
      assert.equal(clean.includes(latin(kept)), content.includes(latin(kept)));
  }
});

test("a moving GIF loses comments and what programs noted, and moves on", async () => {
  const frames = await sharp({ create: { width: 2, height: 4, channels: 3, background: "red" } })
    .gif()
    .toBuffer();
  const end = frames.length - 1;
  const notes = latin("\x21\xfe\x08Ana Bell\0\x21\xff\x0bXMP DataXMP\x05xmp 1\0\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0");
  const clean = withoutTraces(Buffer.concat([frames.subarray(0, end), notes, frames.subarray(end)]));
  assert.ok(!/Ana Bell|XMP/.test(clean.toString("latin1")));
  assert.ok(clean.includes("NETSCAPE2.0") && clean.at(-1) === 0x3b);
  assert.equal((await sharp(clean).metadata()).width, 2);
});

test("a picture of another kind is refused at the line that names it, and what it is is said", async (t) => {
  const newsroom = openTinyNewsroom(t, {
    "content/articles/2031/05/lead.md": articleFile("Lead", "2031-05-06", "image:\n  src: phone.jpg\n  alt: A quay\n"),
    "content/articles/2031/05/text.md": articleFile("Text", "2031-05-06", "", "Text\n\n![A plan](plan.pdf)"),
    "content/articles/2031/05/sound.md": articleFile("Sound", "2031-05-06", "audio:\n  src: talk.mp3\n"),
    "content/media/plan.pdf": "%PDF-1.7\n",
    "data/authors.yaml": "Ana Bell:\n  portrait: gone.jpg\n",
  });
  mkdirSync(join(newsroom.folders.content, "media"), { recursive: true });
  writeFileSync(join(newsroom.folders.content, "media/phone.jpg"), latin("\0\0\0\x18ftypheic\0\0"));
  await assert.rejects(newsroom.build(NOW), (error) => {
    assert.ok(error instanceof ProblemError);
    assert.deepEqual(
      error.problems.map(({ file, line, key, fault }) => `${file}:${line} ${key}: ${fault}`),
      [
        "_data/authors.yaml:undefined Ana Bell.portrait: there is no such picture",
        "articles/2031/05/lead.md:5 image.src: is a HEIC file, and no picture that readers can open",
        "articles/2031/05/sound.md:5 audio.src: there is no such sound",
        "articles/2031/05/text.md:8 body: is a PDF document, and no picture that readers can open",
      ],
    );
    return true;
  });
});

test("a damaged picture is a line with its file, whether its end is missing or its middle is spoilt", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-damaged-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const whole = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#369" } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const spoilt = Buffer.from(whole);
  spoilt.fill(0xee, 200, 900);
  const put = (name: string, content: Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  assert.throws(() => measurePicture(put("half.png", whole.subarray(0, whole.length / 2))), /half\.png: it is damaged/);
  const pictures = ["whole.png", "spoilt.png"].map((src) => ({
    src,
    facts: measurePicture(put(src, src === "whole.png" ? whole : spoilt)),
  }));
  const faults = await findDamaged(pictures, { mediaDir: folder, cacheDir: join(folder, "cache") });
  assert.deepEqual(
    faults.map(({ file }) => file),
    [join(folder, "spoilt.png")],
  );

  const newsroom = openTinyNewsroom(t, {
    "content/articles/2031/05/a.md": articleFile("A", "2031-05-06", "image:\n  src: spoilt.png\n  alt: A quay\n"),
  });
  mkdirSync(join(newsroom.folders.content, "media"));
  writeFileSync(join(newsroom.folders.content, "media/spoilt.png"), readFileSync(join(folder, "spoilt.png")));
  await assert.rejects(
    newsroom.build(NOW),
    (error) => error instanceof ProblemError && error.problems[0]?.file === "media/spoilt.png",
  );
});
