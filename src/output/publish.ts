/**
 * From the staging folder into the output, so that at every instant every file there is whole and every link that a
 * reader can follow resolves: what is new comes first, in the order assets, articles, lists, front page; then what
 * changed, in the same order; then what goes. All that needs space (copies to another disk, the new manifest, the
 * journal) is done before the first file of the output is touched; from there on there are only renames.
 */
import { hash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  doSteps,
  type Journal,
  readJournal,
  type Settlement,
  type Stamp,
  type Step,
  settleAll,
  stampOf,
  writeJournal,
} from "./journal.ts";
import { refuseEmptying } from "./emptying.ts";
import { describeHolder, isAlive, readHolder, selfHolder, tryLock } from "./lock.ts";
import { MANIFEST_NAME, Manifest } from "./manifest.ts";
import { phaseOf as phaseByShape } from "./order.ts";
import { canRename, existingFolder, incomingFolder, type Ownership, ownershipOf, realOutput } from "./output.ts";
import { PublishError, publishErrorOf } from "./publish-error.ts";
import { causeOf, clearMarkers, complete, rememberPublished, takeBack } from "./recover.ts";
import { type Comparison, compareStaging, MARKER_NAME } from "./staging.ts";

export type Removals = readonly string[] | "all-others" | { readonly allBut: Iterable<string> };

export interface PublishOptions {
  /** Folder of finished files, by their addresses. It is used up: gone afterwards, whether or not it was published. */
  readonly staging: string;
  readonly output: string;
  /** Where the journal is kept. */
  readonly cache: string;
  /** Addresses to be removed; `all-others` for everything of ours that is not in staging, `allBut` for that without some that stay. Files that are not ours stay. */
  readonly removals: Removals;
  /** Lower comes earlier; by the shape of the address where unset. */
  readonly phaseOf?: (address: string) => number;
  /** SHA-256 (lowercase hex) of staged files that are known already. */
  readonly hashOf?: (address: string) => string | undefined;
  /** Renamed when the output is complete, and not before, also by the next run after a crash. */
  readonly settle?: readonly Settlement[];
  /** Publish into a folder that is not ours, over files in it that are not ours, and over pages that someone changed. */
  readonly force?: boolean;
  /** Believe neither the table nor the files of an output that is ours: compare every file anew, and write over what differs. */
  readonly mend?: boolean;
  /** Take away most of what stands there, or its last article. */
  readonly mayEmpty?: boolean;
  readonly now: number;
  readonly onStep?: (done: number, total: number) => void;
}

export interface Published {
  /** Addresses of files that were added or changed, sorted by step. */
  readonly written: readonly string[];
  /** Number of files that were left as they are. */
  readonly kept: number;
  readonly removed: readonly string[];
}

/** Throws PublishError, and leaves the output as it was, where it cannot publish. `recoverPublish` comes first. */
export function publishStaged(options: PublishOptions): Published {
  const output = realOutput(options.output);
  try {
    return publish({ ...options, output, staging: resolve(options.staging), cache: resolve(options.cache) });
  } catch (error) {
    if (readJournal(options.cache) === undefined) discard(options.staging);
    throw publishErrorOf(error, "publish", output);
  }
}

