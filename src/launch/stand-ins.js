/**
 * A newsroom's own components: `src/components/masthead.ts` in its folder stands in for the house's of that name, wherever
 * the house imports it. What it does not export stays the house's.
 */
import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { HOUSE, ROOT } from "./place.js";
import { listOwnComponents, OWN_COMPONENTS, PACKAGE } from "./sources.js";

/** Thrown with what an editor of components is to mend. */
export class StandInError extends Error {}

const HOUSE_COMPONENTS = join(HOUSE, "src/components");
/** @param {string} name */
const houseFile = (name) => join(HOUSE_COMPONENTS, `${name}.ts`);
/** @param {string} name */
const ownFile = (name) => join(ROOT, OWN_COMPONENTS, `${name}.ts`);

/** The components that have a stand-in, by name. */
export function listStandIns() {
  return listOwnComponents()
    .map((file) => relative(OWN_COMPONENTS, file).replace(/\.ts$/, ""))
    .filter((name) => existsSync(houseFile(name)));
}

/**
 * What each of some sources exports beside types.
 * @param {readonly string[]} files
 * @returns {Promise<Map<string, readonly string[]>>}
 */
async function readExports(files) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: HOUSE,
    entryPoints: [...files],
    bundle: false,
    format: "esm",
    logLevel: "silent",
    metafile: true,
    outdir: "out",
    tsconfigRaw: {},
    write: false,
  });
  return new Map(
    Object.values(metafile.outputs).flatMap(({ entryPoint, exports }) =>
      entryPoint === undefined ? [] : [[resolve(HOUSE, entryPoint), exports]],
    ),
  );
}

/**
 * A plugin for the compiler that puts the newsroom's components in the place of the house's, and leads their imports of
 * `dateline` and `dateline/components/…` to the house. Throws a `StandInError` where a file exports nothing that the
 * house's has: it would be passed over without a word.
 * @returns {Promise<import("esbuild").Plugin>}
 */
export async function selectStandIns() {
  const names = listStandIns();
  const exported = await readExports(names.flatMap((name) => [houseFile(name), ownFile(name)]));
  /** @type {Map<string, string>} */
  const joined = new Map();
  for (const name of names) {
    const wanted = exported.get(houseFile(name)) ?? [];
    const taken = (exported.get(ownFile(name)) ?? []).filter((each) => wanted.includes(each));
    if (taken.length === 0)
      throw new StandInError(
        `${OWN_COMPONENTS}/${name}.ts stands in for the house's ${name}, and exports nothing that it has: export ${wanted.join(" or ")}`,
      );
    const own = JSON.stringify(ownFile(name));
    const house = JSON.stringify(houseFile(name));
    joined.set(houseFile(name), `export * from ${house};\nexport { ${taken.join(", ")} } from ${own};\n`);
  }
  return {
    name: "stand-ins",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^dateline(\/components\/[\w-]+)?$/ }, ({ path }) => ({
        path: path === "dateline" ? join(HOUSE, PACKAGE) : `${houseFile(basename(path))}`,
      }));
      if (joined.size === 0) return;
      onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, importer, namespace }) => {
        if (namespace !== "file" || !importer.startsWith(join(HOUSE, "src") + sep)) return undefined;
        const target = resolve(dirname(importer), path);
        return joined.has(target) ? { path: target, namespace: "stand-in" } : undefined;
      });
      onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({
        contents: joined.get(path) ?? "",
        loader: "ts",
        resolveDir: HOUSE,
      }));
    },
  };
}
