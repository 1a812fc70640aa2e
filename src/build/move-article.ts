/** Calls an article otherwise, whole: its file, its comments, the links to it, and the address that it had. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withAliases } from "../article/alias-lines.ts";
import type { ArticleHead } from "../article/article.ts";
import { type ArticleMove, withMovedLinks } from "../article/moved-links.ts";
import { parseArticle } from "../article/parse.ts";
import { ProblemError } from "../article/problem.ts";
import { UsageError } from "../article/usage-error.ts";
import { isSlug } from "../article/slug.ts";
import type { LoadedNewsroom } from "./newsroom-load.ts";

/** Files that a move writes, by their paths below the content folder, and those that it takes away. */
export interface MovePlan {
  /** Of one article. */
  readonly move?: ArticleMove;
  readonly written: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/** An article's path as it may be given: with folder and ending, from the newsroom's folder, or as the page's address. */
export function readPath(loaded: LoadedNewsroom, given: string): string {
  const path = given
    .replace(/^.*(?:^|\/)articles\//, "")
    .replace(/^\.?\//, "")
    .replace(/\.md$/, "");
  const { archive } = loaded;
  for (let row = 0; /\.html$/.test(path) && row < archive.count; row++) {
    const head = archive.head(row);
    if (head.address === path) return head.path;
  }
  if (!/^\d{4}\/\d{2}\/[^/\s]+$/.test(path))
    throw new UsageError(`${given} is not an article's path; write it as 2031/05/harbour-closes`);
  return path;
}

function headOf({ archive }: LoadedNewsroom, path: string): ArticleHead {
  for (let row = 0; row < archive.count; row++) {
    const head = archive.head(row);
    if (head.path === path) return head;
  }
  throw new ProblemError([
    { file: `articles/${path}.md`, fault: "is not there", instead: "Give the path of an article that is." },
  ]);
}

/** What a move changes. Throws where the new path is taken or could not be an article's. */
export function planMove(loaded: LoadedNewsroom, from: string, to: string): MovePlan {
  const { options, contents, context, newsroom } = loaded;
  const { content } = options.folders;
  const read = (file: string): string => readFileSync(join(content, file), "utf8");
  const head = headOf(loaded, from);
  const [oldFile, newFile] = [`articles/${from}.md`, `articles/${to}.md`];
  const [oldTalk, newTalk] = [`discussion/${from}.yaml`, `discussion/${to}.yaml`];
  if (!isSlug(to.slice(to.lastIndexOf("/") + 1)))
    throw new UsageError(`${to} cannot stand in an address; write lowercase letters, digits and hyphens`);
  for (const file of [newFile, newTalk])
    if (existsSync(join(content, file)))
      throw new ProblemError([{ file, fault: "is there already", instead: "Choose another name." }]);

  const before = read(oldFile);
  const moved = parse(before);
  const kept = (head.aliases ?? []).filter((alias) => alias !== moved.address).map((alias) => `/${alias}`);
  const aliases = moved.address === head.address ? kept : [...kept, `/${head.address}`];
  const move: ArticleMove = { from, to, fromAddress: head.address, toAddress: moved.address };
  const { url } = newsroom.site;
  const isSame = aliases.join(" ") === (head.aliases ?? []).map((alias) => `/${alias}`).join(" ");
  const linked = withMovedLinks(before, oldFile, move, url);
  const written = new Map([[newFile, isSame ? linked : withAliases(linked, aliases)]]);
  const after = parse(written.get(newFile) ?? "");
  if (after.title !== head.title || (after.aliases ?? []).length !== aliases.length)
    throw new ProblemError([
      {
        file: oldFile,
        key: "aliases",
        fault: "cannot be changed by machine",
        instead: `Write \`aliases: [${aliases.join(", ")}]\` and move the file by hand.`,
      },
    ]);
  for (const { path } of [...contents.articles, ...contents.pages]) {
    if (path === oldFile) continue;
    const text = read(path);
    const changed = withMovedLinks(text, path, move, url);
    if (changed !== text) written.set(path, changed);
  }
  const hasTalk = existsSync(join(content, oldTalk));
  if (hasTalk) written.set(newTalk, read(oldTalk));
  return { move, written, removed: hasTalk ? [oldFile, oldTalk] : [oldFile] };

  function parse(text: string): ArticleHead {
    const parsed = parseArticle(Buffer.from(text), newFile, context.article);
    if ("problems" in parsed) throw new ProblemError(parsed.problems);
    return parsed.article;
  }
}

/** Writes each file whole, the moved one first, and takes the old ones away last, so that nothing is lost on the way. */
export function writeMove(content: string, { written, removed }: MovePlan): void {
  for (const [file, text] of written) {
    const path = join(content, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.part`, text);
    renameSync(`${path}.part`, path);
  }
  for (const file of removed) rmSync(join(content, file));
}

/** Former addresses that the cache knows, written into the files of their articles. */
export function planKeeping({ archive, options }: LoadedNewsroom): MovePlan {
  const byPath = new Map<string, string[]>();
  for (const [address, path] of Object.entries(archive.notes.moved?.articles ?? {}))
    byPath.set(path, [...(byPath.get(path) ?? []), `/${address}`]);
  const written = new Map<string, string>();
  for (let row = 0; byPath.size > 0 && row < archive.count; row++) {
    const { path, address, aliases = [] } = archive.head(row);
    const file = `articles/${path}.md`;
    const former = (byPath.get(path) ?? []).filter((one) => one !== `/${address}` && !aliases.includes(one.slice(1)));
    if (former.length === 0) continue;
    const text = readFileSync(join(options.folders.content, file), "utf8");
    written.set(file, withAliases(text, [...aliases.map((one) => `/${one}`), ...former]));
  }
  return { written, removed: [] };
}
