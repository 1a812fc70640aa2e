/** The import: inputs → items → article files, one after the other, so that it can be stopped at any moment and gone on with. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { slugOf } from "../../article/slug.ts";
import { ContentShelf, writeWhole } from "./content-shelf.ts";
import { type ImportedItem, ItemImporter, type ItemOptions, type Outcome } from "./import-item.ts";
import { hashOf, ImportJournal } from "./import-journal.ts";
import { type Input, openInputs } from "./inputs.ts";
import { IntakeError } from "../intake-error.ts";
import { readItems } from "./read-item.ts";
import type { Format } from "./recognise.ts";
import type { WireItem } from "../wire-item.ts";

export interface ImportOptions extends ItemOptions {
  /** Files, folders, zips, or `-`. */
  readonly paths: readonly string[];
  readonly format: Format | "auto";
  /** The content folder: `src/content`. */
  readonly to: string;
  readonly cache: string;
  readonly dryRun: boolean;
  /** Read again what was done before: for `--json`, which prints every item. */
  readonly again: boolean;
  readonly keepOriginals: boolean;
  readonly standardInput: () => Promise<Uint8Array>;
  /** Stops the import after the article at hand. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far it is: inputs done, and all of them. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Part of the key of a done input: raised when the same input would be read better. */
const READER_VERSION = 1;

/** A command line that does not fit what it was pointed at. */
export class ImportUsageError extends IntakeError {}

function without(input: string, outcome: Outcome, needs: readonly string[]): ImportedItem {
  return { input, outcome, front: {}, body: "", text: "", confidence: {}, notes: [], needs };
}

const UNCHANGED = "It was imported before and has not changed.";

/** In a folder, files that are surely no article are passed over; pointed at alone, they are an error. */
const NO_ARTICLE = /no ninjs|whose root element|is no text|a picture|empty file|a PDF|SVG drawing/;

class Import {
  readonly #options: ImportOptions;
  readonly #journal: ImportJournal;
  readonly #items: ItemImporter;

  constructor(options: ImportOptions) {
    this.#options = options;
    this.#journal = new ImportJournal(options.to, options.cache, options.dryRun);
    this.#items = new ItemImporter(options, new ContentShelf(options.to, options.dryRun), this.#journal);
  }

  #keepOriginal(input: Input, bytes: Uint8Array): void {
    if (!this.#options.keepOriginals || this.#options.dryRun) return;
    const hash = Buffer.from(hashOf(bytes)).toString("hex").slice(0, 12);
    const given = input.name === "-" ? "standard-input" : basename(input.name);
    const ending = /\.[a-z0-9]{1,8}$/i.exec(given)?.[0].toLowerCase() ?? "";
    const name = `${slugOf(given.slice(0, given.length - ending.length))}${ending}`;
    const place = join(this.#options.to, "originals", hash.slice(0, 2), `${hash}-${name}.gz`);
    if (!existsSync(place)) writeWhole(place, gzipSync(bytes));
  }

  #keyOf(bytes: Uint8Array): string {
    const { format, section, title, date, context } = this.#options;
    return hashOf(
      `${hashOf(bytes)} ${READER_VERSION} ${JSON.stringify([format, section, title, date, context.timeZone])}`,
    );
  }

  /** Imports one input. `single` where the command was pointed at it alone. */
  async *take(input: Input, single: boolean): AsyncGenerator<ImportedItem> {
    const { format, context, again, dryRun, overwrite, signal } = this.#options;
    const paths: string[] = [];
    try {
      const bytes = input.read();
      const key = this.#keyOf(bytes);
      const before = again || dryRun || overwrite ? undefined : this.#journal.doneBefore(key);
      if (before !== undefined) {
        for (const path of before) yield { ...without(input.name, "unchanged", []), path, notes: [UNCHANGED] };
        return;
      }
      for await (const item of this.#only(
        readItems(bytes, { format, name: input.name, zone: context.timeZone }),
        input.name,
      )) {
        const done = this.#items.take(input, item);
        if (done.path !== undefined) paths.push(done.path);
        if (paths.length === 1) this.#keepOriginal(input, bytes);
        yield done;
        if (signal?.aborted === true) return;
      }
      if (!dryRun) this.#journal.finish(key, paths);
    } catch (error) {
      if (!(error instanceof IntakeError) || error instanceof ImportUsageError) throw error;
      const passed = !single && paths.length === 0 && NO_ARTICLE.test(error.found);
      yield without(input.name, passed ? "left" : "failed", [error.message]);
    }
  }

  /** With a headline or date given by hand there may be one item only, and it is not taken before that is known. */
  async *#only(items: AsyncIterable<WireItem>, name: string): AsyncGenerator<WireItem> {
    const { title, date } = this.#options;
    if (title === undefined && date === undefined) {
      yield* items;
      return;
    }
    const found: WireItem[] = [];
    for await (const item of items) found.push(item);
    if (found.length > 1) {
      const given = title === undefined ? "--date" : "--title";
      throw new ImportUsageError(
        `${found.length} articles in ${name}, and one ${given} for all of them`,
        "leave it out, or give one article at a time",
      );
    }
    yield* found;
  }
}

/**
 * Imports everything, item by item. Throws an `IntakeError` for a zip that is dangerous or a folder without articles, and
 * an `ImportUsageError` for a path that is not there and for options that do not fit.
 */
export async function* importAll(options: ImportOptions): AsyncGenerator<ImportedItem> {
  const all = new Import(options);
  for (const [number, path] of options.paths.entries()) {
    if (path !== "-" && !existsSync(path))
      throw new ImportUsageError(`there is no ${path}`, "give a file, a folder, a zip, or - for standard input");
    const scratch = join(options.cache, "intake", `unpacked-${process.pid}-${number}`);
    const opened = await openInputs(path, scratch, options.standardInput);
    try {
      if (!opened.single && (options.title !== undefined || options.date !== undefined)) {
        throw new ImportUsageError(
          `${options.title === undefined ? "--date" : "--title"} for the whole of ${path}`,
          "give it for one article at a time",
        );
      }
      for (const { name, reason } of opened.left) yield without(name, "failed", [reason]);
      if (opened.inputs.length === 0 && opened.left.length === 0)
        throw new IntakeError(
          `no file in ${path} that could be an article`,
          "give a folder of texts, pages, feeds or exports",
        );
      let done = 0;
      for (const input of opened.inputs) {
        yield* all.take(input, opened.single);
        options.onProgress?.(++done, opened.inputs.length);
        if (options.signal?.aborted === true) return;
      }
    } finally {
      opened.close();
    }
  }
}
