/** What was kept from the last build is not what that build wrote. */

const CODE = "DATELINE_DAMAGED";

/** A build that meets it begins again without that state. The code tells it apart where it came from another process. */
export class DamagedStateError extends Error {
  readonly code = CODE;
}

/** True of the error, of one that another process sent on, and of one that Eleventy wrapped. */
export function isDamagedState(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === CODE) return true;
  return isDamagedState("originalError" in error ? error.originalError : error.cause);
}
