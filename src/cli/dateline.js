#!/usr/bin/env node
/** `dateline <command> [options]`: runs a command of the house, or a process that a command forks. */
import { on } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Worker } from "node:worker_threads";
import { readyCode } from "../launch/code.js";
import { COMMANDS, PROCESSES, renderHelp } from "../launch/commands.js";
import { load } from "../launch/load.js";
import { HOUSE } from "../launch/place.js";

/** Beside these commands a thread looks through the content folder, from before their code is loaded. */
const WITH_THREAD = ["build"];

/** @param {string} command */
async function run(command) {
  // Eleventy would send every import through a thread of its own, to load changed files anew; here a change means new code.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
  const folder = await readyCode();
  if (WITH_THREAD.includes(command)) {
    const thread = new Worker(join(folder, "thread.cjs"), { argv: process.argv.slice(2), execArgv: [] });
    Reflect.set(globalThis, Symbol.for("dateline.contents"), on(thread, "message", { close: ["exit"] }));
  }
  const code = load(folder, command);
  try {
    code(`src/${command.includes("/") ? "" : "cli/"}${command}.ts`);
  } catch (error) {
    // It failed before it could tell of itself: what it is made of may be the newsroom's own.
    const { renderFault } = /** @type {typeof import("./fault.ts")} */ (code("src/cli/fault.ts"));
    process.stderr.write(`${renderFault(error)}\n`);
    process.exit(1);
  }
}

const [command = "--help"] = process.argv.splice(2, 1);
if (command === "--help" || command === "-h") process.stdout.write(renderHelp());
else if (command === "--version")
  process.stdout.write(`${JSON.parse(readFileSync(join(HOUSE, "package.json"), "utf8")).version}\n`);
else if (Object.hasOwn(COMMANDS, command) || PROCESSES.includes(command)) {
  run(command).catch((error) => {
    // What does not compile was told by the compiler, with file and line.
    if (error?.constructor?.name === "StandInError") process.stderr.write(`${error.message}\n`);
    else if (!Array.isArray(error?.errors)) throw error;
    process.exit(1);
  });
} else {
  process.stderr.write(`there is no command ${JSON.stringify(command)}\n\n${renderHelp()}`);
  process.exit(2);
}
