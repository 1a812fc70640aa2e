/** `npm run upgrade -- FILE`: puts another version of the house into the newsroom, and says what that asks of it. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UsageError } from "../article/usage-error.ts";
import { selectChanges } from "../init/changes.ts";
import { NpmError, runNpm, VENDOR } from "../init/pack-house.ts";
import { HOUSE, LAUNCHER, ROOT } from "../newsroom/folders.ts";
import { readHouseVersion } from "../newsroom/house-version.ts";
import { listStandIns } from "../newsroom/stand-ins.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = { help: cli.HELP } as const;

const HELP = `npm run upgrade -- PACKAGE     puts another version of Dateline into this newsroom

  PACKAGE   a packed file (dateline-0.3.0.tgz), or whatever else npm installs

${cli.renderOptions(OPTIONS)}

Then it prints what changed between the two versions, names the components of the newsroom's own whose model in the house
changed, and checks all content. Exit status: 0 done and nothing to mend, 1 something is, 2 wrong usage.`;

const textOf = (component: string): string => {
  const path = join(HOUSE, "src/components", `${component}.ts`);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
};

/** Puts a packed file beside the newsroom, in place of the one before; gives what npm is to install. */
function keepPackage(given: string): string {
  const path = resolve(given);
  if (!given.endsWith(".tgz") || !existsSync(path)) return given;
  const folder = join(ROOT, VENDOR);
  mkdirSync(folder, { recursive: true });
  const name = basename(path);
  if (join(folder, name) !== path) copyFileSync(path, join(folder, name));
  for (const other of readdirSync(folder))
    if (/^dateline-.*\.tgz$/.test(other) && other !== name) rmSync(join(folder, other));
  return `./${VENDOR}/${name}`;
}

function upgrade(given: string): void {
  const before = { version: readHouseVersion(), texts: new Map(listStandIns().map((name) => [name, textOf(name)])) };
  runNpm(["install", "--loglevel", "error", keepPackage(given)], ROOT);
  const version = readHouseVersion();
  console.log(`Dateline ${version}, before it ${before.version}.`);
  const changes = selectChanges(readFileSync(join(HOUSE, "CHANGELOG.md"), "utf8"), before.version, version);
  if (changes !== "") console.log(`\n${changes}`);
  for (const [name, text] of before.texts) {
    if (textOf(name) === "")
      console.log(`\nThe house has no component ${name} any more: src/components/${name}.ts is read by nobody.`);
    else if (textOf(name) !== text)
      console.log(`\nThe house's ${name} changed: compare src/components/${name}.ts with it.`);
  }
  console.log("");
  // The new house reads the newsroom, in a process of its own.
  process.exitCode = spawnSync(process.execPath, [LAUNCHER, "check"], { cwd: ROOT, stdio: "inherit" }).status ?? 1;
}

try {
  const { values, positionals } = cli.readOptions(OPTIONS, { names: "PACKAGE" });
  const [given, ...more] = positionals;
  if (values.help === true) console.log(HELP);
  else if (given === undefined || more.length > 0)
    throw new UsageError("name one package: npm run upgrade -- dateline-0.3.0.tgz");
  else if (ROOT === resolve(HOUSE))
    throw new UsageError("this is the house itself; start it in a newsroom that has Dateline installed");
  else upgrade(given);
} catch (error) {
  if (error instanceof NpmError) {
    console.error(error.message);
    process.exitCode = 1;
  } else fail(error);
}
