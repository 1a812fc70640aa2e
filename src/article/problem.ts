/** What is wrong with an input, in the words an editor needs: where, what was found, and what to write instead. */
import { closest, distance } from "fastest-levenshtein";

export interface Problem {
  /** Path of the file, below the folder that the command was given. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** `corrections[1].kind`. */
  readonly key?: string;
  readonly found?: string;
  /** What is wrong, without the key and the value. */
  readonly fault: string;
  /** What to write instead. */
  readonly instead: string;
}

/** All problems of a run; nothing was written. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(renderProblem).join("\n"));
    this.name = "ProblemError";
    this.problems = [...problems].sort(compareProblems);
  }
}

/** Order in which problems are shown: by file, then by place. */
export function compareProblems(one: Problem, other: Problem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}

/** `articles/2021/01/x.md:3:1 date: is not a date (found "soon"). Write 2021-01-15T15:45Z or 2021-01-15.` */
export function renderProblem({ file, line, column, key, found, fault, instead }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const what = key === undefined ? fault : `${key}: ${fault}`;
  const value =
    found === undefined ? "" : ` (found ${JSON.stringify(found.length > 80 ? `${found.slice(0, 79)}…` : found)})`;
  return `${place} ${what}${value}. ${instead}`;
}

/** The known word nearest to a misspelt one, where one is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(word.toLowerCase(), known);
  return distance(word.toLowerCase(), candidate) <= Math.max(2, Math.floor(word.length / 3)) ? candidate : undefined;
}
