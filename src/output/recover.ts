/** Before a build: what stands in the output, and the end of a publish that was cut off. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import {
  doSteps,
  type Journal,
  journalPath,
  pruneFolders,
  readJournal,
  replace,
  type Stamp,
  StepError,
  settleAll,
  stampOf,
  undoSteps,
} from "./journal.ts";
import { describeHolder, isAlive, readHolder } from "./lock.ts";
import { MANIFEST_NAME, Manifest } from "./manifest.ts";
import { PROBE_PREFIX, realOutput } from "./output.ts";
import { PublishError, publishErrorOf, systemCode } from "./publish-error.ts";
import { hashFile, MARKER_NAME } from "./staging.ts";

/**
 * - `current`: the output is what this cache published last; its state can be trusted.
 * - `finished`: a publish had been cut off and is now complete; then as `current`.
 * - `undone`: it could not be completed and was taken back; then as `current`, before that publish.
 * - `unknown`: the output is absent, or was published or changed by someone else: build everything.
 */
export type Recovery = "current" | "finished" | "undone" | "unknown";

/**
 * Call under the build's lock, before its state is read. Throws PublishError where another process is publishing into
 * the output right now, or where the rest of an interrupted publish can be neither done nor undone.
 */
export function recoverPublish(options: { readonly output: string; readonly cache: string }): Recovery {
  const output = realOutput(options.output);
  try {
    return recover(output, resolve(options.cache));
  } catch (error) {
    throw publishErrorOf(error, "mend the output after an interrupted publish", output);
  }
}

function recover(output: string, cache: string): Recovery {
  const marker = join(output, MARKER_NAME);
  const holder = readHolder(marker);
  if (holder !== undefined && isAlive(holder) && holder.pid !== process.pid) {
    throw new PublishError(
      `another build is publishing (${describeHolder(holder)})`,
      output,
      "wait until it is done, or end it, and build again",
    );
  }
  const journal = readJournal(cache);
  if (journal !== undefined && journal.output === output) {
    const stands = stampOf(join(output, MANIFEST_NAME));
    if (stands === journal.after || (stands === journal.before && existsSync(journal.staging))) {
      return finish(cache, journal);
    }
  }
  rmSync(journalPath(cache), { recursive: true, force: true });
  clearIncoming(output);
  clearProbes(output);
  clearProbes(dirname(output));
  if (existsSync(marker)) {
    rehash(output);
    return "unknown";
  }
  return isPublished(cache, output) ? "current" : "unknown";
}

function finish(cache: string, journal: Journal): Recovery {
  try {
    mkdirSync(journal.undo, { recursive: true });
    doSteps(journal, { again: true });
  } catch (error) {
    takeBack(cache, journal, error);
    return "undone";
  }
  complete(cache, journal);
  return "finished";
}

/** What is left to do when every step is done. */
export function complete(cache: string, journal: Journal): void {
  pruneFolders(journal);
  settleAll(journal.settle);
  rememberPublished(cache, journal.output, journal.sum);
  clear(cache, journal);
}

/** Undoes a publish that failed with `error`. Throws PublishError where that is not possible: the next run then tries to finish. */
export function takeBack(cache: string, journal: Journal, error: unknown): void {
  // Where no step was begun, there is nothing to undo.
  const last = error instanceof StepError ? error.index : -1;
  let undone: boolean;
  try {
    undone = undoSteps(journal, last);
  } catch {
    undone = false;
  }
  if (!undone) {
    const reason = publishErrorOf(causeOf(error), "publish", journal.output);
    throw new PublishError(
      "the publish stopped halfway; every page is whole, but some are of the edition before",
      journal.output,
      `mend the cause and build again, which finishes it. The cause: ${reason.message}`,
      { cause: causeOf(error) },
    );
  }
  for (const { from } of journal.settle) rmSync(from, { recursive: true, force: true });
  clear(cache, journal);
}

/** What the system said, without the number of the step. */
export function causeOf(error: unknown): unknown {
  return error instanceof StepError ? error.cause : error;
}

/** The marker goes before the journal: a marker without a journal means that the cache was lost. */
function clear(cache: string, journal: Journal): void {
  clearMarkers(journal.output);
  rmSync(journalPath(cache), { force: true });
  rmSync(journal.undo, { recursive: true, force: true });
  rmSync(journal.staging, { recursive: true, force: true });
  rmSync(journal.source, { recursive: true, force: true });
}

/** The marker, and drafts of it that a crash left; not where another process is at work. */
export function clearMarkers(output: string): void {
  const holder = readHolder(join(output, MARKER_NAME));
  if (holder !== undefined && holder.pid !== process.pid && isAlive(holder)) return;
  for (const name of namesIn(output)) {
    if (name === MARKER_NAME || name.startsWith(`${MARKER_NAME}.`)) rmSync(join(output, name), { force: true });
  }
}

/** Of an absent folder, none. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR") return [];
    throw error;
  }
}

/** Copies that a crash left before they were entered in a journal. */
function clearIncoming(output: string): void {
  for (const folder of [join(dirname(output), `.${basename(output)}.incoming`), join(output, ".publishing-incoming")]) {
    for (const suffix of ["", ".undo", "-pages", "-pages.undo"]) {
      if (existsSync(folder + suffix)) rmSync(folder + suffix, { recursive: true, force: true });
    }
  }
}

/** Empty files with which a crashed build tried whether it could rename. */
function clearProbes(folder: string): void {
  for (const name of namesIn(folder)) {
    if (name.startsWith(PROBE_PREFIX)) rmSync(join(folder, name), { force: true });
  }
}

/** A publish was cut off and its journal is lost: the table is made true again from the files that it names. */
function rehash(output: string): void {
  const hashes = new Map<string, string>();
  for (const [address] of Manifest.read(output)?.entries() ?? []) {
    const path = join(output, address);
    if (existsSync(path)) hashes.set(address, hashFile(path));
  }
  const draft = join(output, `${MARKER_NAME}.sums`);
  writeFileSync(draft, Manifest.from(hashes).bytes);
  renameSync(draft, join(output, MANIFEST_NAME));
}

interface Published {
  readonly output: string;
  /** Of the manifest: quick to compare, changes when the output is copied or restored. */
  readonly stamp: Stamp;
  /** SHA-256 of the manifest. */
  readonly sum: string;
}

function publishedPath(cache: string): string {
  return join(cache, "published.json");
}

/** Notes which manifest, of this SHA-256, the cache published last. */
export function rememberPublished(cache: string, output: string, sum: string): void {
  const published: Published = { output, stamp: stampOf(join(output, MANIFEST_NAME)), sum };
  const path = publishedPath(cache);
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${path}.next`, `${JSON.stringify(published)}\n`);
  replace(`${path}.next`, path);
}

function isPublished(cache: string, output: string): boolean {
  const manifest = join(output, MANIFEST_NAME);
  const stands = stampOf(manifest);
  if (stands === "-") return false;
  try {
    const published = JSON.parse(readFileSync(publishedPath(cache), "utf8")) as Partial<Published>;
    if (published.output !== output) return false;
    return published.stamp === stands || published.sum === hashFile(manifest);
  } catch {
    return false;
  }
}
