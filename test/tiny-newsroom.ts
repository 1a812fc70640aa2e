/** A newsroom of a few files in a temporary folder, built as often as a test likes. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { ProblemError, renderProblem } from "../src/article/problem.ts";
import { type Progress, SILENT } from "../src/build/progress.ts";
import { build, type BuildOptions, type BuildReport } from "../src/build/build.ts";

const NOW = Date.UTC(2031, 4, 20, 12);

export class TinyNewsroom {
  readonly folder: string;

  /** Files by their paths: `content/articles/2031/05/x.md`, `data/topics.yaml`. `site.yaml` need not be among them. */
  constructor(t: TestContext, files: Readonly<Record<string, string>>) {
    this.folder = mkdtempSync(join(tmpdir(), "dateline-tiny-"));
    t.after(() => rmSync(this.folder, { recursive: true, force: true }));
    this.write({ "data/site.yaml": "title: Port Post\nurl: https://post.example/news/\n", ...files });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
  }

  get folders() {
    const at = (name: string) => join(this.folder, name);
    return { content: at("content"), data: at("data"), output: at("out"), cache: at("cache") };
  }

  /** The same as flags of a command. */
  get flags(): string[] {
    const { content, data, output, cache } = this.folders;
    return [
      "--content",
      content,
      "--data",
      data,
      "--output",
      output,
      "--cache",
      cache,
      "--now",
      new Date(NOW).toISOString(),
    ];
  }

  /** What builds noted, so far. */
  readonly notes: string[] = [];

  /** Builds without a search index and social cards. */
  build(options: Partial<BuildOptions> = {}): Promise<BuildReport> {
    return build({
      folders: this.folders,
      now: NOW,
      without: ["search", "cards"],
      progress: this.#progress,
      ...options,
    });
  }

  /** Builds in vain; gives what is said. */
  async refused(options: Partial<BuildOptions> = {}): Promise<string> {
    try {
      await this.build(options);
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map(renderProblem).join("\n");
      throw error;
    }
    throw new Error("the build went through");
  }

  readonly #progress: Progress = { ...SILENT, note: (text) => this.notes.push(text) };

  has(address: string): boolean {
    return existsSync(join(this.folder, "out", address));
  }

  /** A file of the newsroom. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  page(address: string): string {
    return readFileSync(join(this.folder, "out", address), "utf8");
  }
}

/** An article file. */
export function articleFile(title: string, front: string, body = "Words."): string {
  return `---\ntitle: ${title}\n${front}\n---\n\n${body}\n`;
}
