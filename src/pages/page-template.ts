/** How a kind of page is said to Eleventy: which pages exist and where, and how one is drawn. */
import type { Edition } from "../edition/edition.ts";
import type { PageRef, RowPages } from "../edition/page-ref.ts";
import type { Html } from "../html.ts";
import type { PageWriter } from "./page-writer.ts";

/** The pages that one run of Eleventy draws. A class instance, since Eleventy copies plain objects for every page. */
export class Slice {
  readonly edition: Edition;
  /** By kind. */
  readonly pages: Readonly<Record<string, readonly PageRef[]>>;
  readonly writer: PageWriter;
  constructor(edition: Edition, pages: Readonly<Record<string, readonly PageRef[]>>, writer: PageWriter) {
    this.edition = edition;
    this.pages = pages;
    this.writer = writer;
  }
}

/** What Eleventy gives a template for one batch of pages. */
interface TemplateData {
  readonly slice: Slice;
  readonly refs: readonly PageRef[];
}

/** The default export of every `*.11ty.ts`. https://www.11ty.dev/docs/languages/typescript/ */
export interface PageTemplate {
  readonly kind: string;
  /** Every page of this kind, in a fixed order; those that rows have one of each by row. */
  readonly select: (edition: Edition) => Iterable<PageRef> | RowPages;
  readonly data: Readonly<Record<string, unknown>>;
  readonly render: (data: TemplateData) => string;
}

/**
 * Pages that Eleventy has drawn at a time. A page of its own for each costs Eleventy 0.15 ms (data, permalink, a copy of
 * the template), half as much as drawing an article, and it keeps what it renders until its run ends.
 * https://www.11ty.dev/docs/pagination/
 */
const BATCH = 200;

/** Defines a kind of page. `kind` is the name of the file before `.11ty.ts`. */
export function definePages(
  kind: string,
  select: PageTemplate["select"],
  draw: (edition: Edition, ref: PageRef) => Html | string,
): PageTemplate {
  return {
    kind,
    select,
    data: {
      pagination: { data: `slice.pages.${kind}`, size: BATCH, alias: "refs" },
      // Each page is written as soon as it is drawn, by the slice's own writer.
      permalink: false,
      eleventyExcludeFromCollections: true,
      layout: false,
    },
    render: ({ slice, refs }) => {
      for (const ref of refs) slice.writer.write(ref.address, draw(slice.edition, ref));
      return "";
    },
  };
}
