/** The comments below a post of a WordPress export: those that were approved, replies with what they answer. */
import { readForeignDate } from "../dates/foreign-date.ts";
import { htmlToMarkdown } from "../text/html-to-markdown.ts";
import { oneLine } from "../text/one-line.ts";
import type { WireComment } from "../wire-item.ts";
import { wordpressMarkup } from "./wordpress-body.ts";
import { selectChildren, type XmlElement } from "../xml-element.ts";

export interface FoundComments {
  readonly comments: readonly WireComment[];
  /** Comments that were not approved, and notices from other sites. */
  readonly left: number;
}

/** Comments of one article that are kept; a file of them may hold 20,000 values. */
const MOST = 2_500;
/** Replies to replies: deeper ones stand beside what they answer. */
const DEEPEST = 4;

/** Text of a child by the prefix it is written with, as `wp` of the post's own reader. */
export type ReadField = (element: XmlElement, name: string) => string | undefined;

interface OpenComment extends WireComment {
  readonly replies: OpenComment[];
}

interface Given {
  readonly comment: OpenComment;
  /** Id of what it answers. */
  readonly parent: string;
}

function readComment(element: XmlElement, read: ReadField, zone: string): Given | undefined {
  const kind = read(element, "comment_type") ?? "comment";
  const utc = read(element, "comment_date_gmt");
  const date =
    (utc === undefined ? undefined : readForeignDate(`${utc} +0000`, zone)?.date) ??
    readForeignDate(read(element, "comment_date") ?? "", zone)?.date;
  if (read(element, "comment_approved") !== "1" || kind !== "comment" || date === undefined) return undefined;
  const { markup } = wordpressMarkup(read(element, "comment_content") ?? "", () => undefined);
  const text = htmlToMarkdown(markup).markdown.trim();
  const author = oneLine(read(element, "comment_author"));
  if (text === "") return undefined;
  const idOf = (number: string | undefined) => `c${(number ?? "").replace(/\D/g, "").slice(0, 12)}`;
  return {
    comment: { id: idOf(read(element, "comment_id")), author: author ?? "Anonymous", date, text, replies: [] },
    parent: idOf(read(element, "comment_parent")),
  };
}

/** Reads the comments of a post, oldest first. */
export function readWxrComments(item: XmlElement, read: ReadField, zone: string): FoundComments {
  const all = selectChildren(item, "comment");
  const found = all
    .flatMap((element) => readComment(element, read, zone) ?? [])
    .slice(0, MOST)
    .sort((one, other) => Date.parse(one.comment.date) - Date.parse(other.comment.date));
  const placed = new Map<
    string,
    { readonly comment: OpenComment; readonly depth: number; readonly beside: OpenComment[] }
  >();
  const comments: OpenComment[] = [];
  for (const { comment, parent } of found) {
    if (placed.has(comment.id)) continue;
    const answered = placed.get(parent);
    const isDeep = answered !== undefined && answered.depth >= DEEPEST;
    const beside = answered === undefined ? comments : isDeep ? answered.beside : answered.comment.replies;
    beside.push(comment);
    placed.set(comment.id, { comment, depth: (answered?.depth ?? 0) + (isDeep ? 0 : 1), beside });
  }
  return { comments, left: all.length - placed.size };
}
