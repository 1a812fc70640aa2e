/**
 * Stable lists. A list is cut into pages of 50 from the oldest on, and only full ones are written: page 1 is for ever
 * the first 50. The head page holds the newest 50. So one new article changes one head, not every page of the list.
 */

import type { Archive } from "./archive.ts";
import type { EditionPart } from "./edition-part.ts";
import type { Newsroom } from "./newsroom.ts";

export const LIST_KINDS = ["section", "topic", "author", "place", "month", "day-of-year"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export const PAGE_LENGTH = 50;

/** The articles of one section, topic, … in one language, oldest first. */
export interface List {
  readonly kind: ListKind;
  readonly lang: string;
  /** Slug; `2021-01` of a month, `01-15` of a day of the year. */
  readonly name: string;
  readonly rows: readonly number[];
}

/** The older pages that a list of so many articles has. None while the head page holds all. */
export function countPages(length: number): number {
  return length <= PAGE_LENGTH ? 0 : Math.floor(length / PAGE_LENGTH);
}

/** Rows of a page, oldest first; of the head page where no number is given. */
export function selectPage(rows: readonly number[], page?: number): readonly number[] {
  return page === undefined ? rows.slice(-PAGE_LENGTH) : rows.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
}

/** The page with what comes just before the head page; undefined where the head page holds all. */
export function pageBeforeHead(length: number): number | undefined {
  const pages = countPages(length);
  const last = length % PAGE_LENGTH === 0 ? pages - 1 : pages;
  return last >= 1 ? last : undefined;
}

const FOLDERS: Readonly<Record<ListKind, string>> = {
  section: "sections/",
  topic: "topics/",
  author: "authors/",
  place: "places/",
  month: "archive/",
  "day-of-year": "archive/on/",
};

/** Address of a list's head page or of one of its older pages. `folder` is the language's: empty or `ar/`. */
export function listAddress(folder: string, kind: ListKind, name: string, page?: number): string {
  const base = `${folder}${FOLDERS[kind]}${kind === "month" ? name.replace("-", "/") : name}`;
  return page === undefined ? `${base}.html` : `${base}/${page}.html`;
}

/** The lists of the open articles (`order`, oldest first), by kind, language and name; sections of the navigation among them though empty. */
export function makeLists(
  archive: Archive,
  order: Uint32Array,
  newsroom: Newsroom,
  without: ReadonlySet<EditionPart>,
): Map<string, List> {
  const { tables } = archive;
  const columns = {
    lang: archive.column("lang"),
    section: archive.column("section"),
    place: archive.column("place"),
    day: archive.column("day"),
  };
  const topics = archive.ragged("topics");
  const authors = archive.ragged("authors");
  const grouped = new Map<ListKind, Map<number, number[]>>();
  const add = (kind: ListKind, name: number, lang: number, row: number): void => {
    let byName = grouped.get(kind);
    if (byName === undefined) {
      byName = new Map();
      grouped.set(kind, byName);
    }
    const key = name * 256 + lang;
    const rows = byName.get(key);
    if (rows === undefined) byName.set(key, [row]);
    else rows.push(row);
  };
  const [days, places] = [!without.has("days"), !without.has("places")];
  for (const row of order) {
    const lang = columns.lang[row] ?? 0;
    const day = columns.day[row] ?? 0;
    const section = columns.section[row] ?? -1;
    const place = columns.place[row] ?? -1;
    if (section >= 0) add("section", section, lang, row);
    if (places && place >= 0) add("place", place, lang, row);
    add("month", Math.floor(day / 100), lang, row);
    if (days) add("day-of-year", day % 10_000, lang, row);
    for (const [kind, ragged] of [
      ["topic", topics],
      ["author", authors],
    ] as const) {
      ragged.each(row, (name) => add(kind, name, lang, row));
    }
  }
  const two = (number: number) => String(number).padStart(2, "0");
  const names: Readonly<Record<ListKind, (name: number) => string>> = {
    section: (name) => tables.sections.name(name),
    topic: (name) => tables.topics.name(name),
    author: (name) => tables.authors.name(name),
    place: (name) => tables.places.name(name),
    month: (name) => `${String(Math.floor(name / 100)).padStart(4, "0")}-${two(name % 100)}`,
    "day-of-year": (name) => `${two(Math.floor(name / 100))}-${two(name % 100)}`,
  };
  const lists: List[] = [];
  for (const [kind, byName] of grouped) {
    for (const [key, rows] of byName)
      lists.push({ kind, lang: tables.langs.name(key % 256), name: names[kind](Math.floor(key / 256)), rows });
  }
  // A section of the navigation has a page before it has an article.
  for (const lang of newsroom.site.languages) {
    for (const { slug } of newsroom.sections ?? []) {
      if (!lists.some((list) => list.kind === "section" && list.lang === lang && list.name === slug))
        lists.push({ kind: "section", lang, name: slug, rows: [] });
    }
  }
  lists.sort(
    (one, other) => compare(one.kind, other.kind) || compare(one.lang, other.lang) || compare(one.name, other.name),
  );
  return new Map(lists.map((list) => [`${list.kind} ${list.lang} ${list.name}`, list]));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
