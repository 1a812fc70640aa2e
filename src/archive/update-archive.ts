/** Brings the archive up to what lies in the content folder: reads what changed, forgets what went. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathOfAddress } from "../article/alias.ts";
import type { Problem } from "../article/problem.ts";
import { findAliasTwins } from "./alias-twins.ts";
import { AlikeTopics } from "./alike-topics.ts";
import { Archive } from "./archive.ts";
import { isDamagedState } from "./damaged-state.ts";
import type { Row } from "./columns.ts";
import type { Contents } from "./content-folder.ts";
import { parseDiscussion } from "./discussion.ts";
import { type ContentFile, type FileList, pathOfFile } from "./file-list.ts";
import { keyOf, keyOfBytes } from "./key.ts";
import { KeyTable, NOTHING } from "./key-table.ts";
import { type ReadArticle, type ReadContext } from "./read-article.ts";
import { choiceKeyOf } from "./related.ts";

/** Reads many files, on as many cores as it likes, and hands them over in any order. */
export type ReadMany = (
  files: readonly ContentFile[],
  take: (read: ReadArticle | { readonly problems: readonly Problem[] }) => void,
) => Promise<void>;

/** Heads kept in memory before they are written out. */
const FLUSH_ROWS = 5000;

function toRow(archive: Archive, read: ReadArticle): Row {
  const { langs, agencies, topics, authors, media, aliases } = archive.tables;
  // No column asks for it: that it was there once is what the intake wants to know.
  if (read.agency !== undefined) agencies.number(read.agency);
  return {
    pathKey: keyOf(pathOfFile(read.file.path)),
    size: read.file.size,
    modifiedAt: read.file.modifiedAt,
    stamp: read.file.stamp,
    sourceKey: read.sourceKey,
    headKey: read.headKey,
    titleKey: read.titleKey,
    translatesKey: read.translatesKey,
    shortCode: read.shortCode,
    addressKey: read.addressKey,
    publishedAt: read.publishedAt,
    changedAt: read.changedAt,
    day: read.day,
    embargoAt: read.embargoAt,
    expiresAt: read.expiresAt,
    lang: langs.number(read.lang),
    filedUnder: read.filedUnder,
    flags: read.flags,
    named: read.named,
    topics: read.topics.map((name) => topics.number(name)),
    authors: read.authors.map((name) => authors.number(name)),
    related: read.related,
    links: read.links,
    media: read.media.map((name) => media.number(name)),
    aliases: read.aliases.map((name) => aliases.number(name)),
    head: read.head,
  };
}

/** What a row was before this run, where that matters after it: its addresses may have to go, its topics' later articles may choose others. */
export interface FormerRow {
  readonly row: number;
  readonly address: string;
  readonly shortCode: string;
  readonly topics: readonly number[];
  readonly publishedAt: number;
  readonly choiceKey: number;
  readonly titleKey: number;
  /** True where the last build left its page. */
  readonly published: boolean;
}

export interface Update {
  readonly problems: readonly Problem[];
  /** Rows that are new or whose file has other bytes. */
  readonly changed: ReadonlySet<number>;
  /** Rows that were changed or removed, as they were. */
  readonly former: readonly FormerRow[];
}

