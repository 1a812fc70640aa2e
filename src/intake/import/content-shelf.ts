/** The content folder as the import sees it: what stands there, and, in a dry run, what would. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { MediaFile } from "./article-pictures.ts";

/** Writes a file whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
  writeFileSync(part, content);
  renameSync(part, path);
}

export class ContentShelf {
  readonly #folder: string;
  readonly #dry: boolean;
  /** What a dry run would have written, in UTF-8, which takes half the memory of a text. */
  readonly #pretended = new Map<string, Buffer>();

  constructor(folder: string, dry: boolean) {
    this.#folder = folder;
    this.#dry = dry;
  }

  /** Path on this machine of a path below the content folder. */
  place(path: string): string {
    return join(this.#folder, path);
  }

  textAt(path: string): string | undefined {
    const pretended = this.#pretended.get(path);
    if (pretended !== undefined) return pretended.toString("utf8");
    return existsSync(this.place(path)) ? readFileSync(this.place(path), "utf8") : undefined;
  }

  write(path: string, text: string): void {
    if (this.#dry) this.#pretended.set(path, Buffer.from(text));
    else writeWhole(this.place(path), text);
  }

  remove(path: string): void {
    if (!this.#dry) rmSync(this.place(path), { force: true });
  }

  mediaAt(path: string): Uint8Array | undefined {
    const place = this.place(`media/${path}`);
    return existsSync(place) ? readFileSync(place) : undefined;
  }

  writeMedia(files: readonly MediaFile[]): void {
    if (this.#dry) return;
    for (const { path, bytes } of files) {
      const place = this.place(`media/${path}`);
      if (!existsSync(place)) writeWhole(place, bytes);
    }
  }

  /** `<folder>/<name>.md`, or with the first number behind it that is free; where `text` already stands, that path. */
  freePath(folder: string, name: string, text: string): string {
    for (let number = 1; ; number++) {
      const end = number === 1 ? "" : `-${number}`;
      const path = `${folder}/${name.slice(0, 60 - end.length).replace(/-+$/, "")}${end}.md`;
      const present = this.textAt(path);
      if (present === undefined || present === text) return path;
    }
  }
}
