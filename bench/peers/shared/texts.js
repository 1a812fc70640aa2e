/** The stylesheets and the script that are printed word for word, and the policies that name them by their hash. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export function readTexts(folder) {
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const begin = read("begin.js");
  const policyOf = (style) =>
    `default-src 'none';script-src 'self' ${hashOf(begin)};style-src ${hashOf(style)};img-src 'self' data:;media-src 'self';connect-src 'self';manifest-src 'self';worker-src 'self' blob:;form-action 'self' file:;base-uri 'none'`;
  const kinds = ["article", "list", "front"].map((kind) => {
    const style = read(`${kind}.css`);
    return [kind, { style, policy: policyOf(style) }];
  });
  const style = read("short.css");
  const short = { style, policy: `default-src 'none';style-src ${hashOf(style)}` };
  return { begin, ...Object.fromEntries(kinds), short };
}
