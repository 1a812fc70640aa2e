/** Why readers do not see an article that the preview shows. */
import { renderClock } from "../article/instant.ts";
import { FLAGS } from "../archive/archive.ts";
import { opensAt } from "../archive/gate.ts";
import type { Edition } from "./edition.ts";

/** In the words of the desk, by address: `Draft`, `Held until 09:00 CET 1 March 2027`, `Expired`. Nothing of what readers see. */
export function selectMarks(edition: Edition): Record<string, string> {
  const { archive, now, site } = edition;
  const flags = archive.column("flags");
  const expiresAt = archive.column("expiresAt");
  const marks: Record<string, string> = {};
  for (const row of edition.order) {
    const until = opensAt(archive, row, site.future);
    const mark =
      ((flags[row] ?? 0) & FLAGS.draft) !== 0
        ? "Draft"
        : (expiresAt[row] ?? 0) <= now
          ? "Expired"
          : until > now && `Held until ${renderClock(until, site.timeZone, "en")}`;
    if (mark !== false) marks[edition.head(row).address] = mark;
  }
  return marks;
}
