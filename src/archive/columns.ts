/** What the archive knows of an article, by name: numbers, lists of numbers, and the tables that give numbers to names. */

/** Read from the article's file. */
export const ARTICLE_COLUMNS = [
  "pathKey",
  "size",
  "modifiedAt",
  "stamp",
  "sourceKey",
  "headKey",
  "titleKey",
  "translatesKey",
  "shortCode",
  "addressKey",
  "publishedAt",
  "changedAt",
  "day",
  "embargoAt",
  "expiresAt",
  "lang",
  "section",
  "place",
  "flags",
  "named",
] as const;
/** From elsewhere: its discussion, its place in the records file, what was drawn of it, what its related articles were chosen for. */
const OTHER_COLUMNS = [
  "talkSize",
  "talkModifiedAt",
  "talkStamp",
  "talkKey",
  "recordAt",
  "recordLength",
  "articlePrint",
  "shortPrint",
  "wasOpen",
  "resolvedKey",
] as const;
/** In the order in which they stand on disk. */
export const COLUMN_NAMES = [...ARTICLE_COLUMNS, ...OTHER_COLUMNS] as const;
/** A column of either kind. */
export type ColumnName = (typeof COLUMN_NAMES)[number];
/** Lists of numbers: of names by the tables, of keys, of rows. */
export const RAGGED_NAMES = ["topics", "authors", "related", "links", "media", "aliases", "chosen"] as const;
/** One of the lists. */
export type RaggedName = (typeof RAGGED_NAMES)[number];
/** Tables of names. */
export const TABLE_NAMES = [
  "langs",
  "sections",
  "places",
  "agencies",
  "topics",
  "authors",
  "media",
  "aliases",
] as const;
/** One of the tables. */
export type TableName = (typeof TABLE_NAMES)[number];

/** One article as the columns take it from its file. */
export type Row = { readonly [Name in (typeof ARTICLE_COLUMNS)[number]]: number } & {
  readonly [Name in Exclude<RaggedName, "chosen">]: readonly number[];
} & { readonly head: string };
