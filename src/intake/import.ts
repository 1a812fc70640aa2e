/**
 * The import: inputs → items → article files, one after the other, so that it can be stopped at any moment. Steps for an
 * item: what was given by hand wins; find the article it was before; place its pictures; make the file; check it as
 * `npm run check` does; write it, or put it in the inbox with the reasons.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { codeOf, isName, slugOf } from "../article/address.ts";
import { parseInstant, selectDay } from "../article/instant.ts";
import { type ArticleContext, parseArticle } from "../article/parse.ts";
import { renderArticleFile, retractFile } from "./article-file.ts";
import { type Front, makeFront, wantedName } from "./article-front.ts";
import { type MediaFile, placeMedia } from "./article-pictures.ts";
import { type Entry, hashOf, type Identity, ImportJournal, identify } from "./import-journal.ts";
import { type Input, openInputs } from "./inputs.ts";
import { IntakeError } from "./intake-error.ts";
import { paragraphsOf } from "./markdown-text.ts";
import { readItems } from "./read-item.ts";
import type { Format } from "./recognise.ts";
import type { WireItem } from "./wire-item.ts";

export interface ImportOptions {
  /** Files, folders, zips, or `-`. */
  readonly paths: readonly string[];
  readonly format: Format | "auto";
  /** The content folder: `src/content`. */
  readonly to: string;
  readonly cache: string;
  readonly context: ArticleContext;
  /** False where there is no `_data/site.yaml`: any language then counts. */
  readonly hasNewsroom: boolean;
  readonly section?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly dryRun: boolean;
  /** Read again what was done before: for `--json`, which prints every item. */
  readonly again: boolean;
  /** Overwrite articles that were edited since their import. */
  readonly overwrite: boolean;
  readonly keepOriginals: boolean;
  readonly now: number;
  readonly standardInput: () => Promise<Uint8Array>;
  /** Stops the import after the article at hand. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far it is: inputs done, and all of them. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What became of an item. `waiting` is in the inbox, `failed` was not readable, `left` was passed over. */
export type Outcome = "new" | "updated" | "unchanged" | "retracted" | "waiting" | "failed" | "left";

export interface ImportedItem {
  readonly input: string;
  readonly outcome: Outcome;
  readonly format?: string;
  /** Path of the file, the content folder included. */
  readonly output?: string;
  readonly front: Front;
  readonly body: string;
  readonly text: string;
  readonly confidence: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  /** Why an editor must look at it. */
  readonly needs: readonly string[];
}

/** Part of the key of a done input: raise it when the same input would be read better. */
const READER_VERSION = 1;
/** Formats in which an item that cancels names another one. */
const CANCELLING = new Set(["ninjs", "newsml", "nitf", "anpa", "iptc7901", "wire"]);

function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
  writeFileSync(part, content);
  renameSync(part, path);
}

const nothing = (input: string, outcome: Outcome, reason: string): ImportedItem => ({
  input,
  outcome,
  front: {},
  body: "",
  text: "",
  confidence: {},
  notes: [],
  needs: [reason],
});

class Importer {
  readonly #options: ImportOptions;
  readonly #journal: ImportJournal;
  /** Paths given out in a dry run, where nothing is on the disk. */
  readonly #given = new Map<string, string>();

  constructor(options: ImportOptions) {
    this.#options = options;
    this.#journal = new ImportJournal(options.to, options.cache, options.dryRun);
  }

  #place(path: string): string {
    return join(this.#options.to, path);
  }

  /** What stands at a path below the content folder, or will once this run is over. */
  #textAt(path: string): string | undefined {
    const given = this.#given.get(path);
    if (given !== undefined) return given;
    return existsSync(this.#place(path)) ? readFileSync(this.#place(path), "utf8") : undefined;
  }

  #write(path: string, text: string): void {
    if (this.#options.dryRun) this.#given.set(path, text);
    else writeWhole(this.#place(path), text);
  }

  #overridden(item: WireItem): WireItem {
    const { title, date, section } = this.#options;
    const sure = {
      ...(title === undefined ? {} : { title: 1 }),
      ...(date === undefined ? {} : { date: 1 }),
      ...(section === undefined ? {} : { section: 1 }),
    };
    return {
      ...item,
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(section === undefined ? {} : { section }),
      confidence: { ...item.confidence, ...sure },
    };
  }

