/**
 * Files that are published as they are, without what they say of camera, place and maker: EXIF, XMP, GPS. Blanked where it stands, so
 * that no offset within a file changes; only a GIF, whose blocks can go, becomes shorter.
 */

/** XMP, part 3: a packet stands between these, whatever file it is in. */
const PACKETS = [
  ["<?xpacket begin=", "<?xpacket end="],
  ["<x:xmpmeta", "</x:xmpmeta>"],
] as const;
const SPACE = 0x20;
/** Boxes of an MP4 file that hold no sound and no picture, but what is known of them: ISO/IEC 14496-12, 8.10 and 8.11. */
const TELLING = new Set(["udta", "meta", "uuid"]);
const CONTAINERS = new Set(["moov", "trak", "mdia", "minf", "stbl"]);

function blankPackets(content: Buffer): void {
  for (const [begin, end] of PACKETS) {
    for (let at = content.indexOf(begin); at >= 0; at = content.indexOf(begin, at + 1)) {
      const last = content.indexOf(end, at);
      content.fill(SPACE, at, last < 0 ? content.length : last + end.length);
    }
  }
}

/** The segments APP1 of JPEG pictures within the file: a mark, a length of two bytes that counts itself, `Exif`. */
function blankExif(content: Buffer): void {
  for (let at = content.indexOf("Exif\0\0", 0, "latin1"); at >= 0; at = content.indexOf("Exif\0\0", at + 1, "latin1")) {
    const isSegment = at >= 4 && content[at - 4] === 0xff && content[at - 3] === 0xe1;
    if (isSegment) content.fill(0, at, Math.min(at - 2 + content.readUInt16BE(at - 2), content.length));
  }
}

/** Turns the boxes of an MP4 file that tell of it into free space. */
function freeBoxes(content: Buffer, from: number, to: number): void {
  for (let at = from; at + 8 <= to;) {
    const short = content.readUInt32BE(at);
    const name = content.toString("latin1", at + 4, at + 8);
    const isLong = short === 1 && at + 16 <= to;
    const length = isLong ? Number(content.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const begin = at + (isLong ? 16 : 8);
    const end = Math.min(at + length, to);
    if (length < 8 || end < begin) return;
    if (TELLING.has(name)) {
      content.write("free", at + 4, "latin1");
      content.fill(0, begin, end);
    } else if (CONTAINERS.has(name)) freeBoxes(content, begin, end);
    at += length;
  }
}

/** The chunk of a WAV file that holds XMP, and those of broadcasters, become filling. */
function fillChunks(content: Buffer): void {
  for (let at = 12; at + 8 <= content.length;) {
    const name = content.toString("latin1", at, at + 4);
    const size = content.readUInt32LE(at + 4);
    if (["_PMX", "iXML", "bext", "axml"].includes(name)) {
      content.write("JUNK", at, "latin1");
      content.fill(0, at + 8, Math.min(at + 8 + size, content.length));
    }
    at += 8 + size + (size % 2);
  }
}

/** Applications that decide how a GIF moves; what others wrote into it, and comments, are left out. */
const MOVING = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** Offset after the data blocks that begin at an offset. */
function afterBlocks(content: Buffer, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== 0) at += 1 + (content[at] ?? 0);
  return at + 1;
}

/** GIF89a, https://www.w3.org/Graphics/GIF/spec-gif89a.txt; the same bytes where the file is not in that form. */
function withoutGifNotes(content: Buffer): Buffer {
  const tableSize = (flags = 0) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + tableSize(content[10]);
  const kept = [content.subarray(0, at)];
  while (at < content.length) {
    const mark = content[at];
    let next: number;
    let isKept = true;
    if (mark === 0x21) {
      const label = content[at + 1];
      next = afterBlocks(content, at + 2);
      isKept = label === 0xff ? MOVING.test(content.toString("latin1", at + 3, at + 14)) : label !== 0xfe;
    } else if (mark === 0x2c) next = afterBlocks(content, at + 11 + tableSize(content[at + 9]));
    else next = content.length;
    if (isKept) kept.push(content.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}

/** A copy of the file without its traces. `content` itself stays as it is. */
export function withoutTraces(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const start = copy.toString("latin1", 0, 12);
  if (start.startsWith("GIF8")) return withoutGifNotes(copy);
  if (start.slice(4, 8) === "ftyp") freeBoxes(copy, 0, copy.length);
  if (/^RIFF.{4}WAVE/s.test(start)) fillChunks(copy);
  blankPackets(copy);
  blankExif(copy);
  return copy;
}
