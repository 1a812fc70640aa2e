/** An article as it stands at the edition's moment: what its file dates later has not happened yet. */
import type { ArticleHead } from "../article/article.ts";

/**
 * The head without updates and corrections that are dated after `now`. A retraction is never put off, since its text must go: one
 * that is dated later counts from now.
 */
export function headAsOf(head: ArticleHead, now: number): ArticleHead {
  const { updatedAt, retracted, corrections, ...others } = head;
  return {
    ...others,
    ...(updatedAt === undefined || updatedAt > now ? {} : { updatedAt }),
    ...(retracted === undefined ? {} : { retracted: { ...retracted, at: Math.min(retracted.at, now) } }),
    corrections: corrections.filter(({ at }) => at <= now),
  };
}

/** Which instants of an article lie after `now`, by their keys in the file. */
export function selectLaterInstants(
  { updatedAt, retracted, corrections }: ArticleHead,
  now: number,
): { readonly key: string; readonly at: number }[] {
  return [
    { key: "updated", at: updatedAt },
    { key: "retracted.date", at: retracted?.at },
    ...corrections.map(({ at }, index) => ({ key: `corrections[${index}].date`, at })),
  ].flatMap(({ key, at }) => (at !== undefined && at > now ? [{ key, at }] : []));
}