function publish(options: PublishOptions): Published {
  const { output, cache } = options;
  if (readJournal(cache) !== undefined)
    throw new Error("publishStaged: an earlier publish is pending; call recoverPublish");
  const ownership = ownershipOf(output);
  if (ownership === "theirs" && options.force !== true) throw notOurs(output);
  if (ownership !== "absent") accessSync(output, constants.W_OK);
  // What the table is when it is read: another build may publish from here on.
  const before = stampOf(join(output, MANIFEST_NAME));
  const anew = options.force === true || (options.mend === true && ownership === "ours");
  const manifest = readManifest(output, anew);
  const comparison = compareStaging({ ...options, manifest, anew });
  if (!anew) refuseForeign(options, comparison);
  const removed = selectRemovals(options.removals, manifest, comparison);
  const written = orderAdditions(comparison, options.phaseOf ?? phaseByShape);
  if (options.mayEmpty !== true && options.force !== true)
    refuseEmptying(output, manifest, { removed, written: written.addresses });
  const next = manifest.with(comparison.hashes, removed);
  const done: Published = {
    written: written.addresses,
    kept: next.size - written.addresses.length,
    removed,
  };
  const still = written.addresses.length === 0 && removed.length === 0 && ownership === "ours";
  if (still) {
    settleAll(options.settle ?? []);
    rememberPublished(cache, output, hash("sha256", manifest.bytes, "hex"));
    clearMarkers(output);
    rmSync(options.staging, { recursive: true, force: true });
    return done;
  }
  const steps = [...written.steps, ...removed.map((address): Step => ({ kind: "remove", address }))];
  run(options, prepare(options, { steps, next, ownership, before }));
  return done;
}

interface Plan {
  readonly steps: readonly Step[];
  readonly next: Manifest;
  readonly ownership: Ownership;
  /** Of the output's table when it was read. */
  readonly before: Stamp;
}

/** Puts everything in place that needs space, on the output's disk, without touching what the output holds. */
function prepare(options: PublishOptions, plan: Plan): Journal {
  const { output } = options;
  const fresh = plan.ownership === "absent";
  const whole = fresh && canRename(options.staging, existingFolder(dirname(output)));
  if (!whole) mkdirSync(output, { recursive: true });
  const incoming = whole || canRename(options.staging, output) ? undefined : incomingFolder(output);
  const staging = incoming ?? options.staging;
  const undo = `${staging}.undo`;
  try {
    if (incoming !== undefined) copyNear(options.staging, incoming, plan.steps);
    if (whole) chmodSync(staging, 0o777 & ~process.umask());
    rmSync(undo, { recursive: true, force: true });
    mkdirSync(undo, { recursive: true });
    writeFileSync(join(staging, MANIFEST_NAME), plan.next.bytes);
    const manifestStep: Step = { kind: plan.ownership === "ours" ? "change" : "add", address: MANIFEST_NAME };
    const journal: Journal = {
      output,
      staging,
      undo,
      source: options.staging,
      settle: options.settle ?? [],
      before: plan.before,
      after: stampOf(join(staging, MANIFEST_NAME)),
      sum: hash("sha256", plan.next.bytes, "hex"),
      steps: whole ? [{ kind: "whole", address: "" }] : [...plan.steps, manifestStep],
    };
    inCache(options.cache, () => writeJournal(options.cache, journal));
    return journal;
  } catch (error) {
    for (const folder of [undo, incoming]) if (folder !== undefined) discard(folder);
    if (fresh && !whole) discardEmpty(output);
    throw error;
  }
}

/** Does something in the cache; what fails there is told of the cache, which may be another disk. */
function inCache(cache: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw publishErrorOf(error, "write down what is to be done", cache);
  }
}

/** Clears away what a failed publish no longer needs; on a disk that is read-only or gone, it stays. */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The error that led here is the one to be told.
  }
}

/** Not where another build has put something in meanwhile. */
function discardEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // As above.
  }
}

function run(options: PublishOptions, journal: Journal): void {
  try {
    if (journal.steps[0]?.kind !== "whole") {
      takeMarker(journal.output, options.now);
      refuseOvertaken(journal);
    }
    doSteps(journal, options.onStep === undefined ? {} : { onStep: options.onStep });
  } catch (error) {
    takeBack(options.cache, journal, error);
    throw causeOf(error);
  }
  complete(options.cache, journal);
}

/** Between the comparison and the marker, another build with another cache may have published. */
function refuseOvertaken(journal: Journal): void {
  if (stampOf(join(journal.output, MANIFEST_NAME)) === journal.before) return;
  throw new PublishError("another build published meanwhile", journal.output, "build again, one build at a time");
}

