/** Editions packaged to be carried away, as `npm run package` notes them in `packages.json` beside its files. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const PACKAGE_FORMS = ["zip", "epub", "zim", "html"] as const;
export type PackageForm = (typeof PACKAGE_FORMS)[number];

/** Name of the index in the folder of packages. */
export const PACKAGE_INDEX = "packages.json";

/** A name as the site takes it: safe on every disk, and in no other folder. */
const NAME = /^[a-z0-9-]{1,60}\.(?:zip|epub|zim|html)$/;

const entrySchema = z.object({
  name: z.string().regex(NAME),
  form: z.enum(PACKAGE_FORMS),
  edition: z.string(),
  lang: z.string().optional(),
  title: z.string(),
  site: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  editionAt: z.number(),
});

/** One packaged file. */
export interface PackagedEdition {
  readonly name: string;
  readonly form: PackageForm;
  /** As it was asked for: `all`, `2021-01`, `topic:ferries`. */
  readonly edition: string;
  /** The only language in it; absent where it has all. */
  readonly lang?: string | undefined;
  readonly title: string;
  /** Title of the site that it was made from. */
  readonly site: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The moment of the site that it was made from, epoch milliseconds. */
  readonly editionAt: number;
}

/** The entries of a folder's index whose files are there as they are described. `note` is told what is left out, and why. */
export function readPackages(folder: string, note: (text: string) => void = () => {}): PackagedEdition[] {
  let text: string;
  try {
    text = readFileSync(join(folder, PACKAGE_INDEX), "utf8");
  } catch {
    return [];
  }
  const parsed = z.array(entrySchema).safeParse(parseJson(text));
  if (!parsed.success) {
    note(`${join(folder, PACKAGE_INDEX)} is damaged; no edition is offered until one is packaged again.`);
    return [];
  }
  return parsed.data.filter(({ name, bytes }) => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stat?.isFile() === true && stat.size === bytes) return true;
    note(`${join(folder, name)} is ${stat === undefined ? "gone" : "another file than was packaged"}; it is left out.`);
    return false;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
