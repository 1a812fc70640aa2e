/** The one place that decides whether an article may be seen, so that no feed, index, count or copied picture can leak. */
import { type Archive, FLAGS } from "./archive.ts";

export interface GateOptions {
  readonly now: number;
  /** In the preview: drafts and embargoed articles are shown, marked. */
  readonly preview: boolean;
}

/** 1 for each row that is in the edition, 0 for each that is not. */
export function selectOpen(archive: Archive, { now, preview }: GateOptions): Uint8Array {
  const open = new Uint8Array(archive.count);
  const embargoAt = archive.column("embargoAt");
  const expiresAt = archive.column("expiresAt");
  const flags = archive.column("flags");
  for (let row = 0; row < archive.count; row++) {
    if (archive.isRemoved(row)) continue;
    const held = ((flags[row] ?? 0) & FLAGS.draft) !== 0 || (embargoAt[row] ?? 0) > now;
    const over = (expiresAt[row] ?? 0) <= now;
    open[row] = !over && (preview || !held) ? 1 : 0;
  }
  return open;
}
