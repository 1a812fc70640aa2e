/** `packages.json` in the folder of packages: what each file is, so that the next build can offer it to readers. */
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_INDEX, type PackagedEdition, readPackages } from "../archive/packaged.ts";

/** Notes a file that was just written, in place of what was known of that name; drops files that are gone. Sorted by name. */
export function notePackage(folder: string, entry: PackagedEdition): void {
  const others = readPackages(folder).filter(({ name }) => name !== entry.name);
  const entries = [...others, entry].sort((one, other) => (one.name < other.name ? -1 : 1));
  const path = join(folder, PACKAGE_INDEX);
  writeFileSync(`${path}.part`, `${JSON.stringify(entries, undefined, 2)}\n`);
  renameSync(`${path}.part`, path);
}
