/**
 * What the last build knew of every article, and what this one learns: numbers in columns, one row an article, and the
 * heads as JSON in one append-only file, read when a page needs them. 100,000 articles cost about 30 MB of memory.
 *
 * On disk, in the cache folder: `columns` (see `columns-file.ts`) and `records-<n>` (heads, back to back). Rows are kept in order of publication.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { ArticleHead } from "../article/article.ts";
import {
  ARTICLE_COLUMNS,
  COLUMN_NAMES,
  NAMED_COLUMNS,
  type ColumnName,
  RAGGED_NAMES,
  type RaggedName,
  type Row,
  TABLE_NAMES,
  type TableName,
} from "./columns.ts";
import { type ColumnsFile, type ColumnsHeader, readColumnsFile, writeColumnsFile } from "./columns-file.ts";
import type { Notes } from "./notes.ts";
import { Names } from "./name-table.ts";
import { BlockSums } from "./block-sums.ts";
import { DamagedStateError } from "./damaged-state.ts";
import { isCount, Ragged } from "./ragged.ts";

/** Raised whenever the meaning of a column changes; another version's cache is made anew. */
const VERSION = 8;

/** Bytes of the records file that are read at once, and how many such blocks are kept: 16 MB. */
const BLOCK = 16_384;
const BLOCKS_KEPT = 1024;

/** Bits of the column `flags`. */
export const FLAGS = {
  draft: 1,
  retracted: 2,
  audio: 4,
  corrected: 8,
  tags: 16,
  told: 32,
  links: 64,
  parts: 128,
} as const;

const nextRecords = (name: string): string => `records-${Number(name.slice(8)) + 1}`;

export class Archive {
  readonly #folder: string;
  #columns: Record<ColumnName, Float64Array>;
  #ragged: Record<RaggedName, Ragged>;
  #count = 0;
  #removed = new Set<number>();
  #recordsFile = "records-1";
  /** Bytes of the records file that this archive's rows may lie in. */
  #recordBytes = 0;
  #blockSums = new BlockSums(BLOCK);
  #descriptor: number | undefined;
  readonly #blocks = new Map<number, Buffer>();
  readonly #fresh = new Map<number, string>();
  readonly tables: Record<TableName, Names>;
  /** What else the builder keeps from run to run; JSON. */
  notes: Notes = {};

