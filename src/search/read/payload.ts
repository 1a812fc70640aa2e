/** What the scripts of the index hand over, checked once, so that a torn or foreign file is an error and not a wrong answer. */
import type { Stem } from "../text/analysis.ts";

/** Gives what the script `search/<key>.js` hands over; rejects where it cannot be loaded. */
export type LoadScript = (key: string) => Promise<unknown>;

/** `search/index.js`. */
export interface Root {
  readonly segments: readonly { readonly name: string; readonly lang: string }[];
  /** Keys of stemmer scripts by language. */
  readonly stemmers: Readonly<Record<string, string>>;
  /** Names by slug. */
  readonly sections: Readonly<Record<string, string>>;
  readonly timeZone: string;
}

export type FilterCount = readonly [key: string, name: string, articles: number];

/** A segment's `head.js`. */
export interface Head {
  readonly articles: number;
  readonly terms: readonly string[];
  readonly forms: readonly string[];
  readonly endings: readonly string[];
  /** Oldest first. */
  readonly years: readonly (readonly [year: number, row: number])[];
  readonly sections: readonly FilterCount[];
}

/** A segment's `filters.js`. */
export interface LongFilters {
  readonly topics: readonly FilterCount[];
  readonly places: readonly FilterCount[];
}

/** A `t<n>.js`: columns with one entry for each term, a space between each two. */
export interface TermShard {
  /** Front-coded. */
  readonly terms: string;
  readonly rows: string;
  /** Empty entries for terms without weights and positions. */
  readonly levels: string;
}

export interface DocumentBlock {
  readonly titles: readonly string[];
  readonly addresses: readonly string[];
  readonly times: readonly number[];
  readonly sections: readonly string[];
  readonly excerpts: readonly string[];
  /** Days of the times, as printed in the segment's language. */
  readonly days: readonly string[];
}

function fail(what: string): never {
  throw new TypeError(`search: ${what} is not what this page's script expects; reload the page`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function listOf<Item>(value: unknown, isItem: (item: unknown) => item is Item, what: string): readonly Item[] {
  return Array.isArray(value) && value.every(isItem) ? value : fail(what);
}

function textRecord(value: unknown, what: string): Readonly<Record<string, string>> {
  if (!isRecord(value)) return fail(what);
  const entries = Object.entries(value).map(([key, text]) => [key, isText(text) ? text : fail(what)] as const);
  return Object.fromEntries(entries);
}

function isFilterCount(value: unknown): value is FilterCount {
  return Array.isArray(value) && isText(value[0]) && isText(value[1]) && isNumber(value[2]);
}

function isYear(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && isNumber(value[0]) && isNumber(value[1]);
}

function isSegment(value: unknown): value is { readonly name: string; readonly lang: string } {
  return isRecord(value) && isText(value.name) && isText(value.lang);
}

export function parseRoot(data: unknown): Root {
  if (!isRecord(data) || !isText(data.timeZone)) return fail("index.js");
  return {
    segments: listOf(data.segments, isSegment, "index.js"),
    stemmers: textRecord(data.stemmers, "index.js"),
    sections: textRecord(data.sections, "index.js"),
    timeZone: data.timeZone,
  };
}

export function parseHead(data: unknown): Head {
  if (!isRecord(data) || !isNumber(data.articles)) return fail("head.js");
  const words = (value: unknown): readonly string[] => (isText(value) ? value.split(" ") : fail("head.js"));
  return {
    articles: data.articles,
    terms: words(data.terms),
    forms: words(data.forms),
    endings: words(data.endings),
    years: listOf(data.years, isYear, "head.js"),
    sections: listOf(data.sections, isFilterCount, "head.js"),
  };
}

export function parseLongFilters(data: unknown): LongFilters {
  if (!isRecord(data)) return fail("filters.js");
  return {
    topics: listOf(data.topics, isFilterCount, "filters.js"),
    places: listOf(data.places, isFilterCount, "filters.js"),
  };
}

export function parseTermShard(data: unknown): TermShard {
  const [terms = "", rows = "", levels = ""] = listOf(data, isText, "a shard of terms");
  return { terms, rows, levels };
}

export function parseText(data: unknown): string {
  return isText(data) ? data : fail("a shard");
}

export function parseBlock(data: unknown): DocumentBlock {
  if (!Array.isArray(data)) return fail("a block of documents");
  return {
    titles: listOf(data[0], isText, "a block of documents"),
    addresses: listOf(data[1], isText, "a block of documents"),
    times: listOf(data[2], isNumber, "a block of documents"),
    sections: listOf(data[3], isText, "a block of documents"),
    excerpts: listOf(data[4], isText, "a block of documents"),
    days: listOf(data[5], isText, "a block of documents"),
  };
}

export function parseStem(data: unknown): Stem {
  if (typeof data !== "function") return fail("a stemmer");
  return (word) => {
    const stem: unknown = data(word);
    return isText(stem) ? stem : fail("a stemmer");
  };
}
