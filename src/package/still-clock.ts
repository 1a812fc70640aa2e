/** A clock that stands still, for tools that print the day and take it from nowhere else. */
import { writeFileSync } from "node:fs";

const DAY = 86_400_000;
/** Seconds that a time zone can be off: some 68 years. */
const FARTHEST = 2 ** 31 - 1;

/**
 * Writes a time zone in which `now` falls at noon of the day of `at` (UTC); gives what the variable `TZ` has to say. Format:
 * TZif of RFC 9636: a version 1 and a version 2 part with one type of local time each, and no rule.
 */
export function writeStillClock(path: string, at: number, now: number): string {
  const noon = Math.floor(at / DAY) * DAY + DAY / 2;
  const part = Buffer.alloc(54);
  part.write("TZif2");
  part.writeUInt32BE(1, 36);
  part.writeUInt32BE(4, 40);
  part.writeInt32BE(Math.max(-FARTHEST, Math.min(FARTHEST, Math.round((noon - now) / 1000))), 44);
  part.write("DAY\0", 50);
  writeFileSync(path, Buffer.concat([part, part, Buffer.from("\n\n")]));
  return `:${path}`;
}
