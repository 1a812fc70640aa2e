/**
 * Bytes of an article file → its front matter as unchecked YAML values, and its Markdown. gray-matter splits it, after
 * the checks here have left it one way to do so. https://github.com/jonschlinkert/gray-matter
 */
import matter from "gray-matter";
import type { Problem } from "./problem.ts";
import { findUnprintable } from "./unprintable.ts";
import { parseYaml, type YamlSource, type YamlValue } from "./yaml.ts";

/** Bytes. An article of this size has 300,000 words. */
export const FILE_LIMIT = 2 * 1024 * 1024;

export interface FrontMatter {
  readonly data: YamlValue;
  readonly body: string;
  /** Line of the file, from 1, on which the body begins. */
  readonly bodyLine: number;
  /** For locating a key in a problem. */
  readonly source: YamlSource;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function firstLineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === 10) line++;
  return line;
}

function invalidUtf8(bytes: Uint8Array, file: string): Problem {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return {
    file,
    line: firstLineOf(bytes, low),
    fault: "is not valid UTF-8",
    instead: "Save the file as UTF-8; `npm run import` reads other encodings.",
  };
}

/**
 * gray-matter looks for comments at the start of every line and tries all empty lines below it, so that a file of
 * nothing else would cost it the square of its size.
 */
const EMPTY_LINES = /(?:[\n\r\u2028\u2029][^\S\n\r\u2028\u2029]*){100}/;

/** The language was looked at before; gray-matter's own engines run programs and read types into texts. */
const refuse = (): never => {
  throw new TypeError("front matter is YAML and nothing else");
};
const OTHER_ENGINES = { json: refuse, javascript: refuse, js: refuse } as const;

/**
 * gray-matter on front matter whose fences are known. It is handed them in its plainest form, since to it a fence is any
 * line that begins with ---, and a first empty line is no part of the text. Without options it would keep each text for ever.
 */
function splitByFences(
  source: YamlSource,
  body: string,
  bodyLine: number,
): FrontMatter | { readonly problem: Problem } {
  // Of front matter that is empty it asks no engine.
  let parsed = (): ReturnType<typeof parseYaml> => ({ value: null });
  const { content } = matter(`---${source.text}\n---\n\n${body}`, {
    delimiters: ["---", "---\n"],
    language: "yaml",
    engines: {
      ...OTHER_ENGINES,
      yaml: (text: string) => {
        const outcome = parseYaml({ ...source, text });
        parsed = () => outcome;
        return outcome;
      },
    },
  });
  const outcome = parsed();
  return "problem" in outcome ? outcome : { data: outcome.value, body: content, bodyLine, source };
}

/** The line, from 1, of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** The line that ends the front matter of a text with line ends of `\n`: from the line end before it to the text after it. */
export function findClosing(text: string): { readonly start: number; readonly end: number } | undefined {
  const line = /\n---[ \t]*(?:\n|$)/g;
  line.lastIndex = text.indexOf("\n");
  const found = line.exec(text);
  return found === null ? undefined : { start: found.index, end: line.lastIndex };
}

function unprintableIn(text: string, file: string): Problem | undefined {
  const found = findUnprintable(text);
  if (found === undefined) return undefined;
  return {
    file,
    line: lineAt(text, found.index),
    column: found.index - text.lastIndexOf("\n", found.index - 1),
    found: found.name,
    fault: "has a character that no page can hold",
    instead: "Delete it; many editors show it as a box, or not at all.",
  };
}

/** Splits a file. Refuses what is too large, not UTF-8, or in a front matter language that is not YAML. */
export function splitFrontMatter(bytes: Uint8Array, file: string): FrontMatter | { readonly problem: Problem } {
  if (bytes.length > FILE_LIMIT) {
    return {
      problem: {
        file,
        found: `${bytes.length} bytes`,
        fault: "is larger than 2 MB",
        instead: "Put pictures and sound below media/, and split the text.",
      },
    };
  }
  let text: string;
  try {
    text = decoder.decode(bytes).replaceAll("\r\n", "\n");
  } catch {
    return { problem: invalidUtf8(bytes, file) };
  }
  const unprintable = unprintableIn(text, file);
  if (unprintable !== undefined) return { problem: unprintable };
  const fence = /^---([^\n]*)\n/.exec(text);
  if (fence === null) {
    return {
      problem: {
        file,
        line: 1,
        found: text.slice(0, text.indexOf("\n") + 1 || undefined).trim(),
        fault: "has no front matter",
        instead: "Begin the file with a line ---, then `title:` and `date:`, then a line ---.",
      },
    };
  }
  const language = fence[1]?.trim() ?? "";
  if (language !== "" && language !== "yaml") {
    return {
      problem: {
        file,
        line: 1,
        found: `---${language}`,
        fault: "is front matter in a language that is not read, since it could run as a program",
        instead: "Write the front matter as YAML between two lines ---.",
      },
    };
  }
  const closing = findClosing(text);
  if (closing === undefined) {
    return {
      problem: {
        file,
        line: 1,
        found: "---",
        fault: "has front matter that does not end",
        instead: "Put a line --- between the front matter and the text.",
      },
    };
  }
  const source: YamlSource = { text: text.slice(fence[0].length - 1, closing.start), file, linesBefore: 0 };
  const empty = EMPTY_LINES.exec(source.text);
  if (empty !== null) {
    return {
      problem: {
        file,
        line: source.text.slice(0, empty.index).split("\n").length + 1,
        fault: "has a hundred empty lines or more in its front matter",
        instead: "Remove the empty lines.",
      },
    };
  }
  return splitByFences(source, text.slice(closing.end), lineAt(text, closing.end));
}
