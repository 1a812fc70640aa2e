/** What lies in the content folder: every file with its size and time, found without reading any of them. */
import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../article/problem.ts";

export interface ContentFile {
  /** Below the content folder, with `/`: `articles/2021/01/harbour.md`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds, with a fraction where the file system has one. */
  readonly modifiedAt: number;
}

export interface Contents {
  readonly articles: readonly ContentFile[];
  readonly discussions: readonly ContentFile[];
  readonly pages: readonly ContentFile[];
  readonly media: readonly ContentFile[];
  readonly problems: readonly Problem[];
}

function compareNames(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}

/** Lists a content folder. Symbolic links are refused, since what they lead to could lie anywhere. */
export function listContents(content: string): Contents {
  const problems: Problem[] = [];
  const walk = (folder: string, ending: string): ContentFile[] => {
    const found: ContentFile[] = [];
    const visit = (below: string): void => {
      let entries: Dirent[];
      try {
        entries = readdirSync(join(content, below), { withFileTypes: true });
      } catch {
        return;
      }
      for (const entry of entries.sort(compareNames)) {
        if (entry.name.startsWith(".")) continue;
        const path = `${below}/${entry.name}`;
        if (entry.isDirectory()) visit(path);
        else if (entry.isSymbolicLink())
          problems.push({ file: path, fault: "is a symbolic link", instead: "Put the file itself there." });
        else if (entry.isFile() && entry.name.endsWith(ending)) {
          const { size, mtimeMs } = lstatSync(`${content}/${path}`);
          found.push({ path, size, modifiedAt: mtimeMs });
        }
      }
    };
    visit(folder);
    return found;
  };
  return {
    articles: walk("articles", ".md"),
    discussions: walk("discussion", ".yaml"),
    pages: walk("pages", ".md"),
    media: walk("media", ""),
    problems,
  };
}
