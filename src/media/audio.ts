/** What a sound file's header says: type and length. WAV, MP3, Ogg (Vorbis, Opus) and MP4 audio. */
import { MediaError } from "./media-error.ts";
import { hashContent } from "../content-hash.ts";
import { attachmentAddress, readMedia } from "./media-file.ts";

export type AudioMediaType = "audio/wav" | "audio/mpeg" | "audio/ogg" | "audio/mp4";

export interface AudioFacts {
  readonly type: AudioMediaType;
  /** Seconds, to the millisecond. */
  readonly duration: number;
  readonly bytes: number;
  /** First eight hexadecimal digits of the SHA-256 of the file. */
  readonly hash: string;
}

/** Seconds of a RIFF WAVE file: bytes of sound by bytes a second. */
function readWav(content: Buffer): number | undefined {
  let rate = 0;
  for (let at = 12; at + 8 <= content.length;) {
    const name = content.toString("latin1", at, at + 4);
    const size = content.readUInt32LE(at + 4);
    if (name === "fmt ") rate = content.readUInt32LE(at + 16);
    if (name === "data" && rate > 0) return Math.min(size, content.length - at - 8) / rate;
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** Seconds of an Ogg file: the last page's position by the sample rate; RFC 3533, RFC 7845. */
function readOgg(content: Buffer): number | undefined {
  const last = content.lastIndexOf("OggS");
  const vorbis = content.indexOf("\x01vorbis", 0, "latin1");
  const opus = content.indexOf("OpusHead");
  if (last < 0 || last + 14 > content.length || (vorbis < 0 && opus < 0)) return undefined;
  const samples = Number(content.readBigInt64LE(last + 6));
  if (opus >= 0) return (samples - content.readUInt16LE(opus + 10)) / 48_000;
  return samples / content.readUInt32LE(vorbis + 12);
}

/** Kilobits a second of layer III by index, for MPEG 1 and for MPEG 2 and 2.5. */
const BITRATES = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const SAMPLE_RATES = [44_100, 48_000, 32_000];

/** Seconds of an MP3: frames from its Xing, Info or VBRI header, else by the first frame's bitrate. */
function readMp3(content: Buffer): number | undefined {
  let at = 0;
  if (content.toString("latin1", 0, 3) === "ID3") {
    const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + ((content[index] ?? 0) & 0x7f), 0);
    at = 10 + size;
  }
  while (at + 4 < content.length && (content.readUInt16BE(at) & 0xffe6) !== 0xffe2) at++;
  if (at + 40 > content.length) return undefined;
  const version = ((content[at + 1] ?? 0) >> 3) & 3;
  const rates = content[at + 2] ?? 0;
  const sampleRate = (SAMPLE_RATES[(rates >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const bitrate = BITRATES[version === 3 ? "one" : "two"][rates >> 4];
  if (version === 1 || sampleRate === 0 || !bitrate) return undefined;
  const frameSamples = version === 3 ? 1152 : 576;
  const frame = content.subarray(at, at + 200);
  const xing = Math.max(frame.indexOf("Xing"), frame.indexOf("Info"));
  if (xing > 0 && ((frame[xing + 7] ?? 0) & 1) === 1) return (frame.readUInt32BE(xing + 8) * frameSamples) / sampleRate;
  const vbri = frame.indexOf("VBRI");
  if (vbri > 0) return (frame.readUInt32BE(vbri + 14) * frameSamples) / sampleRate;
  return ((content.length - at) * 8) / (bitrate * 1000);
}

/** Seconds of an MP4 file, from its movie header; ISO/IEC 14496-12, 8.2.2. */
function readMp4(content: Buffer): number | undefined {
  const header = content.indexOf("mvhd");
  if (header < 0 || header + 36 > content.length) return undefined;
  const long = content[header + 4] === 1;
  const scale = content.readUInt32BE(header + (long ? 24 : 16));
  const units = long ? Number(content.readBigUInt64BE(header + 28)) : content.readUInt32BE(header + 20);
  return scale === 0 ? undefined : units / scale;
}

function selectReader(
  content: Buffer,
): { type: AudioMediaType; read: (content: Buffer) => number | undefined } | undefined {
  const start = content.toString("latin1", 0, 12);
  if (start.startsWith("RIFF") && start.endsWith("WAVE")) return { type: "audio/wav", read: readWav };
  if (start.startsWith("OggS")) return { type: "audio/ogg", read: readOgg };
  if (start.slice(4, 8) === "ftyp") return { type: "audio/mp4", read: readMp4 };
  if (start.startsWith("ID3") || (content.length > 4 && (content.readUInt16BE(0) & 0xffe6) === 0xffe2)) {
    return { type: "audio/mpeg", read: readMp3 };
  }
  return undefined;
}

/** Nothing where the file ends within its header. */
function readWhole(read: (content: Buffer) => number | undefined, content: Buffer): number | undefined {
  try {
    return read(content);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Type, length, size and content hash of a sound file.
 * @throws {MediaError} where the file is missing, is no such sound, or is cut off
 */
export function measureAudio(file: string): AudioFacts {
  const content = readMedia(file);
  const reader = selectReader(content);
  if (reader === undefined) {
    throw new MediaError(file, "it is not a WAV, MP3, Ogg or MP4 sound", "save it again as MP3 or Ogg");
  }
  const duration = readWhole(reader.read, content);
  if (duration === undefined || !(duration > 0)) {
    throw new MediaError(file, "its length cannot be read, so it is cut off or damaged", "save or export it again");
  }
  return {
    type: reader.type,
    duration: Math.round(duration * 1000) / 1000,
    bytes: content.length,
    hash: hashContent(content),
  };
}

/** Address of a sound: `media/9c/budget-9c01de23.mp3`; it is copied with `copyMedia`. */
export function audioAddress(facts: AudioFacts, src: string): string {
  return attachmentAddress(src, facts.hash);
}
