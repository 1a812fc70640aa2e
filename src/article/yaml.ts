/**
 * YAML as the house reads it, for front matter and for `_data/`: js-yaml with the failsafe schema, in which every
 * scalar stays the text that the editor typed. https://yaml.org/spec/1.2.2/#101-failsafe-schema
 */
import yaml from "js-yaml";
import type { Problem } from "./problem.ts";
import { findUnprintable, withoutUnprintable } from "./unprintable.ts";
import { adviseOn, findCutText, type YamlAdvice } from "./yaml-advice.ts";

/** Text, lists and mappings of it; an empty value is null. */
export type YamlValue = string | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** More nodes than any honest file has; an alias bomb has them by the million. */
const NODE_LIMIT = 20_000;

export interface YamlSource {
  readonly text: string;
  /** As shown in problems. */
  readonly file: string;
  /** Lines of the file above the text. */
  readonly linesBefore: number;
}

const OPTIONS = { schema: yaml.FAILSAFE_SCHEMA } as const;

interface Flaw {
  readonly path: readonly PropertyKey[];
  /** `U+0001`; undefined where the document has too many values. */
  readonly character?: string;
}

function flawOf(text: string): Flaw | undefined {
  const found = findUnprintable(text);
  return found === undefined ? undefined : { path: [], character: found.name };
}

/** What keeps a document from being used: a million values, or a character that an escape (`"\x01"`) has brought in. */
function findFlaw(root: unknown): Flaw | undefined {
  let left = NODE_LIMIT;
  const look = (value: unknown): Flaw | undefined => {
    if (--left < 0) return { path: [] };
    if (typeof value === "string") return flawOf(value);
    if (typeof value !== "object" || value === null) return undefined;
    for (const [key, child] of Object.entries(value)) {
      const flaw = flawOf(key) ?? look(child);
      if (flaw !== undefined) return { ...flaw, path: [Array.isArray(value) ? Number(key) : key, ...flaw.path] };
    }
    return undefined;
  };
  return look(root);
}

function unprintableProblem(source: YamlSource, path: readonly PropertyKey[], found: string): Problem {
  const key = withoutUnprintable(path.join("."));
  return {
    file: source.file,
    ...locateKey(source, path),
    ...(key === "" ? {} : { key }),
    found,
    fault: "has a character that no page can hold",
    instead: 'Write the text without it; between double quotation marks, "\\x01" and the like bring it in.',
  };
}

function problemAt({ text, file, linesBefore }: YamlSource, { line, fault, instead }: YamlAdvice): Problem {
  const typed = text.split("\n")[line] ?? "";
  const key = /^\s*(?:- +)?([\w-]+):/.exec(typed)?.[1];
  return {
    file,
    line: linesBefore + line + 1,
    column: typed.length - typed.trimStart().length + 1,
    ...(key === undefined ? {} : { key }),
    found: typed.trim(),
    fault,
    instead,
  };
}

/** Reads one document, or says where it cannot be read. An empty document is null. */
export function parseYaml(source: YamlSource): { readonly value: YamlValue } | { readonly problem: Problem } {
  const { text, file, linesBefore } = source;
  try {
    const value = (yaml.load(text, OPTIONS) ?? null) as YamlValue;
    const flaw = findFlaw(value);
    if (flaw === undefined) {
      const silent = findCutText(text, value) ?? (typeof value === "string" ? adviseOn(text, 1) : undefined);
      return silent === undefined ? { value } : { problem: problemAt(source, silent) };
    }
    if (flaw.character !== undefined) return { problem: unprintableProblem(source, flaw.path, flaw.character) };
    return {
      problem: {
        file,
        line: linesBefore + 1,
        fault: "unfolds into more than 20,000 values",
        instead: "Write the values out instead of using aliases (*name).",
      },
    };
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const { line, column } = error.mark ?? { line: 0, column: 0 };
    const known = adviseOn(text, line);
    if (known !== undefined) return { problem: problemAt(source, known) };
    return {
      problem: {
        file,
        line: linesBefore + line + 1,
        column: column + 1,
        found: text.split("\n")[line]?.trim() ?? "",
        fault: `cannot be read as YAML: ${error.reason}`,
        instead: "Write one `key: value` a line, indent with spaces, and close every quotation mark and bracket.",
      },
    };
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Node {
  readonly place: Place;
  readonly children: Node[];
  value?: unknown;
  kind?: string;
}

/** Where a key's value stands; for the path of a missing key, where its nearest parent does. Only for problems: it reads the text again. */
export function locateKey(source: YamlSource, path: readonly PropertyKey[]): Place {
  const root: Node = { place: { line: 0, column: 0 }, children: [] };
  const stack: Node[] = [root];
  const listener = (
    event: string,
    state: { line: number; position: number; lineStart: number; kind?: string; result?: unknown },
  ): void => {
    if (event === "open") {
      const node: Node = { place: { line: state.line, column: state.position - state.lineStart }, children: [] };
      stack.at(-1)?.children.push(node);
      stack.push(node);
      return;
    }
    const node = stack.pop();
    if (node !== undefined) {
      node.value = state.result;
      if (typeof state.kind === "string") node.kind = state.kind;
    }
  };
  try {
    yaml.load(source.text, { ...OPTIONS, listener: listener as NonNullable<yaml.LoadOptions["listener"]> });
  } catch {
    return { line: source.linesBefore + 1, column: 1 };
  }
  let node = root.children[0] ?? root;
  let place: Place | undefined;
  for (const step of path) {
    if (node.kind === "mapping") {
      const index = node.children.findIndex((child, position) => position % 2 === 0 && child.value === String(step));
      const key = node.children[index];
      const value = node.children[index + 1];
      if (key === undefined) break;
      place = key.place;
      node = value ?? key;
    } else {
      const child = node.children[Number(step)];
      if (child === undefined) break;
      place = child.place;
      node = child;
    }
  }
  const line = source.text.split("\n")[place?.line ?? 0] ?? "";
  const indent = /^[\s-]*/.exec(line)?.[0].length ?? 0;
  return { line: source.linesBefore + (place?.line ?? 0) + 1, column: Math.max(place?.column ?? 0, indent) + 1 };
}
