/** What a file below `media/` is, judged by its bytes and never by its name. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { extname } from "node:path";

export type MediaKind = "picture" | "sound" | "video" | "captions" | "document";

/** `name` is for editors: `HEIC`. Without `kind`, it is a file that is not published. */
export interface MediaNature {
  readonly kind?: MediaKind;
  readonly name: string;
}

/** Reads bytes of a file; fewer where it ends. */
type Read = (offset: number, length: number) => Buffer;

/** Bytes that are looked at first. */
const START = 4096;
/** Bytes of an MP4 file's index that are looked through for its tracks. */
const INDEX_LIMIT = 16 * 1024 * 1024;

/** By the bytes at the start, as Latin-1. */
const STARTS: readonly (readonly [pattern: RegExp, name: string, kind?: MediaKind])[] = [
  [/^\xff\xd8\xff/, "JPEG", "picture"],
  [/^\x89PNG\r\n\x1a\n/, "PNG", "picture"],
  [/^GIF8[79]a/, "GIF", "picture"],
  [/^RIFF.{4}WEBP/s, "WebP", "picture"],
  [/^RIFF.{4}WAVE/s, "WAV", "sound"],
  [/^RIFF.{4}AVI /s, "AVI"],
  [/^.{4}ftypavi[fs]/s, "AVIF", "picture"],
  [/^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s, "HEIC"],
  [/^.{4}ftyp(?:M4A |M4B )/s, "MP4", "sound"],
  [/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/, "TIFF"],
  [/^BM.{4}\0\0\0\0/s, "BMP"],
  [/^8BPS/, "Photoshop"],
  [/^(?:\xff\x0a|\0\0\0\x0cJXL )/, "JPEG XL"],
  [/^\0\0[\x01\x02]\0/, "icon"],
  [/^%!PS/, "PostScript"],
  [/^OggS.*\x80theora/s, "Ogg", "video"],
  [/^OggS/, "Ogg", "sound"],
  [/^fLaC/, "FLAC", "sound"],
  [/^ID3/, "MP3", "sound"],
  [/^\xff[\xe2-\xe7\xf2-\xf7\xfa\xfb]/, "MP3", "sound"],
  [/^\x1a\x45\xdf\xa3/, "WebM", "video"],
  [/^(?:\xef\xbb\xbf)?WEBVTT/, "WebVTT", "captions"],
  [/^(?:\xef\xbb\xbf)?\s*\d+\r?\n\d{2}:\d{2}:\d{2}[,.]\d{3} -->/, "SubRip", "captions"],
  [/^%PDF-/, "PDF", "document"],
  [/^PK(?:\x03\x04|\x05\x06)/, "ZIP", "document"],
  [/^\xd0\xcf\x11\xe0/, "Office", "document"],
  [/^\{\\rtf/, "RTF", "document"],
];
const MP4 = /^.{4}ftyp/s;
const SVG =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>\s*)*<(?:\w+:)?svg[\s>]/s;
/** Texts have no bytes to be known by; these are published as the documents that their names say. */
const TEXTS = /^\.(?:csv|tsv|txt|md|json|geojson|ics)$/i;
/** Endings under which each may be published: by another, a host would say that it is something else, or a browser run it. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  WAV: /^\.wav$/,
  MP3: /^\.mp3$/,
  MP4: /^\.(?:mp4|m4a|m4b|m4v|mov)$/,
  Ogg: /^\.(?:ogg|oga|opus|ogv)$/,
  FLAC: /^\.flac$/,
  WebM: /^\.(?:webm|weba)$/,
  WebVTT: /^\.(?:vtt|txt)$/,
  SubRip: /^\.(?:srt|txt)$/,
  PDF: /^\.pdf$/,
  ZIP: /^\.(?:zip|epub|docx|xlsx|pptx|odt|ods|odp)$/,
  Office: /^\.(?:doc|xls|ppt)$/,
  RTF: /^\.rtf$/,
};

/** Pictures for people that no browser shows, and other things that are taken for pictures. */
export const PICTURE_ADVICE = "save it as JPEG, PNG, WebP, AVIF, GIF or SVG";

/** The boxes of an MP4 file from an offset on: name, where its content begins and ends. */
function* boxes(
  read: Read,
  size: number,
): Generator<{ readonly name: string; readonly from: number; readonly to: number }> {
  for (let at = 0; at + 8 <= size;) {
    const header = read(at, 16);
    if (header.length < 8) return;
    const short = header.readUInt32BE(0);
    const isLong = short === 1 && header.length === 16;
    const length = isLong ? Number(header.readBigUInt64BE(8)) : short === 0 ? size - at : short;
    if (length < 8) return;
    yield { name: header.toString("latin1", 4, 8), from: at + (isLong ? 16 : 8), to: Math.min(at + length, size) };
    at += length;
  }
}

/** A film has a track with a handler `vide`, a sound has none: ISO/IEC 14496-12, 8.4.3. */
function hasFilm(read: Read, size: number): boolean {
  for (const { name, from, to } of boxes(read, size)) {
    if (name !== "moov") continue;
    const index = read(from, Math.min(to - from, INDEX_LIMIT));
    for (let at = index.indexOf("hdlr"); at >= 0; at = index.indexOf("hdlr", at + 4))
      if (index.toString("latin1", at + 12, at + 16) === "vide") return true;
  }
  return false;
}

function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function judge(read: Read, size: number, name: string): MediaNature {
  const first = read(0, START);
  if (first.length === 0) return { name: "empty" };
  const start = first.toString("latin1");
  for (const [pattern, known, kind] of STARTS)
    if (pattern.test(start)) return { name: known, ...(kind === undefined ? {} : { kind }) };
  if (MP4.test(start)) return { name: "MP4", kind: hasFilm(read, size) ? "video" : "sound" };
  if (SVG.test(start)) return { name: "SVG", kind: "picture" };
  const ending = extname(name);
  if (TEXTS.test(ending) && isText(first)) return { name: ending.slice(1).toUpperCase(), kind: "document" };
  return { name: ending === "" ? "unknown" : ending.slice(1).toUpperCase() };
}

function judgeNamed(read: Read, size: number, name: string): MediaNature {
  const nature = judge(read, size, name);
  const ending = extname(name).toLowerCase();
  const endings = ENDINGS[nature.name];
  // A picture is published under the ending of its own type.
  if (nature.kind === undefined || nature.kind === "picture" || endings === undefined || endings.test(ending))
    return nature;
  return { name: `${nature.name} named ${ending === "" ? "without an ending" : ending}` };
}

/** What bytes are; the name counts for plain texts, and must not say something else. */
export function natureOf(content: Buffer, name: string): MediaNature {
  return judgeNamed((offset, length) => content.subarray(offset, offset + length), content.length, name);
}

const natures = new Map<string, { readonly stamp: string; readonly nature: MediaNature }>();

/** What a file is. Reads its beginning, and the index of a film; remembered for the run. Throws the system's error where it cannot be read. */
export function natureOfFile(path: string): MediaNature {
  const descriptor = openSync(path, "r");
  try {
    const { size, mtimeMs, ctimeMs } = fstatSync(descriptor);
    const stamp = `${size} ${mtimeMs} ${ctimeMs}`;
    const known = natures.get(path);
    if (known?.stamp === stamp) return known.nature;
    const read: Read = (offset, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, offset));
    };
    const nature = judgeNamed(read, size, path);
    natures.set(path, { stamp, nature });
    return nature;
  } finally {
    closeSync(descriptor);
  }
}
