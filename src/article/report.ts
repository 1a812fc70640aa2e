/** Collects the problems of one YAML source, so that an editor sees all of them at once. */
import type { z } from "zod";
import { type GivenInstant, parseInstant } from "./instant.ts";
import { nearest, type Problem } from "./problem.ts";
import { locateKey, type YamlSource, type YamlValue } from "./yaml.ts";

export type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** What to write for each key, by its path with list positions as `[]`. */
export type KeyHints = ReadonlyMap<string, { readonly instead: string }>;

/** `corrections[1].kind`. */
export function keyOf(path: Path): string {
  return path.reduce<string>(
    (key, step) =>
      typeof step === "number" ? `${key}[${step}]` : key === "" ? String(step) : `${key}.${String(step)}`,
    "",
  );
}

function hintKey(path: Path): string {
  return keyOf(path).replace(/\[\d+\]/g, "[]");
}

function valueAt(data: YamlValue, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );
}

/** How a problem shows a value. */
export function valueDescription(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : Array.isArray(value) ? "a list" : "keys and values";
}

/** A union fails in every branch: speak of the one the editor meant, the mapping where there is a mapping. */
function flatten(issue: Issue, data: YamlValue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const value = valueAt(data, issue.path);
  const branches = issue.errors.filter(
    (errors) => !errors.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
  const meant = typeof value === "object" && value !== null ? branches[0] : undefined;
  return meant === undefined
    ? [issue]
    : meant.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] } as Issue, data));
}

/** Collects the problems of one file, and apart from them what is told and stops nothing. */
export class Report {
  readonly problems: Problem[] = [];
  readonly told: Problem[] = [];
  readonly #source: YamlSource;
  readonly #hints: KeyHints;
  readonly #keysAt: (path: Path) => readonly string[];
  /** `keys` are those of the whole file, whose inner ones then are told from `hints`; or of every place of it. */
  constructor(source: YamlSource, hints: KeyHints, keys: readonly string[] | ((path: Path) => readonly string[])) {
    this.#source = source;
    this.#hints = hints;
    this.#keysAt = typeof keys === "function" ? keys : (path) => (path.length === 0 ? keys : this.#hintedBelow(path));
  }
  add(path: Path, found: string | undefined, fault: string, instead?: string): void {
    this.problems.push(this.#problem(path, found, fault, instead));
  }
  /** What an editor may want to mend, and what was made of it. */
  tell(path: Path, found: string, fault: string, instead: string): void {
    this.told.push(this.#problem(path, found, fault, instead));
  }
  #problem(path: Path, found: string | undefined, fault: string, instead: string | undefined): Problem {
    return {
      file: this.#source.file,
      ...locateKey(this.#source, path),
      key: keyOf(path),
      ...(found === undefined ? {} : { found }),
      fault,
      instead: instead ?? `Write ${this.#hintFor(hintKey(path)) ?? "another value"}.`,
    };
  }
  /** Of the key itself, or of its last name below any other: `*.sameAs[]`. */
  #hintFor(key: string): string | undefined {
    return (this.#hints.get(key) ?? this.#hints.get(`*.${key.split(".").at(-1)}`))?.instead;
  }
  /** The problems that zod found in the data. */
  addIssues(issues: readonly Issue[], data: YamlValue): void {
    for (const issue of issues.flatMap((one) => flatten(one, data))) this.#addIssue(issue, data);
  }
  #hintedBelow(path: Path): string[] {
    const prefix = `${hintKey(path)}.`;
    return [...this.#hints.keys()]
      .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes("."))
      .map((key) => key.slice(prefix.length));
  }
  #addIssue(issue: Issue, data: YamlValue): void {
    const value = valueAt(data, issue.path);
    if (issue.code === "unrecognized_keys") {
      const siblings = this.#keysAt(issue.path);
      for (const key of issue.keys) {
        const meant = nearest(key, siblings);
        this.add(
          [...issue.path, key],
          undefined,
          "is not a known key",
          meant !== undefined
            ? `Write \`${meant}\`.`
            : siblings.length === 0
              ? "Take it out."
              : `Known keys: ${siblings.join(", ")}.`,
        );
      }
    } else if (issue.code === "invalid_type" && value === undefined) {
      this.add(issue.path, undefined, "is missing");
    } else if (issue.code === "custom") {
      this.add(issue.path, valueDescription(value) || undefined, issue.message);
    } else {
      this.add(issue.path, valueDescription(value), "is not what this key takes");
    }
  }
  /** Reads an instant; a `zoned` one must carry a time of day. */
  instant(path: Path, text: string, zone: string, zoned = false): GivenInstant {
    const parsed = parseInstant(text, zone);
    if ("fault" in parsed) {
      this.add(path, text, parsed.fault, `Write ${parsed.instead}.`);
      return { at: Number.NaN, dayOnly: false };
    }
    if (zoned && parsed.dayOnly) this.add(path, text, "needs a time of day");
    return parsed;
  }
}
