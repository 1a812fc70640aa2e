/** Files of one kind below the content folder, in columns: 100,000 of them are found and compared without an object for each. */
import { foldKey, keyOf } from "./key.ts";

export interface ContentFile {
  /** Below the content folder, with `/`: `articles/2021/01/harbour.md`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds, with a fraction where the file system has one. */
  readonly modifiedAt: number;
  /** Another number where the file was written or replaced, even if size and time are as they were: see `stampOf`. */
  readonly stamp: number;
}

/** A key of where a file lies on its disk and when anything of it last changed, which no program can set back. */
export function stampOf(stats: { readonly ino: number; readonly ctimeMs: number }): number {
  return foldKey(stats.ino, Math.floor(stats.ctimeMs * 1000));
}

/** What a list is made of; plain data, which travels between threads. */
export interface FileColumns {
  /** All paths, one after the other. */
  readonly paths: string;
  /** Where each path ends. */
  readonly ends: Uint32Array;
  readonly sizes: Float64Array;
  readonly times: Float64Array;
  readonly stamps: Float64Array;
  /** Key of each file's name in the archive: see `pathOfFile`. */
  readonly keys: Float64Array;
}

/** `articles/2021/01/x.md` or `discussion/2021/01/x.yaml` → `2021/01/x`. */
export function pathOfFile(file: string): string {
  return file.slice(file.indexOf("/") + 1, file.lastIndexOf("."));
}

/** Puts files in columns. */
export function packFiles(files: readonly ContentFile[]): FileColumns {
  let end = 0;
  return {
    paths: files.map(({ path }) => path).join(""),
    ends: Uint32Array.from(files, ({ path }) => (end += path.length)),
    sizes: Float64Array.from(files, ({ size }) => size),
    times: Float64Array.from(files, ({ modifiedAt }) => modifiedAt),
    stamps: Float64Array.from(files, ({ stamp }) => stamp),
    keys: Float64Array.from(files, ({ path }) => keyOf(pathOfFile(path))),
  };
}

/** Several columns as one. */
function joinColumns(parts: readonly FileColumns[]): FileColumns {
  const [first, ...others] = parts.filter(({ ends }) => ends.length > 0);
  if (first === undefined) return packFiles([]);
  if (others.length === 0) return first;
  const all = [first, ...others];
  const count = all.reduce((sum, { ends }) => sum + ends.length, 0);
  const joined = {
    paths: all.map(({ paths }) => paths).join(""),
    ends: new Uint32Array(count),
    sizes: new Float64Array(count),
    times: new Float64Array(count),
    stamps: new Float64Array(count),
    keys: new Float64Array(count),
  };
  let [at, length] = [0, 0];
  for (const { ends, sizes, times, stamps, keys, paths } of all) {
    joined.ends.set(
      ends.map((end) => end + length),
      at,
    );
    joined.sizes.set(sizes, at);
    joined.times.set(times, at);
    joined.stamps.set(stamps, at);
    joined.keys.set(keys, at);
    at += ends.length;
    length += paths.length;
  }
  return joined;
}

export class FileList implements Iterable<ContentFile> {
  readonly #columns: FileColumns;

  constructor(parts: readonly FileColumns[]) {
    this.#columns = joinColumns(parts);
  }

  get length(): number {
    return this.#columns.ends.length;
  }

  /** The key of a file's name without folder and ending, as the archive keeps it. */
  key(index: number): number {
    return this.#columns.keys[index] ?? 0;
  }

  size(index: number): number {
    return this.#columns.sizes[index] ?? 0;
  }

  modifiedAt(index: number): number {
    return this.#columns.times[index] ?? 0;
  }

  stamp(index: number): number {
    return this.#columns.stamps[index] ?? 0;
  }

  file(index: number): ContentFile {
    const { paths, ends } = this.#columns;
    const path = paths.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
    return { path, size: this.size(index), modifiedAt: this.modifiedAt(index), stamp: this.stamp(index) };
  }

  *[Symbol.iterator](): Generator<ContentFile> {
    for (let index = 0; index < this.length; index++) yield this.file(index);
  }
}
