/** The one writer of article files: front matter and Markdown → the text of the file. */
import yaml from "js-yaml";
import type { Dateline } from "../../article/article.ts";
import { datelineForFile, type Front } from "./article-front.ts";

/**
 * Scalars are quoted where YAML needs it, and where the core schema of other tools would read a number or a truth value
 * out of a text (`1984`, `true`, `no`); the project itself reads every scalar as text. Dates stay bare. Lines are not folded.
 */
const DUMP: yaml.DumpOptions = {
  schema: yaml.CORE_SCHEMA,
  lineWidth: -1,
  noRefs: true,
  quotingType: '"',
};

const isDateline = (value: unknown): value is Dateline =>
  typeof value === "object" && value !== null && "place" in value;

/** A remark line of the front matter: one line, so that it can hold nothing else. */
function remark(text: string): string {
  return `# ${text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .slice(0, 400)
    .trim()}\n`;
}

export interface FileParts {
  readonly front: Front;
  /** Markdown. */
  readonly body: string;
  /** Identity in its own format, kept as a remark so that a later version finds the article. */
  readonly id?: string | undefined;
  /** Why it waits in the inbox; printed at the head of the file. */
  readonly needs?: readonly string[];
}

/** The text of a file: UTF-8 when written, lines end in \n. */
export function renderArticleFile({ front, body, id, needs = [] }: FileParts): string {
  const values = isDateline(front.dateline) ? { ...front, dateline: datelineForFile(front.dateline) } : front;
  const head = Object.keys(values).length === 0 ? "" : yaml.dump(values, DUMP);
  const reasons = needs.map((need) => remark(`Needs an editor: ${need}`)).join("");
  const name = id === undefined ? "" : remark(`id: ${id}`);
  return `---\n${reasons}${head}${name}---\n\n${body.trim()}\n`;
}

/** The id that a file's remark keeps, or undefined. */
export function idOf(text: string): string | undefined {
  const end = text.indexOf("\n---", 3);
  return /^# id: (.+)$/m.exec(text.slice(0, Math.max(end + 1, 0)))?.[1]?.trim();
}

/** Keys that come after `retracted` in a file. */
const AFTER_RETRACTED = /^(?:embargo|expires|draft|discussion|source|slug|short):|^# id: /;

/** The file with `retracted` in its front matter and everything else as the editor left it. */
export function retractFile(text: string, retracted: { readonly date: string; readonly reason: string }): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const end = lines.indexOf("---", 1);
  if (end < 0) return text;
  const from = lines.findIndex((line, index) => index > 0 && index < end && /^retracted:/.test(line));
  if (from > 0) {
    let until = from + 1;
    while (until < end && /^(?:\s|$)/.test(lines[until] ?? "")) until++;
    lines.splice(from, until - from);
  }
  const close = lines.indexOf("---", 1);
  const place = lines.findIndex((line, index) => index > 0 && index < close && AFTER_RETRACTED.test(line));
  const added = yaml.dump({ retracted }, DUMP).trimEnd().split("\n");
  lines.splice(place < 0 ? close : place, 0, ...added);
  return lines.join("\n");
}