/** Updates the archive in memory. Where there are problems the archive must be thrown away. */
export async function updateArchive(
  archive: Archive,
  contents: Contents,
  context: ReadContext,
  readMany: ReadMany,
): Promise<Update> {
  const problems: Problem[] = [...contents.problems];
  const changed = new Set<number>();
  const former: FormerRow[] = [];
  const rows = new KeyTable(archive.count + contents.articles.length);
  const pathKeys = archive.column("pathKey");
  for (let row = 0; row < archive.count; row++) rows.set(pathKeys[row] ?? 0, row);

  const keepFormer = (row: number): void => {
    const { address, shortCode } = archive.head(row);
    former.push({
      row,
      address,
      shortCode,
      topics: Array.from(archive.ragged("topics").of(row)),
      publishedAt: archive.column("publishedAt")[row] ?? 0,
      choiceKey: choiceKeyOf(archive, row),
      published: (archive.column("articlePrint")[row] ?? 0) !== 0,
      titleKey: archive.column("titleKey")[row] ?? 0,
    });
  };
  // What a file was when it was last read decides whether it is read again: first its size, time and stamp, then its content.
  const seen = new Uint8Array(archive.count);
  const toRead: ContentFile[] = [];
  const { articles } = contents;
  const [sizes, times, stamps] = [archive.column("size"), archive.column("modifiedAt"), archive.column("stamp")];
  for (let index = 0; index < articles.length; index++) {
    const row = rows.get(articles.key(index));
    if (row !== NOTHING) seen[row] = 1;
    const isSame =
      row !== NOTHING &&
      sizes[row] === articles.size(index) &&
      times[row] === articles.modifiedAt(index) &&
      stamps[row] === articles.stamp(index);
    if (!isSame) toRead.push(articles.file(index));
  }
  for (let row = 0; row < seen.length; row++) {
    if (seen[row] === 1) continue;
    keepFormer(row);
    archive.remove(row);
  }

  const alike = new AlikeTopics();
  let sinceFlush = 0;
  await readMany(toRead, (read) => {
    if ("problems" in read) {
      problems.push(...read.problems);
      return;
    }
    const known = rows.get(keyOf(pathOfFile(read.file.path)));
    const row = known === NOTHING ? undefined : known;
    if (
      row !== undefined &&
      archive.column("sourceKey")[row] === read.sourceKey &&
      archive.column("headKey")[row] === read.headKey
    ) {
      archive.column("size")[row] = read.file.size;
      archive.column("modifiedAt")[row] = read.file.modifiedAt;
      archive.column("stamp")[row] = read.file.stamp;
      return;
    }
    if (row !== undefined) keepFormer(row);
    const put = archive.put(toRow(archive, read), row);
    rows.set(archive.column("pathKey")[put] ?? 0, put);
    changed.add(put);
    alike.add(put, archive.column("lang")[put] ?? 0, archive.ragged("topics").of(put), read.topicNames);
    if (++sinceFlush >= FLUSH_ROWS) {
      archive.flush();
      sinceFlush = 0;
    }
  });
  archive.settle();
  updateTalks(archive, contents.discussions, context, rows, problems);
  problems.push(
    ...findTwins(archive, changed),
    ...findAliasTwins(archive, changed),
    ...alike.problems(archive, changed, context.topicSlugs, context.article.letters),
  );
  return { problems, changed, former };
}

/** The row that a file of comments belongs to: of its path, or the one that has this path's address among its aliases. */
function findTalked(archive: Archive, rows: KeyTable, path: string): number {
  const row = rows.get(keyOf(path));
  if (row !== NOTHING && !archive.isRemoved(row)) return row;
  const aliases = archive.ragged("aliases");
  const names = archive.tables.aliases.all();
  const former = new Set(names.flatMap((name, number) => (pathOfAddress(name) === path ? [number] : [])));
  if (former.size > 0)
    for (let other = 0; other < archive.count; other++)
      for (let index = 0, count = aliases.count(other); index < count; index++)
        if (former.has(aliases.at(other, index)) && !archive.isRemoved(other)) return other;
  return NOTHING;
}

