/** A reader who follows every link through a folder while it is being published. */
import { readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { END_MARK } from "./small-site.ts";

/**
 * Walks from the front page through all that it links to. A fault is certain, never a race of the reader's own: a link
 * counts as dead only if its page stood unchanged before and after its target was found missing.
 */
export function readThrough(output: string): { readonly pages: number; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const seen = new Set<string>();
  const queue = ["index.html"];
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const before = identity(output, address);
    const text = before === undefined ? undefined : read(output, address);
    if (text === undefined) continue;
    if (!text.endsWith(END_MARK)) faults.push(`${address} is torn`);
    for (const [, href = ""] of text.matchAll(/href="([^"]+)"/g)) {
      const target = posix.join(posix.dirname(address), href);
      if (!seen.has(target)) queue.push(target);
      const missing = identity(output, target) === undefined;
      if (missing && identity(output, address) === before)
        faults.push(`${address} links to ${target}, which is not there`);
    }
  }
  return { pages: seen.size, faults };
}

function identity(output: string, address: string): string | undefined {
  const stat = statSync(join(output, address), { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? undefined : `${stat.ino}/${stat.mtimeNs}`;
}

function read(output: string, address: string): string | undefined {
  try {
    return readFileSync(join(output, address), "utf8");
  } catch {
    return undefined;
  }
}
