/** The comments that came with an article → the file beside the articles in which the house keeps them. */
import yaml from "js-yaml";
import type { WireComment } from "../wire-item.ts";

interface FileComment {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  readonly replies?: readonly FileComment[];
}

function fileComment({ id, author, date, text, replies }: WireComment): FileComment {
  const own = { id, author, date, text };
  return replies.length === 0 ? own : { ...own, replies: replies.map(fileComment) };
}

/** The text of a discussion file: a list of comments, oldest first, replies within what they answer. */
export function renderDiscussionFile(comments: readonly WireComment[]): string {
  return yaml.dump(comments.map(fileComment), { schema: yaml.CORE_SCHEMA, lineWidth: -1, noRefs: true });
}

/** Where the comments of an article stand: `articles/2021/01/x.md` → `discussion/2021/01/x.yaml`; in the inbox beside it. */
export function discussionPath(article: string): string {
  return article
    .replace(/^articles\//, "discussion/")
    .replace(/\.md$/, article.startsWith("inbox/") ? ".comments.yaml" : ".yaml");
}

/** `1 comment`, `3 comments`, replies counted. */
export function countComments(comments: readonly WireComment[]): number {
  return comments.reduce((sum, { replies }) => sum + 1 + countComments(replies), 0);
}
