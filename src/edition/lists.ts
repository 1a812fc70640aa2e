/**
 * Stable lists. A list is cut into pages of 50 from the oldest on, and only full ones are written: page 1 is for ever
 * the first 50. The head page holds the newest 50. So one new article changes one head, not every page of the list.
 */

import type { Archive } from "../archive/archive.ts";
import type { EditionPart } from "./edition-part.ts";
import type { Newsroom } from "../newsroom/newsroom.ts";
import type { Ragged } from "../archive/ragged.ts";

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
  const [langs, sections, places, days] = [
    archive.column("lang"),
    archive.column("section"),
    archive.column("place"),
    archive.column("day"),
  ];
  const grouped = new Map<ListKind, Map<number, number[]>>();
  const groupsOf = (kind: ListKind): Map<number, number[]> => {
    const groups = new Map<number, number[]>();
    grouped.set(kind, groups);
    return groups;
  };
  const add = (groups: Map<number, number[]>, name: number, row: number): void => {
    const key = name * 256 + (langs[row] ?? 0);
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  };
  /** Each article stands in one list of the kind, or in none where its name is below 0. */
  const groupByOne = (kind: ListKind, nameOf: (row: number) => number): void => {
    const groups = groupsOf(kind);
    for (let index = 0; index < order.length; index++) {
      const row = order[index] ?? 0;
      const name = nameOf(row);
      if (name >= 0) add(groups, name, row);
    }
  };
  const groupByAll = (kind: ListKind, names: Ragged): void => {
    const groups = groupsOf(kind);
    for (let index = 0; index < order.length; index++) {
      const row = order[index] ?? 0;
      for (let place = 0, count = names.count(row); place < count; place++) add(groups, names.at(row, place), row);
    }
  };
  groupByOne("section", (row) => sections[row] ?? -1);
  if (!without.has("places")) groupByOne("place", (row) => places[row] ?? -1);
  groupByOne("month", (row) => Math.floor((days[row] ?? 0) / 100));
  if (!without.has("days")) groupByOne("day-of-year", (row) => (days[row] ?? 0) % 10_000);
  groupByAll("topic", archive.ragged("topics"));
  groupByAll("author", archive.ragged("authors"));
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
