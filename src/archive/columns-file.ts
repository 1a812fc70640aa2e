/**
 * The file of the archive's columns: a line with the CRC-32 of all that follows, a line of JSON that says what that is, then
 * the columns as 64-bit floats in the machine's byte order, back to back.
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, writeSync, writevSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { Notes } from "./notes.ts";
import type { RaggedName, TableName } from "./columns.ts";

export interface ColumnsHeader {
  readonly version: number;
  readonly rows: number;
  readonly recordsFile: string;
  readonly recordBytes: number;
  readonly tables: Readonly<Record<TableName, readonly string[]>>;
  readonly ragged: Readonly<Record<RaggedName, number>>;
  readonly notes: Notes;
  /** CRC-32 of each block of the records file. */
  readonly blockSums: readonly number[];
}

export interface ColumnsFile {
  readonly header: ColumnsHeader;
  /** All columns, as they stand in the file. */
  readonly numbers: Float64Array<ArrayBuffer>;
}

/** Bytes in which the first line is read; most are shorter. */
const HEADER_BLOCK = 1024 * 1024;
const LINE_END = 10;
/** Bytes of the first line: eight hex digits and its end. */
const SUM_LINE = 9;

function sumLine(parts: readonly Buffer[]): string {
  // Of no bytes at all, zlib may give 0 in place of the sum so far.
  const sum = parts.reduce((running, part) => (part.length === 0 ? running : crc32(part, running)), 0);
  return `${sum.toString(16).padStart(8, "0")}\n`;
}

/** Reads the columns to where they stay, since 30 MB are not to be copied once more. Throws where the file is not what was written. */
export function readColumnsFile(path: string): ColumnsFile {
  const descriptor = openSync(path, "r");
  try {
    let start = Buffer.alloc(0);
    while (start.indexOf(LINE_END, SUM_LINE) === -1) {
      const more = Buffer.allocUnsafe(HEADER_BLOCK);
      const length = readSync(descriptor, more, 0, HEADER_BLOCK, start.length);
      if (length === 0) throw new RangeError(`${path} has no line`);
      start = Buffer.concat([start, more.subarray(0, length)]);
    }
    const columnsAt = start.indexOf(LINE_END, SUM_LINE) + 1;
    const numbers = new Float64Array((fstatSync(descriptor).size - columnsAt) / Float64Array.BYTES_PER_ELEMENT);
    const bytes = bytesOf(numbers);
    for (let done = 0; done < bytes.length;) {
      const length = readSync(descriptor, bytes, done, bytes.length - done, columnsAt + done);
      if (length === 0) throw new RangeError(`${path} is cut off`);
      done += length;
    }
    const line = start.subarray(SUM_LINE, columnsAt);
    if (sumLine([line, bytes]) !== start.toString("latin1", 0, SUM_LINE)) throw new RangeError(`${path} is damaged`);
    return { header: JSON.parse(line.toString("utf8")) as ColumnsHeader, numbers };
  } finally {
    closeSync(descriptor);
  }
}

/** Writes the file whole, or leaves the one that was there. */
export function writeColumnsFile(path: string, header: ColumnsHeader, columns: readonly Float64Array[]): void {
  const draft = `${path}.part`;
  const parts = [Buffer.from(`${JSON.stringify(header)}\n`), ...columns.map(bytesOf)];
  writeParts(draft, [Buffer.from(sumLine(parts)), ...parts]);
  renameSync(draft, path);
}

function bytesOf(numbers: Float64Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Writes some buffers one after the other, without a copy of them all. */
function writeParts(path: string, parts: readonly Buffer[]): void {
  const descriptor = openSync(path, "w");
  try {
    let written = writevSync(descriptor, parts);
    // A disk may take less than it is given; the rest follows piece by piece.
    for (const part of parts) {
      for (let done = Math.min(written, part.length); done < part.length;)
        done += writeSync(descriptor, part, done, part.length - done);
      written -= Math.min(written, part.length);
    }
  } finally {
    closeSync(descriptor);
  }
}
