/**
 * `node src/cli/dateline.js <command> [options]`: runs a command of the house, or a process that a command forks.
 *
 * The TypeScript is compiled into `.cache/code/` the first time, and again whenever a source changes: a command then
 * starts in a third of the time that compiling on the fly takes, on any Node that runs the house.
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { on } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers";
import { fileURLToPath, pathToFileURL, URL } from "node:url";
import { setFlagsFromString } from "node:v8";
import vm from "node:vm";
import { Worker } from "node:worker_threads";

const HOUSE = fileURLToPath(new URL("../../", import.meta.url));
const CODE = join(HOUSE, ".cache/code");
/** Milliseconds after which the code of former sources is of no use to any process. */
const FORMER = 24 * 60 * 60 * 1000;
/** Milliseconds after which a forked process has run most of what it will run. */
const SETTLED = 5000;
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
/** What may be started by name: `build`, `build/worker-process`. */
/** Started in a thread beside these commands, before their code is loaded. */
const THREAD = "src/build/content-thread.ts";
const WITH_THREAD = ["build"];
const ENTRIES = /^src\/(?:cli\/[^/]+|(?:build|check)\/[^/]+-process)\.ts$/;

/** The sources and stylesheets below a folder of the house, by their paths below the house. */
function listBelow(folder) {
  return readdirSync(join(HOUSE, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return name === "src/content" ? [] : listBelow(name);
    return /(?<!\.d)\.ts$|\.css$/.test(name) ? [name] : [];
  });
}

function listSources() {
  return [".eleventy.ts", "package.json", "package-lock.json", "src/cli/dateline.js", ...listBelow("src").sort()];
}

/** A key of all sources by size and time, of this place and this Node. */
function keyOf(sources) {
  const hash = createHash("sha256").update(`${HOUSE} ${process.versions.modules}`);
  for (const source of sources) {
    const { size, mtimeMs } = statSync(join(HOUSE, source));
    hash.update(`\n${source} ${size} ${mtimeMs}`);
  }
  return hash.digest("hex").slice(0, 16);
}

/** Sources that are called for by name. */
const isNamed = (name) => ENTRIES.test(name) || name.endsWith(".11ty.ts") || name === ".eleventy.ts";

/** Tells every module the place that its source has. */
const places = {
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
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        // Eleventy's way to load its configuration and its templates.
        .replaceAll("import(urlPath)", "importModule(urlPath)"),
      loader: path.endsWith(".ts") ? "ts" : "js",
    }));
  },
};

/**
 * Compiles into `folder`, whole or not at all: all sources as one script, `code.js`, a function from the name of a source
 * to what it exports, which runs a module when it is first called for; and for Eleventy, which loads its configuration and
 * its templates as files, a file each that asks that function; beside it `thread.cjs`, which is started by itself.
 */
async function compile(sources, folder) {
  const { build } = await import("esbuild");
  const named = sources.filter(isNamed);
  const staging = `${folder}.${process.pid}`;
  const modules = named.map((name) => `${JSON.stringify(name)}: () => require("./${name}")`);
  const options = {
    absWorkingDir: HOUSE,
    bundle: true,
    define: {
      "import.meta.url": JSON.stringify(import.meta.url),
      "process.env.DATELINE_CODE": JSON.stringify(folder),
    },
    external: OUTSIDE,
    format: "cjs",
    legalComments: "none",
    logLevel: "error",
    minifySyntax: true,
    minifyWhitespace: true,
    platform: "node",
    plugins: [places],
    // For the place of a fault; not read otherwise.
    sourcemap: "external",
    sourcesContent: false,
    // Scripts that are run as this one is cannot import; packages are required instead.
    supported: { "dynamic-import": false },
    target: "node20",
    tsconfigRaw: {},
  };
  await build({
    ...options,
    banner: { js: "(function (module, require, importModule) {" },
    footer: { js: "})" },
    outfile: join(staging, "code.js"),
    stdin: {
      contents: `const modules = {${modules}}; module.exports = (name) => modules[name]();`,
      resolveDir: HOUSE,
    },
  });
  await build({ ...options, entryPoints: [THREAD], outfile: join(staging, "thread.cjs") });
  // The compiler leaves regular expressions as they are. In ASCII alone, it takes half the memory and no decoding.
  const written = join(staging, "code.js");
  const ascii = readFileSync(written, "utf8").replace(/\\[^]|[^\x00-\x7f]/g, (piece) => {
    const unit = piece.charCodeAt(piece.length - 1);
    return unit < 0x80 ? piece : `\\u${unit.toString(16).padStart(4, "0")}`;
  });
  writeFileSync(written, ascii);
  mkdirSync(join(staging, "src/pages"), { recursive: true });
  for (const name of named.filter((name) => !ENTRIES.test(name)))
    writeFileSync(
      join(staging, name.replace(/ts$/, "js")),
      `export default globalThis[Symbol.for("dateline.code")](${JSON.stringify(name)}).default;\n`,
    );
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

/** What V8 made of the code in an earlier run; undefined where there is nothing, or not what was written. */
function readCompiled(path) {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const compiled = bytes.subarray(SUM_BYTES);
  return sumOf(compiled).equals(bytes.subarray(0, SUM_BYTES)) ? compiled : undefined;
}

const SUM_BYTES = 32;
const sumOf = (bytes) => createHash("sha256").update(bytes).digest();

/**
 * Runs the code of a folder; gives what it exports. V8 keeps what it compiles in a file for each command and each set of
 * flags, which it insists on, so that only the first run of a command has to compile anything.
 */
function load(folder, command) {
  // Else a large build sweeps away what only its start called for, and what is kept at its end lacks that.
  setFlagsFromString("--no-flush-bytecode");
  const path = join(folder, "code.js");
  const source = readFileSync(path, "latin1");
  const setting = createHash("sha256").update(
    JSON.stringify([process.versions.v8, process.arch, process.execArgv, process.env.NODE_OPTIONS]),
  );
  const kept = join(folder, `${command.replace("/", "-")}-${setting.digest("hex").slice(0, 16)}.v8`);
  const cachedData = readCompiled(kept);
  const script = new vm.Script(source, {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  if (cachedData === undefined || script.cachedDataRejected) {
    const keep = () => {
      process.off("exit", keep);
      const compiled = script.createCachedData();
      const draft = `${kept}.${process.pid}`;
      try {
        writeFileSync(draft, Buffer.concat([sumOf(compiled), compiled]));
        renameSync(draft, kept);
      } catch {
        // The next run compiles again.
        rmSync(draft, { force: true });
      }
    };
    process.on("exit", keep);
    // A process that another one forked is ended by it.
    if (process.connected) setTimeout(keep, SETTLED).unref();
  }
  const module = { exports: undefined };
  script.runInThisContext()(module, createRequire(import.meta.url), (address) => import(address));
  return module.exports;
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
if (WITH_THREAD.includes(command)) {
  const thread = new Worker(join(folder, "thread.cjs"), { argv: process.argv.slice(2), execArgv: [] });
  globalThis[Symbol.for("dateline.contents")] = on(thread, "message", { close: ["exit"] });
}
const code = load(folder, command);
globalThis[Symbol.for("dateline.code")] = code;
code(`src/${command.includes("/") ? "" : "cli/"}${command}.ts`);
