import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import test from "node:test";
import { assertExpected } from "../expected.ts";

const MISTAKES = join(import.meta.dirname, "fixtures/mistakes");
const HOUSE = resolve(import.meta.dirname, "../..");

for (const [name, what] of [
  ["data", "of the newsroom's data"],
  ["refused", "for which nothing is published"],
  ["loose", "that stop nothing"],
] as const)
  test(`check names every one of the mistakes ${what}, with its place and what to write instead`, () => {
    const folder = join(MISTAKES, name);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        "src/cli/dateline.js",
        "check",
        ...["--content", join(folder, "content"), "--data", join(folder, "data"), "--now", "2031-05-20T12:00Z"],
      ],
      { cwd: HOUSE, encoding: "utf8" },
    );
    assertExpected(join(folder, "report.txt"), `${stdout}${stderr}exit status ${status}\n`);
  });