function updateTalks(
  archive: Archive,
  files: FileList,
  context: ReadContext,
  rows: KeyTable,
  problems: Problem[],
): void {
  const sizes = archive.column("talkSize");
  const times = archive.column("talkModifiedAt");
  const stamps = archive.column("talkStamp");
  const keys = archive.column("talkKey");
  const present = new Set<number>();
  for (const file of files) {
    const row = findTalked(archive, rows, pathOfFile(file.path));
    if (row === NOTHING || archive.isRemoved(row)) {
      problems.push({
        file: file.path,
        fault: "belongs to no article",
        instead: `Its article would be articles/${pathOfFile(file.path)}.md: move it to discussion/ and the path of its article, or delete it.`,
      });
      continue;
    }
    present.add(row);
    if (sizes[row] === file.size && times[row] === file.modifiedAt && stamps[row] === file.stamp) continue;
    const bytes = readFileSync(join(context.content, file.path));
    const parsed = parseDiscussion(
      { text: bytes.toString("utf8"), file: file.path, linesBefore: 0 },
      context.article.timeZone,
    );
    if ("problems" in parsed) problems.push(...parsed.problems);
    sizes[row] = file.size;
    times[row] = file.modifiedAt;
    stamps[row] = file.stamp;
    keys[row] = keyOfBytes(bytes);
  }
  for (let row = 0; row < archive.count; row++) {
    if (keys[row] !== 0 && !present.has(row)) {
      sizes[row] = 0;
      times[row] = 0;
      stamps[row] = 0;
      keys[row] = 0;
    }
  }
}

/** Two articles with one address or one short code; only those that changed can have become twins. */
function findTwins(archive: Archive, changed: ReadonlySet<number>): Problem[] {
  if (changed.size === 0) return [];
  const problems: Problem[] = [];
  const publishedAt = archive.column("publishedAt");
  const twins = new Map<number, number>();
  for (const name of ["addressKey", "shortCode"] as const) {
    const firsts = new KeyTable(archive.count);
    const keys = archive.column(name);
    for (let row = 0; row < archive.count; row++) {
      if (archive.isRemoved(row)) continue;
      const other = firsts.get(keys[row] ?? 0);
      if (other === NOTHING) firsts.set(keys[row] ?? 0, row);
      else if (changed.has(row) || changed.has(other)) {
        const newer = (publishedAt[row] ?? 0) >= (publishedAt[other] ?? 0) ? row : other;
        twins.set(newer, newer === row ? other : row);
      }
    }
  }
  for (const [newer, older] of twins) {
    const one = archive.head(newer);
    const other = archive.head(older);
    const file = `articles/${one.path}.md`;
    if (one.address === other.address) {
      problems.push({
        file,
        key: "slug",
        found: one.address,
        fault: `has the same address as articles/${other.path}.md`,
        instead: "Give one of them another `slug`.",
      });
    } else {
      problems.push({
        file,
        key: "short",
        found: one.shortCode,
        fault: `has the same short code as articles/${other.path}.md`,
        instead: "Set `short` to seven other characters of 2-9 and a-z without i, l, o.",
      });
    }
  }
  return problems;
}

function noteOfUpgrade({ notes }: Archive, house: string, then: string): string {
  const before = notes.house === undefined ? "an earlier version of Dateline" : `Dateline ${notes.house}`;
  return `The last build was of ${before}, this one is of ${house}: ${then}.`;
}

/**
 * The archive of a folder, or an empty one where there is none that can be used; `former` is the one that it comes in the
 * place of. `key` is that of all that decides how articles are read; -1 has all of them read again. `house` is the version
 * of the house that opens it: a `note` says where another one built last.
 */
export function openArchive(
  folder: string,
  key: number,
  house: string,
  onDamage?: () => void,
): { readonly archive: Archive; readonly former?: Archive; readonly note?: string } {
  let former: Archive | undefined;
  try {
    former = Archive.load(folder);
  } catch (error) {
    if (!isDamagedState(error)) throw error;
    if (key !== -1) onDamage?.();
    return { archive: Archive.empty(folder) };
  }
  if (former === undefined) {
    const note = "What the last build kept is of another version of Dateline: all articles are read again.";
    return { archive: Archive.empty(folder), ...(Archive.isKept(folder) && { note }) };
  }
  const isSame = former.notes.readKey === key;
  const isUpgraded = former.notes.house !== house;
  if (isSame && !isUpgraded) return { archive: former };
  if (isSame) return { archive: former, note: noteOfUpgrade(former, house, "what it changed is drawn again") };
  const note = isUpgraded
    ? noteOfUpgrade(former, house, "all articles are read again")
    : "The newsroom's data changed in a way that concerns every article: all are read again.";
  return { archive: Archive.empty(folder, former), former, note };
}
