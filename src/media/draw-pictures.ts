/** Draws the files that pages ask for, once for each content: a later build takes them from the cache. */
import { copyFileSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import type { PictureFacts } from "./measure-picture.ts";
import { MediaError } from "./media-error.ts";
import { readMedia } from "./media-file.ts";
import { type PictureFile, pictureFiles } from "./picture-files.ts";

export interface WantedPicture {
  /** Path below `media/`. */
  readonly src: string;
  readonly facts: PictureFacts;
}

export interface DrawFolders {
  readonly mediaDir: string;
  readonly cacheDir: string;
  readonly outputDir: string;
}

/** Raised whenever the same picture would be drawn in other bytes. */
const RECIPE = `r2-vips${sharp.versions.vips}`;

/** Encodes one file. Sharp leaves out all metadata, so neither place nor camera travels; colours become sRGB. */
function encode(picture: Sharp, type: PictureFile["type"]): Sharp {
  switch (type) {
    case "image/webp":
      return picture.webp({ quality: 78, alphaQuality: 90, effort: 4 });
    case "image/jpeg":
      return picture.jpeg({ quality: 78, mozjpeg: true });
    case "image/png":
      return picture.png({ compressionLevel: 9, palette: true, quality: 90, effort: 8 });
    case "image/gif":
    case "image/svg+xml":
      throw new TypeError(`${type} is published as it is`);
  }
}

async function draw(content: Buffer, file: PictureFile): Promise<Buffer> {
  if (file.type === "image/gif" || file.type === "image/svg+xml") return content;
  const picture = sharp(content, { failOn: "error" })
    .autoOrient()
    .resize({ width: file.width, height: file.height, fit: "fill" });
  return encode(picture, file.type).toBuffer();
}

function writeWhole(file: string, content: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, content);
  renameSync(part, file);
}

async function drawPicture(
  { src, facts }: WantedPicture,
  { mediaDir, cacheDir, outputDir }: DrawFolders,
): Promise<string[]> {
  const source = path.join(mediaDir, src);
  let content: Buffer | undefined;
  const files = pictureFiles(facts, src);
  for (const file of files) {
    const kept = path.join(cacheDir, "media", RECIPE, file.address.slice("media/".length));
    if (statSync(kept, { throwIfNoEntry: false }) === undefined) {
      content ??= readMedia(source);
      try {
        writeWhole(kept, await draw(content, file));
      } catch (error) {
        const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
        throw new MediaError(source, `it cannot be drawn (${reason})`, "the file is damaged: save or export it again");
      }
    }
    const output = path.join(outputDir, file.address);
    if (statSync(output, { throwIfNoEntry: false })?.size === statSync(kept).size) continue;
    mkdirSync(path.dirname(output), { recursive: true });
    copyFileSync(kept, output);
  }
  return files.map(({ address }) => address);
}

/**
 * Draws all files of the wanted pictures into `outputDir`; the same bytes on every run.
 * @returns their addresses, sorted
 * @throws {MediaError} for the first picture that is missing or damaged
 */
export async function drawPictures(wanted: readonly WantedPicture[], folders: DrawFolders): Promise<string[]> {
  const queue = [...new Map(wanted.map((picture) => [`${picture.src} ${picture.facts.hash}`, picture])).values()];
  const addresses = new Set<string>();
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      for (const address of await drawPicture(next, folders)) addresses.add(address);
    }
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), 4) }, work));
  return [...addresses].sort();
}
