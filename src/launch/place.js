/** Where the house and the newsroom lie, before any TypeScript can run. `newsroom/folders.ts` finds the same places. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath, URL } from "node:url";

/** Where the house itself lies. */
export const HOUSE = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The newsroom that a folder lies in: the nearest one upwards with `_data/site.yaml` or `.eleventy.ts`.
 * @param {string} from
 * @returns {string | undefined}
 */
export function findNewsroom(from) {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "_data/site.yaml")) || existsSync(join(folder, ".eleventy.ts"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The newsroom that commands work in; the house where they are started in none. */
export const ROOT = findNewsroom(process.cwd()) ?? resolve(HOUSE);
/** True where a newsroom other than the house's own sample is at work. */
export const IS_OWN = ROOT !== resolve(HOUSE);
