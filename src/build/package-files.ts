/** Packaged editions as files of the site. They may be large: none is read into memory, nor copied where a link does. */
import { constants, copyFileSync, linkSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Edition } from "../edition/edition.ts";
import { keyOf } from "../archive/key.ts";
import { EDITIONS } from "../edition/take-away-view.ts";
import { systemCode } from "../output/publish-error.ts";
import { makersKey } from "./code-key.ts";
import type { SharedFiles } from "./shared-files.ts";

/** Between two disks, and on file systems without hard links. */
const NO_LINK = new Set(["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EACCES"]);

/** A hard link is safe: packaging never writes into a file that stands, it puts a new one in its place. */
function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch (error) {
    if (!NO_LINK.has(systemCode(error) ?? "")) throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

/** One entry a file, since most stay as they are from one publish to the next. */
export function selectPackageFiles(edition: Edition, folder: string | undefined): SharedFiles[] {
  if (folder === undefined) return [];
  return edition.packages.map(({ name, sha256 }) => ({
    name: `edition ${name}`,
    print: keyOf(`${name} ${sha256}`),
    code: makersKey("packages"),
    write: (staging) => {
      linkOrCopy(join(folder, name), join(staging, EDITIONS, name));
      return [`${EDITIONS}/${name}`];
    },
  }));
}
