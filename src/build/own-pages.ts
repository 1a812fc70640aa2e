/** The newsroom's own pages: all its templates drawn by Eleventy in one run, its files copied, as its own configuration says. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import { shortAddress } from "../article/address.ts";
import { ProblemError } from "../article/problem.ts";
import { isDamagedState } from "../archive/damaged-state.ts";
import { keyOf } from "../archive/key.ts";
import type { Notes } from "../archive/notes.ts";
import type { Edition } from "../edition/edition.ts";
import { DIR, INPUT } from "../newsroom/eleventy-folders.ts";
import { type Folders, HOUSE } from "../newsroom/folders.ts";
import { MANIFEST_NAME } from "../output/manifest.ts";
import { hashFile } from "../output/staging.ts";
import { ignoreHouseFiles } from "./house-templates.ts";
import { actsOnPages, findOwnConfig, keyOfActs, silence } from "./own-config.ts";
import { importOwn, importOwnFrom, type OwnModule } from "./own-modules.ts";
import { addOwnTemplates, HOUSE_LAYOUTS, inputOf, seenFrom } from "./own-templates.ts";
import type { Plan } from "./plan.ts";
import { within } from "./render.ts";
import { listFiles, type SharedFiles } from "./shared-files.ts";
import { problemOf } from "./template-problem.ts";
import type { Template } from "./templates.ts";

/** What a newsroom's own templates and configuration come to. */
export interface OwnPages {
  /** Written files, pages and others, by address. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The templates that pages were made from, below the newsroom's folder, by address. */
  readonly sources: ReadonlyMap<string, string>;
  /** To be published; none where the newsroom has nothing of its own. */
  readonly files: readonly SharedFiles[];
  /** The newsroom's configuration, bundled, where it acts on the house's pages too. */
  readonly config?: string;
  /** Of all that then decides the house's pages; 0 where nothing does. */
  readonly key: number;
}

const NOTHING: OwnPages = { hashes: new Map(), sources: new Map(), files: [], key: 0 };
const NAME = "own pages";

/** True where the newsroom has a file for Eleventy in its folder of pages. */
function hasTemplates(root: string, templates: readonly Template[]): boolean {
  const folder = join(root, INPUT);
  const house = resolve(root) === resolve(HOUSE);
  return listFiles(folder).some((path) => {
    const name = relative(folder, path);
    // Code that the house's templates import is TypeScript in the same folder.
    return (
      !house || !(name.endsWith(".ts") && (!name.endsWith(".11ty.ts") || templates.some(({ file }) => file === name)))
    );
  });
}

/**
 * Draws the newsroom's own pages into a folder of the cache, each time: what a template reads nobody knows but itself.
 * Tells the edition which they are. Throws ProblemError where a template fails.
 */
export async function drawOwnPages(
  edition: Edition,
  folders: Folders,
  templates: readonly Template[],
): Promise<OwnPages> {
  const { root, cache } = folders;
  if (root === undefined || !existsSync(root)) return NOTHING;
  const output = join(cache, "own-pages");
  try {
    const config = await findOwnConfig(root, cache);
    const any = hasTemplates(root, templates);
    if (config === undefined && !any) return NOTHING;
    rmSync(output, { recursive: true, force: true });
    importOwnFrom(root, cache);
    return await within(root, () => run({ edition, folders, templates, root, output, config, any }));
  } catch (error) {
    if (isDamagedState(error)) throw error;
    throw error instanceof ProblemError ? error : new ProblemError([problemOf(error, root)]);
  }
}

interface OwnRun {
  readonly edition: Edition;
  readonly folders: Folders;
  readonly templates: readonly Template[];
  readonly root: string;
  readonly output: string;
  readonly config: OwnModule | undefined;
  readonly any: boolean;
}

