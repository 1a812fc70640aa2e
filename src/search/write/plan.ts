/**
 * Which segments an edition's index has. A pure function of the articles, so that a full build and a chain of small ones
 * end with the same files: in each language, by date, all whole lots of 1,024 are the sealed archive; the rest is recent.
 */
import { createHash } from "node:crypto";
import { FORMAT } from "../text/format.ts";
import type { SearchEntry } from "./search-document.ts";

/** Articles in a lot. One new article rewrites a segment of fewer than this; the archive is sealed anew when a lot is full. */
export const LOT = 1024;

/** A part of the index with one language: a folder below `search/` whose name is made of what is in it. */
export interface PlannedSegment {
  /** `en-3f9c20b1d7`: language, then ten hex digits of a SHA-256 over the fingerprints. */
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
  readonly sealed: boolean;
  /** By date, then by address: the order in which the writer asks for the documents. */
  readonly entries: readonly SearchEntry[];
}

export interface SearchPlan {
  /** By language; the sealed segment of a language before its recent one. */
  readonly segments: readonly PlannedSegment[];
}

/** What the index calls a language, and a folder name: `zh-Hant` is `zh-hant`. */
function langKey(lang: string): string {
  return lang.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function compareEntries(a: SearchEntry, b: SearchEntry): number {
  return a.publishedAt - b.publishedAt || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0);
}

function planSegment(lang: string, sealed: boolean, entries: readonly SearchEntry[], salt: string): PlannedSegment {
  const hash = createHash("sha256").update(`${FORMAT}\n${salt}\n${lang}\n`);
  for (const entry of entries) hash.update(`${entry.fingerprint}\n`);
  return { name: `${langKey(lang)}-${hash.digest("hex").slice(0, 10)}`, lang, sealed, entries };
}

/** Plans the index. `timeZone` (IANA) counts into the names, since the years of articles depend on it. */
export function planSearch(entries: Iterable<SearchEntry>, timeZone: string): SearchPlan {
  const byLang = new Map<string, SearchEntry[]>();
  for (const entry of entries) {
    const known = byLang.get(entry.lang);
    if (known) known.push(entry);
    else byLang.set(entry.lang, [entry]);
  }
  const segments: PlannedSegment[] = [];
  for (const lang of [...byLang.keys()].sort()) {
    const ordered = (byLang.get(lang) ?? []).sort(compareEntries);
    const boundary = Math.floor(ordered.length / LOT) * LOT;
    if (boundary > 0) segments.push(planSegment(lang, true, ordered.slice(0, boundary), timeZone));
    if (boundary < ordered.length) segments.push(planSegment(lang, false, ordered.slice(boundary), timeZone));
  }
  return { segments };
}
