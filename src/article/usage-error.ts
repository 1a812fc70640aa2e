/** A command that was asked for what it cannot do: an option, a date, a name. Its message says what to write; exit status 2. */
export class UsageError extends Error {}
