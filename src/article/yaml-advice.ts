/** What is really wrong with a line that YAML does not read, or reads as something else than it says: for editors, who know no YAML. */

export interface YamlAdvice {
  /** Line of the text, from 0. */
  readonly line: number;
  readonly fault: string;
  readonly instead: string;
}

/** A line `key: value`, in a list or not. */
const PAIR = /^(\s*(?:- +)*)([^\s#:'"[{][^:]*?):(?:([ \t]+)(.*)|$)/;
/** Spaces that look like one and are none to YAML. */
const FALSE_SPACE = /^\s*(?:- +)*[\w-]+:[\u00a0\u2002-\u200a\u202f\u3000]/;
/** A character that YAML keeps for itself, at the beginning of a value. */
const KEPT = /^[@`%&*!|>?,\]}#]/;

/** A text as one line of YAML that means it. */
export function quoted(text: string): string {
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

const write = (key: string, value: string): string =>
  `Put the text between quotation marks: write ${key}: ${quoted(value)}.`;

/** Text that a list, or a text in quotation marks, leaves over behind it. */
function afterClosing(value: string): string | undefined {
  const closed =
    /^"(?:[^"\\]|\\.)*"(.*)$/.exec(value) ?? /^'(?:[^']|'')*'(?!')(.*)$/.exec(value) ?? /^\[[^[\]]*\](.*)$/.exec(value);
  const rest = closed?.[1]?.trim() ?? "";
  return rest === "" || rest.startsWith("#") ? undefined : rest;
}

/** What the values of one line are at fault for; undefined where nothing of it is known. */
function adviseLine(text: string): Omit<YamlAdvice, "line"> | undefined {
  if (/^ *\t/.test(text)) return { fault: "is indented with a tab", instead: "Indent with spaces." };
  if (FALSE_SPACE.test(text))
    return { fault: "has a no-break space after the colon", instead: "Type a plain space in its place." };
  const glued = /^([A-Za-z]\w*):([^\s/:].*)$/.exec(text);
  if (glued?.[1] !== undefined && glued[2] !== undefined)
    return { fault: "has no space after the colon", instead: `Write ${glued[1]}: ${glued[2]}` };
  const pair = PAIR.exec(text);
  const [, , key = "", , rest = ""] = pair ?? [];
  const value = rest.trim();
  if (pair === null || value === "") return undefined;
  const mark = value[0] ?? "";
  if (/^['"]/.test(mark)) {
    if (afterClosing(value) !== undefined)
      return {
        fault: "begins with a quotation mark that closes before the text ends",
        instead: write(key, value),
      };
    if (!value.slice(1).endsWith(mark))
      return { fault: "begins with a quotation mark that does not close", instead: write(key, value.slice(1)) };
    if (mark === '"' && /\\/.test(value))
      return { fault: "has a backslash between double quotation marks", instead: write(key, value.slice(1, -1)) };
    return undefined;
  }
  if (mark === "[" || mark === "{") {
    const what = mark === "[" ? "a list" : "keys and values";
    return { fault: `begins with ${mark}, which begins ${what}`, instead: `${write(key, value)} Or close ${what}.` };
  }
  if (KEPT.test(mark)) return { fault: `begins with ${mark}, which YAML keeps for itself`, instead: write(key, value) };
  if (/: |:$/.test(value)) return { fault: "has a colon in the text", instead: write(key, value) };
  return undefined;
}

/** The fault of a text that cannot be read, looked for in the line that the reader stopped at and in the one above it. */
export function adviseOn(text: string, stoppedAt: number): YamlAdvice | undefined {
  const lines = text.split("\n");
  // What does not close is noticed at the very end.
  const others = stoppedAt >= lines.length - 1 ? lines.keys() : [];
  for (const line of [stoppedAt, stoppedAt - 1, ...others]) {
    const advice = line < 0 ? undefined : adviseLine(lines[line] ?? "");
    if (advice !== undefined) return { line, ...advice };
  }
  return undefined;
}

function* scalars(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* scalars(inner);
}

/** `key: text #1 again`, `key: #MeToo`, `key: &Co said`: a remark begins with # and a space, and nobody means an anchor. */
const CUT = /^\s*(?:- +)?(?:[\w-]+:[ \t]+)?(?:(.*?)[ \t])?((?:#(?=[^\s#!])|&(?=\S+[ \t]+\S)).*)$/;

/** Text of a line that was read without a word as a remark or an anchor. `value` is what the whole was read as. */
export function findCutText(text: string, value: unknown): YamlAdvice | undefined {
  if (!/[ \t](?:#[^\s#!]|&\S)/.test(text)) return undefined;
  let all: string | undefined;
  for (const [line, typed] of text.split("\n").entries()) {
    const [, before = "", cut = ""] = CUT.exec(typed) ?? [];
    if (cut === "" || typed.trimStart().startsWith("#") || (cut.startsWith("&") && before !== "")) continue;
    all ??= [...scalars(value)].join("\n");
    if (all.replace(/\s+/g, " ").includes((cut.split(/['"\\\]}]| #/)[0] ?? "").trim().replace(/\s+/g, " "))) continue;
    const key = /^\s*(?:- +)?([\w-]+):/.exec(typed)?.[1];
    const whole = `${before} ${cut}`.trim();
    return {
      line,
      fault: cut.startsWith("#")
        ? "has a # after a space, at which YAML ends the text"
        : "begins with &, which YAML keeps for itself",
      instead: `Put the text between quotation marks: write ${key === undefined ? "" : `${key}: `}${quoted(whole)}${cut.startsWith("#") ? ", or a space after the # of a remark" : ""}.`,
    };
  }
  return undefined;
}
