/** What is asked of the index, and what it answers. */
import type { Piece } from "./marked-text.ts";

export interface SearchRequest {
  readonly query: string;
  /** True while the reader types: the last word is taken as the beginning of one. */
  readonly typing?: boolean;
  /** Slug, slug, place key; year of the site's time zone; BCP 47 (unset: all languages). */
  readonly section?: string;
  readonly topic?: string;
  readonly place?: string;
  readonly year?: number;
  readonly lang?: string;
  readonly sort?: "relevance" | "date";
  /** Hits wanted, from the best on. */
  readonly limit: number;
}

export interface Hit {
  /** Site-relative address. */
  readonly address: string;
  readonly title: readonly Piece[];
  readonly publishedAt: number;
  /** Its day in the site's time zone, as printed in `lang`. */
  readonly day: string;
  /** Slug; empty where the article has none. */
  readonly section: string;
  readonly lang: string;
  readonly excerpt: readonly Piece[];
}

export interface SearchResult {
  /** Articles that match. */
  readonly total: number;
  readonly hits: readonly Hit[];
  /** `any` where no article has all the words, and those with any of them are shown. */
  readonly mode: "all" | "any";
  /** Words that nothing was found for, and what was looked for instead. */
  readonly mended: readonly { readonly from: string; readonly to: string }[];
}
