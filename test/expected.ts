/**
 * Expected files: what a part made when it was last looked at. `npm test -- --accept PART` writes them anew; look at the
 * difference before you commit it.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { structuredPatch } from "diff";

const HOUSE = join(import.meta.dirname, "..");
const LONG_LINE = 120;
const LINES_SHOWN = 40;

/** Whether what is made is to be taken as expected. */
export const ACCEPTS = process.env.DATELINE_ACCEPT === "1";

/** Long lines broken before each tag, after each `}` and `;`, and wherever they stay long. */
function breakLines(text: string): string {
  return text
    .split("\n")
    .flatMap((line) => (line.length <= LONG_LINE ? [line] : line.split(/(?=<)|(?<=[;}])/)))
    .flatMap((line) => (line.length <= LONG_LINE ? [line] : (line.match(new RegExp(`.{1,${LONG_LINE}}`, "gu")) ?? [])))
    .join("\n");
}

/** What differs, `-` what was expected, `+` what was made; at most so many lines. */
export function renderDifference(expected: string, made: string): string {
  const { hunks } = structuredPatch("", "", breakLines(expected), breakLines(made), "", "", { context: 1 });
  const lines = hunks.flatMap(({ oldStart, lines: changed }) => [`@ line ${oldStart}`, ...changed]);
  const left = lines.length - LINES_SHOWN;
  return [...lines.slice(0, LINES_SHOWN), ...(left > 0 ? [`… and ${left} lines more`] : [])].join("\n");
}

function accept(file: string, made: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made);
}

/** Compares with the file, or writes it where what is made is to be accepted. */
export function assertExpected(file: string, made: string): void {
  if (ACCEPTS) accept(file, made);
  const name = relative(HOUSE, file);
  const how = "`npm test -- --accept PART` takes what was made as expected";
  if (!existsSync(file)) assert.fail(`${name} is missing; ${how}`);
  const expected = readFileSync(file, "utf8");
  if (made !== expected) assert.fail(`${name} is not what it was; ${how}\n${renderDifference(expected, made)}`);
}

/** The same for data in a file of JSON, whatever the order of its keys. */
export function assertExpectedData(file: string, made: unknown): void {
  const text = `${JSON.stringify(made, null, 2)}\n`;
  if (!ACCEPTS && existsSync(file)) {
    const expected: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isDeepStrictEqual(JSON.parse(text), expected)) return;
  }
  assertExpected(file, text);
}

/** The same for all files of a folder, by their names. */
export function assertExpectedFolder(folder: string, made: ReadonlyMap<string, string>): void {
  if (ACCEPTS) rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of made) if (ACCEPTS) accept(join(folder, name), text);
  const expected = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const list = (names: Iterable<string>): string => `${[...names].sort().join("\n")}\n`;
  if (list(expected) !== list(made.keys()))
    assert.fail(`other files than expected\n${renderDifference(list(expected), list(made.keys()))}`);
  for (const [name, text] of made) assertExpected(join(folder, name), text);
}