/** New files and folders first, then changed files, each in the order of their steps. */
function orderAdditions(
  comparison: Comparison,
  phaseOf: (address: string) => number,
): { readonly steps: readonly Step[]; readonly addresses: readonly string[] } {
  const fresh: { readonly phase: number; readonly step: Step; readonly files: readonly string[] }[] = [];
  for (const address of comparison.added) {
    fresh.push({ phase: phaseOf(address), step: { kind: "add", address }, files: [address] });
  }
  for (const { address, files } of comparison.folders) {
    const phase = files.reduce((lowest, file) => Math.min(lowest, phaseOf(file)), Number.POSITIVE_INFINITY);
    fresh.push({ phase, step: { kind: "folder", address }, files });
  }
  const changed = comparison.changed.map((address) => ({
    phase: phaseOf(address),
    step: { kind: "change", address } satisfies Step,
    files: [address],
  }));
  const byPhase = (a: { phase: number }, b: { phase: number }): number => a.phase - b.phase;
  const ordered = [...fresh.sort(byPhase), ...changed.sort(byPhase)];
  return { steps: ordered.map(({ step }) => step), addresses: ordered.flatMap(({ files }) => files) };
}

function selectRemovals(removals: Removals, manifest: Manifest, comparison: Comparison): readonly string[] {
  const same = new Set(comparison.same);
  const stays = (address: string): boolean => same.has(address) || comparison.hashes.has(address);
  if (typeof removals === "object" && !("allBut" in removals))
    return [...new Set(removals)].filter((address) => manifest.has(address) && !stays(address));
  const kept = new Set(typeof removals === "object" ? removals.allBut : []);
  const others: string[] = [];
  for (const [address] of manifest.entries()) if (!stays(address) && !kept.has(address)) others.push(address);
  return others;
}

/** Copies what is to be moved onto the output's disk, in a folder beside or inside it. */
function copyNear(staging: string, incoming: string, steps: readonly Step[]): void {
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  for (const step of steps) {
    const target = join(incoming, step.address);
    if (step.kind === "folder") {
      cpSync(join(staging, step.address), target, { recursive: true, preserveTimestamps: true });
    } else if (step.kind === "add" || step.kind === "change") {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(staging, step.address), target);
    }
  }
}

function readManifest(output: string, force: boolean): Manifest {
  const none = Manifest.from(new Map());
  try {
    return Manifest.read(output) ?? none;
  } catch (error) {
    if (force) return none;
    throw error;
  }
}

/** Names this process in the output. A dead one's marker is replaced in one rename. */
function takeMarker(output: string, now: number): void {
  const marker = join(output, MARKER_NAME);
  const self = selfHolder(now);
  if (tryLock(marker, self)) return;
  const other = readHolder(marker);
  if (other !== undefined && isAlive(other)) {
    throw new PublishError(
      `another build is publishing (${describeHolder(other)})`,
      output,
      "wait until it is done, or end it, and build again",
    );
  }
  const draft = `${marker}.${self.id}`;
  writeFileSync(draft, `${JSON.stringify(self)}\n`);
  renameSync(draft, marker);
}

function refuseForeign(options: PublishOptions, comparison: Comparison): void {
  const [first] = comparison.foreign;
  // A marker without a journal: a publish was cut off and its cache is lost, so what stands there may well be ours.
  if (first === undefined || existsSync(join(options.output, MARKER_NAME))) return;
  throw new PublishError(
    `${comparison.foreign.length} file(s) that this program did not make stand where pages belong`,
    join(options.output, first),
    "move them away, or build with --force to write over them",
  );
}

function notOurs(output: string): PublishError {
  return new PublishError(
    `the output folder holds files that this program did not make (it has no ${MANIFEST_NAME})`,
    output,
    "give an empty or new folder with --output, or build with --force: files of other names stay there",
  );
}
