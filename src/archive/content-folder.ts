/**
 * What lies in the content folder: every file with its size and time, found without reading any of them. The folder is cut
 * into parts, so that several threads can look through it together.
 */
import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../article/problem.ts";
import { type ContentFile, type FileColumns, FileList, packFiles, stampOf } from "./file-list.ts";

/** Folder and ending of each kind of file. */
const KINDS = {
  articles: { folder: "articles", ending: ".md" },
  discussions: { folder: "discussion", ending: ".yaml" },
  pages: { folder: "pages", ending: ".md" },
  media: { folder: "media", ending: "" },
} as const;
type Kind = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as Kind[];

interface Noticed {
  readonly problems: readonly Problem[];
  /** Files and folders that are no part of the newsroom, below the content folder; a folder ends in `/`. */
  readonly passedOver: readonly string[];
}

export type Contents = { readonly [Name in Kind]: FileList } & Noticed;

/** Of some parts, as plain data, which travels between threads. */
export type FoundContents = { readonly [Name in Kind]: FileColumns } & Noticed;

/** A folder below the content folder, with what is below it (`deep`) or without. */
export interface ContentPart {
  readonly kind: Kind;
  /** Empty for the content folder itself. */
  readonly folder: string;
  readonly deep: boolean;
}

/** Names of what editors put aside: passed over, as by every such tool. Files below `media/` are called by their names. */
const ASIDE = /^[_~]|~$/;
const FOLDERS: ReadonlySet<string> = new Set(Object.values(KINDS).map(({ folder }) => folder));
/** What systems leave in every folder. */
const LITTER = /^(?:Thumbs\.db|desktop\.ini)$/i;

function listFolders(content: string, below: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(content, below), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !ASIDE.test(entry.name))
    .map(({ name }) => `${below}/${name}`)
    .sort();
}

/** The parts of a content folder: articles by year and month, each other kind as one. */
export function selectParts(content: string): ContentPart[] {
  const { articles, ...others } = KINDS;
  const years = listFolders(content, articles.folder);
  return [
    { kind: "articles", folder: "", deep: false },
    ...[articles.folder, ...years].map((folder) => ({ kind: "articles" as const, folder, deep: false })),
    ...years.flatMap((year) =>
      listFolders(content, year).map((folder) => ({ kind: "articles" as const, folder, deep: true })),
    ),
    ...Object.entries(others).map(([kind, { folder }]) => ({ kind: kind as Kind, folder, deep: true })),
  ];
}

/** Looks through some parts. Symbolic links are refused, since what they lead to could lie anywhere. */
export function findContents(content: string, parts: Iterable<ContentPart>): FoundContents {
  const problems: Problem[] = [];
  const found: Record<Kind, ContentFile[]> = { articles: [], discussions: [], pages: [], media: [] };
  const passedOver: string[] = [];
  const visit = (folder: string, { kind, deep }: ContentPart): void => {
    let names: string[];
    try {
      names = readdirSync(join(content, folder)).sort();
    } catch {
      return;
    }
    for (const name of names) {
      if (name.startsWith(".") || LITTER.test(name) || (folder === "" && FOLDERS.has(name))) continue;
      const path = folder === "" ? name : `${folder}/${name}`;
      const stats = lstatSync(`${content}/${path}`);
      const isAside = folder === "" || (kind !== "media" && ASIDE.test(name));
      if (isAside) passedOver.push(stats.isDirectory() ? `${path}/` : path);
      else if (stats.isDirectory()) {
        if (deep) visit(path, { kind, folder, deep });
      } else if (stats.isSymbolicLink())
        problems.push({ file: path, fault: "is a symbolic link", instead: "Put the file itself there." });
      else if (stats.isFile() && name.endsWith(KINDS[kind].ending))
        found[kind].push({ path, size: stats.size, modifiedAt: stats.mtimeMs, stamp: stampOf(stats) });
      else passedOver.push(path);
    }
  };
  for (const part of parts) visit(part.folder, part);
  const { articles, discussions, pages, media } = found;
  return {
    articles: packFiles(articles),
    discussions: packFiles(discussions),
    pages: packFiles(pages),
    media: packFiles(media),
    problems,
    passedOver,
  };
}

/** The contents of which each thread found some parts. */
export function joinContents(found: readonly FoundContents[]): Contents {
  const lists = Object.fromEntries(KIND_NAMES.map((kind) => [kind, new FileList(found.map((some) => some[kind]))]));
  return {
    ...(lists as Record<Kind, FileList>),
    problems: found.flatMap(({ problems }) => problems),
    passedOver: found.flatMap((some) => some.passedOver).sort(),
  };
}

/** Lists a content folder in this thread alone. */
export function listContents(content: string): Contents {
  return joinContents([findContents(content, selectParts(content))]);
}

/** Takes the next part that no other thread took. `taken` is shared memory. */
export function* claimParts(parts: readonly ContentPart[], taken: Int32Array): Generator<ContentPart> {
  for (;;) {
    const part = parts[Atomics.add(taken, 0, 1)];
    if (part === undefined) return;
    yield part;
  }
}
