/** What a picture's header says, read without decoding the picture. */
import { statSync } from "node:fs";
import { disableTypes, imageSize } from "image-size";
import { DrawingFault, readDrawing } from "./drawing.ts";
import { MediaError } from "./media-error.ts";
import { hashContent } from "../content-hash.ts";
import { readMedia } from "./media-file.ts";
import { PICTURE_TYPES, type PictureType } from "./picture-type.ts";
import { isWhole } from "./whole-picture.ts";

export interface PictureFacts {
  /** Pixels as shown, after the orientation in its EXIF. */
  readonly width: number;
  readonly height: number;
  /** First eight hexadecimal digits of the SHA-256 of the file. */
  readonly hash: string;
  readonly type: PictureType;
  /** True where some of it may be transparent; such a picture cannot become a JPEG. */
  readonly alpha: boolean;
}

const ADVICE = "save it again as JPEG, PNG, WebP, AVIF, GIF or SVG";

/** Its own reader would look for drawings in any file, in time that grows with the square of the size. */
disableTypes(["svg"]);

function selectType(found: string | undefined): PictureType | undefined {
  const name = found === "jpg" ? "jpeg" : found;
  return PICTURE_TYPES.find((type) => type === name);
}

/** EXIF orientation, 1 to 8, in a TIFF block; see Exif 2.32, tag 0x0112. */
function readOrientation(tiff: Buffer): number {
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let index = 0; index < short(directory); index++) {
    const entry = directory + 2 + index * 12;
    if (short(entry) === 0x0112) return short(entry + 8);
  }
  return 1;
}

/** The chunks of a PNG (length before name, checksum after) or of a RIFF file (name before length, even sizes). */
function* chunks(content: Buffer, type: "png" | "webp"): Generator<{ readonly name: string; readonly data: Buffer }> {
  let at = type === "png" ? 8 : 12;
  while (at + 8 <= content.length) {
    const size = type === "png" ? content.readUInt32BE(at) : content.readUInt32LE(at + 4);
    const name = content.toString("latin1", type === "png" ? at + 4 : at, type === "png" ? at + 8 : at + 4);
    yield { name, data: content.subarray(at + 8, at + 8 + size) };
    at += type === "png" ? size + 12 : size + 8 + (size % 2);
  }
}

function readChunked(content: Buffer, type: "png" | "webp"): { alpha: boolean; orientation: number } {
  let alpha = type === "png" && (content[25] === 4 || content[25] === 6);
  let orientation = 1;
  for (const { name, data } of chunks(content, type)) {
    if (name === "tRNS") alpha = true;
    if (name === "VP8X") alpha = ((data[0] ?? 0) & 0x10) !== 0;
    if (name === "VP8L" && data.length >= 5) alpha = (data.readUInt32LE(1) & 0x10000000) !== 0;
    if (name === "eXIf" || name === "EXIF") {
      orientation = readOrientation(data.toString("latin1", 0, 4) === "Exif" ? data.subarray(6) : data);
    }
  }
  return { alpha, orientation };
}

/** As it will be published: with the hash of what is left of it. */
function parseDrawing(content: Buffer, file: string): PictureFacts {
  try {
    const { text, width, height } = readDrawing(content);
    return { width: Math.round(width), height: Math.round(height), hash: hashContent(text), type: "svg", alpha: true };
  } catch (error) {
    if (!(error instanceof DrawingFault)) throw error;
    throw new MediaError(
      file,
      `it is a drawing with ${error.message}, which is not published`,
      "export it again as plain SVG, or as PNG",
    );
  }
}

function parsePicture(content: Buffer, file: string): PictureFacts {
  if (/\.svg$/i.test(file)) return parseDrawing(content, file);
  const { width, height, orientation, type: found } = imageSize(content);
  const type = selectType(found);
  if (type !== undefined && !isWhole(content, type))
    throw new MediaError(file, "it is damaged: it ends before its end", "save or export it again");
  if (type === undefined) throw new MediaError(file, `it is a ${found} file, which browsers do not show`, ADVICE);
  if (!(width > 0 && height > 0))
    throw new MediaError(file, "it has no size", `give it a width and height, or ${ADVICE}`);
  const chunked = type === "png" || type === "webp" ? readChunked(content, type) : undefined;
  const turned = (orientation ?? chunked?.orientation ?? 1) >= 5;
  return {
    width: Math.round(turned ? height : width),
    height: Math.round(turned ? width : height),
    hash: hashContent(content),
    type,
    alpha:
      chunked?.alpha ?? (type === "avif" ? content.subarray(0, 4096).includes("auxiliary:alpha") : type !== "jpeg"),
  };
}

const measured = new Map<string, { readonly stamp: string; readonly facts: PictureFacts }>();

/**
 * Size, type and content hash of a picture file. Remembered for the run by the file's path, place, times and size.
 * @throws {MediaError} where the file is missing, is no picture, or is cut off within its header
 */
export function measurePicture(file: string): PictureFacts {
  const stat = statSync(file, { throwIfNoEntry: false });
  const stamp = `${stat?.ino} ${stat?.ctimeMs} ${stat?.mtimeMs} ${stat?.size}`;
  const known = measured.get(file);
  if (known?.stamp === stamp) return known.facts;
  const content = readMedia(file);
  let facts: PictureFacts;
  try {
    facts = parsePicture(content, file);
  } catch (error) {
    if (error instanceof MediaError) throw error;
    const found = content.length === 0 ? "it is empty" : "it is not a picture, or only the beginning of one";
    throw new MediaError(file, found, ADVICE);
  }
  measured.set(file, { stamp, facts });
  return facts;
}
