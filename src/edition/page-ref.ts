/** One page of the edition: its address, and a key of all that decides its bytes beside the code that draws it. */
import type { FeedSubject } from "./feed-address.ts";
import type { List } from "./list-kinds.ts";

export interface PageRef {
  /** Site-relative. */
  readonly address: string;
  readonly lang: string;
  /** Two refs of one address with the same print have the same bytes, drawn by the same code. */
  readonly print: number;
  /** Work in articles' pages, where it is much more or less than one: so many are drawn at a time. */
  readonly weight?: number;
  /** Of an article's page and its short page. */
  readonly row?: number;
  readonly list?: List;
  /** Of an older page of a list, from 1. */
  readonly page?: number;
  /** Of a page known by name: a standing page, a year, a feed. */
  readonly name?: string;
  /** Of a feed. */
  readonly feed?: FeedSubject;
}

/** A kind of page that each open row has one of. Asked row by row: a build looks at the print of every page and draws a few. */
export interface RowPages {
  readonly printOf: (row: number) => number;
  readonly addressOf: (row: number) => string;
  /** As a page's own. */
  readonly weight?: number;
}
