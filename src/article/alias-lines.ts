/** Writes `aliases` into the front matter of a file, and changes nothing else of it. */
import { findClosing } from "./front-matter.ts";

const PLAIN = /^[\p{L}\p{M}\p{N}/._~%-]+$/u;
const quote = (text: string): string => (PLAIN.test(text) ? text : JSON.stringify(text));

/** The text of an article file or standing page with these aliases and no others; without the key where there are none. */
export function withAliases(text: string, aliases: readonly string[]): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const plain = text.replaceAll("\r\n", "\n");
  const closing = findClosing(plain);
  if (closing === undefined) throw new TypeError("the file has no front matter");
  // Up to the next key: what a list or a text of several lines goes on with is indented, or begins with a dash.
  const front = plain
    .slice(0, closing.start)
    .replace(/\naliases[ \t]*:[^\n]*(?:\n(?:[ \t]+[^\n]*|- [^\n]*|-|[ \t]*)(?=\n|$))*/, "");
  const line = aliases.length === 0 ? "" : `\naliases: [${aliases.map(quote).join(", ")}]`;
  return (front + line + plain.slice(closing.start)).replaceAll("\n", lineEnd);
}
