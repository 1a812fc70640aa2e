/**
 * Which packaged editions may be offered: one that was made before an article in it was retracted or expired would go on
 * spreading its text.
 */
import { type Archive, FLAGS } from "./archive.ts";
import type { PackagedEdition } from "./packaged.ts";

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
