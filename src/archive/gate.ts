/** The one place that decides whether an article may be seen, so that no feed, index, count or copied picture can leak. */
import { type Archive, FLAGS } from "./archive.ts";

/** What becomes of an article whose `date` lies after the edition's moment: `publish` shows it all the same. */
export type Future = "hold" | "publish";

export interface GateOptions {
  readonly future: Future;
  readonly now: number;
  /** In the preview: drafts, articles that wait and those that are over are shown, marked. */
  readonly preview: boolean;
}

/** The instant from which on a row may be shown: the later of its embargo and, where dates ahead hold back, its date. */
export function opensAt(archive: Archive, row: number, future: Future): number {
  const embargoAt = archive.column("embargoAt")[row] ?? 0;
  return future === "publish" ? embargoAt : Math.max(embargoAt, archive.column("publishedAt")[row] ?? 0);
}

/** 1 for each row that is in the edition, 0 for each that is not. */
export function selectOpen(archive: Archive, { now, preview, future }: GateOptions): Uint8Array {
  const open = new Uint8Array(archive.count);
  const expiresAt = archive.column("expiresAt");
  const flags = archive.column("flags");
  for (let row = 0; row < archive.count; row++) {
    if (archive.isRemoved(row)) continue;
    const held = ((flags[row] ?? 0) & FLAGS.draft) !== 0 || opensAt(archive, row, future) > now;
    const over = (expiresAt[row] ?? 0) <= now;
    open[row] = preview || (!over && !held) ? 1 : 0;
  }
  return open;
}
