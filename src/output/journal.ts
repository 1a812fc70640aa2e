/**
 * The steps of one publish, written down before the first is done, so that they can be finished or undone after a
 * crash. Every step is one rename, link or unlink, and doing it twice is the same as doing it once.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { systemCode } from "./publish-error.ts";

/** `whole` moves the staging folder itself into the place of an absent or empty output. */
export type StepKind = "add" | "change" | "folder" | "remove" | "whole";

export interface Step {
  readonly kind: StepKind;
  /** Site-relative; of a folder for `folder`, empty for `whole`. */
  readonly address: string;
}

/** Identity of a file without reading it: inode, size and time of change; `-` where there is none. */
export type Stamp = string;

/** A file or folder to be renamed once the output is complete, such as the state of the build. */
export interface Settlement {
  readonly from: string;
  readonly to: string;
}

export interface Journal {
  readonly output: string;
  readonly staging: string;
  /** Folder of hard links to what is replaced or removed, named by number of step; on the output's disk. */
  readonly undo: string;
  /** Where the caller's files came from, if they were copied to another disk. */
  readonly source: string;
  readonly settle: readonly Settlement[];
  /** Stamps of the output's manifest before and after. */
  readonly before: Stamp;
  readonly after: Stamp;
  /** SHA-256 of the manifest afterwards. */
  readonly sum: string;
  readonly steps: readonly Step[];
}

const VERSION = 2;
const LETTERS: Readonly<Record<StepKind, string>> = { add: "A", change: "C", folder: "F", remove: "R", whole: "W" };
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as StepKind]));

export function stampOf(path: string): Stamp {
  try {
    const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
    return stat === undefined ? "-" : `${stat.ino}/${stat.size}/${stat.mtimeNs}`;
  } catch (error) {
    if (systemCode(error) === "ENOTDIR") return "-";
    throw error;
  }
}

export function journalPath(cache: string): string {
  return join(cache, "publish.journal");
}

/** The last line says what the others were. */
const sumOf = (lines: readonly string[]): string => crc32(lines.join("\n")).toString(16);

