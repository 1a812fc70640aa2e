/**
 * One item → an article file, or a file in the inbox with the reasons. Steps, in this order: what was given by hand wins;
 * find the article it was before; place its pictures; make the file; check it as `npm run check` does; write it.
 */
import { codeOf, isName } from "../../article/address.ts";
import { slugOf } from "../../article/slug.ts";
import { parseInstant, selectDay } from "../../article/instant.ts";
import { type ArticleContext, parseArticle } from "../../article/parse.ts";
import { type FileParts, renderArticleFile, retractFile } from "./article-file.ts";
import { type Front, makeFront, wantedName } from "./article-front.ts";
import { type PlacedMedia, placeMedia } from "./article-pictures.ts";
import type { ContentShelf } from "./content-shelf.ts";
import { defined } from "../defined.ts";
import { countComments, discussionPath, renderDiscussionFile } from "./discussion-file.ts";
import { type Entry, hashOf, type Identity, type ImportJournal, identify } from "./import-journal.ts";
import type { Input } from "./inputs.ts";
import { paragraphsOf } from "../text/markdown-text.ts";
import { printableItem } from "../text/printable-item.ts";
import type { WireComment, WireItem } from "../wire-item.ts";

/** What became of an item. `waiting` is in the inbox, `failed` could not be read, `left` was passed over. */
export type Outcome = "new" | "updated" | "unchanged" | "retracted" | "waiting" | "failed" | "left";

export interface ImportedItem {
  readonly input: string;
  readonly outcome: Outcome;
  readonly format?: string;
  /** Path of the file, below the content folder. */
  readonly path?: string;
  readonly front: Front;
  /** Markdown. */
  readonly body: string;
  /** Plain paragraphs with a blank line between them. */
  readonly text: string;
  readonly confidence: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  /** Why an editor must look at it. */
  readonly needs: readonly string[];
}

export interface ItemOptions {
  readonly context: ArticleContext;
  /** False where there is no `_data/site.yaml`: any language then counts. */
  readonly hasNewsroom: boolean;
  readonly section?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  /** Overwrite articles that were edited since their import. */
  readonly overwrite: boolean;
  /** The instant of the import. */
  readonly now: number;
}

/** Formats in which an item that cancels names another one; elsewhere `retracted` is of the article itself. */
const CANCELLING = new Set(["ninjs", "newsml", "nitf", "anpa", "iptc7901", "wire"]);
/** What readers say of fields that the command line can give; it is said again here where it still holds. */
const MISSING = /^(?:it has )?no (?:headline|title|date|text)\b/i;

interface Target {
  readonly folder: string;
  readonly slug: string;
  readonly year: string;
}

function withGiven(item: WireItem, { title, date, section }: ItemOptions): WireItem {
  const given = defined({ title, date, section });
  const keys = Object.keys(given);
  const sure = Object.fromEntries(keys.map((key) => [key, 1]));
  // What the reader says of a field that was given by hand no longer holds.
  const notes = item.notes.filter((note) => !keys.some((key) => note.startsWith(`${key}:`)));
  return { ...item, ...given, notes, confidence: { ...item.confidence, ...sure } };
}

function targetOf(item: WireItem, { context, now }: ItemOptions): Target {
  const title = item.title?.trim() ?? "";
  const name = wantedName(item) ?? (title === "" ? codeOf(item.paragraphs.join("\n")) : slugOf(title));
  const parsed = parseInstant(item.date ?? "", context.timeZone);
  const { year, month } = selectDay("at" in parsed ? parsed.at : now, context.timeZone);
  const digits = String(year).padStart(4, "0");
  return {
    folder: `articles/${digits}/${String(month).padStart(2, "0")}`,
    slug: isName(name) ? name : codeOf(name),
    year: digits,
  };
}

const sentence = (need: string) => need.replace(/\.$/, "");

/** What `npm run check` would say, but for what is said already. */
function faultsOf(text: string, path: string, context: ArticleContext, front: Front): string[] {
  const parsed = parseArticle(Buffer.from(text), path, context);
  if ("article" in parsed) return [];
  return parsed.problems
    .filter(
      ({ key }) =>
        ((key ?? "") !== "" || Object.keys(front).length > 0) &&
        !((key === "title" || key === "date") && front[key] === undefined),
    )
    .map(
      ({ key, fault, found, instead }) =>
        `${(key ?? "") === "" ? "" : `${key}: `}${fault}${found === undefined ? "" : ` (${found.slice(0, 80)})`}. ${instead}`,
    );
}

