/**
 * A newsroom made ready for drawing: its data and content read and checked, the archive brought up to date, the edition
 * of this moment made. Throws a `ProblemError` with all that editors must mend; nothing is written but the cache.
 */
import { statSync } from "node:fs";
import { type Problem, ProblemError } from "../article/problem.ts";
import { UsageError } from "../article/usage-error.ts";
import type { Archive } from "../archive/archive.ts";
import { type Contents, listContents } from "../archive/content-folder.ts";
import { Edition } from "../edition/edition.ts";
import type { EditionPart } from "../edition/edition-part.ts";
import { LIST_FOLDERS } from "../edition/list-kinds.ts";
import { keyOf } from "../archive/key.ts";
import { fillMediaIndex, MediaIndex } from "../archive/media-index.ts";
import type { Newsroom } from "../newsroom/newsroom.ts";
import { readNewsroom } from "../newsroom/newsroom-files.ts";
import { readHouseVersion } from "../newsroom/house-version.ts";
import { readOwnSheets } from "../newsroom/own-sheets.ts";
import { type ReadContext, readArticle, selectReadContext } from "../archive/read-article.ts";
import { choiceKeyOf } from "../archive/related.ts";
import { faultOfMedia, type MediaShelf } from "../archive/named-media.ts";
import { readPackages } from "../archive/packaged.ts";
import { selectCurrent } from "../archive/packaged-current.ts";
import { readStandingPages, type StandingPage } from "../archive/standing-pages.ts";
import { isDamagedState } from "../archive/damaged-state.ts";
import type { Moved } from "../archive/notes.ts";
import { selectMoved } from "../archive/moved-addresses.ts";
import { openArchive, type ReadMany, type Update, updateArchive } from "../archive/update-archive.ts";
import { makersKey } from "./code-key.ts";
import { type Folders, HOUSE_STRINGS, stateFolder } from "../newsroom/folders.ts";

export interface LoadOptions {
  readonly folders: Folders;
  readonly now: number;
  readonly preview: boolean;
  /** Forget the last build. */
  readonly full: boolean;
  /** Where the content folder is being looked through already: joins in, and gives what lies there. */
  readonly findContents?: () => Promise<Contents | undefined>;
  /** Reads changed articles; where unset, one after the other in this process. */
  readonly readMany?: (context: ReadContext, files: number) => ReadMany;
  readonly note?: (text: string) => void;
  /** Is called where the state of the last build is damaged. */
  readonly tellDamage?: () => void;
  readonly without?: readonly EditionPart[];
}

/** A newsroom as read, before its edition is made. */
export interface LoadedNewsroom {
  readonly options: LoadOptions;
  readonly newsroom: Newsroom;
  readonly archive: Archive;
  readonly update: Update;
  readonly standing: readonly StandingPage[];
  readonly media: MediaIndex;
  readonly contents: Contents;
  readonly context: ReadContext;
}

/** Reads files one after the other, in this process. */
export const readHere =
  (context: ReadContext): ReadMany =>
  async (files, take) => {
    for (const file of files) take(readArticle(file, context));
  };

/** All that decides how an article file is read, media aside: the newsroom's words for things, and the code that reads. */
function readKeyOf(context: ReadContext): number {
  const { article, topicSlugs, authorSlugs, content, url } = context;
  const code = makersKey("rows");
  return keyOf(
    JSON.stringify([
      code,
      content,
      url ?? "",
      article.timeZone,
      article.letters,
      article.language,
      article.agency ?? "",
      article.languages,
      [...(article.sections ?? [])],
      [...article.topics],
      [...topicSlugs],
      [...authorSlugs],
    ]),
  );
}

/** A former state that cannot be read to its end tells nothing. */
function moveAddresses(former: Archive, archive: Archive): Moved {
  try {
    return selectMoved(former, archive);
  } catch (error) {
    if (!isDamagedState(error)) throw error;
    return archive.notes.moved ?? { articles: {}, lists: {} };
  }
}

/** The newsroom's rules for addresses, and the code that writes names. */
function addressKeyOf({ site }: Newsroom): number {
  const code = makersKey("addresses");
  return keyOf(JSON.stringify([code, site.timeZone, site.language, site.addresses]));
}

