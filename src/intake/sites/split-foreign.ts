/** Front matter of any site generator → a tree of unknown values and the Markdown below it. Nothing in it is run. */
import yaml from "js-yaml";
import { parse as parseToml, TomlDate } from "smol-toml";
import { IntakeError } from "../intake-error.ts";
import { asObject, type JsonObject, parseJson } from "../json.ts";

/** A file taken apart. */
export interface ForeignFile {
  readonly language: "yaml" | "toml" | "json" | "none";
  readonly front: JsonObject;
  readonly body: string;
}

/** Values that an honest front matter does not have this many of; an alias bomb has them by the million. */
const VALUES = 20_000;

/** A copy without dates as objects and without shared parts; throws where it unfolds too far. */
function plain(value: unknown, left: { count: number }, line: number, depth = 0): unknown {
  if (--left.count < 0 || depth > 40) {
    throw new IntakeError(
      "front matter that unfolds into more than 20,000 values",
      "write the values out instead of using aliases",
      line,
    );
  }
  if (value instanceof TomlDate || value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((child) => plain(child, left, line, depth + 1));
  const fields = asObject(value);
  if (fields === undefined) return value;
  return Object.fromEntries(Object.entries(fields).map(([key, child]) => [key, plain(child, left, line, depth + 1)]));
}

function readYaml(text: string): unknown {
  try {
    return yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    throw new IntakeError(
      `front matter that is no YAML (${error.reason})`,
      "mend it there",
      (error.mark?.line ?? 0) + 2,
    );
  }
}

function readToml(text: string): unknown {
  try {
    return parseToml(text);
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    const line = error instanceof Error && "line" in error ? Number(error.line) + 1 : 1;
    throw new IntakeError(
      `front matter that is no TOML (${message.replace(/^Invalid TOML document: /, "")})`,
      "mend it there",
      line,
    );
  }
}

/** The end of the JSON object that a text begins with: the index past its closing brace, or -1. */
function objectEnd(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === "\\") index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return index + 1;
  }
  return -1;
}

/** Splits a file. Throws an `IntakeError` where its front matter is broken or in a language that could run as a program. */
export function splitForeign(text: string): ForeignFile {
  const source = text.replace(/^\s+(?=---|\+\+\+|\{)/, "").replaceAll("\r\n", "\n");
  const left = { count: VALUES };
  const build = (language: ForeignFile["language"], value: unknown, body: string): ForeignFile => {
    const front = asObject(plain(value, left, 1));
    if (front === undefined && value !== null && value !== undefined) {
      throw new IntakeError("front matter that holds no keys", "write one `key: value` a line", 1);
    }
    return { language, front: front ?? {}, body: body.replace(/^\n+/, "") };
  };
  const named = /^---[ \t]*([a-z]+)[ \t]*\n/i.exec(source)?.[1]?.toLowerCase();
  if (named !== undefined && named !== "yaml" && named !== "toml" && named !== "json") {
    throw new IntakeError(
      `front matter in a language that could run as a program (---${named})`,
      "write it as YAML, TOML or JSON",
      1,
    );
  }
  const fenced = /^---[^\n]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source);
  if (fenced !== null) {
    const matter = fenced[1] ?? "";
    const body = source.slice(fenced[0].length);
    if (named === "toml") return build("toml", readToml(matter), body);
    if (named === "json") return build("json", parseJson(matter), body);
    return build("yaml", readYaml(matter), body);
  }
  const plus = /^\+\+\+[ \t]*\n([\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/.exec(source);
  if (plus !== null) return build("toml", readToml(plus[1] ?? ""), source.slice(plus[0].length));
  if (source.startsWith("---") || source.startsWith("+++")) {
    if (/^(---|\+\+\+)[ \t]*\n/.test(source))
      throw new IntakeError("front matter that does not end", `put a line ${source.slice(0, 3)} below it`, 1);
  }
  if (source.startsWith("{")) {
    const end = objectEnd(source);
    if (end > 0) return build("json", parseJson(source.slice(0, end)), source.slice(end));
  }
  return { language: "none", front: {}, body: source };
}
