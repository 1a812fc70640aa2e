/** The build's last step: what it wrote is looked at as a reader's browser would. */
import type { Site } from "../edition/newsroom.ts";

export interface PagesToCheck {
  readonly output: string;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly site: Site;
  readonly note: (text: string) => void;
}

/** Placeholder until the checker is in. */
export function checkPages(_pages: PagesToCheck): void {}
