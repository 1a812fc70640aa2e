/**
 * Code of a newsroom's own: its configuration of Eleventy, its templates and data in TypeScript or JavaScript. Each file is
 * bundled with what it imports by a relative path, once, and kept in the cache until one of these changes; packages are
 * imported from where they lie. So it runs beside the compiled house, in TypeScript too, on any Node that runs the house.
 */
import { hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, dirname, join, parse, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { keyOf } from "../archive/key.ts";
import { HOUSE } from "../newsroom/folders.ts";

/** A bundled file. */
export interface OwnModule {
  /** Of the bundle, which has the hash of its content in its name. */
  readonly path: string;
  /** Changes with the file and with all that is bundled with it. */
  readonly key: number;
}

interface Kept extends OwnModule {
  /** Every source of the bundle with its size and time. */
  readonly sources: Readonly<Record<string, string>>;
}

/** What `import … from "dateline"` leads to. */
const PACKAGE = join(HOUSE, "src/dateline.ts");
/** In code beside a running house, which has set up Eleventy itself. */
const STAND_IN = `export * from ${JSON.stringify(PACKAGE)};\nexport default Object.assign(() => ({}), { dir: {} });\n`;

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? "-" : `${stat.size} ${stat.mtimeMs}`;
}

function readKept(path: string): Kept | undefined {
  if (!existsSync(path)) return undefined;
  const kept: Kept = JSON.parse(readFileSync(path, "utf8"));
  const same = Object.entries(kept.sources).every(([source, stamp]) => stampOf(source) === stamp);
  return same && existsSync(kept.path) ? kept : undefined;
}

/** Relative imports are bundled; packages stay outside, named by their place; the house itself is the one that runs. */
const places: Plugin = {
  name: "places",
  setup(build) {
    build.onResolve({ filter: /.*/ }, async ({ path, kind, importer, namespace, resolveDir, pluginData }) => {
      if (pluginData === "asked" || kind === "entry-point" || namespace === "dateline") return undefined;
      if (path.startsWith("node:") || builtinModules.includes(path)) return { path, external: true };
      if (path === "dateline") return { path, namespace: "dateline" };
      const component = /^dateline\/components\/([\w-]+)$/.exec(path)?.[1];
      if (component !== undefined) return { path: join(HOUSE, "src/components", `${component}.ts`) };
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: "asked" });
      if (found.errors.length > 0) return { errors: found.errors };
      if (found.path === PACKAGE) return { path: "dateline", namespace: "dateline" };
      // Of the house itself only what pages are made with is bundled.
      if (found.path.startsWith(join(HOUSE, "src/build/"))) return { path: found.path, external: true };
      if (/^\.{0,2}\//.test(path) && !found.path.endsWith(".node")) return found;
      return { path: kind === "require-call" ? found.path : pathToFileURL(found.path).href, external: true };
    });
    build.onLoad({ filter: /.*/, namespace: "dateline" }, () => ({
      contents: STAND_IN,
      loader: "js",
      resolveDir: HOUSE,
    }));
    build.onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/import\.meta\.(url|dirname|filename)/g, (_all, name: string) =>
        JSON.stringify(name === "url" ? pathToFileURL(path).href : name === "dirname" ? dirname(path) : path),
      ),
      loader: /\.[cm]?ts$/.test(path) ? "ts" : "js",
    }));
  },
};

/** Bundles a file into the cache, or finds the bundle there. Throws what the compiler says, with file and line. */
export async function bundleOwn(source: string, cache: string): Promise<OwnModule> {
  const folder = join(cache, "modules");
  const list = join(folder, `${keyOf(source).toString(36)}.json`);
  const kept = readKept(list);
  if (kept !== undefined) return kept;
  const { build } = await import("esbuild");
  const name = basename(source).replace(/^\.|\.[cm]?[jt]s$/g, "");
  const made = await build({
    entryPoints: [source],
    absWorkingDir: parse(source).root,
    // What is external by `require` needs one; an ES module has none.
    banner: {
      js: `import { createRequire as makeRequire } from "node:module"; const require = makeRequire(${JSON.stringify(source)});`,
    },
    bundle: true,
    conditions: ["node", "import"],
    format: "esm",
    legalComments: "none",
    logLevel: "silent",
    mainFields: ["module", "main"],
    metafile: true,
    // Nothing is written by the compiler; sources are named in the map as seen from there.
    outfile: join(folder, `${name}.mjs`),
    platform: "node",
    plugins: [places],
    sourcemap: "inline",
    target: "node20",
    tsconfigRaw: {},
    write: false,
  });
  const text = made.outputFiles[0]?.text ?? "";
  const path = join(folder, `${name}-${hash("sha256", text, "hex").slice(0, 16)}.mjs`);
  const sources = Object.keys(made.metafile.inputs)
    .filter((input) => !input.startsWith("dateline:"))
    .map((input) => resolve(parse(source).root, input));
  mkdirSync(folder, { recursive: true });
  const bundled: Kept = {
    path,
    key: keyOf(text),
    sources: Object.fromEntries(sources.map((input) => [input, stampOf(input)])),
  };
  write(path, text);
  write(list, JSON.stringify(bundled));
  return bundled;
}

/** Whole or not at all, since other processes may read it. */
function write(path: string, text: string): void {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

/** The launcher's way to import, for a script that cannot; see `launch/load.js`. */
declare const importModule: ((address: string) => Promise<Readonly<Record<string, unknown>>>) | undefined;

function importFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  const address = pathToFileURL(path).href;
  return typeof importModule === "function" ? importModule(address) : import(address);
}

/** Imports a file of a newsroom. */
export async function importOwn(source: string, cache: string): Promise<Readonly<Record<string, unknown>>> {
  const { path } = await bundleOwn(source, cache);
  return importFile(path);
}

/** Has Eleventy import the files of a newsroom, but not of packages, by their bundles. */
export function importOwnFrom(root: string, cache: string): void {
  // Faults in them are told with their places in the sources.
  process.setSourceMapsEnabled(true);
  const find = async (address: string): Promise<string> => {
    const path = address.startsWith("file:") ? fileURLToPath(address.replace(/\?.*$/, "")) : undefined;
    const below = path === undefined ? "../" : relative(root, path);
    const own = !below.startsWith("..") && !/(^|\/)(node_modules|\.cache)\//.test(below) && /\.m?[jt]s$/.test(below);
    if (!own || path === undefined || path.startsWith(join(cache, "modules"))) return address;
    return pathToFileURL((await bundleOwn(path, cache)).path).href;
  };
  Reflect.set(globalThis, Symbol.for("dateline.address"), find);
}
