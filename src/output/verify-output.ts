/** The output against its own table: what is missing, what changed, what is there besides. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST_NAME, Manifest } from "./manifest.ts";
import { realOutput } from "./output.ts";
import { PublishError, publishErrorOf } from "./publish-error.ts";
import { hashFile, MARKER_NAME } from "./staging.ts";

export interface Verification {
  readonly output: string;
  /** Number of files in the table. */
  readonly listed: number;
  /** Addresses, sorted. */
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Files that the table does not list, `.git` aside. */
  readonly extra: readonly string[];
  /** True where a publish is at work or was cut off. */
  readonly interrupted: boolean;
}

/** Reads and hashes every file. Throws PublishError where the output has no sound table or cannot be read. */
export function verifyOutput(
  path: string,
  options: { readonly onFile?: (done: number, total: number) => void } = {},
): Verification {
  const output = realOutput(path);
  const manifest = Manifest.read(output);
  if (manifest === undefined) {
    throw new PublishError(
      `the folder has no ${MANIFEST_NAME}`,
      output,
      "build first, or name the folder that a build wrote with --output",
    );
  }
  const fault = manifest.fault();
  if (fault !== undefined) {
    throw new PublishError(`${MANIFEST_NAME} is damaged (${fault})`, output, "build again with --mend");
  }
  try {
    return { ...compare(output, manifest, options.onFile), interrupted: existsSync(join(output, MARKER_NAME)) };
  } catch (error) {
    throw publishErrorOf(error, "read the output", output);
  }
}

function compare(
  output: string,
  manifest: Manifest,
  onFile: ((done: number, total: number) => void) | undefined,
): Omit<Verification, "interrupted"> {
  const missing: string[] = [];
  const changed: string[] = [];
  const listed = new Set<string>();
  const total = manifest.size;
  for (const [address, sum] of manifest.entries()) {
    onFile?.(listed.size, total);
    listed.add(address);
    const file = join(output, address);
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) missing.push(address);
    else if (hashFile(file) !== sum) changed.push(address);
  }
  onFile?.(total, total);
  return { output, listed: total, missing, changed, extra: selectExtra(output, listed) };
}

function selectExtra(output: string, listed: ReadonlySet<string>): string[] {
  const extra: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(output, folder), { withFileTypes: true })) {
      const address = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (
        folder === "" &&
        (entry.name === ".git" || entry.name === MANIFEST_NAME || entry.name.startsWith(MARKER_NAME))
      ) {
        continue;
      }
      if (entry.isDirectory()) visit(address);
      else if (!listed.has(address)) extra.push(address);
    }
  };
  visit("");
  return extra.sort();
}
