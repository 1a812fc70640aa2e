/** The house as a package file, for a newsroom to keep: so it is installed anywhere, without a registry, and always the same. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { HOUSE } from "../newsroom/folders.ts";

/** Where a newsroom keeps it. */
export const VENDOR = "vendor";

/** An npm that failed: what it was asked, and what it said. */
export class NpmError extends Error {}

/** Runs npm and gives what it prints; throws an `NpmError` with its own words. */
export function runNpm(words: readonly string[], folder: string): string {
  const { status, stdout, stderr, error } = spawnSync("npm", words, {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new NpmError(`npm ${words.join(" ")}: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
  return stdout;
}

/** Packs the house into the newsroom's `vendor/`; gives what its package.json depends on, `file:vendor/dateline-0.2.0.tgz`. */
export function packHouse(newsroom: string): string {
  const folder = join(newsroom, VENDOR);
  mkdirSync(folder, { recursive: true });
  // An installed house brings its declarations, and nothing to make them with.
  const installed = existsSync(join(HOUSE, "types")) && !existsSync(join(HOUSE, "tsconfig.types.json"));
  const asked = ["pack", "--pack-destination", folder, "--loglevel", "error", "--silent"];
  const said = runNpm([...asked, ...(installed ? ["--ignore-scripts"] : [])], HOUSE);
  const name = said.trim().split("\n").at(-1) ?? "";
  return `file:${VENDOR}/${name}`;
}
