/** What Eleventy says of a template that fails, as editors are told: the file, the line, what is wrong. */
import { existsSync, readFileSync } from "node:fs";
import { join, parse, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../article/problem.ts";
import { ProblemError } from "../article/problem.ts";

interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** True of a line counted below the front matter. */
  readonly below?: boolean;
}

/** An error and those that led to it, the outermost first. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let next = error; next instanceof Error && !chain.includes(next);) {
    chain.push(next);
    const { originalError, cause } = next as Error & { readonly originalError?: unknown };
    next = originalError ?? cause;
  }
  return chain;
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function placeOf(file: string, line: string | undefined, column: string | undefined, below = false): Place {
  const [first, second] = [numberOf(line), numberOf(column)];
  return {
    file,
    below,
    ...(first === undefined ? {} : { line: first }),
    ...(second === undefined ? {} : { column: second }),
  };
}

/** Nunjucks: `(./src/pages/a.njk) [Line 3, Column 5]`; Liquid: `file:a.liquid, line:3, col:5`; YAML: `(3:5)` with a snippet. */
function placeInText({ message, stack = "" }: Error, named: string | undefined): Place | undefined {
  const nunjucks = /\(([^()\s]+)\)(?:\s*\[Line (\d+)(?:, Column (\d+))?\])?\n/.exec(message);
  if (nunjucks !== null && /^\s*(?:Template render error|\()/.test(message)) {
    // What is wrong only as a template runs is told with a line counted from 0, and none at all of the first.
    const counted = /\bpars(?:er?|ing)\b|\.parse\w*\b/i.test(stack) ? 0 : 1;
    const line = String(Math.max(1, Number(nunjucks[2] ?? 0) + counted));
    return placeOf(nunjucks[1] ?? "", line, nunjucks[3], true);
  }
  const liquid = /file:([^,\n]+), line:(\d+)(?:, col:(\d+))?/.exec(message);
  if (liquid !== null) return placeOf(liquid[1] ?? "", liquid[2], liquid[3], true);
  // Of front matter, whose first line is that of its fence, and of data.
  const yaml = / \((\d+):(\d+)\)(?:\n|$)/.exec(message);
  return yaml === null || named === undefined ? undefined : placeOf(named, yaml[1], yaml[2]);
}

/** The first frame of a stack that lies in the newsroom's own code. */
function placeInStack(stack: string | undefined, root: string): Place | undefined {
  for (const [, address = "", line, column] of (stack ?? "").matchAll(
    /\(?((?:file:\/\/)?\/[^\s()]+?):(\d+):(\d+)\)?$/gm,
  )) {
    const path = address.startsWith("file:") ? fileURLToPath(address) : address;
    const below = relative(root, path.replace(/\?.*$/, ""));
    if (!below.startsWith("..") && !/(^|\/)(node_modules|\.cache)\//.test(below) && !below.startsWith("src/build/"))
      return placeOf(below, line, column);
  }
  return undefined;
}

/** A template that a message names: `… ./src/pages/a.njk …`. */
function fileIn(message: string, root: string): string | undefined {
  for (const [path] of message.matchAll(/(?:\.\/|\/)?[\w@./-]+\.[a-z0-9]+/gi)) {
    const below = relative(root, resolve(root, path));
    if (
      !below.startsWith("..") &&
      !below.includes("node_modules/") &&
      !below.startsWith(".cache") &&
      existsSync(join(root, below))
    )
      return below;
  }
  return undefined;
}

/** Lines of front matter above a template's text, which its engine does not see. */
function linesAbove(path: string): number {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const fence = /^---[^\n]*\n(?:[^\n]*\n)*?---[^\n]*\n/.exec(text);
  return fence === null ? 0 : fence[0].split("\n").length - 1;
}

/** esbuild's, of code that does not compile. */
function placeInCode(error: unknown, root: string): { readonly place: Place; readonly fault: string } | undefined {
  const errors: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "errors") : undefined;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (typeof first !== "object" || first === null || !("text" in first) || !("location" in first)) return undefined;
  const { text, location } = first as { text: string; location: { file: string; line: number; column: number } | null };
  if (location === null) return undefined;
  const file = relative(root, resolve(parse(root).root, location.file));
  return { place: { file, line: location.line, column: location.column + 1 }, fault: text };
}

/** The innermost words, without the names of classes, the paths and the places that stand elsewhere. */
function faultOf(chain: readonly Error[]): string {
  const innermost = chain.at(-1)?.message ?? "";
  const lines = innermost
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[A-Z]\w*Error: )?/, "").trim())
    .filter((line) => line !== "" && !/^\([^()]+\)(?:\s*\[Line.*)?$/.test(line) && !/^(?:>>|\d+\|| *\^)/.test(line));
  return (lines[0] ?? "fails")
    .replace(/,? file:[^,]+, line:\d+(?:, col:\d+)?/, "")
    .replace(/ in "[^"]*"| \(\d+:\d+\)$/g, "")
    .replaceAll("./.cache/own-pages/", "")
    .replace(/\.$/, "");
}

/** What failed in a newsroom's own templates or code, below `root`. What is no such failure is thrown on. */
export function problemOf(error: unknown, root: string): Problem {
  const chain = chainOf(error);
  const told = chain.find((one): one is ProblemError => one instanceof ProblemError)?.problems[0];
  if (told !== undefined) return told;
  const compiled = chain.map((one) => placeInCode(one, root)).find((found) => found !== undefined);
  if (compiled !== undefined)
    return { ...compiled.place, fault: `cannot be compiled: ${compiled.fault}`, instead: "Mend the code." };
  const named = chain.map(({ message }) => fileIn(message, root)).find((file) => file !== undefined);
  const inText = [...chain]
    .reverse()
    .map((one) => placeInText(one, named))
    .find((place) => place !== undefined);
  const inStack = [...chain]
    .reverse()
    .map(({ stack }) => placeInStack(stack, root))
    .find((place) => place !== undefined);
  const place = inText ?? (inStack?.file === named || named === undefined ? inStack : { file: named });
  if (place === undefined && !chain.some(({ name }) => /^Eleventy|^Template/.test(name))) throw error;
  const nowhere = chain.some(({ name }) => /Config|Plugin/.test(name)) ? ".eleventy.ts" : "src/pages";
  const file = relative(root, resolve(root, place?.file ?? named ?? nowhere));
  const above = place?.below === true ? linesAbove(join(root, file)) : 0;
  return {
    file,
    ...(place?.line === undefined ? {} : { line: place.line + above }),
    ...(place?.column === undefined ? {} : { column: place.column }),
    fault: `fails: ${faultOf(chain)}`,
    instead: "Mend the template, or what it reads.",
  };
}
