/** The folder of the compiled code, which is made where a source changed since. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "./place.js";
import { keyOf, listSources } from "./sources.js";

/** Where compiled code is kept: in the newsroom, or, where nothing may be written there, for this run alone. */
function selectShelf() {
  const shelf = join(ROOT, ".cache/code");
  try {
    mkdirSync(shelf, { recursive: true });
    accessSync(shelf, constants.W_OK);
    return shelf;
  } catch {
    const passing = mkdtempSync(join(tmpdir(), "dateline-code-"));
    process.on("exit", () => rmSync(passing, { recursive: true, force: true }));
    return passing;
  }
}

/** Compiles where there is need, and gives the folder. Throws what the compiler says, told already, or a `StandInError`. */
export async function readyCode() {
  const sources = listSources();
  const key = keyOf(sources);
  const made = join(ROOT, ".cache/code", key);
  if (existsSync(made)) return made;
  const folder = join(selectShelf(), key);
  const { compile } = await import("./compile.js");
  await compile(sources, folder);
  return folder;
}
