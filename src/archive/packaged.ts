/**
 * Editions packaged to be carried away, as `npm run package` notes them in `packages.json` beside its files, and which of
 * them may be offered: one that was made before an article in it was retracted or expired would go on spreading its text.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Archive, FLAGS } from "./archive.ts";

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

const DAY = 24 * 60 * 60 * 1000;

/** An article whose text was withdrawn: until when packages have it. */
interface Withdrawn {
  readonly path: string;
  readonly address: string;
  readonly lang: string;
  readonly at: number;
}

function selectWithdrawn(archive: Archive, now: number): Withdrawn[] {
  const expiresAt = archive.column("expiresAt");
  const flags = archive.column("flags");
  const withdrawn: Withdrawn[] = [];
  for (let row = 0; row < archive.count; row++) {
    if (archive.isRemoved(row)) continue;
    const isRetracted = ((flags[row] ?? 0) & FLAGS.retracted) !== 0;
    const isOver = (expiresAt[row] ?? 0) <= now;
    if (!isRetracted && !isOver) continue;
    const { path, address, lang, retracted } = archive.head(row);
    // Of a retraction that names a day it is not known at what hour it came.
    const retractedAt = retracted === undefined ? 0 : retracted.at + (retracted.dayOnly ? DAY : 0);
    withdrawn.push({ path, address, lang, at: Math.max(retractedAt, isOver ? (expiresAt[row] ?? 0) : 0) });
  }
  return withdrawn;
}

/** Whether an edition may have an article; of topics and sections it is taken for granted. */
function mayHold({ edition, lang }: PackagedEdition, article: Withdrawn): boolean {
  if (lang !== undefined && lang !== article.lang) return false;
  const bare = article.address.replace(/^.*?(?=\d{4}\/\d{2}\/\d{2}\/)/, "");
  if (/^\d/.test(edition)) return `${bare.slice(0, 10).replaceAll("/", "-")}-`.startsWith(`${edition}-`);
  return !edition.startsWith("article:") || `article:${article.address}` === `${edition}.html`;
}

/** The packages that may be offered now. */
export function selectCurrent(
  packages: readonly PackagedEdition[],
  options: {
    readonly archive: Archive;
    readonly site: string;
    readonly now: number;
    readonly note?: (text: string) => void;
  },
): PackagedEdition[] {
  if (packages.length === 0) return [];
  const withdrawn = selectWithdrawn(options.archive, options.now);
  return packages.filter((one) => {
    if (one.site !== options.site) {
      options.note?.(`${one.name} was packaged from another site, ${one.site}; it is left out.`);
      return false;
    }
    const found = withdrawn.find((article) => article.at > one.editionAt && mayHold(one, article));
    if (found !== undefined)
      options.note?.(`${one.name} may hold ${found.path}, which was withdrawn since; package it again to offer it.`);
    return found === undefined;
  });
}
