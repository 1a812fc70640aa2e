/**
 * `node src/cli/dateline.js <command> [options]`: runs a command of the house, or a process that a command forks.
 *
 * The TypeScript is compiled into `.cache/code/` the first time, and again whenever a source changes: a command then
 * starts in a third of the time that compiling on the fly takes, on any Node that runs the house.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL, URL } from "node:url";

const HOUSE = fileURLToPath(new URL("../../", import.meta.url));
const CODE = join(HOUSE, ".cache/code");
/** Raised when the compiled form changes though no source does. */
const FORM = 1;
/** Milliseconds after which the code of former sources is of no use to any process. */
const FORMER = 24 * 60 * 60 * 1000;
/** Packages that bring binaries, or that are found by their place; all others are compiled in, which halves the time to load them. */
const OUTSIDE = [
  "@11ty/eleventy-dev-server",
  "@expo-google-fonts/*",
  "@orama/stemmers",
  "@resvg/resvg-js",
  "chokidar",
  "css-tree",
  "esbuild",
  "lightningcss",
  "sharp",
  "wink-porter2-stemmer",
];
/** Packages in CommonJS call `require` for what Node brings. */
const REQUIRE = `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(${JSON.stringify(import.meta.url)});`;
/** What may be started by name: `build`, `publish/helper-process`. */
const ENTRIES = /^src\/(?:cli\/[^/]+|publish\/[^/]+-process)\.ts$/;

function listSources() {
  const names = readdirSync(join(HOUSE, "src"), { recursive: true, encoding: "utf8" });
  const sources = names.filter((name) => /(?<!\.d)\.ts$/.test(name) && !name.startsWith("content")).sort();
  return [".eleventy.ts", "package.json", "package-lock.json", ...sources.map((name) => `src/${name}`)];
}

/** A key of all sources by size and time, of this place and this Node. */
function keyOf(sources) {
  const hash = createHash("sha256").update(`${FORM} ${HOUSE} ${process.versions.modules}`);
  for (const source of sources) {
    const { size, mtimeMs } = statSync(join(HOUSE, source));
    hash.update(`\n${source} ${size} ${mtimeMs}`);
  }
  return hash.digest("hex").slice(0, 16);
}

const isTemplate = (name) => name.endsWith(".11ty.ts");
/** Where a source goes that can be started or loaded by name, without its ending. */
const placeOf = (name) => (isTemplate(name) ? name.replace("src/pages", "templates") : name).replace(/\.ts$/, "");

/** Compiles into `folder`, whole or not at all. Every module is told the place that its source has. */
async function compile(sources, folder) {
  const { build } = await import("esbuild");
  const entries = sources.filter((name) => ENTRIES.test(name) || isTemplate(name) || name === ".eleventy.ts");
  const staging = `${folder}.${process.pid}`;
  await build({
    absWorkingDir: HOUSE,
    bundle: true,
    chunkNames: "chunks/[hash]",
    define: { "process.env.DATELINE_CODE": JSON.stringify(folder) },
    entryPoints: Object.fromEntries(entries.map((name) => [placeOf(name), name])),
    format: "esm",
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "error",
    outdir: staging,
    external: OUTSIDE,
    banner: { js: REQUIRE },
    platform: "node",
    plugins: [
      {
        name: "places",
        setup({ onLoad }) {
          // It defines each field of each token by a helper for old browsers, which takes a tenth of the time to draw a text.
          onLoad({ filter: /markdown-it\.mjs$/ }, ({ path }) => ({
            contents: readFileSync(path, "utf8").replace(
              /function _defineProperty\((\w), (\w), (\w)\) \{[^]*?\n\}/,
              "function _defineProperty($1, $2, $3) { $1[$2] = $3; return $1; }",
            ),
            loader: "js",
          }));
          onLoad({ filter: /\.ts$|@11ty\/eleventy.*\.js$/ }, ({ path }) => ({
            contents: readFileSync(path, "utf8")
              .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
              .replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
            loader: path.endsWith(".ts") ? "ts" : "js",
          }));
        },
      },
    ],
    splitting: true,
    target: "node20",
    tsconfigRaw: {},
  });
  // Eleventy loads its templates anew for every slice: what they are made of must not be read, and grow warm, anew.
  mkdirSync(join(staging, "src/pages"), { recursive: true });
  for (const name of entries.filter(isTemplate))
    writeFileSync(join(staging, name.replace(/ts$/, "js")), `export { default } from "../../${placeOf(name)}.js";\n`);
  try {
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  for (const name of readdirSync(CODE)) {
    const former = join(CODE, name);
    if (former !== folder && Date.now() - statSync(former).mtimeMs > FORMER)
      rmSync(former, { recursive: true, force: true });
  }
}

const sources = listSources();
const names = sources
  .filter((name) => ENTRIES.test(name))
  .map((name) => name.replace(/^src\/(?:cli\/)?(.*)\.ts$/, "$1"));
const [command = ""] = process.argv.splice(2, 1);
if (!names.includes(command)) {
  process.stderr.write(`write one of ${names.join(", ")}\n`);
  process.exit(2);
}
// Eleventy would send every import through a thread of its own, to load changed files anew; here a change means new code.
process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
const folder = join(CODE, keyOf(sources));
if (!existsSync(folder)) {
  try {
    await compile(sources, folder);
  } catch (error) {
    // What does not compile was told by the compiler, with file and line.
    if (!Array.isArray(error?.errors)) throw error;
    process.exit(1);
  }
}
await import(pathToFileURL(join(folder, "src", command.includes("/") ? "" : "cli", `${command}.js`)).href);