/** Files that the edition shows, plays or offers: those of articles and standing pages, and the authors' portraits. */
function selectWanted(archive: Archive, newsroom: Newsroom, standing: readonly StandingPage[]): Set<string> {
  const wanted = new Set<string>();
  const media = archive.ragged("media");
  for (let row = 0; row < archive.count; row++) {
    if (archive.isRemoved(row)) continue;
    const numbers = media.of(row);
    for (let index = 0; index < numbers.length; index++) wanted.add(archive.tables.media.name(numbers[index] ?? 0));
  }
  for (const { portrait } of newsroom.authors) if (portrait !== undefined) wanted.add(portrait);
  if (newsroom.site.publisher?.logo !== undefined) wanted.add(newsroom.site.publisher.logo);
  for (const { files } of standing) for (const src of files) wanted.add(src);
  return wanted;
}

/** A file that an unchanged article shows may have gone since. */
function findMissing(archive: Archive, media: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const names = archive.tables.media.all();
  const missing = new Set(names.flatMap((name, number) => (media.has(name) ? [] : [number])));
  if (missing.size > 0) {
    const used = archive.ragged("media");
    for (let row = 0; row < archive.count; row++) {
      if (archive.isRemoved(row)) continue;
      for (const number of Array.from(used.of(row))) {
        if (missing.has(number))
          problems.push({
            file: `articles/${archive.head(row).path}.md`,
            found: names[number] ?? "",
            fault: "there is no such file below media/",
            instead: "Put it there, or take it out of the article.",
          });
      }
    }
  }
  return problems;
}

/** What is wrong with the pictures that `_data/` names. */
function findDataFaults({ authors, site }: Newsroom, shelf: MediaShelf): Problem[] {
  const named = [
    ...authors.map(({ name, portrait }) => ({ file: "authors.yaml", key: `${name}.portrait`, src: portrait })),
    { file: "site.yaml", key: "publisher.logo", src: site.publisher?.logo },
  ];
  return named.flatMap(({ file, key, src }): Problem[] => {
    const fault = src === undefined ? undefined : faultOfMedia(shelf, src, "picture");
    return fault === undefined ? [] : [{ file: `_data/${file}`, key, found: src ?? "", ...fault }];
  });
}

/** The newsroom's data and its own styles. Throws a `ProblemError`. */
function readWithLook(folders: Folders): { readonly newsroom: Newsroom; readonly notes: readonly string[] } {
  const read = readNewsroom(folders.data, HOUSE_STRINGS);
  const own = readOwnSheets(folders.root);
  const problems = [...("problems" in read ? read.problems : []), ...own.problems];
  if ("problems" in read || problems.length > 0) throw new ProblemError(problems);
  return { newsroom: { ...read.newsroom, sheets: own.sheets }, notes: read.notes };
}

