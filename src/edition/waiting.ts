/** Articles that are not in the edition yet: their `date` or `embargo` lies after its moment. Drafts do not wait, they are not ready. */
import { renderClock } from "../article/instant.ts";
import { FLAGS } from "../archive/archive.ts";
import { opensAt } from "../archive/gate.ts";
import type { Edition } from "./edition.ts";

export interface Waiting {
  readonly row: number;
  /** Instant from which on it is shown. */
  readonly until: number;
}

/** The next first. */
export function selectWaiting(edition: Edition): Waiting[] {
  const { archive, now } = edition;
  const flags = archive.column("flags");
  const expiresAt = archive.column("expiresAt");
  const waiting: Waiting[] = [];
  for (let row = 0; row < archive.count; row++) {
    const until = opensAt(archive, row, edition.site.future);
    if (archive.isRemoved(row) || until <= now || (expiresAt[row] ?? 0) <= now) continue;
    if (((flags[row] ?? 0) & FLAGS.draft) === 0) waiting.push({ row, until });
  }
  return waiting.sort((one, other) => one.until - other.until);
}

/** `2 articles wait until 09:00 CET 1 March 2027 or later`; undefined where none waits. Names none of them: a build's words may be public. */
export function describeWaiting(edition: Edition, waiting = selectWaiting(edition)): string | undefined {
  const [next] = waiting;
  if (next === undefined) return undefined;
  const moment = renderClock(next.until, edition.site.timeZone, "en");
  if (waiting.length === 1) return `1 article waits until ${moment}.`;
  const same = waiting.every(({ until }) => until === next.until);
  return `${waiting.length} articles wait until ${moment}${same ? "" : ", or longer"}.`;
}
