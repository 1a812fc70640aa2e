/** A newsroom of a few files in a folder of its own, to be built in this process; removed after the test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { type BuildOptions, type BuildReport, build } from "../../src/build/build.ts";
import type { Folders } from "../../src/newsroom/folders.ts";

export interface TinyNewsroom {
  readonly folder: string;
  readonly folders: Folders;
  /** Writes a file below the folder: `content/articles/x.md`. */
  readonly write: (path: string, text: string) => void;
  /** Builds into `dist` with the state that stands in `cache`. */
  readonly build: (now: number, options?: Partial<BuildOptions>) => Promise<BuildReport>;
  /** Builds into `fresh` from nothing, and gives that folder. */
  readonly buildFresh: (now: number, options?: Partial<BuildOptions>) => Promise<string>;
}

/** An article file. */
export function articleFile(title: string, date: string, front = "", text = `Text of ${title}.`): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${front}---\n\n${text}\n`;
}

export function openTinyNewsroom(t: TestContext, files: Readonly<Record<string, string>>): TinyNewsroom {
  const folder = mkdtempSync(join(tmpdir(), "dateline-tiny-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("data/site.yaml", "title: The Tiny Post\n");
  for (const [path, text] of Object.entries(files)) write(path, text);
  const folders = {
    content: join(folder, "content"),
    data: join(folder, "data"),
    output: join(folder, "dist"),
    cache: join(folder, "cache"),
  };
  return {
    folder,
    folders,
    write,
    build: (now, options) => build({ folders, now, ...options }),
    buildFresh: async (now, options) => {
      const fresh = { ...folders, output: join(folder, "fresh"), cache: join(folder, "fresh-cache") };
      for (const path of [fresh.output, fresh.cache]) rmSync(path, { recursive: true, force: true });
      await build({ folders: fresh, now, ...options });
      return fresh.output;
    },
  };
}
