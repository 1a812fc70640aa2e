/** The sources that the running code is compiled of, the house's and the newsroom's, and a key of them all. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { HOUSE, IS_OWN, ROOT } from "./place.js";

/** What may be started by name. */
export const ENTRIES = /^src\/(?:cli\/[^/]+|(?:build|check)\/[^/]+-process)\.ts$/;
/** What `import dateline from "dateline"` gives. */
export const PACKAGE = "src/dateline.ts";
/** The newsroom's components, below its root: each stands in for the house's of the same name. */
export const OWN_COMPONENTS = "src/components";

/**
 * The sources and stylesheets below a folder, by their paths below `root`.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function listBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return name === "src/content" ? [] : listBelow(root, name);
    return /(?<!\.d)\.ts$|\.css$|^src\/launch\/.*\.js$/.test(name) ? [name] : [];
  });
}

/** The house's sources, by their paths below the house. */
export function listSources() {
  const wiring = ["package-lock.json"].filter((name) => existsSync(join(HOUSE, name)));
  return [...wiring, "src/cli/dateline.js", ...listBelow(HOUSE, "src").sort()];
}

/** The newsroom's own components, by their paths below it. */
export function listOwnComponents() {
  return IS_OWN
    ? listBelow(ROOT, OWN_COMPONENTS)
        .filter((name) => name.endsWith(".ts"))
        .sort()
    : [];
}

/**
 * A key of all sources by size and time, of their places, of the house's version (a package's files all bear the same
 * time) and of this Node.
 * @param {readonly string[]} sources
 */
export function keyOf(sources) {
  const hash = createHash("sha256").update(`${HOUSE} ${ROOT} ${process.versions.modules}`);
  hash.update(readFileSync(join(HOUSE, "package.json")));
  for (const [root, names] of /** @type {const} */ ([
    [HOUSE, sources],
    [ROOT, listOwnComponents()],
  ])) {
    for (const name of names) {
      const { size, mtimeMs } = statSync(join(root, name));
      hash.update(`\n${name} ${size} ${mtimeMs}`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}
