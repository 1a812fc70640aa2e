/** Files below `content/media/` and the addresses they are published at. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hashContent } from "../content-hash.ts";
import { MediaError } from "./media-error.ts";
import { withoutTraces } from "./without-traces.ts";

/** What a published name is made of; longer names are cut so that no name is above 60 characters. */
const STEM_LENGTH = 40;

/** A file of `content/media/` that is published as it is. */
export interface MediaCopy {
  /** Path below `media/`. */
  readonly src: string;
  /** Site-relative. */
  readonly address: string;
}

/** All bytes of a file, or a `MediaError` that names it. */
export function readMedia(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new MediaError(
      file,
      missing ? "there is no such file" : `it cannot be read (${error instanceof Error ? error.message : error})`,
      missing ? "put the file there or correct the name, capitals included" : "give the file read permission",
    );
  }
}

function selectStem(src: string): string {
  const stem = path.posix
    .basename(src, path.posix.extname(src))
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, STEM_LENGTH)
    .replace(/^-+|-+$/g, "");
  return stem === "" ? "file" : stem;
}

/**
 * Address of what was made from `src`: `media/3f/harbour-3f12ab45-800.webp`. The folder is the first two digits of the
 * hash, so that no folder of a large archive holds more than some thousands of files.
 */
export function mediaAddress(
  src: string,
  hash: string,
  variant: string | number | undefined,
  extension: string,
): string {
  const tail = variant === undefined ? "" : `-${variant}`;
  return `media/${hash.slice(0, 2)}/${selectStem(src)}-${hash}${tail}.${extension}`;
}

/** Hash and size of any file, for attachments such as transcripts that are published as they are. */
export function measureFile(file: string): { readonly hash: string; readonly bytes: number } {
  const content = readMedia(file);
  return { hash: hashContent(content), bytes: content.length };
}

/** Address of a file that is published as it is, under its hash. */
export function attachmentAddress(src: string, hash: string): string {
  const extension = path.posix
    .extname(src)
    .slice(1)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return mediaAddress(src, hash, undefined, extension === "" ? "bin" : extension);
}

/** Copies files into the output folder, as they are but for what they say of camera, place and maker. Returns the addresses. */
export function copyMedia(
  wanted: readonly MediaCopy[],
  folders: { readonly mediaDir: string; readonly outputDir: string },
): string[] {
  for (const { src, address } of wanted) {
    const to = path.join(folders.outputDir, address);
    const content = withoutTraces(readMedia(path.join(folders.mediaDir, src)));
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  return wanted.map(({ address }) => address);
}
