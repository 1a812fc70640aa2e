/** The folders of one newsroom, absolute. */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface Folders {
  readonly content: string;
  readonly data: string;
  readonly output: string;
  readonly cache: string;
  /** Where packaged editions lie that the site is to offer; none where unset. */
  readonly packages?: string;
  /** Where the newsroom's own code lies: `.eleventy.ts`, and `pages`, `components` and `styles` below `src/`. It has none where unset. */
  readonly root?: string;
}

/** Where the house itself lies. */
export const HOUSE = fileURLToPath(new URL("../../", import.meta.url));

/** Where compiled code keeps what follows from its sources; undefined where the sources themselves run. */
export const KEPT_WITH_CODE = process.env.DATELINE_CODE;

/** The words of the interface that come with the house. */
export const HOUSE_STRINGS = join(HOUSE, "_data/strings");

/** Runs a command of the house, or a process that one forks. */
export const LAUNCHER = join(HOUSE, "src/cli/dateline.js");

/** The newsroom that a folder lies in: the nearest one upwards with `_data/site.yaml` or `.eleventy.ts`. */
export function findNewsroom(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "_data/site.yaml")) || existsSync(join(folder, ".eleventy.ts"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The newsroom that commands work in: the one that they are started in, else the house's own sample. */
export const ROOT = findNewsroom(process.cwd()) ?? resolve(HOUSE);

/** A folder of the newsroom as commands print it: seen from where they are started. */
export function fromHere(folder: string): string {
  return join(relative(process.cwd(), findNewsroom(process.cwd()) ?? process.cwd()), folder);
}

/** The folders that a command was given; the newsroom's where it was given none. A newsroom's packages are of its own content. */
export function selectFolders(given: { readonly [Name in keyof Folders]?: string | undefined }): Folders {
  const root = resolve(given.root ?? ROOT);
  const packages = given.packages ?? (given.content === undefined ? join(root, "packages") : undefined);
  return {
    root,
    content: resolve(given.content ?? join(root, "src/content")),
    data: resolve(given.data ?? join(root, "_data")),
    output: resolve(given.output ?? join(root, "dist")),
    cache: resolve(given.cache ?? join(root, ".cache")),
    ...(packages === undefined ? {} : { packages: resolve(packages) }),
  };
}

/** Where the state of the last build lies. */
export function stateFolder(folders: Folders): string {
  return join(folders.cache, "state");
}
