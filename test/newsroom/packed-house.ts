/** The house as others install it: packed, unpacked into a newsroom's `node_modules`, with the packages that are here already. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const HOUSE = resolve(import.meta.dirname, "../..");

export interface Ran {
  readonly status: number | null;
  readonly said: string;
}

/** Runs a program; `said` is what it printed on both streams. */
export function run(program: string, words: readonly string[], folder: string): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, npm_config_offline: "true" },
    shell: process.platform === "win32",
  });
  return { status, said: `${stdout}${stderr}${error?.message ?? ""}` };
}

/** Packs the house into a folder and unpacks it; gives the unpacked `package/`. */
export function packHouse(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const packed = run("npm", ["pack", "--silent", "--pack-destination", folder], HOUSE);
  const name = packed.said.trim().split("\n").at(-1) ?? "";
  if (packed.status !== 0 || !existsSync(join(folder, name))) throw new Error(packed.said);
  const unpacked = run("tar", ["-xzf", name], folder);
  if (unpacked.status !== 0) throw new Error(unpacked.said);
  return join(folder, "package");
}

/** Puts the unpacked house, and beside it all packages and their programs, where npm would. */
export function installHouse(folder: string, unpacked: string): void {
  const to = join(folder, "node_modules");
  rmSync(join(to, "dateline"), { recursive: true, force: true });
  mkdirSync(join(to, ".bin"), { recursive: true });
  const packages = join(HOUSE, "node_modules");
  const programs = readdirSync(join(packages, ".bin")).map((name) => join(".bin", name));
  for (const name of [...readdirSync(packages).filter((each) => !each.startsWith(".")), ...programs])
    if (!existsSync(join(to, name))) symlinkSync(join(packages, name), join(to, name));
  cpSync(unpacked, join(to, "dateline"), { recursive: true });
  const program = join(to, ".bin/dateline");
  if (!existsSync(program)) symlinkSync(join(to, "dateline/src/cli/dateline.js"), program);
}

/** Runs a command of the house that is installed in a folder. */
export function dateline(folder: string, ...words: string[]): Ran {
  return run(process.execPath, [join(folder, "node_modules/dateline/src/cli/dateline.js"), ...words], folder);
}
