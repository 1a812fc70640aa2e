/** Which file of the preview's output an address means; nothing outside of it is ever meant. */
import { realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** Names of one address, below the site's root; undefined where it is no address of a site. */
export function readAddress(url: string): readonly string[] | undefined {
  const path = /^\/([^?#]*)/.exec(url)?.[1];
  if (path === undefined) return undefined;
  const names = path.split("/");
  if (names.at(-1) === "") names.pop();
  const read = names.map(readName);
  return read.every((name) => name !== undefined) ? read : undefined;
}

function readName(name: string): string | undefined {
  try {
    const read = decodeURIComponent(name);
    return read === "" || read === "." || read === ".." || /[/\\\u0000-\u001f\u007f]/.test(read) ? undefined : read;
  } catch {
    return undefined;
  }
}

/** The file's path below `root`, as hosts find it: itself, the folder's `index.html`, or with `.html` added. */
export function findFile(root: string, names: readonly string[]): string | undefined {
  const name = names.join("/");
  return [name, `${name}/index.html`, `${name}.html`].find((candidate) => isFileOf(root, candidate));
}

function isFileOf(root: string, name: string): boolean {
  try {
    const path = realpathSync(join(root, name));
    return path.startsWith(realpathSync(root) + sep) && statSync(path).isFile();
  } catch {
    return false;
  }
}
