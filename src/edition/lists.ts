/**
 * Stable lists. A list is cut into pages of 50 from the oldest on, and only full ones are written: page 1 is for ever
 * the first 50. The head page holds the newest 50. So one new article changes one head, not every page of the list.
 */

import type { Archive } from "../archive/archive.ts";
import type { Newsroom } from "../newsroom/newsroom.ts";
import type { EditionPart } from "./edition-part.ts";
import { type Choice, LIST_KIND_NAMES, LIST_KINDS, type List, type ListName, type ListSource } from "./list-kinds.ts";

export const PAGE_LENGTH = 50;

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

/** What a list is known by among all of an edition. */
export function listKey({ kind, lang, name }: ListName): string {
  return `${kind} ${lang} ${name}`;
}

/** Rows by the number of a name and of their language, in the order of the rows. */
function groupRows(order: Uint32Array, langs: Float64Array, choice: Choice): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  const add = (name: number, row: number): void => {
    const key = name * 256 + (langs[row] ?? 0);
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  };
  for (let index = 0; index < order.length; index++) {
    const row = order[index] ?? 0;
    if ("one" in choice) {
      const name = choice.one(row);
      if (name >= 0) add(name, row);
    } else {
      for (let place = 0, count = choice.all.count(row); place < count; place++) add(choice.all.at(row, place), row);
    }
  }
  return groups;
}

/** The lists of the open articles (`order`, oldest first), by kind, language and name. `source` has their heads. */
export function makeLists(
  archive: Archive,
  order: Uint32Array,
  newsroom: Newsroom,
  without: ReadonlySet<EditionPart>,
  source: Pick<ListSource, "head">,
): Map<string, List> {
  const langs = archive.column("lang");
  const lists: List[] = [];
  for (const kind of LIST_KIND_NAMES) {
    const { choose, nameOf, always, order: orderOf, part } = LIST_KINDS[kind];
    if (part !== undefined && without.has(part)) continue;
    const found = [...groupRows(order, langs, choose(archive))].map(([key, rows]): List => ({
      kind,
      lang: archive.tables.langs.name(key % 256),
      name: nameOf(Math.floor(key / 256), archive),
      rows: orderOf?.(rows, source) ?? rows,
    }));
    const known = new Set(found.map(listKey));
    const empty = newsroom.site.languages
      .flatMap((lang) => (always?.(newsroom) ?? []).map((name): List => ({ kind, lang, name, rows: [] })))
      .filter((list) => !known.has(listKey(list)));
    lists.push(...found, ...empty);
  }
  lists.sort(
    (one, other) => compare(one.kind, other.kind) || compare(one.lang, other.lang) || compare(one.name, other.name),
  );
  return new Map(lists.map((list) => [listKey(list), list]));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
