/** Reads the stylesheets of a newsroom's own, `src/styles/*.css`, and says what in them cannot be. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { transform } from "lightningcss";
import type { Problem } from "../article/problem.ts";
import type { OwnSheet } from "../styles/look.ts";
import { HOUSE } from "./folders.ts";

const FOLDER = "src/styles";
/** What a page that opens from a disk, under a strict policy, cannot fetch. */
const FETCHED = /@import\b|\burl\(/i;

function faultIn(file: string, text: string): Problem | undefined {
  const fetched = FETCHED.exec(text);
  if (fetched !== null)
    return {
      file,
      line: text.slice(0, fetched.index).split("\n").length,
      found: fetched[0],
      fault: "would have to be fetched, and a page carries its styles in itself",
      instead: "Write the rules themselves, and name fonts that readers have.",
    };
  try {
    transform({ filename: file, code: Buffer.from(text) });
    return undefined;
  } catch (error) {
    const line = error instanceof Error && "loc" in error ? (error.loc as { readonly line?: number }).line : undefined;
    return {
      file,
      ...(line === undefined ? {} : { line }),
      fault: `cannot be read as CSS: ${error instanceof Error ? error.message : String(error)}`,
      instead: "Correct it there.",
    };
  }
}

/** The sheets of a newsroom, by name; none where it is the house itself. */
export function readOwnSheets(root: string | undefined): {
  readonly sheets: readonly OwnSheet[];
  readonly problems: readonly Problem[];
} {
  const folder = join(root ?? HOUSE, FOLDER);
  if (root === undefined || resolve(root) === resolve(HOUSE) || !existsSync(folder))
    return { sheets: [], problems: [] };
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .sort();
  const sheets = names.map((name) => ({ name: name.slice(0, -4), text: readFileSync(join(folder, name), "utf8") }));
  return { sheets, problems: sheets.flatMap(({ name, text }) => faultIn(`${FOLDER}/${name}.css`, text) ?? []) };
}
