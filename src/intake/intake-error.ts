/**
 * The only error that a reader of foreign formats throws: what was found, and what an editor can do about it.
 * `line` counts from 1 in the input, where the format has lines.
 */
export class IntakeError extends Error {
  /** What stands in the input, short enough to print on one line. */
  readonly found: string;
  /** What to give instead. */
  readonly instead: string;
  readonly line: number | undefined;

  constructor(found: string, instead: string, line?: number) {
    super(`${line === undefined ? "" : `line ${line}: `}${found}; ${instead}`);
    this.name = "IntakeError";
    this.found = found;
    this.instead = instead;
    this.line = line;
  }
}
