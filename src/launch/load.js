/** Runs the compiled code of a folder, with what V8 made of it in an earlier run. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers";
import { setFlagsFromString } from "node:v8";
import vm from "node:vm";
import { HOUSE } from "./place.js";

/** Milliseconds after which a forked process has run most of what it will run. */
const SETTLED = 5000;
const SUM_BYTES = 32;

/** @param {Uint8Array} bytes */
const sumOf = (bytes) => createHash("sha256").update(bytes).digest();

/**
 * What V8 made of the code in an earlier run; undefined where there is nothing, or not what was written.
 * @param {string} path
 */
function readCompiled(path) {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const compiled = bytes.subarray(SUM_BYTES);
  return sumOf(compiled).equals(bytes.subarray(0, SUM_BYTES)) ? compiled : undefined;
}

/**
 * Imports for the script, which cannot: what lies in a newsroom by the address that `build/own-modules.ts` gives for it.
 * @param {string} address
 * @returns {Promise<unknown>}
 */
async function importModule(address) {
  const find = Reflect.get(globalThis, Symbol.for("dateline.address"));
  return import(typeof find === "function" ? await find(address) : address);
}

/**
 * Loads the code of a folder: a function from the name of a source to what it exports. V8 keeps what it compiles in a file
 * for each command and each set of flags, which it insists on, so that only the first run of a command has to compile
 * anything.
 * @param {string} folder
 * @param {string} command
 * @returns {(name: string) => Readonly<Record<string, unknown>>}
 */
export function load(folder, command) {
  // Else a large build sweeps away what only its start called for, and what is kept at its end lacks that.
  setFlagsFromString("--no-flush-bytecode");
  const path = join(folder, "code.js");
  const source = readFileSync(path, "latin1");
  const setting = createHash("sha256").update(
    JSON.stringify([process.versions.v8, process.arch, process.execArgv, process.env.NODE_OPTIONS]),
  );
  const kept = join(folder, `${command.replace("/", "-")}-${setting.digest("hex").slice(0, 16)}.v8`);
  const cachedData = readCompiled(kept);
  const script = new vm.Script(source, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected === true) {
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
  /** @type {{ exports?: (name: string) => Readonly<Record<string, unknown>> }} */
  const module = {};
  // Packages are those that the house brings; what Eleventy imports is named by its place.
  const require = createRequire(join(HOUSE, "src/cli/dateline.js"));
  script.runInThisContext()(module, require, importModule);
  const { exports } = module;
  if (exports === undefined) throw new TypeError(`${path} is not what was compiled; remove ${folder}`);
  Reflect.set(globalThis, Symbol.for("dateline.code"), exports);
  return exports;
}