/** Writes the journal whole and through to the disk, or not at all. */
export function writeJournal(cache: string, journal: Journal): void {
  const { steps, ...head } = journal;
  const path = journalPath(cache);
  const lines = [JSON.stringify({ version: VERSION, ...head })];
  for (const step of steps) lines.push(`${LETTERS[step.kind]} ${step.address}`);
  lines.push(`end ${sumOf(lines)}\n`);
  mkdirSync(cache, { recursive: true });
  const draft = `${path}.next`;
  const file = openSync(draft, "w");
  try {
    writeFileSync(file, lines.join("\n"));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** The journal of an interrupted publish; undefined where there is none, or none that this version can read. */
export function readJournal(cache: string): Journal | undefined {
  let text: string;
  try {
    text = readFileSync(journalPath(cache), "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes(systemCode(error) ?? "")) return undefined;
    throw error;
  }
  const lines = text.split("\n");
  if (lines.at(-1) !== "" || lines.at(-2) !== `end ${sumOf(lines.slice(0, -2))}`) return undefined;
  const head = parseHead(lines[0] ?? "");
  if (head === undefined) return undefined;
  const steps: Step[] = [];
  for (const line of lines.slice(1, -2)) {
    const kind = KINDS.get(line.charAt(0));
    if (kind === undefined) return undefined;
    steps.push({ kind, address: line.slice(2) });
  }
  return { ...head, steps };
}

function parseHead(line: string): Omit<Journal, "steps"> | undefined {
  try {
    const { version, ...head } = JSON.parse(line) as Omit<Journal, "steps"> & { version: unknown };
    return version === VERSION ? head : undefined;
  } catch {
    return undefined;
  }
}

/** A step that could not be done. */
export class StepError extends Error {
  /** Number of the step: those before it are done, those after it are not. */
  readonly index: number;
  constructor(index: number, cause: unknown) {
    super("a step of the publish could not be done", { cause });
    this.index = index;
  }
}

/** Does the steps in order. With `again`, steps that were done before are passed over. Throws StepError. */
export function doSteps(
  journal: Journal,
  options: { readonly again?: boolean; readonly onStep?: (done: number, total: number) => void } = {},
): void {
  const { steps } = journal;
  for (let index = 0; index < steps.length; index++) {
    try {
      options.onStep?.(index, steps.length);
      doStep(journal, index, options.again === true);
    } catch (error) {
      throw new StepError(index, error);
    }
  }
  options.onStep?.(steps.length, steps.length);
}

function doStep(journal: Journal, index: number, again: boolean): void {
  const { output, staging, undo } = journal;
  const step = journal.steps[index];
  if (step === undefined) return;
  const source = join(staging, step.address);
  const target = join(output, step.address);
  switch (step.kind) {
    case "add":
    case "folder":
      if (!again || existsSync(source)) moveInto(source, target);
      break;
    case "change":
      if (again && !existsSync(source)) break;
      keepCopy(target, join(undo, String(index)));
      moveInto(source, target);
      break;
    case "remove":
      if (keepCopy(target, join(undo, String(index))) !== "absent") removeFile(target);
      break;
    case "whole":
      if (!again || existsSync(staging)) moveWhole(staging, output);
      break;
  }
}

/** Takes back the step `last` and those before it, last first. False where the disk keeps no hard links and so the old bytes are gone. */
export function undoSteps(journal: Journal, last: number): boolean {
  const { output, staging, undo, steps } = journal;
  let complete = true;
  for (let index = last; index >= 0; index--) {
    const step = steps[index];
    if (step === undefined) continue;
    const source = join(staging, step.address);
    const target = join(output, step.address);
    const kept = join(undo, String(index));
    switch (step.kind) {
      case "add":
      case "folder":
        if (!existsSync(source) && existsSync(target)) renameSync(target, source);
        break;
      case "change":
        if (existsSync(source)) break;
        if (existsSync(kept)) renameSync(kept, target);
        else complete = false;
        break;
      case "remove":
        if (existsSync(target)) break;
        if (existsSync(kept)) moveInto(kept, target);
        else complete = false;
        break;
      case "whole":
        break;
    }
  }
  return complete;
}

/** Removes the folders that the removals of a journal left empty, never the output itself. */
export function pruneFolders(journal: Journal): void {
  const folders = new Set<string>();
  for (const step of journal.steps) if (step.kind === "remove") folders.add(dirname(step.address));
  for (const folder of folders) {
    for (let at = folder; at !== "." && at !== "/"; at = dirname(at)) {
      try {
        rmdirSync(join(journal.output, at));
      } catch (error) {
        // Not empty, or gone with an earlier one; whatever else is in the way, an empty folder does no harm.
        if (systemCode(error) === "ENOENT") continue;
        break;
      }
    }
  }
}

/** Renames what waits for the output to be complete; what is renamed already is passed over. */
export function settleAll(settle: readonly Settlement[]): void {
  for (const { from, to } of settle) {
    if (!existsSync(from)) continue;
    mkdirSync(dirname(to), { recursive: true });
    replace(from, to);
  }
}

/** Renames over whatever stands there, a folder too. */
export function replace(from: string, to: string): void {
  const stands = statSync(to, { throwIfNoEntry: false });
  if (statSync(from).isDirectory() || stands?.isDirectory() === true) rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}

function moveInto(source: string, target: string): void {
  try {
    renameSync(source, target);
  } catch (error) {
    if (systemCode(error) !== "ENOENT" || !existsSync(source)) throw error;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(source, target);
  }
}

function moveWhole(staging: string, output: string): void {
  mkdirSync(dirname(output), { recursive: true });
  try {
    renameSync(staging, output);
  } catch (error) {
    // Windows does not rename over a folder, not even an empty one.
    if (systemCode(error) !== "EPERM" && systemCode(error) !== "EEXIST") throw error;
    rmdirSync(output);
    renameSync(staging, output);
  }
}

/** Keeps the old bytes under a second name. `none` where the disk or the owner does not allow hard links. */
function keepCopy(target: string, kept: string): "kept" | "absent" | "none" {
  try {
    linkSync(target, kept);
    return "kept";
  } catch (error) {
    switch (systemCode(error)) {
      case "EEXIST":
        return "kept";
      case "ENOENT":
      case "ENOTDIR":
        return "absent";
      case "EPERM":
      case "ENOTSUP":
      case "ENOSYS":
      case "EMLINK":
        return "none";
      default:
        throw error;
    }
  }
}

function removeFile(target: string): void {
  try {
    unlinkSync(target);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
}
