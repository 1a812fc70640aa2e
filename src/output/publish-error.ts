/** A publish or a check that could not be done: says what happened, where, and what the editor can do. */
export class PublishError extends Error {
  readonly where: string;
  readonly remedy: string;
  /** System code (`ENOSPC`, `EROFS`, …) where a system call failed. */
  readonly code: string | undefined;
  constructor(what: string, where: string, remedy: string, options: { readonly cause?: unknown } = {}) {
    super(`${what}: ${where}\n  ${remedy}`, options);
    this.name = "PublishError";
    this.where = where;
    this.remedy = remedy;
    this.code = systemCode(options.cause);
  }
}

interface Explanation {
  readonly what: string;
  readonly remedy: string;
}

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ENOSPC: { what: "the disk is full", remedy: "free some space (or inodes: `df -i`) and build again" },
  EDQUOT: { what: "the disk quota is used up", remedy: "free some space or ask for a larger quota, and build again" },
  EROFS: {
    what: "the disk is read-only",
    remedy: "mount it for writing, or give another folder with --output or --cache",
  },
  EACCES: {
    what: "no permission to write",
    remedy: "give this user the right to write there, or use another --output or --cache",
  },
  EPERM: { what: "writing is not allowed", remedy: "check owner and attributes (`ls -ld`, `lsattr -d`) of that place" },
  EMFILE: { what: "too many files are open", remedy: "raise the limit (`ulimit -n 4096`) and build again" },
  ENFILE: { what: "the whole machine has too many files open", remedy: "close other programs and build again" },
  EFBIG: { what: "a file grew past the limit", remedy: "raise the limit (`ulimit -f unlimited`) and build again" },
  ENAMETOOLONG: { what: "a name is too long for this disk", remedy: "use a shorter --output path" },
  EXDEV: {
    what: "a folder inside the output is on another disk",
    remedy: "unmount it, or point --output at a folder that is on one disk",
  },
  EBUSY: { what: "the place is in use", remedy: "end the program that holds it, and build again" },
  ENOTEMPTY: { what: "another build filled the folder meanwhile", remedy: "build again, one build at a time" },
  EIO: { what: "the disk reports an error", remedy: "check the disk; the files there may be damaged" },
  ENOTDIR: {
    what: "a file stands where a folder is needed",
    remedy: "move that file away, or give another folder with --output or --cache",
  },
  EISDIR: {
    what: "a folder stands where a file is needed",
    remedy: "move that folder away, or give another folder with --output",
  },
};

/** The system's code of an error of `node:fs`, or undefined. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What only the disk or the machine can be at fault for, wherever in a build it is met. */
const OUT_OF_ROOM: ReadonlySet<string | undefined> = new Set([
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "EFBIG",
  "EMFILE",
  "ENFILE",
]);

/** The system's error below one that has no code: the cause that it names, or the one that Eleventy wraps. */
export function systemErrorBelow(error: unknown): unknown {
  if (!(error instanceof Error) || OUT_OF_ROOM.has(systemCode(error))) return error;
  const below = "originalError" in error ? error.originalError : error.cause;
  return below === undefined ? error : systemErrorBelow(below);
}

/** A disk or a machine without room, in words; any other error comes back as it is. `where` is the output. */
export function roomErrorOf(error: unknown, where: string): unknown {
  const below = systemErrorBelow(error);
  return !(error instanceof PublishError) && OUT_OF_ROOM.has(systemCode(below))
    ? publishErrorOf(below, "build", where)
    : error;
}

/**
 * An error of the file system in words; errors that are no system errors come back as they are. `doing` reads as in
 * "could not … ": `write the pages`. The path is the error's own where it has one, else `where`.
 */
export function publishErrorOf(error: unknown, doing: string, where: string): Error {
  if (error instanceof PublishError) return error;
  const code = systemCode(error);
  if (!(error instanceof Error) || code === undefined) return error instanceof Error ? error : new Error(String(error));
  const known = EXPLANATIONS[code];
  const target = [dest(error), path(error)].find((candidate) => candidate !== undefined) ?? where;
  const what = known === undefined ? error.message : known.what;
  const remedy = known === undefined ? "see the system's message above" : known.remedy;
  return new PublishError(`could not ${doing}, ${what} (${code})`, target, remedy, { cause: error });
}

function path(error: Error): string | undefined {
  return "path" in error && typeof error.path === "string" ? error.path : undefined;
}

function dest(error: Error): string | undefined {
  return "dest" in error && typeof error.dest === "string" ? error.dest : undefined;
}
