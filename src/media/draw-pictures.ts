/** Draws the files that pages ask for, once for each content: a later build takes them from the cache. */
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { readDrawing } from "./drawing.ts";
import type { PictureFacts } from "./measure-picture.ts";
import { KeptFiles, type OnDamage } from "./kept-files.ts";
import { MediaError } from "./media-error.ts";
import { readMedia } from "./media-file.ts";
import { type PictureFile, pictureFiles } from "./picture-files.ts";
import { withoutTraces } from "./without-traces.ts";

export interface WantedPicture {
  /** Path below `media/`. */
  readonly src: string;
  readonly facts: PictureFacts;
}

export interface DrawFolders {
  readonly mediaDir: string;
  readonly cacheDir: string;
  readonly outputDir: string;
  readonly onDamage?: OnDamage | undefined;
}

/** Raised whenever the same picture would be drawn in other bytes. */
const RECIPE = `r3-vips${sharp.versions.vips}`;

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
  if (file.type === "image/gif") return withoutTraces(content);
  if (file.type === "image/svg+xml") return Buffer.from(readDrawing(content).text);
  const picture = sharp(content, { failOn: "error" })
    .autoOrient()
    .resize({ width: file.width, height: file.height, fit: "fill" });
  return encode(picture, file.type).toBuffer();
}

/** One file to draw, and the source it is drawn from. */
interface Job {
  readonly source: string;
  readonly file: PictureFile;
}

function selectJobs(wanted: readonly WantedPicture[], mediaDir: string): Job[] {
  const jobs = new Map<string, Job>();
  for (const { src, facts } of wanted) {
    const source = path.join(mediaDir, src);
    for (const file of pictureFiles(facts, src)) jobs.set(file.address, { source, file });
  }
  return [...jobs.values()];
}

/** What the decoder says of a damaged picture, for editors. */
function damaged(source: string, error: unknown): MediaError {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return new MediaError(source, `it cannot be drawn (${reason})`, "the file is damaged: save or export it again");
}

const nameOf = (file: PictureFile): string => file.address.slice("media/".length);

/** Does something for each of some things, four at a time. */
async function forEach<Thing>(things: Iterable<Thing>, work: (thing: Thing) => Promise<void>): Promise<void> {
  const queue = things[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), 4) }, worker));
}

/** Pixels: decoding to this size reads all of the file, and little of it is worked out. */
const GLANCE = 16;

/** The wanted pictures that cannot be decoded; those that a build has drawn are taken for sound. Writes nothing. */
export async function findDamaged(
  wanted: readonly WantedPicture[],
  { mediaDir, cacheDir }: Omit<DrawFolders, "outputDir">,
): Promise<MediaError[]> {
  const kept = new KeptFiles(path.join(cacheDir, "media", RECIPE));
  const faults: MediaError[] = [];
  await forEach(wanted, async ({ src, facts }) => {
    const source = path.join(mediaDir, src);
    const [first] = pictureFiles(facts, src);
    const isDrawn = first !== undefined && kept.read(nameOf(first)) !== undefined;
    if (isDrawn || facts.type === "svg") return;
    try {
      await sharp(readMedia(source), { failOn: "error" }).resize(GLANCE, GLANCE, { fit: "fill" }).raw().toBuffer();
    } catch (error) {
      faults.push(error instanceof MediaError ? error : damaged(source, error));
    }
  });
  return faults;
}

async function drawFile({ source, file }: Job, { cacheDir, outputDir, onDamage }: DrawFolders): Promise<void> {
  const kept = new KeptFiles(path.join(cacheDir, "media", RECIPE), onDamage);
  const name = nameOf(file);
  let drawn = kept.read(name);
  if (drawn === undefined) {
    const content = readMedia(source);
    try {
      drawn = await draw(content, file);
    } catch (error) {
      throw damaged(source, error);
    }
    kept.write(name, drawn);
  }
  const output = path.join(outputDir, file.address);
  if (statSync(output, { throwIfNoEntry: false })?.size === drawn.length) return;
  mkdirSync(path.dirname(output), { recursive: true });
  writeFileSync(output, drawn);
}

/**
 * Draws all files of the wanted pictures into `outputDir`; the same bytes on every run.
 * @returns their addresses, sorted
 * @throws {MediaError} for the first picture that is missing or damaged
 */
export async function drawPictures(wanted: readonly WantedPicture[], folders: DrawFolders): Promise<string[]> {
  const jobs = selectJobs(wanted, folders.mediaDir);
  await forEach(jobs, (job) => drawFile(job, folders));
  return jobs.map(({ file }) => file.address).sort();
}
