/**
 * Stable lists. A list is cut into pages of 50 from the oldest on, and only full ones are written: page 1 is for ever
 * the first 50. The head page holds the newest 50. So one new article changes one head, not every page of the list.
 */

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
