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
  "flags",
  "named",
] as const;
/** One name an article, or none: each column with the table that gives numbers to its names. */
export const NAMED_COLUMNS = [
  { column: "section", table: "sections" },
  { column: "place", table: "places" },
  { column: "series", table: "series" },
] as const;
type NamedColumn = (typeof NAMED_COLUMNS)[number]["column"];
/** Names an article is filed under. */
export type FiledUnder = { readonly [Name in NamedColumn]?: string | undefined };
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
export const COLUMN_NAMES = [
  ...ARTICLE_COLUMNS,
  ...NAMED_COLUMNS.map(({ column }) => column),
  ...OTHER_COLUMNS,
] as const;
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
  "series",
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
} & { readonly filedUnder: FiledUnder; readonly head: string };
