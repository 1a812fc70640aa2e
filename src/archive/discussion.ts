/** Approved comments: `discussion/<yyyy>/<mm>/<slug>.yaml`, a list of comments with their replies. */
import { z } from "zod";
import { parseInstant } from "../article/instant.ts";
import type { Problem } from "../article/problem.ts";
import { type KeyHints, Report } from "../article/report.ts";
import { parseYaml, type YamlSource } from "../article/yaml.ts";
import { keyOf } from "./key.ts";

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly at: number;
  /** Markdown. */
  readonly text: string;
  readonly replies: readonly Comment[];
}

interface RawComment {
  readonly id?: string | undefined;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  readonly replies?: readonly RawComment[] | undefined;
}

const comment: z.ZodType<RawComment> = z.lazy(() =>
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/i)
      .optional(),
    author: z.string().min(1),
    date: z.string(),
    text: z.string().min(1),
    replies: z.array(comment).optional(),
  }),
);
const KEYS = ["id", "author", "date", "text", "replies"];
const HINTS: KeyHints = new Map([
  ["[].author", { instead: "the name to be shown" }],
  ["[].date", { instead: "2021-01-15T15:45Z" }],
  ["[].text", { instead: "the comment" }],
  ["[].id", { instead: "letters, digits and hyphens" }],
]);

/** Reads one file of comments. Times are in their own zone; a bare day is midnight in `zone`. */
export function parseDiscussion(
  source: YamlSource,
  zone: string,
): { readonly comments: readonly Comment[] } | { readonly problems: readonly Problem[] } {
  const parsed = parseYaml(source);
  if ("problem" in parsed) return { problems: [parsed.problem] };
  const checked = z.array(comment).safeParse(parsed.value ?? []);
  const report = new Report(source, HINTS, KEYS);
  if (!checked.success) {
    report.addIssues(checked.error.issues, parsed.value);
    return { problems: report.problems };
  }
  const complete = (raw: RawComment, path: readonly PropertyKey[]): Comment => {
    const read = parseInstant(raw.date, zone);
    if ("fault" in read) report.add([...path, "date"], raw.date, read.fault, `Write ${read.instead}.`);
    return {
      id: raw.id ?? keyOf(`${raw.author} ${raw.date} ${raw.text}`).toString(36),
      author: raw.author,
      at: "fault" in read ? 0 : read.at,
      text: raw.text,
      replies: (raw.replies ?? []).map((reply, index) => complete(reply, [...path, "replies", index])),
    };
  };
  const comments = checked.data.map((raw, index) => complete(raw, [index]));
  return report.problems.length > 0 ? { problems: report.problems } : { comments };
}

/** All comments of a thread, replies among them. */
export function countComments(comments: readonly Comment[]): number {
  return comments.reduce((count, { replies }) => count + 1 + countComments(replies), 0);
}
