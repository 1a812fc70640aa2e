/** Files of a newsroom under seeded edits. Every change goes through here, so that edits can be taken back. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeRandom } from "../../../bench/archive.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export class Desk {
  readonly folder: string;
  readonly random: () => number;
  /** The moment of the edition; epoch milliseconds. */
  now: number;
  #made = 0;
  readonly #before = new Map<string, Uint8Array | undefined>();

  constructor(folder: string, seed: number, startAt: number) {
    this.folder = folder;
    this.random = makeRandom(seed);
    this.now = startAt;
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.random() * values.length)];
    if (value === undefined) throw new RangeError("there is nothing to pick from");
    return value;
  }

  /** A number from 0 up to `below`. */
  number(below: number): number {
    return Math.floor(this.random() * below);
  }

  /** Another number each time. */
  next(): number {
    return ++this.#made;
  }

  iso(at: number): string {
    return new Date(at).toISOString();
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path: string, content: string | Uint8Array): void {
    this.#keep(path);
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  remove(path: string): void {
    this.#keep(path);
    rmSync(join(this.folder, path), { force: true });
  }

  /** Writes other bytes of the same number at the same time of change, as far as that can be set. */
  writeUnseen(path: string, edit: (text: string) => string): void {
    const { atime, mtime, size } = statSync(join(this.folder, path));
    const text = edit(this.read(path));
    if (Buffer.byteLength(text) !== size) return;
    this.write(path, text);
    utimesSync(join(this.folder, path), atime, mtime);
  }

  /** Paths of the articles below `content/articles/`. */
  articles(): string[] {
    return readdirSync(join(this.folder, "content/articles"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort();
  }

  article(): string {
    return this.pick(this.articles());
  }

  change(article: string, edit: (text: string) => string): void {
    this.write(`content/articles/${article}`, edit(this.read(`content/articles/${article}`)));
  }

  setKey(article: string, key: string, value: string | undefined): void {
    this.change(article, (text) => {
      const bare = text.replace(new RegExp(`^${key}: .*\\n`, "m"), "");
      return value === undefined ? bare : bare.replace("---\n", `---\n${key}: ${value}\n`);
    });
  }

  keyOf(article: string, key: string): string | undefined {
    return new RegExp(`^${key}: (.*)$`, "m").exec(this.read(`content/articles/${article}`))?.[1];
  }

  #keep(path: string): void {
    if (!this.#before.has(path))
      this.#before.set(path, this.has(path) ? readFileSync(join(this.folder, path)) : undefined);
  }

  /** From here on edits can be taken back. */
  begin(): void {
    this.#before.clear();
  }

  undo(): void {
    for (const [path, bytes] of this.#before) {
      rmSync(join(this.folder, path), { force: true });
      if (bytes !== undefined) writeFileSync(join(this.folder, path), bytes);
    }
    this.#before.clear();
  }
}
