/** When something was last done to an article. */
import type { ArticleHead } from "./article.ts";

/** The newest of: published, updated, corrected, retracted. */
export function selectChangedAt({ publishedAt, updatedAt, retracted, corrections }: ArticleHead): number {
  return Math.max(
    publishedAt,
    updatedAt ?? publishedAt,
    retracted?.at ?? publishedAt,
    ...corrections.map((correction) => correction.at),
  );
}
