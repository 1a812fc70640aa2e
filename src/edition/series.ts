/** The order of a series' parts, and what an article says of the series that it is in. */
import type { ArticleHead } from "../article/article.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import { keep } from "../memo.ts";
import type { SeriesView } from "./views.ts";

/** Of a longer series no part says how many there are, so that one more does not change all their pages. */
const TOTAL_SHOWN = 24;

interface Parts {
  readonly rows: readonly number[];
  /** In the same order, from 1. */
  readonly numbers: readonly number[];
  readonly places: ReadonlyMap<number, number>;
}

/** What is asked of an edition. */
interface SeriesSource {
  readonly keys: { ofHeads(rows: ArrayLike<number>): number };
  head(row: number): ArticleHead;
  listsOf(
    kind: "series",
  ): readonly { readonly rows: readonly number[]; readonly lang: string; readonly name: string }[];
  listHref(list: { readonly kind: "series"; readonly lang: string; readonly name: string }): string;
}

/** Parts with a number stand at it; those without fill the free ones in order of publication. */
function numberParts(rows: readonly number[], source: Pick<SeriesSource, "head">): Parts {
  const given = rows.map((row) => source.head(row).series?.part);
  const taken = new Set(given);
  let next = 0;
  const free = (): number => {
    do next++;
    while (taken.has(next));
    return next;
  };
  const numbered = rows.map((row, at) => ({ row, number: given[at] ?? free(), at }));
  numbered.sort((one, other) => one.number - other.number || one.at - other.at);
  return {
    rows: numbered.map(({ row }) => row),
    numbers: numbered.map(({ number }) => number),
    places: new Map(numbered.map(({ row }, place) => [row, place])),
  };
}

/** Rows in the order of their parts. */
export function orderParts(rows: readonly number[], source: Pick<SeriesSource, "head">): readonly number[] {
  return numberParts(rows, source).rows;
}

interface Found extends Parts {
  readonly place: number;
  readonly lang: string;
  readonly name: string;
}

const found = keep<SeriesSource, ReadonlyMap<number, Found>>();
const partsOf = (source: SeriesSource) => found(source, () => placeParts(source));

function placeParts(source: SeriesSource): ReadonlyMap<number, Found> {
  const found = new Map<number, Found>();
  for (const { rows, lang, name } of source.listsOf("series")) {
    const parts = numberParts(rows, source);
    for (const [row, place] of parts.places) found.set(row, { ...parts, place, lang, name });
  }
  return found;
}

const totalOf = ({ numbers }: Parts): number | undefined => {
  const total = numbers.at(-1) ?? 0;
  return total > TOTAL_SHOWN ? undefined : total;
};

/** What a part's page says of its series; undefined of an article in none. */
export function selectSeries(
  source: SeriesSource,
  row: number,
  to: (address: string) => string,
): SeriesView | undefined {
  const found = partsOf(source).get(row);
  if (found === undefined) return undefined;
  const { rows, numbers, place, lang, name } = found;
  const link = (other: number | undefined) => {
    if (other === undefined) return undefined;
    const { title, address } = source.head(other);
    return { title, href: to(address) };
  };
  const [previous, next, total] = [link(rows[place - 1]), link(rows[place + 1]), totalOf(found)];
  return {
    title: source.head(row).series?.name ?? name,
    href: to(source.listHref({ kind: "series", lang, name })),
    part: numbers[place] ?? 1,
    ...(total === undefined ? {} : { total }),
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

/** A key of all that a part's page says of its series. */
export function seriesKey(source: SeriesSource, row: number): number {
  const found = partsOf(source).get(row);
  if (found === undefined) return 0;
  const { rows, numbers, place, name } = found;
  const beside = source.keys.ofHeads([rows[place - 1] ?? -1, rows[place + 1] ?? -1]);
  return foldKey(foldKeys([keyOf(name), numbers[place] ?? 0, totalOf(found) ?? 0]), beside);
}
