/** Eleventy run by itself, as `.eleventy.ts` configures it by `dateline.ts`: the whole edition and the newsroom's own pages in one run. */
import { join, relative, resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { DIR, INPUT } from "../newsroom/eleventy-folders.ts";
import { findNewsroom, type Folders, selectFolders } from "../newsroom/folders.ts";
import { addHouseTemplates, ignoreHouseFiles, isHouseTemplate } from "./house-templates.ts";
import { importOwn } from "./own-modules.ts";
import { addOwnTemplates, inputOf } from "./own-templates.ts";
import { loadTemplates } from "./templates.ts";
import { WholeEdition } from "./whole-edition.ts";

interface AfterBuild {
  readonly outputMode: "fs" | "json" | "ndjson";
  readonly directories: { readonly output: string };
}

/** Eleventy tells no configuration that it was asked to write nothing, or to print. */
const WRITES = !process.argv.some((word) => word === "--dryrun" || word.startsWith("--to"));

function refuseOtherFolders(config: UserConfig, folders: Folders): void {
  const { input } = config.directories;
  if (!config.isPluginExecution() || resolve(input) === resolve(join(folders.root ?? "", INPUT))) return;
  throw new Error(
    `Dateline's pages lie in ${INPUT}, and Eleventy looks in ${input}: a plugin cannot say so. ` +
      "Write `export const config = { dir: dateline.dir }` in .eleventy.ts, or `return dateline(config)` in place of addPlugin.",
  );
}

/** Tells Eleventy all of it; gives the folders. */
export async function configureEleventy(
  config: UserConfig,
): Promise<{ readonly dir: Readonly<Record<keyof typeof DIR, string>> }> {
  const root = findNewsroom(process.cwd()) ?? process.cwd();
  const folders = selectFolders({ root });
  refuseOtherFolders(config, folders);
  const templates = await loadTemplates();
  let began = 0;
  let whole: Promise<WholeEdition> | undefined;
  const read = (): Promise<WholeEdition> => (whole ??= WholeEdition.read(folders, templates));
  config.on("eleventy.before", () => {
    began = Date.now();
    whole = undefined;
  });
  config.on("eleventy.after", async ({ outputMode, directories }: AfterBuild) => {
    if (outputMode === "fs" && WRITES) await (await read()).finish(resolve(directories.output), began);
  });
  config.setUseGitIgnore(false);
  ignoreHouseFiles(config, templates, root);
  addHouseTemplates(config, templates);
  addOwnTemplates(config, {
    root,
    edition: async () => (await read()).edition,
    importFile: (path) => importOwn(path, folders.cache),
    tellPages: async (addresses) => {
      (await read()).edition.ownPages = addresses;
    },
    isOwn: (path) => !isHouseTemplate(templates, path),
  });
  config.addGlobalData("slice", async () => (await read()).slice(templates, config.directories.output, !WRITES));
  config.addWatchTarget(seen(folders.content));
  config.addWatchTarget(seen(folders.data));
  return { dir: { ...DIR, input: inputOf(root) } };
}

const seen = (path: string): string => `./${relative(process.cwd(), path)}`;
