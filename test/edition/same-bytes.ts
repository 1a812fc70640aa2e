/** Two outputs are the same where every file has the same bytes. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** SHA-256 by address. */
export function readOutput(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")];
      })
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Addresses at which two outputs differ, with how. */
export function compareOutputs(one: string, other: string): string[] {
  const first = readOutput(one);
  const second = readOutput(other);
  return [...new Set([...first.keys(), ...second.keys()])]
    .filter((address) => first.get(address) !== second.get(address))
    .map(
      (address) =>
        `${address} ${first.has(address) ? (second.has(address) ? "differs" : "should not be there") : "is missing"}`,
    );
}
