/** A newsroom's own components, which stand in for the house's of the same name: `src/components/masthead.ts`. See `launch/stand-ins.js`. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { HOUSE, ROOT } from "./folders.ts";

const HOUSE_COMPONENTS = join(HOUSE, "src/components");

/** All files of the newsroom's `src/components/`, absolute, in order; none in the house itself. */
export function listOwnComponents(root = ROOT): readonly string[] {
  const folder = join(root, "src/components");
  if (root === resolve(HOUSE) || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The house's components that have a stand-in, by name. */
export function listStandIns(root = ROOT): readonly string[] {
  return listOwnComponents(root)
    .map((path) => relative(join(root, "src/components"), path))
    .filter((name) => existsSync(join(HOUSE_COMPONENTS, name)))
    .map((name) => name.replace(/\.ts$/, ""));
}

let own: { readonly files: readonly string[]; readonly replaced: ReadonlySet<string> } | undefined;

/** What counts with a source of the house in the key of its code: all own components, where one stands in for it. */
export function standInsFor(path: string): readonly string[] {
  own ??= {
    files: listOwnComponents(),
    replaced: new Set(listStandIns().map((name) => join(HOUSE_COMPONENTS, `${name}.ts`))),
  };
  return own.replaced.has(path) ? own.files : [];
}
