/** The options of all commands: those that several take stand here once, with the line of help that each prints. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest } from "../article/problem.ts";
import { UsageError } from "../article/usage-error.ts";

/** One option, as `parseArgs` of Node takes it and as `--help` prints it. */
export type Option = {
  readonly short?: string;
  /** Its line of help; further lines stand below it. */
  readonly help: string;
  /** What holds where it is not given. */
  readonly unset?: string;
} & (
  | { readonly type: "boolean" }
  /** `value` is what its value is called: `DIR`. */
  | { readonly type: "string"; readonly value: string }
);

/** The options of one command by their names, in the order in which `--help` prints them. */
export type Options = Readonly<Record<string, Option>>;

export const CONTENT = { type: "string", value: "DIR", help: "what editors write", unset: "src/content" } as const;
export const DATA = {
  type: "string",
  value: "DIR",
  help: "what they keep about the newsroom",
  unset: "_data",
} as const;
export const OUTPUT = { type: "string", value: "DIR", help: "the built site", unset: "dist" } as const;
export const CACHE = {
  type: "string",
  value: "DIR",
  help: "where the state of builds is kept",
  unset: ".cache",
} as const;
export const NOW = {
  type: "string",
  value: "ISO",
  help: "the moment of the edition; unset, SOURCE_DATE_EPOCH or the clock",
} as const;
export const JSON_REPORT = { type: "boolean", help: "print what was found or done as JSON" } as const;
export const DRY_RUN = { type: "boolean", help: "say what would be written, write nothing" } as const;
export const HELP = { type: "boolean", short: "h", help: "print this" } as const;

interface Given {
  /** Those of the process where unset. */
  readonly args?: readonly string[];
  /** What the command's names are called, where it takes any: `ARTICLE`. */
  readonly names?: string;
}

/**
 * What a command was given.
 * @throws UsageError for a flag that the command does not have, a value that is missing or too many, a name that it does not take.
 */
export function readOptions<Own extends Options>(options: Own, { args, names }: Given = {}) {
  const given = [...(args ?? process.argv.slice(2))];
  checkOptions(given, options, names);
  return parseArgs({ args: given, options, allowPositionals: true });
}

function checkOptions(args: string[], options: Options, names: string | undefined): void {
  const config: ParseArgsConfig["options"] = { ...options };
  const { tokens } = parseArgs({ args, options: config, strict: false, allowPositionals: true, tokens: true });
  const flags = Object.keys(options);
  for (const token of tokens) {
    if (token.kind === "positional" && names === undefined)
      throw new UsageError(`${token.value} stands by itself; write ${listFlags(flags)}`);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) {
      const meant = nearest(name, flags);
      throw new UsageError(
        `${rawName} is no option of this command; write ${meant === undefined ? listFlags(flags) : `--${meant}`}`,
      );
    }
    if (option.type === "boolean" && value !== undefined)
      throw new UsageError(`${rawName} takes no value, and was given ${value}; write ${rawName} by itself`);
    if (option.type === "string" && (value === undefined || value === ""))
      throw new UsageError(`${rawName} has no value; write ${rawName} ${option.value}`);
    if (option.type === "string" && inlineValue !== true && /^-./.test(value ?? ""))
      throw new UsageError(
        `${rawName} has no value but the flag ${value}; write ${rawName} ${option.value}, or ${rawName}=${value}`,
      );
  }
}

const listFlags = (names: readonly string[]): string =>
  `${names.length > 1 ? "one of " : ""}${names.map((name) => `--${name}`).join(", ")}`;

/** The lines of `--help` for the options of a command. */
export function renderOptions(options: Options): string {
  const rows = Object.entries(options).map(([name, option]) => ({
    flag: `--${name}${option.type === "string" ? ` ${option.value}` : ""}`,
    lines: `${option.help}${option.unset === undefined ? "" : ` (${option.unset})`}`.split("\n"),
  }));
  const width = Math.max(...rows.map(({ flag }) => flag.length)) + 2;
  return rows
    .flatMap(({ flag, lines }) => lines.map((line, row) => `  ${(row === 0 ? flag : "").padEnd(width)}${line}`))
    .join("\n");
}

/**
 * The names that stand in one value with commas between them, each once.
 * @throws UsageError for one that is not known.
 */
export function readNames<Name extends string>(flag: string, given: string, known: readonly Name[]): Name[] {
  return [...new Set(given.split(",").map((name) => name.trim()))].map((name) => {
    const found = known.find((one) => one === name);
    if (found !== undefined) return found;
    throw new UsageError(`${flag} ${name || "nothing"} is not known; write one or more of ${known.join(", ")}`);
  });
}

/**
 * A whole number from `from` on.
 * @throws UsageError for anything else.
 */
export function readNumber(flag: string, given: string, from: number, to = 999_999): number {
  if (/^\d{1,6}$/.test(given) && Number(given) >= from && Number(given) <= to) return Number(given);
  throw new UsageError(`${flag} ${given} is no such number; write a whole number from ${from} to ${to}`);
}
