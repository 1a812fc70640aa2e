/**
 * Notes to colleagues in a text, `<!-- … -->`: they are the editors' own and reach no output. Taken out of the Markdown itself, so
 * that nothing that reads a text can print them; its lines stay where they are. In code, `<!--` is what the article shows.
 */

import type { Problem } from "./problem.ts";

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const LIST_ITEM = /^[ \t>]*(?:[-*+]|\d+[.)])(?:[ \t]|$)/;
const INDENTED = /^(?: {4}|\t)/;

/** A note that never ends: nobody can say which of the text is the readers'. */
export function endlessNote(file: string, line: number): Problem {
  return {
    file,
    line,
    key: "body",
    found: "<!--",
    fault: "begins a note to colleagues that does not end",
    instead: "End it with -->, or write \\<!-- where readers are to see it.",
  };
}

export interface WithoutNotes {
  /** The Markdown without its notes, with as many lines as before. */
  readonly text: string;
  /** Line, from 0, on which a note begins that never ends. */
  readonly endless?: number;
}

/** Where a code span that begins at a run of backticks ends, within its paragraph; after the run where none does. */
function afterCode(text: string, at: number): number {
  const run = /`+/y;
  run.lastIndex = at;
  const marks = run.exec(text)?.[0].length ?? 1;
  const paragraph = /\n[ \t]*\n/g;
  paragraph.lastIndex = at;
  const end = paragraph.exec(text)?.index ?? text.length;
  const closing = /`+/g;
  closing.lastIndex = at + marks;
  for (let found = closing.exec(text); found !== null && found.index < end; found = closing.exec(text))
    if (found[0].length === marks) return closing.lastIndex;
  return at + marks;
}

/** Takes the notes out of a text with line ends of `\n`. */
export function withoutNotes(text: string): WithoutNotes {
  if (!text.includes("<!--")) return { text };
  let kept = "";
  let from = 0;
  let at = 0;
  let fence: string | undefined;
  let blankBefore = true;
  // What is indented below a list item is its text, and no code.
  let inList = false;
  const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length - 1;
  while (at < text.length) {
    const atLineStart = at === 0 || text[at - 1] === "\n";
    if (atLineStart) {
      const end = text.indexOf("\n", at);
      const line: string = text.slice(at, end < 0 ? text.length : end);
      const isBlank = line.trim() === "";
      const [, marks, rest = ""]: readonly string[] = FENCE.exec(line) ?? [];
      const isIndented: boolean = blankBefore && !inList && INDENTED.test(line) && !isBlank;
      const skips: boolean = fence !== undefined || marks !== undefined || isIndented;
      if (fence === undefined) fence = isIndented ? undefined : marks;
      else if (marks?.startsWith(fence) === true && rest.trim() === "") fence = undefined;
      if (LIST_ITEM.test(line)) inList = true;
      else if (!isBlank && !/^\s/.test(line)) inList = false;
      blankBefore = isBlank || isIndented;
      if (skips) {
        at += line.length + 1;
        continue;
      }
    }
    const next = /[`\\\n]|<!--/g;
    next.lastIndex = at;
    const found = next.exec(text);
    if (found === null) break;
    if (found[0] === "`") at = afterCode(text, found.index);
    else if (found[0] === "\\") at = found.index + 2;
    else if (found[0] === "\n") at = found.index + 1;
    else {
      const end = text.indexOf("-->", found.index + 2);
      if (end < 0) return { text: kept + text.slice(from), endless: lineOf(found.index) };
      kept += text.slice(from, found.index) + text.slice(found.index, end).replace(/[^\n]+/g, "");
      from = end + 3;
      at = from;
    }
  }
  return { text: kept + text.slice(from) };
}