  private constructor(folder: string) {
    this.#folder = folder;
    this.#columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, new Float64Array(0)])) as Record<
      ColumnName,
      Float64Array
    >;
    this.#ragged = Object.fromEntries(RAGGED_NAMES.map((name) => [name, new Ragged()])) as Record<RaggedName, Ragged>;
    this.tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, new Names()])) as Record<TableName, Names>;
  }

  /** An archive that knows nothing yet. Where it comes in the place of another, that one can be read until it is saved. */
  static empty(folder: string, former?: Archive): Archive {
    const archive = new Archive(folder);
    if (former === undefined) return archive;
    const { moved, gone } = former.notes;
    archive.#recordsFile = nextRecords(former.#recordsFile);
    archive.notes = {
      staleRecords: former.#recordsFile,
      ...(moved === undefined ? {} : { moved }),
      ...(gone === undefined ? {} : { gone }),
    };
    return archive;
  }

  /** The archive that the last build left in a folder; undefined where there is none, or one of another version. Throws DamagedStateError. */
  static load(folder: string, name = "columns"): Archive | undefined {
    const path = join(folder, name);
    if (!existsSync(path)) return undefined;
    let file: ColumnsFile;
    try {
      file = readColumnsFile(path);
    } catch (error) {
      throw new DamagedStateError(path, { cause: error });
    }
    return Archive.#read(folder, file);
  }

  /** True where a build left an archive in a folder, of whatever version. */
  static isKept(folder: string): boolean {
    return existsSync(join(folder, "columns"));
  }

  static #read(folder: string, { header, numbers }: ColumnsFile): Archive | undefined {
    if (header.version !== VERSION) return undefined;
    const archive = new Archive(folder);
    let at = 0;
    // Columns are views of what was read: copies of them would cost as much again.
    const take = (length: number) => {
      at += length;
      return numbers.subarray(at - length, at);
    };
    for (const name of COLUMN_NAMES) archive.#columns[name] = take(header.rows);
    for (const name of RAGGED_NAMES)
      archive.#ragged[name] = new Ragged(take(header.rows + 1), take(header.ragged[name]));
    for (const name of TABLE_NAMES) archive.tables[name] = new Names(header.tables[name]);
    archive.#count = header.rows;
    archive.#recordsFile = header.recordsFile;
    archive.#recordBytes = header.recordBytes;
    archive.#blockSums = new BlockSums(BLOCK, header.blockSums);
    archive.notes = { ...header.notes };
    return archive;
  }

  /** Rows from 0, removed ones among them. */
  get count(): number {
    return this.#count;
  }

  column(name: ColumnName): Float64Array {
    return this.#columns[name];
  }

  ragged(name: RaggedName): Ragged {
    return this.#ragged[name];
  }

  isRemoved(row: number): boolean {
    return this.#removed.has(row);
  }

  /** Adds an article, or replaces what a row knew of it. */
  put(values: Row, row = this.#count): number {
    if (row >= this.#count) {
      this.#grow(row + 1);
      this.#count = row + 1;
    }
    for (const name of ARTICLE_COLUMNS) this.#columns[name][row] = values[name];
    for (const { column, table } of NAMED_COLUMNS) {
      const name = values.filedUnder[column];
      this.#columns[column][row] = name === undefined ? -1 : this.tables[table].number(name);
    }
    this.#columns.recordLength[row] = 0;
    this.#columns.resolvedKey[row] = 0;
    for (const name of RAGGED_NAMES) if (name !== "chosen") this.#ragged[name].set(row, values[name]);
    this.#fresh.set(row, values.head);
    return row;
  }

  /** To be called after many articles were put. */
  settle(): void {
    this.flush();
    for (const name of RAGGED_NAMES) this.#ragged[name].settle(this.#count);
  }

  remove(row: number): void {
    this.#removed.add(row);
  }

  #grow(rows: number): void {
    if (rows <= this.#columns.pathKey.length) return;
    const capacity = Math.max(rows, Math.ceil(this.#columns.pathKey.length * 1.5), 1024);
    for (const name of COLUMN_NAMES) {
      const grown = new Float64Array(capacity);
      grown.set(this.#columns[name].subarray(0, this.#count));
      this.#columns[name] = grown;
    }
  }

  /** The head of a row's article. */
  head(row: number): ArticleHead {
    return JSON.parse(this.#recordOf(row)) as ArticleHead;
  }

  #recordOf(row: number): string {
    const fresh = this.#fresh.get(row);
    if (fresh !== undefined) return fresh;
    const start = this.#columns.recordAt[row] ?? 0;
    const end = start + (this.#columns.recordLength[row] ?? 0);
    const first = Math.floor(start / BLOCK);
    if (end <= (first + 1) * BLOCK)
      return this.#blockAt(first).toString("utf8", start - first * BLOCK, end - first * BLOCK);
    const parts: Buffer[] = [];
    for (let block = first; block * BLOCK < end; block++)
      parts.push(this.#blockAt(block).subarray(Math.max(0, start - block * BLOCK), end - block * BLOCK));
    return Buffer.concat(parts).toString("utf8");
  }

  /** A piece of the records file. Neighbours in time lie near each other, so that one read serves many heads. */
  #blockAt(index: number): Buffer {
    let block = this.#blocks.get(index);
    if (block === undefined) {
      if (this.#blocks.size >= BLOCKS_KEPT) this.#blocks.clear();
      block = this.#readBlock(index);
      if (!this.#blockSums.fits(index, block)) throw new DamagedStateError(join(this.#folder, this.#recordsFile));
      this.#blocks.set(index, block);
    }
    return block;
  }

  #readBlock(index: number): Buffer {
    const length = Math.min(BLOCK, this.#recordBytes - index * BLOCK);
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, length));
    try {
      this.#descriptor ??= openSync(join(this.#folder, this.#recordsFile), "r");
      return bytes.subarray(0, readSync(this.#descriptor, bytes, 0, bytes.length, index * BLOCK));
    } catch (error) {
      throw new DamagedStateError(join(this.#folder, this.#recordsFile), { cause: error });
    }
  }

  /** Writes heads that came since the last call to the records file, so that memory is bounded by what comes between. */
  flush(): void {
    if (this.#fresh.size === 0) return;
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, this.#recordsFile);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) rmSync(path, { recursive: true });
    const descriptor = openSync(path, existsSync(path) ? "r+" : "w");
    const chunks: Buffer[] = [];
    let at = this.#recordBytes;
    for (const [row, head] of this.#fresh) {
      const bytes = Buffer.from(head);
      this.#columns.recordAt[row] = at;
      this.#columns.recordLength[row] = bytes.length;
      at += bytes.length;
      chunks.push(bytes);
    }
    const all = Buffer.concat(chunks);
    this.#blockSums.write(this.#recordBytes, all);
    for (let done = 0; done < all.length;)
      done += writeSync(descriptor, all, done, all.length - done, this.#recordBytes + done);
    closeSync(descriptor);
    this.#recordBytes = at;
    this.#blocks.clear();
    this.#fresh.clear();
  }

  /** The rows that are not removed, in order of publication, then of path. */
  order(): Uint32Array {
    const { publishedAt, pathKey } = this.#columns;
    const compare = (one: number, other: number): number =>
      (publishedAt[one] ?? 0) - (publishedAt[other] ?? 0) || (pathKey[one] ?? 0) - (pathKey[other] ?? 0);
    const rows = new Uint32Array(this.#count);
    let count = 0;
    // As a rule they stand in order already, but for the new ones.
    let sorted = true;
    for (let row = 0; row < this.#count; row++) {
      if (this.#removed.size > 0 && this.#removed.has(row)) continue;
      sorted &&= count === 0 || compare(rows[count - 1] ?? 0, row) <= 0;
      rows[count++] = row;
    }
    const order = rows.subarray(0, count);
    return sorted ? order : order.sort(compare);
  }

  /** Saves under a name, rows in order and removed ones gone; `load` then gives the same archive with new row numbers. */
  save(name = "columns"): void {
    this.flush();
    const order = this.order();
    this.#compactRecords(order);
    const inOrder = isCount(order);
    const packed = RAGGED_NAMES.map((ragged) => {
      const { starts, values } = this.#ragged[ragged].pack(order);
      const moved = ragged === "chosen" && !(inOrder && order.length === this.#count);
      return { starts, values: moved ? this.#moveRows(values, order) : values };
    });
    const header: ColumnsHeader = {
      version: VERSION,
      rows: order.length,
      recordsFile: this.#recordsFile,
      recordBytes: this.#recordBytes,
      tables: Object.fromEntries(TABLE_NAMES.map((table) => [table, this.tables[table].all()])) as Record<
        TableName,
        string[]
      >,
      ragged: Object.fromEntries(
        RAGGED_NAMES.map((ragged, index) => [ragged, packed[index]?.values.length ?? 0]),
      ) as Record<RaggedName, number>,
      notes: this.notes,
      blockSums: this.#blockSums.all(),
    };
    const columns = COLUMN_NAMES.map((column) => {
      const source = this.#columns[column];
      return inOrder ? source.subarray(0, order.length) : Float64Array.from(order, (row) => source[row] ?? 0);
    });
    mkdirSync(this.#folder, { recursive: true });
    const lists = packed.flatMap(({ starts, values }) => [starts, values]);
    writeColumnsFile(join(this.#folder, name), header, [...columns, ...lists]);
  }

  /** Numbers of rows as they will be when the rows stand in this order; -1 of a row that goes. */
  #moveRows(rows: Float64Array, order: Uint32Array): Float64Array {
    const moved = new Float64Array(this.#count).fill(-1);
    for (let index = 0; index < order.length; index++) moved[order[index] ?? 0] = index;
    return rows.map((row) => moved[row] ?? -1);
  }

  /** Starts a new records file where more than half of the old one is of no use any more. */
  #compactRecords(order: Uint32Array): void {
    const { recordAt, recordLength } = this.#columns;
    let used = 0;
    for (const row of order) used += recordLength[row] ?? 0;
    if (this.#recordBytes < 1_000_000 || used * 2 > this.#recordBytes) return;
    const old = this.#recordsFile;
    const bytes = Buffer.concat(
      Array.from({ length: Math.ceil(this.#recordBytes / BLOCK) }, (_none, block) => this.#blockAt(block)),
    );
    const parts: Buffer[] = [];
    let at = 0;
    for (const row of order) {
      const start = recordAt[row] ?? 0;
      const length = recordLength[row] ?? 0;
      parts.push(bytes.subarray(start, start + length));
      recordAt[row] = at;
      at += length;
    }
    this.close();
    this.#recordsFile = nextRecords(old);
    this.#recordBytes = at;
    const packed = Buffer.concat(parts);
    this.#blockSums.clear();
    this.#blockSums.write(0, packed);
    this.#blocks.clear();
    writeFileSync(join(this.#folder, this.#recordsFile), packed);
    this.notes.staleRecords = old;
  }

  /** Removes a records file that a compaction left behind; call once the saved columns stand in place of the old. */
  sweep(): void {
    const { staleRecords } = this.notes;
    if (staleRecords === undefined) return;
    rmSync(join(this.#folder, staleRecords), { recursive: true, force: true });
    delete this.notes.staleRecords;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
