import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { audioAddress, measureAudio } from "../../src/media/audio.ts";
import { copyMedia } from "../../src/media/media-file.ts";

const fixtures = path.join(import.meta.dirname, "fixtures");
const folder = mkdtempSync(path.join(os.tmpdir(), "audio-"));
after(() => rmSync(folder, { recursive: true }));

/** Each is 1.5 seconds of a 440 Hz tone; an MP3 is up to 0.13 longer, since it holds whole frames and its encoder's delay. */
const tones: readonly [string, string][] = [
  ["tone.wav", "audio/wav"],
  ["constant.mp3", "audio/mpeg"],
  ["variable.mp3", "audio/mpeg"],
  ["tagged.mp3", "audio/mpeg"],
  ["vorbis.ogg", "audio/ogg"],
  ["opus.ogg", "audio/ogg"],
];

for (const [name, type] of tones) {
  test(`type and length of ${name} come from its header`, () => {
    const facts = measureAudio(path.join(fixtures, name));
    assert.equal(facts.type, type);
    assert.ok(Math.abs(facts.duration - 1.5) < 0.13, String(facts.duration));
    assert.equal(facts.bytes, readFileSync(path.join(fixtures, name)).length);
  });
}

test("the length of an MP4 sound comes from its movie header, in either version", () => {
  const short = Buffer.alloc(60);
  short.write("ftypM4A ", 4, "latin1");
  short.write("mvhd", 20, "latin1");
  short.writeUInt32BE(1000, 36);
  short.writeUInt32BE(61_500, 40);
  const long = Buffer.from(short);
  long.writeUInt8(1, 24);
  long.writeUInt32BE(0, 36);
  long.writeUInt32BE(0, 40);
  long.writeUInt32BE(1000, 44);
  long.writeBigUInt64BE(61_500n, 48);
  for (const content of [short, long]) {
    const file = path.join(folder, "speech.m4a");
    writeFileSync(file, content);
    const { type, duration } = measureAudio(file);
    assert.deepEqual({ type, duration }, { type: "audio/mp4", duration: 61.5 });
  }
});

test("a missing, foreign or cut sound is an error that names the file and says what to do", () => {
  const wav = readFileSync(path.join(fixtures, "tone.wav"));
  const cases: readonly [string, Buffer | undefined, RegExp][] = [
    ["absent.mp3", undefined, /absent\.mp3: there is no such file/],
    ["text.mp3", Buffer.from("Dear editor"), /text\.mp3: it is not a WAV, MP3, Ogg or MP4 sound; save it again/],
    ["cut.wav", wav.subarray(0, 30), /cut\.wav: its length cannot be read/],
    ["cut.ogg", readFileSync(path.join(fixtures, "vorbis.ogg")).subarray(0, 20), /cut\.ogg: its length/],
    ["cut.mp3", readFileSync(path.join(fixtures, "constant.mp3")).subarray(0, 20), /cut\.mp3: its length/],
    ["empty.ogg", Buffer.alloc(0), /empty\.ogg: it is not/],
  ];
  for (const [name, content, expected] of cases) {
    const file = path.join(folder, name);
    if (content !== undefined) writeFileSync(file, content);
    assert.throws(() => measureAudio(file), { name: "MediaError", message: expected });
  }
});

test("a sound is published under its hash, byte for byte", () => {
  const facts = measureAudio(path.join(fixtures, "vorbis.ogg"));
  const address = audioAddress(facts, "vorbis.ogg");
  assert.equal(address, `media/${facts.hash.slice(0, 2)}/vorbis-${facts.hash}.ogg`);
  const outputDir = path.join(folder, "out");
  assert.deepEqual(copyMedia([{ src: "vorbis.ogg", address }], { mediaDir: fixtures, outputDir }), [address]);
  assert.deepEqual(readFileSync(path.join(outputDir, address)), readFileSync(path.join(fixtures, "vorbis.ogg")));
  assert.throws(
    () => copyMedia([{ src: "absent.txt", address: "media/absent.txt" }], { mediaDir: fixtures, outputDir }),
    {
      name: "MediaError",
    },
  );
});
