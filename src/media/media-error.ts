/** A picture or sound that cannot be used, in words that an editor can act on. */
export class MediaError extends Error {
  /** Path of the file as it was asked for. */
  readonly file: string;
  /** What was found there. */
  readonly found: string;
  /** What to do about it. */
  readonly advice: string;

  constructor(file: string, found: string, advice: string) {
    super(`${file}: ${found}; ${advice}`);
    this.name = "MediaError";
    this.file = file;
    this.found = found;
    this.advice = advice;
  }
}