  /** A free path for a new article; the same text at the same place is that article. */
  #freePath(folder: string, slug: string): string {
    for (let number = 1; ; number++) {
      const name = number === 1 ? slug : `${slug.slice(0, 59 - String(number).length).replace(/-+$/, "")}-${number}`;
      const path = `${folder}/${name}.md`;
      if (this.#textAt(path) === undefined) return path;
    }
  }

  #articlePath(item: WireItem, date: string | undefined): { folder: string; slug: string; year: string } {
    const title = item.title?.trim() ?? "";
    const slug = wantedName(item) ?? (title === "" ? codeOf(item.paragraphs.join("\n")) : slugOf(title));
    const parsed = parseInstant(date ?? "", this.#options.context.timeZone);
    const { year, month } = selectDay("at" in parsed ? parsed.at : this.#options.now, this.#options.context.timeZone);
    return {
      folder: `articles/${String(year).padStart(4, "0")}/${String(month).padStart(2, "0")}`,
      slug: isName(slug) ? slug : codeOf(slug),
      year: String(year).padStart(4, "0"),
    };
  }

  /** True where the file is not as the import left it. */
  #isEdited(entry: Entry, present: string): boolean {
    return entry.hash !== hashOf(present);
  }

  /** An item that only cancels: the article it names is marked, its text stays in the file as it was. */
  #retract(input: Input, item: WireItem, retracted: NonNullable<WireItem["retracted"]>): ImportedItem | undefined {
    const identity = identify(item);
    const found = this.#journal.find(identity);
    const present =
      found === undefined || !found.entry.path.startsWith("articles/") ? undefined : this.#textAt(found.entry.path);
    if (found === undefined || present === undefined) return undefined;
    const { front } = makeFront({
      item: { ...item, retracted },
      context: this.#options.context,
      now: this.#options.now,
    });
    const notice = front.retracted as { date: string; reason: string };
    const text = retractFile(present, notice);
    if (text !== present) {
      this.#write(found.entry.path, text);
      this.#journal.add({
        ...found.entry,
        hash: this.#isEdited(found.entry, present) ? found.entry.hash : hashOf(text),
        ...(identity.versionAt === undefined ? {} : { versionAt: identity.versionAt }),
      });
    }
    const notes = [
      ...item.notes,
      `It cancels ${found.entry.path}, known by its ${found.by}; the article is now marked as retracted.`,
    ];
    return {
      input: input.name,
      outcome: text === present ? "unchanged" : "retracted",
      format: item.format,
      output: this.#place(found.entry.path),
      front: { retracted: notice },
      body: "",
      text: "",
      confidence: item.confidence,
      notes,
      needs: [],
    };
  }

  #writeMedia(files: readonly MediaFile[]): void {
    if (this.#options.dryRun) return;
    for (const { path, bytes } of files) {
      const place = this.#place(`media/${path}`);
      if (!existsSync(place)) writeWhole(place, bytes);
    }
  }

  #clearInbox(identity: Identity, path: string, notes: string[]): void {
    const known = this.#journal.find(identity)?.entry;
    const waiting = known?.path.startsWith("inbox/") === true ? known : this.#journal.findWaiting(identity);
    if (waiting === undefined || waiting.path === path || this.#options.dryRun) return;
    const text = this.#textAt(waiting.path);
    if (text === undefined || this.#isEdited(waiting, text)) return;
    rmSync(this.#place(waiting.path));
    notes.push(`${waiting.path} was the same text; it was taken out of the inbox.`);
  }

  /** Imports one item. */
  take(input: Input, given: WireItem): ImportedItem {
    const { context, now, hasNewsroom, overwrite } = this.#options;
    const item = this.#overridden(given);
    const cancels = item.retracted !== undefined && CANCELLING.has(item.format);
    if (cancels && item.retracted !== undefined) {
      const done = this.#retract(input, item, item.retracted);
      if (done !== undefined) return done;
    }
    const identity = identify(item);
    const known = this.#journal.find(identity);
    const knownText = known === undefined ? undefined : this.#textAt(known.entry.path);
    const wanted = this.#articlePath(item, item.date);
    const media = placeMedia(item, {
      year: wanted.year,
      slug: wanted.slug,
      find: input.find,
      taken: (path) =>
        existsSync(this.#place(`media/${path}`)) ? readFileSync(this.#place(`media/${path}`)) : undefined,
    });
    const made = makeFront({ item, context, now, image: media.image, audio: media.audio });
    const needs = [...item.needs, ...made.needs];
    const notes = [...item.notes, ...media.notes, ...made.notes];
    if (media.body === "" && !cancels && item.draft !== true) needs.push("it has no text");
    if (cancels) needs.push(`it cancels ${item.id ?? item.source?.url ?? "an item"}, which is not among the articles`);
    const parts = {
      front: made.front,
      body: media.body,
      id: item.id === undefined || item.source?.url === item.id ? undefined : item.id,
    };
    const text = renderArticleFile(parts);
    const result = {
      input: input.name,
      format: item.format,
      front: made.front,
      body: media.body,
      text: this.#plainText(item, media.body),
      confidence: item.confidence,
    };
    const inArticles = known?.entry.path.startsWith("articles/") === true && knownText !== undefined;
    const path = inArticles ? known.entry.path : this.#freeArticlePath(wanted, text);
    needs.push(
      ...this.#faults(
        text,
        path,
        hasNewsroom
          ? context
          : { ...context, languages: [...context.languages, String(made.front.lang ?? context.language)] },
        needs,
      ),
    );

    if (inArticles) {
      if (knownText === text)
        return {
          ...result,
          outcome: "unchanged",
          output: this.#place(path),
          notes: [...notes, "It was imported before and has not changed."],
          needs: [],
        };
      const older =
        identity.versionAt !== undefined &&
        known.entry.versionAt !== undefined &&
        identity.versionAt < known.entry.versionAt;
      if (older)
        return {
          ...result,
          outcome: "unchanged",
          output: this.#place(path),
          notes: [...notes, `An older version than ${path}; it was passed over.`],
          needs: [],
        };
      if (this.#isEdited(known.entry, knownText) && !overwrite)
        needs.push(
          `${path} was edited since it was imported; compare the two, or run again with --yes to overwrite it`,
        );
    }
    if (needs.length > 0) return this.#wait({ ...result, notes, needs }, identity, parts, wanted.slug, media.files);
    if (!inArticles && this.#textAt(path) === text) {
      this.#journal.add({ path, hash: hashOf(text), ...identity });
      return {
        ...result,
        outcome: "unchanged",
        output: this.#place(path),
        notes: [...notes, "The same article was there already."],
        needs,
      };
    }
    this.#writeMedia(media.files);
    this.#write(path, text);
    this.#clearInbox(identity, path, notes);
    this.#journal.add({ path, hash: hashOf(text), ...identity });
    if (inArticles) notes.push(`It was imported before, known by its ${known.by}; ${path} was updated.`);
    return { ...result, outcome: inArticles ? "updated" : "new", output: this.#place(path), notes, needs };
  }

  /** `text` of `--json`: the reader's own paragraphs, unless pictures were all that changed. */
  #plainText(item: WireItem, body: string): string {
    return (item.paragraphs.length > 0 ? item.paragraphs : paragraphsOf(body)).join("\n\n");
  }

  #freeArticlePath({ folder, slug }: { folder: string; slug: string }, text: string): string {
    const plain = `${folder}/${slug}.md`;
    return this.#textAt(plain) === text ? plain : this.#freePath(folder, slug);
  }

  /** What `npm run check` would say, where nothing else is wrong yet. */
  #faults(text: string, path: string, context: ArticleContext, needs: readonly string[]): string[] {
    const parsed = parseArticle(Buffer.from(text), path, context);
    if ("article" in parsed) return [];
    const missing = needs.some((need) => /^it has no (?:headline|date)/.test(need));
    return parsed.problems
      .filter(({ key }) => !(missing && (key === "title" || key === "date")))
      .map(
        ({ key, fault, found, instead }) =>
          `${key === undefined ? "" : `${key}: `}${fault}${found === undefined ? "" : ` (${found.slice(0, 80)})`}. ${instead}`,
      );
  }

  #wait(
    result: Omit<ImportedItem, "outcome">,
    identity: Identity,
    parts: Parameters<typeof renderArticleFile>[0],
    slug: string,
    files: readonly MediaFile[],
  ): ImportedItem {
    const text = renderArticleFile({ ...parts, needs: result.needs });
    const before = this.#journal.find(identity)?.entry ?? this.#journal.findWaiting(identity);
    const waiting = before?.path.startsWith("inbox/") === true ? before : undefined;
    const present = waiting === undefined ? undefined : this.#textAt(waiting.path);
    const reuse =
      waiting !== undefined && (present === undefined || !this.#isEdited(waiting, present) || present === text);
    const path = reuse
      ? waiting.path
      : this.#textAt(`inbox/${slug}.md`) === text
        ? `inbox/${slug}.md`
        : this.#freePath("inbox", slug);
    this.#writeMedia(files);
    if (present !== text) this.#write(path, text);
    // An article that already stands keeps its identity; what waits is known by its text only.
    const known = this.#journal.find(identity)?.entry.path.startsWith("articles/") === true;
    this.#journal.add({
      path,
      hash: hashOf(text),
      ...(known ? { ...(identity.text === undefined ? {} : { text: `inbox ${identity.text}` }) } : identity),
    });
    return { ...result, outcome: "waiting", output: this.#place(path) };
  }

  #keepOriginal(input: Input, bytes: Uint8Array): void {
    if (!this.#options.keepOriginals || this.#options.dryRun) return;
    const hash = hashOf(bytes)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .slice(0, 12);
    const name = slugOf(basename(input.name === "-" ? "standard-input" : input.name));
    const place = this.#place(`originals/${hash.slice(0, 2)}/${hash}-${name}.gz`);
    if (!existsSync(place)) writeWhole(place, gzipSync(bytes));
  }

  /** Imports one input. */
  async *takeInput(input: Input, single: boolean): AsyncGenerator<ImportedItem> {
    const { format, context, title, date, section, again, dryRun, overwrite } = this.#options;
    let items: readonly WireItem[];
    let bytes: Uint8Array;
    let key: string;
    try {
      bytes = input.read();
      key = hashOf(
        `${hashOf(bytes)} ${READER_VERSION} ${JSON.stringify([format, section, title, date, context.timeZone])}`,
      );
      const before = again || dryRun || overwrite ? undefined : this.#journal.doneBefore(key);
      if (before !== undefined) {
        for (const path of before)
          yield {
            ...nothing(input.name, "unchanged", ""),
            output: this.#place(path),
            needs: [],
            notes: ["It was imported before and has not changed."],
          };
        return;
      }
      items = await readItems(bytes, { format, name: input.name, zone: context.timeZone });
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      const passed =
        !single && /no ninjs|whose root element|is no text|a picture|empty file|a PDF|SVG drawing/.test(error.found);
      yield nothing(
        input.name,
        passed ? "left" : "failed",
        `${error.line === undefined ? "" : `line ${error.line}: `}${error.found}; ${error.instead}`,
      );
      return;
    }
    if (items.length > 1 && (title !== undefined || date !== undefined)) {
      throw new IntakeError(
        `${items.length} articles in ${input.name}, and one ${title === undefined ? "--date" : "--title"} for all of them`,
        "leave it out, or give one article at a time",
      );
    }
    this.#keepOriginal(input, bytes);
    const paths: string[] = [];
    for (const item of items) {
      const done = this.take(input, item);
      if (done.output !== undefined) paths.push(relative(this.#options.to, done.output).replaceAll("\\", "/"));
      yield done;
      if (this.#options.signal?.aborted === true) return;
    }
    if (!dryRun) this.#journal.finish(key, paths);
  }
}

/** Imports everything, item by item. Throws an `IntakeError` for a path that is not there, a zip that is dangerous, or options that do not fit. */
export async function* importAll(options: ImportOptions): AsyncGenerator<ImportedItem> {
  const importer = new Importer(options);
  for (const [number, path] of options.paths.entries()) {
    const scratch = join(options.cache, "intake", `unpacked-${process.pid}-${number}`);
    const opened = await openInputs(path, scratch, options.standardInput);
    try {
      if (!opened.single && (options.title !== undefined || options.date !== undefined)) {
        throw new IntakeError(
          `${options.title === undefined ? "--date" : "--title"} for the whole of ${path}`,
          "give it for one article at a time",
        );
      }
      for (const { name, reason } of opened.left) yield nothing(name, "failed", reason);
      let done = 0;
      for (const input of opened.inputs) {
        yield* importer.takeInput(input, opened.single);
        options.onProgress?.(++done, opened.inputs.length);
        if (options.signal?.aborted === true) return;
      }
      if (opened.inputs.length === 0)
        throw new IntakeError(
          `no file in ${path} that could be an article`,
          "give a folder of texts, pages, feeds or exports",
        );
    } finally {
      opened.close();
    }
  }
}
