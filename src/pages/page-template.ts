/** How a kind of page is said to Eleventy: which pages exist and where, and how one is drawn. */
import type { Edition } from "../edition/edition.ts";
import type { PageRef, RowPages } from "../edition/page-ref.ts";
import type { Html } from "../html.ts";
import type { PageWriter } from "./page-writer.ts";

/**
 * What Eleventy draws at a time: one page, at its address; or a batch of pages, which a writer writes one by one as they
 * are drawn. A class instance, since Eleventy copies plain objects for every page.
 */
export class Sheet {
  readonly refs: readonly PageRef[];
  readonly writer: PageWriter | undefined;
  constructor(refs: readonly PageRef[], writer?: PageWriter) {
    this.refs = refs;
    this.writer = writer;
  }
  /** Eleventy's permalink; false of a batch, of which Eleventy writes nothing. */
  get permalink(): string | false {
    return this.writer === undefined ? (this.refs[0]?.address ?? false) : false;
  }
}

/** The pages that one run of Eleventy draws. */
export class Slice {
  readonly edition: Edition;
  /** By kind. */
  readonly sheets: Readonly<Record<string, readonly Sheet[]>>;
  constructor(edition: Edition, sheets: Readonly<Record<string, readonly Sheet[]>>) {
    this.edition = edition;
    this.sheets = sheets;
  }
}

/** What Eleventy gives a template for one sheet. */
interface TemplateData {
  readonly slice: Slice;
  readonly sheet: Sheet;
}

/** The default export of every `*.11ty.ts`. https://www.11ty.dev/docs/languages/typescript/ */
export interface PageTemplate {
  readonly kind: string;
  /** Every page of this kind, in a fixed order; those that rows have one of each by row. */
  readonly select: (edition: Edition) => Iterable<PageRef> | RowPages;
  readonly data: Readonly<Record<string, unknown>>;
  readonly render: (data: TemplateData) => string;
}

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
      // https://www.11ty.dev/docs/pagination/
      pagination: { data: `slice.sheets.${kind}`, size: 1, alias: "sheet" },
      permalink: ({ sheet }: TemplateData) => sheet.permalink,
      eleventyExcludeFromCollections: true,
      layout: false,
    },
    render: ({ slice, sheet }) => {
      const { refs, writer } = sheet;
      if (writer === undefined) return refs.map((ref) => String(draw(slice.edition, ref))).join("");
      for (const ref of refs) writer.write(ref.address, draw(slice.edition, ref));
      return "";
    },
  };
}
