/** What the year pages of the archive, and the indexes of topics, authors and places, are given. */
import { dayStartsAt, daysInMonth, renderMonthName } from "../article/instant.ts";
import type { Edition } from "./edition.ts";
import { makeFrame } from "./frame.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import { LIST_KIND_NAMES, LIST_KINDS, type ListKind } from "./list-kinds.ts";
import type { PageRef } from "./page-ref.ts";
import type { IndexView, YearView } from "./views.ts";

/** Articles by year and month, of one language. */
function countYears(edition: Edition, lang: string): Map<number, number> {
  const years = new Map<number, number>();
  for (const { name, rows } of edition.listsOf("month", lang)) {
    const year = Number(name.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + rows.length);
  }
  return years;
}

/** A year and those beside it, newest first, so that a new year changes the page of the last one only; all where none is given. */
function selectNear(years: Iterable<number>, year: number | undefined): number[] {
  const sorted = [...years].sort((one, other) => other - one);
  if (year === undefined) return sorted;
  const at = sorted.indexOf(year);
  return sorted.slice(Math.max(0, at - 1), at + 2);
}

const yearAddress = (folder: string, year: number | undefined): string => `${folder}archive/${year ?? "index"}.html`;

/** Refs of the year pages and of the archive's own page, which shows the newest year. */
export function* selectYearPages(edition: Edition): Generator<PageRef> {
  for (const lang of edition.languages) {
    const years = countYears(edition, lang);
    const totals = foldKeys([...years].flat());
    const folder = edition.folderOf(lang);
    const newest = Math.max(...years.keys(), 0);
    for (const year of [undefined, ...years.keys()]) {
      const months = edition.listsOf("month", lang).filter(({ name }) => Number(name.slice(0, 4)) === (year ?? newest));
      const days = edition.archive.column("day");
      const key = months.reduce((sum, { rows }) => foldKey(sum, foldKeys(rows.map((row) => days[row] ?? 0))), 1);
      // A year’s links to its neighbours show no totals of theirs, so that one article changes one year and the archive's own page.
      const others = year === undefined ? totals : foldKeys(selectNear(years.keys(), year));
      yield {
        address: yearAddress(folder, year),
        lang,
        name: String(year ?? ""),
        print: foldKeys([edition.keys.ofFrame(lang), others, key]),
      };
    }
  }
}

/** What a year page is given. */
export function makeYearView(edition: Edition, ref: PageRef, styles: string): YearView {
  const { address, lang } = ref;
  const years = countYears(edition, lang);
  const newest = Math.max(...years.keys(), 0);
  const own = ref.name === "" || ref.name === undefined;
  const year = own ? newest : Number(ref.name);
  const frame = makeFrame(edition, { address, lang, styles });
  const { to } = frame;
  const dayColumn = edition.archive.column("day");
  const months = edition.listsOf("month", lang).filter(({ name }) => Number(name.slice(0, 4)) === year);
  return {
    kind: "year",
    frame,
    year,
    months: months.map((list) => {
      const month = Number(list.name.slice(5));
      const days = new Array<number>(daysInMonth(year, month)).fill(0);
      for (const row of list.rows) {
        const day = (dayColumn[row] ?? 1) % 100;
        days[day - 1] = (days[day - 1] ?? 0) + 1;
      }
      const title = renderMonthName(dayStartsAt({ year, month, day: 1 }, "utc"), "utc", lang);
      return { month, link: { title, href: to(edition.listHref(list)) }, total: list.rows.length, days };
    }),
    years: selectNear(years.keys(), own ? undefined : year).map((other) => ({
      title: String(other),
      href: to(yearAddress(edition.folderOf(lang), other)),
      current: other === year,
      ...(own ? { total: years.get(other) ?? 0 } : {}),
    })),
    ...(own ? {} : { archive: frame.archive }),
  };
}

/** The kinds of lists that have an index, with the part of its address before `/index.html`. */
function selectIndexes(edition: Edition): { readonly kind: ListKind; readonly of: string }[] {
  return LIST_KIND_NAMES.flatMap((kind) => {
    const { index, folder, part } = LIST_KINDS[kind];
    return index === undefined || (part !== undefined && edition.without.has(part))
      ? []
      : [{ kind, of: folder.slice(0, -1) }];
  });
}

/** Refs of the indexes of names. */
export function* selectIndexPages(edition: Edition): Generator<PageRef> {
  for (const lang of edition.languages) {
    for (const { kind, of } of selectIndexes(edition)) {
      if (LIST_KINDS[kind].index?.ifAny && edition.listsOf(kind, lang).length === 0) continue;
      const key = edition
        .listsOf(kind, lang)
        .reduce(
          (sum, list) =>
            foldKeys([
              sum,
              keyOf(list.name),
              list.rows.length,
              edition.keys.ofHeads([list.rows[0] ?? -1, list.rows.at(-1) ?? -1]),
              LIST_KINDS[kind].keyOf(list, edition),
            ]),
          1,
        );
      yield {
        address: `${edition.folderOf(lang)}${of}/index.html`,
        lang,
        name: of,
        print: foldKeys([edition.keys.ofFrame(lang), key]),
      };
    }
  }
}

/** What an index of names is given, in the language's alphabetical order. */
export function makeIndexView(edition: Edition, ref: PageRef, styles: string): IndexView {
  const { address, lang, name } = ref;
  const found = selectIndexes(edition).find(({ of }) => of === name);
  if (found === undefined) throw new TypeError(`${address} is not an index`);
  const frame = makeFrame(edition, { address, lang, styles });
  const collator = new Intl.Collator(lang);
  const { titleOf, index } = LIST_KINDS[found.kind];
  const entries = edition.listsOf(found.kind, lang).map((list) => ({
    href: frame.to(edition.listHref(list)),
    total: list.rows.length,
    title: titleOf(list, edition),
    ...(index?.kindOf === undefined ? {} : { kind: index.kindOf(list, edition) }),
  }));
  entries.sort((one, other) => collator.compare(one.title, other.title) || (one.href < other.href ? -1 : 1));
  return { kind: "index", frame, of: found.of, entries };
}