/** True where a file is not as the import left it. */
const isEdited = (entry: Entry, present: string) => entry.hash !== hashOf(present);

export class ItemImporter {
  readonly #options: ItemOptions;
  readonly #shelf: ContentShelf;
  readonly #journal: ImportJournal;

  constructor(options: ItemOptions, shelf: ContentShelf, journal: ImportJournal) {
    this.#options = options;
    this.#shelf = shelf;
    this.#journal = journal;
  }

  /** Imports one item. */
  take(input: Input, given: WireItem): ImportedItem {
    const item = printableItem(withGiven(given, this.#options));
    const identity = identify(item);
    const cancels = item.retracted !== undefined && CANCELLING.has(item.format);
    const cancelled = cancels ? this.#retract(input, item, identity) : undefined;
    if (cancelled !== undefined) return cancelled;
    const target = targetOf(item, this.#options);
    const media = placeMedia(item, { ...target, find: input.find, taken: (path) => this.#shelf.mediaAt(path) });
    const made = makeFront({
      item,
      context: this.#options.context,
      now: this.#options.now,
      image: media.image,
      audio: media.audio,
    });
    const needs = [...item.needs.filter((need) => !MISSING.test(need)).map(sentence), ...made.needs];
    const text = (item.paragraphs.length > 0 ? item.paragraphs : paragraphsOf(media.body)).join("\n\n");
    const isEmpty = text.trim() === "" && !media.body.includes("![");
    if (isEmpty && !cancels && item.draft !== true) needs.push("it has no text");
    if (cancels) needs.push(`it cancels ${item.id ?? item.source?.url ?? "an item"}, which is not among the articles`);
    const result: Omit<ImportedItem, "outcome"> = {
      input: input.name,
      format: item.format,
      front: made.front,
      body: media.body,
      text,
      confidence: item.confidence,
      notes: [...item.notes, ...media.notes, ...made.notes],
      needs,
    };
    const id = item.id === undefined || item.source?.url === item.id ? undefined : item.id;
    const settled = this.#settle(result, { front: made.front, body: media.body, id }, identity, target, media);
    const note = this.#writeComments(settled.path, item.comments ?? []);
    return note === undefined ? settled : { ...settled, notes: [...settled.notes, note] };
  }

  /** Puts the comments of an article beside it, unless somebody has changed those that are there. Answers what to say of it. */
  #writeComments(article: string | undefined, comments: readonly WireComment[]): string | undefined {
    if (article === undefined || comments.length === 0) return undefined;
    const path = discussionPath(article);
    const text = renderDiscussionFile(comments);
    const present = this.#shelf.textAt(path);
    if (present === text) return undefined;
    const count = countComments(comments);
    const many = count === 1 ? "1 comment" : `${count} comments`;
    const known = this.#journal.entryAt(path);
    if (present !== undefined && !this.#options.overwrite && (known === undefined || isEdited(known, present)))
      return `${many} came with it, and ${path} was changed since; it was left as it is. Run again with --yes to overwrite it.`;
    this.#shelf.write(path, text);
    this.#journal.add({ path, hash: hashOf(text) });
    return article.startsWith("inbox/")
      ? `${many} came with it; they wait in ${path} and go to discussion/ when it is imported as an article.`
      : `${many} came with it; they are in ${path}.`;
  }

  /** Decides between new, update, nothing to do, and the inbox. */
  #settle(
    result: Omit<ImportedItem, "outcome">,
    parts: FileParts,
    identity: Identity,
    target: Target,
    media: PlacedMedia,
  ): ImportedItem {
    const known = this.#journal.find(identity);
    const knownText =
      known?.entry.path.startsWith("articles/") === true ? this.#shelf.textAt(known.entry.path) : undefined;
    const text = renderArticleFile(parts);
    const path =
      known !== undefined && knownText !== undefined
        ? known.entry.path
        : this.#shelf.freePath(target.folder, target.slug, text);
    const needs = [...result.needs, ...faultsOf(text, path, this.#contextFor(parts.front), parts.front)];
    const unchanged = (why: string): ImportedItem => ({
      ...result,
      outcome: "unchanged",
      path,
      notes: [...result.notes, why],
      needs: [],
    });
    if (known !== undefined && knownText !== undefined) {
      if (knownText === text) return unchanged("It was imported before and has not changed.");
      const { versionAt } = known.entry;
      if (identity.versionAt !== undefined && versionAt !== undefined && identity.versionAt < versionAt)
        return unchanged(`It is an older version than ${path}; it was passed over.`);
      if (isEdited(known.entry, knownText) && !this.#options.overwrite)
        needs.push(
          `${path} was edited since it was imported; compare the two, or run again with --yes to overwrite it`,
        );
    }
    if (needs.length > 0) return this.#wait({ ...result, needs }, parts, identity, target, media);
    if (knownText === undefined && this.#shelf.textAt(path) === text) {
      this.#journal.add({ path, hash: hashOf(text), ...identity });
      return unchanged("The same article was there already.");
    }
    const notes = [...result.notes];
    this.#shelf.writeMedia(media.files);
    this.#shelf.write(path, text);
    this.#clearInbox(identity, path, notes);
    this.#journal.add({ path, hash: hashOf(text), ...identity });
    if (known !== undefined && knownText !== undefined)
      notes.push(`It was imported before, known by its ${known.by}; ${path} was updated.`);
    return { ...result, outcome: knownText === undefined ? "new" : "updated", path, notes };
  }

  #contextFor(front: Front): ArticleContext {
    const { context, hasNewsroom } = this.#options;
    return hasNewsroom || typeof front.lang !== "string"
      ? context
      : { ...context, languages: [...context.languages, front.lang] };
  }

  /** An item that only cancels: the article it names is marked, its text stays in the file as it was. */
  #retract(input: Input, item: WireItem, identity: Identity): ImportedItem | undefined {
    const found = this.#journal.find(identity);
    const present =
      found?.entry.path.startsWith("articles/") === true ? this.#shelf.textAt(found.entry.path) : undefined;
    if (found === undefined || present === undefined) return undefined;
    const { entry, by } = found;
    const { front } = makeFront({ item, context: this.#options.context, now: this.#options.now });
    const text = retractFile(present, front.retracted as { date: string; reason: string });
    if (text !== present) {
      this.#shelf.write(entry.path, text);
      this.#journal.add({
        ...entry,
        hash: isEdited(entry, present) ? entry.hash : hashOf(text),
        ...defined({ versionAt: identity.versionAt }),
      });
    }
    const note = `It cancels ${entry.path}, known by its ${by}; the article is ${text === present ? "already" : "now"} marked as retracted.`;
    return {
      input: input.name,
      outcome: text === present ? "unchanged" : "retracted",
      format: item.format,
      path: entry.path,
      front: { retracted: front.retracted },
      body: "",
      text: "",
      confidence: item.confidence,
      notes: [...item.notes, note],
      needs: [],
    };
  }

  /** Puts an item in the inbox; the same item twice is there once, unless an editor has begun to work on it. */
  #wait(
    result: Omit<ImportedItem, "outcome">,
    parts: FileParts,
    identity: Identity,
    target: Target,
    media: PlacedMedia,
  ): ImportedItem {
    const text = renderArticleFile({ ...parts, needs: result.needs });
    const known = this.#journal.find(identity)?.entry;
    const before = known?.path.startsWith("inbox/") === true ? known : this.#journal.findWaiting(identity);
    const present = before === undefined ? undefined : this.#shelf.textAt(before.path);
    const untouched = before !== undefined && (present === undefined || present === text || !isEdited(before, present));
    const path = untouched ? before.path : this.#shelf.freePath("inbox", target.slug, text);
    this.#shelf.writeMedia(media.files);
    if (this.#shelf.textAt(path) !== text) this.#shelf.write(path, text);
    // An article that already stands keeps its identity; the version that waits beside it has none.
    this.#journal.add({ path, hash: hashOf(text), ...(known?.path.startsWith("articles/") === true ? {} : identity) });
    return { ...result, outcome: "waiting", path };
  }

  /** What waited and is now an article leaves the inbox, unless an editor has worked on it. */
  #clearInbox(identity: Identity, path: string, notes: string[]): void {
    const known = this.#journal.find(identity)?.entry;
    const waiting = known?.path.startsWith("inbox/") === true ? known : this.#journal.findWaiting(identity);
    const text = waiting === undefined ? undefined : this.#shelf.textAt(waiting.path);
    if (waiting === undefined || text === undefined || waiting.path === path || isEdited(waiting, text)) return;
    this.#shelf.remove(waiting.path);
    this.#shelf.remove(discussionPath(waiting.path));
    notes.push(`${waiting.path} was the same text; it was taken out of the inbox.`);
  }
}
