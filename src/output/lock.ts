/** One build at a time: a lock file that names its holder, and is taken over when that process is dead. */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PublishError, publishErrorOf, systemCode } from "./publish-error.ts";

/** Who holds a lock. A process number is used again sooner or later, so its start belongs to its name. */
export interface Holder {
  readonly pid: number;
  /** As the system tells it; only compared. Empty where it tells none. */
  readonly started: string;
  readonly host: string;
  /** Tells two locks of one process apart. */
  readonly id: string;
  /** When the lock was taken. */
  readonly sinceAt: number;
}

export interface Lock {
  readonly holder: Holder;
  /** Gives it free; a second call does nothing. */
  readonly release: () => void;
}

/** This process as the holder of a lock. */
export function selfHolder(now: number): Holder {
  return { pid: process.pid, started: processStart(process.pid), host: hostname(), id: randomUUID(), sinceAt: now };
}

/** The holder named in a lock file; undefined where it is absent or not (yet) readable. */
export function readHolder(path: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8").split("\n", 1)[0] ?? "");
    return isHolder(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the holder still runs. A holder on another machine cannot be asked and counts as running. */
export function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (systemCode(error) === "ESRCH") return false;
  }
  const started = processStart(holder.pid);
  return holder.started === "" || started === "" || started === holder.started;
}

export function describeHolder(holder: Holder): string {
  const since = new Date(holder.sinceAt).toISOString();
  const where = holder.host === hostname() ? "" : ` on ${holder.host}`;
  return `process ${holder.pid}${where}, since ${since}`;
}

/**
 * Takes the lock at `path`, making its folder. While another live process holds it, waits up to `waitMs` milliseconds,
 * calling `onWait` once; then throws PublishError that names the holder. The lock of a dead process is taken over.
 */
export async function acquireLock(
  path: string,
  options: { readonly now: number; readonly waitMs?: number; readonly onWait?: (holder: string) => void },
): Promise<Lock> {
  const holder = selfHolder(options.now);
  const until = performance.now() + (options.waitMs ?? 0);
  let told = false;
  for (;;) {
    if (tryLock(path, holder)) return { holder, release: () => releaseLock(path, holder) };
    const other = readHolder(path);
    if (other === undefined ? isOld(path) : !isAlive(other)) {
      takeAway(path, other);
      continue;
    }
    if (performance.now() >= until) throw heldBy(path, other);
    if (!told && other !== undefined) options.onWait?.(describeHolder(other));
    told = true;
    await sleep(50);
  }
}

/** Makes the cache folder, or says why none can be there. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw publishErrorOf(error, "make the cache folder", folder);
    throw new PublishError(
      "could not make the cache folder, a file of that name stands there",
      folder,
      "move that file away, or give another folder with --cache",
      { cause: error },
    );
  }
}

/** Puts the lock file in place, whole, or says that one stands there already. */
export function tryLock(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.id}`;
  makeFolder(dirname(path));
  try {
    writeFileSync(draft, `${JSON.stringify(holder)}\n`);
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST") return false;
    if (code === "EPERM" || code === "ENOTSUP" || code === "ENOSYS") return tryExclusive(path, holder);
    throw publishErrorOf(error, "take the lock of this build", path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** For disks without hard links (FAT, some network disks). */
function tryExclusive(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, `${JSON.stringify(holder)}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw publishErrorOf(error, "take the lock of this build", path);
  }
}

function releaseLock(path: string, holder: Holder): void {
  if (readHolder(path)?.id === holder.id) rmSync(path, { force: true });
}

/** Removes a dead process's lock; the guard keeps two heirs from removing each other's. */
function takeAway(path: string, dead: Holder | undefined): void {
  const guard = `${path}.heir`;
  if (!tryExclusive(guard, dead ?? selfHolder(0))) {
    if (isOld(guard)) rmSync(guard, { force: true });
    return;
  }
  try {
    if (readHolder(path)?.id === dead?.id) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/** A lock file without a readable holder is being written, unless it has stood so for two seconds. */
function isOld(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > 2_000;
}

function heldBy(path: string, other: Holder | undefined): PublishError {
  const who = other === undefined ? "another build" : describeHolder(other);
  const remedy =
    other === undefined || other.host === hostname()
      ? "wait until it is done, or end it, and build again"
      : `if that machine no longer builds, remove ${path} and build again`;
  return new PublishError(`another build is at work (${who})`, path, remedy);
}

/** When a process began, in a form that only this machine understands; empty where it is gone or not told. */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // proc(5): the name may hold spaces and brackets; the start time is field 22, the 20th after it. `Z` is dead, not yet buried.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return fields[0] === "Z" || fields[0] === "X" ? "dead" : `${boot}/${fields[19] ?? ""}`;
  } catch {
    if (process.platform === "linux" || process.platform === "win32") return "";
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== "object" || value === null) return false;
  const { pid, started, host, id, sinceAt } = value as Record<string, unknown>;
  return (
    typeof pid === "number" &&
    typeof started === "string" &&
    typeof host === "string" &&
    typeof id === "string" &&
    typeof sinceAt === "number"
  );
}