/** Reads a newsroom. */
export async function loadNewsroom(options: LoadOptions): Promise<LoadedNewsroom> {
  const { folders } = options;
  for (const name of ["content", "data"] as const) {
    if (statSync(folders[name], { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new UsageError(`there is no ${name} folder ${folders[name]}: name the one that is meant with --${name}`);
  }
  const { newsroom, notes } = readWithLook(folders);
  for (const text of notes) options.note?.(text);
  const readKey = readKeyOf(selectReadContext(newsroom, folders.content, new Set()));
  const house = readHouseVersion();
  const key = options.full ? -1 : readKey;
  const { archive, former, note } = openArchive(stateFolder(folders), key, house, options.tellDamage);
  if (note !== undefined && !options.full) options.note?.(note);
  const contents = (await options.findContents?.()) ?? listContents(folders.content);
  const mediaNames = new Set(Array.from(contents.media, ({ path }) => path.slice("media/".length)));
  const context = selectReadContext(newsroom, folders.content, mediaNames);
  const readMany = options.readMany?.(context, archive.count === 0 ? contents.articles.length : 0) ?? readHere(context);
  const update = await updateArchive(archive, contents, context, readMany);
  const addressKey = addressKeyOf(newsroom);
  if (former !== undefined && update.problems.length === 0 && former.notes.addressKey !== addressKey) {
    archive.notes.moved = moveAddresses(former, archive);
    const count = Object.keys(archive.notes.moved.articles).length;
    if (count > 0)
      options.note?.(
        `${count} ${count === 1 ? "address was" : "addresses were"} changed by the newsroom's own rules; the former ones lead on as long as the cache is kept. npm run move -- --keep writes them into the files.`,
      );
  }
  former?.close();
  archive.notes.addressKey = addressKey;
  const { pages, problems } = readStandingPages(
    contents.pages,
    folders.content,
    newsroom.site,
    mediaNames,
    LIST_FOLDERS,
    options.preview,
  );
  const all = [...update.problems, ...problems];
  if (all.length === 0) all.push(...findMissing(archive, mediaNames));
  all.push(...findDataFaults(newsroom, context));
  const measureKey = makersKey("measured");
  const measured = archive.notes.measureKey === measureKey ? (archive.notes.measured ?? {}) : {};
  const filled = fillMediaIndex(selectWanted(archive, newsroom, pages), contents.media, folders.content, measured);
  all.push(...filled.problems);
  if (all.length > 0) throw new ProblemError(all);
  archive.notes.readKey = readKey;
  archive.notes.house = house;
  archive.notes.measured = filled.shelf.measured;
  archive.notes.measureKey = measureKey;
  const packages = folders.packages === undefined ? [] : readPackages(folders.packages, options.note);
  archive.notes.packages = selectCurrent(packages, { archive, site: newsroom.site.title, ...options });
  return { options, newsroom, archive, update, standing: pages, media: filled.shelf, contents, context };
}

/** What a forked process needs to make the same edition again. */
export interface DrawOptions {
  readonly folders: Folders;
  readonly now: number;
  readonly preview: boolean;
  readonly without?: readonly EditionPart[];
}

/** The edition of a state that another process saved. */
export function reopenEdition(options: DrawOptions, archive: Archive): Edition {
  const { newsroom } = readWithLook(options.folders);
  const measured = archive.notes.measured ?? {};
  const standing = archive.notes.standing ?? [];
  const assets = archive.notes.assets ?? {};
  return makeEdition({ options, newsroom, archive, standing, media: new MediaIndex(measured) }, assets);
}

/** The edition of a loaded at its moment. */
export function makeEdition(
  loaded: Pick<LoadedNewsroom, "newsroom" | "archive" | "standing" | "media"> & { readonly options: DrawOptions },
  assets: Readonly<Record<string, string>>,
): Edition {
  const { options, newsroom, archive, standing, media } = loaded;
  return new Edition({
    archive,
    newsroom,
    standing,
    media,
    assets,
    content: options.folders.content,
    packages: archive.notes.packages ?? [],
    now: options.now,
    preview: options.preview,
    without: options.without ?? [],
  });
}

/** Lets the machine choose related articles again where something changed that the choice depends on: an article, or what was open. */
export function rechoose(edition: Edition, update: Update, fresh: boolean): void {
  const { archive, open } = edition;
  const choiceKey = makersKey("chosen");
  const all = fresh || archive.notes.choiceKey !== choiceKey;
  archive.notes.choiceKey = choiceKey;
  const wasOpen = archive.column("wasOpen");
  const publishedAt = archive.column("publishedAt");
  const topics = archive.ragged("topics");
  const earliest = new Map<number, number>();
  const touch = (touched: ArrayLike<number>, at: number): void => {
    for (let index = 0; index < touched.length; index++) {
      const topic = touched[index] ?? 0;
      earliest.set(topic, Math.min(earliest.get(topic) ?? Number.POSITIVE_INFINITY, at));
    }
  };
  const same = new Set<number>();
  for (const { row, topics: before, publishedAt: at, choiceKey } of update.former) {
    if (!archive.isRemoved(row) && choiceKeyOf(archive, row) === choiceKey) same.add(row);
    else touch(before, at);
  }
  const changed = new Set(update.changed);
  for (let row = 0; row < archive.count; row++) {
    if ((update.changed.has(row) && !same.has(row)) || (wasOpen[row] ?? 0) !== (open[row] ?? 0)) {
      touch(topics.of(row), publishedAt[row] ?? 0);
      changed.add(row);
    }
  }
  edition.chooseRelated(changed, earliest, all);
}
