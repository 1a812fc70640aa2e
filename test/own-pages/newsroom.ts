/** A newsroom with pages, data, layouts, plugins and code of its own, copied to a place where it can be changed. */
import { fork, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { HOUSE, LAUNCHER, selectFolders } from "../../src/newsroom/folders.ts";

export const NOW = "2031-01-16T12:00Z";

export interface OwnNewsroom {
  readonly root: string;
  readonly folders: ReturnType<typeof selectFolders>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
}

/** Goes away after the test. */
export function copyNewsroom(context: Pick<TestContext, "after">): OwnNewsroom {
  const root = mkdtempSync(join(tmpdir(), "dateline-own-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(import.meta.dirname, "fixtures/newsroom"), root, { recursive: true });
  mkdirSync(join(root, "node_modules"));
  symlinkSync(join(HOUSE, "node_modules/@11ty"), join(root, "node_modules/@11ty"));
  symlinkSync(HOUSE, join(root, "node_modules/dateline"));
  return {
    root,
    folders: selectFolders({ root }),
    read: (path) => readFileSync(join(root, path), "utf8"),
    write: (path, text) => {
      writeFileSync(join(root, path), text);
    },
    remove: (path) => rmSync(join(root, path)),
  };
}

export interface Ran {
  readonly status: number;
  /** All that it printed. */
  readonly text: string;
  /** What it printed to standard output. */
  readonly out: string;
}

/** Runs a command of the house in a newsroom, compiled. */
export function runCommand({ root }: OwnNewsroom, command: string, ...args: readonly string[]): Promise<Ran> {
  const child = fork(LAUNCHER, [command, ...args], {
    cwd: root,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  return textOf(child);
}

/** Runs Eleventy's own command in a newsroom. */
export function runEleventy({ root }: OwnNewsroom, ...args: readonly string[]): Promise<Ran> {
  const command = join(HOUSE, "node_modules/@11ty/eleventy/cmd.cjs");
  const loader = join(HOUSE, "node_modules/tsx/dist/esm/index.mjs");
  const moment = String(Date.parse(NOW) / 1000);
  return textOf(
    spawn(process.execPath, ["--import", loader, command, "--config=.eleventy.ts", ...args], {
      cwd: root,
      env: { ...process.env, SOURCE_DATE_EPOCH: moment },
    }),
  );
}

function textOf(child: ReturnType<typeof spawn>): Promise<Ran> {
  let [text, out] = ["", ""];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (stream === child.stdout) out += chunk.toString();
    });
  return new Promise((resolve) => {
    child.on("close", (status) => resolve({ status: status ?? 1, text, out }));
  });
}
