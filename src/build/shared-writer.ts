/** Writes the files that pages share into the staging folder, where what makes them changed since the last build. */
import { problemOfMedia } from "../archive/media-index.ts";
import { type Problem, ProblemError } from "../article/problem.ts";
import type { Edition } from "../edition/edition.ts";
import { MediaError } from "../media/media-error.ts";
import type { Progress } from "./progress.ts";
import type { SharedFiles } from "./shared-files.ts";

/** Writes those that changed and remembers all; gives the addresses of those that are no more. Damaged media are told together, as a `ProblemError`. */
export async function writeShared(
  edition: Edition,
  files: readonly SharedFiles[],
  staging: string,
  progress: Progress,
): Promise<string[]> {
  const { notes } = edition.archive;
  const before = notes.shared ?? {};
  const isKept = ({ name, print, code }: SharedFiles) => before[name]?.print === print && before[name].code === code;
  const due = files.filter((file) => !isKept(file));
  progress.phase("Pictures, sound, scripts and search", due.length);
  let done = 0;
  const written = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  for (const file of due) {
    try {
      written.set(file.name, await file.write(staging));
    } catch (error) {
      if (!(error instanceof MediaError)) throw error;
      problems.push(problemOfMedia(error, edition.content));
    }
    progress.step(++done);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const after = files.map(({ name, print, code }) => ({
    name,
    print,
    code,
    addresses: written.get(name) ?? before[name]?.addresses ?? [],
  }));
  notes.shared = Object.fromEntries(after.map(({ name, ...kept }) => [name, kept]));
  const kept = new Set(after.flatMap(({ addresses }) => addresses));
  return Object.values(before).flatMap(({ addresses }) => addresses.filter((address) => !kept.has(address)));
}