async function run({ edition, folders, templates, root, output, config: own, any }: OwnRun): Promise<OwnPages> {
  let listed: readonly string[] = [];
  const eleventy = new Eleventy(inputOf(root), seenFrom(root, output), {
    configPath: own === undefined ? "" : seenFrom(root, own.path),
    quietMode: true,
    config: (config) => {
      config.setUseGitIgnore(false);
      config.setIncludesDirectory(DIR.includes);
      config.setLayoutsDirectory(DIR.layouts);
      config.setDataDirectory(relative(join(root, INPUT), folders.data));
      ignoreHouseFiles(config, templates, root);
      addOwnTemplates(config, {
        root,
        edition: () => edition,
        importFile: (path) => importOwn(path, folders.cache),
        tellPages: (addresses) => {
          listed = addresses;
        },
        isOwn: () => true,
      });
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  silence(eleventy);
  const { userConfig, config } = eleventy.eleventyConfig;
  const acts =
    own !== undefined && actsOnPages(userConfig)
      ? { config: own.path, key: keyOfActs(userConfig, own, root) }
      : { key: 0 };
  const brought = Object.keys(config.virtualTemplates).some((name) => !name.startsWith(HOUSE_LAYOUTS));
  if (!any && !brought && Object.keys(config.passthroughCopies).length === 0) return { ...NOTHING, ...acts };
  const [, written] = await eleventy.write();
  edition.ownPages = listed;
  const hashes = new Map(
    listFiles(output)
      .sort()
      .map((path) => [relative(output, path).replaceAll("\\", "/"), hashFile(path)]),
  );
  const sources = new Map(
    written.map(({ inputPath, outputPath }) => [
      relative(output, resolve(outputPath)),
      relative(root, resolve(inputPath)),
    ]),
  );
  return { ...acts, hashes, sources, files: [publishOwn(output, hashes)] };
}

function publishOwn(output: string, hashes: ReadonlyMap<string, string>): SharedFiles {
  return {
    name: NAME,
    print: keyOf(JSON.stringify([...hashes])),
    // They are made each time, and known by their bytes.
    code: 0,
    write: (staging) =>
      [...hashes.keys()].map((address) => {
        mkdirSync(dirname(join(staging, address)), { recursive: true });
        copyFileSync(join(output, address), join(staging, address));
        return address;
      }),
  };
}

/** Throws ProblemError where an own page has the address of a page of the house's. */
export function refuseClashes(own: OwnPages, edition: Edition, { prints }: Plan): void {
  if (own.hashes.size === 0) return;
  const { archive, order, site } = edition;
  const shorts = site.shortUrl.as === "pages";
  const keys = new Set(Array.from(own.hashes.keys(), keyOf));
  const addressKey = archive.column("addressKey");
  // Heads are read only of articles whose key is that of an own page.
  const taken = new Set<string>();
  for (const row of order) if (keys.has(addressKey[row] ?? 0)) taken.add(edition.head(row).address);
  if (shorts && [...own.hashes.keys()].some((address) => address.startsWith("s/")))
    for (const row of order) taken.add(shortAddress(edition.head(row).shortCode));
  refuse(own, (address) => address in prints || taken.has(address));
}

/** As `refuseClashes`, of files that are no pages. */
export function refuseSharedClashes(own: OwnPages, { shared = {} }: Notes): void {
  const others = Object.entries(shared).flatMap(([name, { addresses }]) => (name === NAME ? [] : addresses));
  const taken = new Set(others);
  refuse(own, (address) => taken.has(address));
}

function refuse(own: OwnPages, isTaken: (address: string) => boolean): void {
  const clashes = [...own.hashes.keys()].filter((address) => isTaken(address) || address === MANIFEST_NAME);
  if (clashes.length === 0) return;
  throw new ProblemError(
    clashes.map((address) => ({
      file: own.sources.get(address) ?? INPUT,
      found: address,
      fault: "is the address of a page or file of Dateline's own",
      instead: "Give the template another `permalink`, or copy the file to another place.",
    })),
  );
}
