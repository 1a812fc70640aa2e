/** How a kind of page is said to Eleventy: which pages exist and where, and how one is drawn. */
import { hash } from "node:crypto";
import type { Edition } from "../edition/edition.ts";
import type { PageRef } from "../edition/page-ref.ts";
import type { Html } from "../html.ts";

/** The pages that one run of Eleventy draws. A class instance, since Eleventy copies plain objects for every page. */
export class Slice {
  readonly edition: Edition;
  /** By kind. */
  readonly pages: Readonly<Record<string, readonly PageRef[]>>;
  /** SHA-256 of what was drawn, lowercase hex, by address: the publisher need not read the files again. */
  readonly hashes = new Map<string, string>();
  constructor(edition: Edition, pages: Readonly<Record<string, readonly PageRef[]>>) {
    this.edition = edition;
    this.pages = pages;
  }
}

/** What Eleventy gives a template for one page. */
interface TemplateData {
  readonly slice: Slice;
  readonly ref: PageRef;
}

/** The default export of every `*.11ty.ts`. https://www.11ty.dev/docs/languages/typescript/ */
export interface PageTemplate {
  readonly kind: string;
  /** Every page of this kind, in a fixed order. */
  readonly select: (edition: Edition) => Iterable<PageRef>;
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
      pagination: { data: `slice.pages.${kind}`, size: 1, alias: "ref" },
      permalink: ({ ref }: TemplateData) => ref.address,
      eleventyExcludeFromCollections: true,
      layout: false,
    },
    render: ({ slice, ref }) => {
      const text = draw(slice.edition, ref).toString();
      slice.hashes.set(ref.address, hash("sha256", text, "hex"));
      return text;
    },
  };
}
