/** The output folder as it is found: whose it is, and on which disk. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { MANIFEST_NAME } from "./manifest.ts";
import { PublishError, publishErrorOf, systemCode } from "./publish-error.ts";

/** Left by tools that have nothing to do with the pages: version control, file managers, a disk's own folder. */
const NOT_CONTENT = /^(?:\.git.*|\.DS_Store|lost\+found|Thumbs\.db|\.nfs.*|\.keep|\.publishing.*)$/;

/** Begins the name of the empty file with which renaming is tried. */
export const PROBE_PREFIX = ".publishing-probe-";

/** - `absent`, `empty`; `bare`: nothing but a tool's own files; `ours`: has our manifest; `theirs`: anything else. */
export type Ownership = "absent" | "empty" | "bare" | "ours" | "theirs";

/** The path with links followed, also where its last parts do not exist yet. */
export function realOutput(output: string): string {
  const path = resolve(output);
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realOutput(parent), basename(path));
}

/** The folder that an output is, a symbolic link followed once and told. Throws PublishError where the link leads to nothing. */
export function followOutput(output: string, note: (text: string) => void): string {
  const path = resolve(output);
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path;
  if (!existsSync(path))
    throw new PublishError(
      "the output is a symbolic link to what is not there",
      `${path} -> ${readlinkSync(path)}`,
      "make that folder, or remove the link",
    );
  const real = realpathSync(path);
  note(`${path} is a symbolic link: the site is written to ${real}.`);
  return real;
}

export function ownershipOf(output: string): Ownership {
  let names: string[];
  try {
    names = readdirSync(output);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "absent";
    if (systemCode(error) === "ENOTDIR") {
      throw new PublishError("the output is a file", output, "give a folder with --output, or move that file away");
    }
    throw publishErrorOf(error, "read the output folder", output);
  }
  if (names.length === 0) return "empty";
  if (names.includes(MANIFEST_NAME)) return "ours";
  return names.every((name) => NOT_CONTENT.test(name)) ? "bare" : "theirs";
}

/**
 * Whether a file can be renamed from one folder into the other. Tried, not guessed: two mounts of one disk carry the same
 * device number and yet refuse it. Both folders must exist; throws the system's error where one cannot be written.
 */
export function canRename(from: string, into: string): boolean {
  const name = `${PROBE_PREFIX}${process.pid}`;
  const probe = join(from, name);
  writeFileSync(probe, "");
  try {
    renameSync(probe, join(into, name));
    rmSync(join(into, name), { force: true });
    return true;
  } catch (error) {
    rmSync(probe, { force: true });
    if (systemCode(error) === "EXDEV") return false;
    throw error;
  }
}

/** The folder itself where it exists, else the nearest above it that does. */
export function existingFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existingFolder(dirname(path));
}

/** A folder for files on their way into the output, from which they can be renamed: beside it where that can be, else inside it. */
export function incomingFolder(output: string): string {
  const parent = dirname(output);
  try {
    if (canRename(parent, output)) return join(parent, `.${basename(output)}.incoming`);
  } catch {
    // Beside it nothing may be written.
  }
  return join(output, ".publishing-incoming");
}

/**
 * Where to render to so that publishing is only renames: in the cache where the output can be reached from there, else
 * beside or inside the output. The cache is made, the folder is not. Throws PublishError where nothing can be written.
 */
export function selectStaging(options: { readonly output: string; readonly cache: string }): string {
  const cache = resolve(options.cache);
  const output = realOutput(options.output);
  try {
    mkdirSync(cache, { recursive: true });
    if (canRename(cache, existingFolder(output))) return join(cache, "staging");
    mkdirSync(output, { recursive: true });
    return `${incomingFolder(output)}-pages`;
  } catch (error) {
    throw publishErrorOf(error, "prepare the output", output);
  }
}
