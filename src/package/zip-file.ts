/**
 * A ZIP file, written entry by entry: PKWARE's APPNOTE 6.3.10, with ZIP64 where it is needed. Sizes stand in the local
 * headers (no data descriptors), names are UTF-8, and every entry has the same time, so that the same input gives the same bytes.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";

/** 1 January 1980, midnight: the first moment that a ZIP file knows. */
const DATE = 0x21;
const UTF8 = 0x0800;
/** Files that are compressed already. */
const PACKED = /\.(?:jpe?g|png|webp|avif|gif|mp3|m4a|ogg|woff2|zip|epub)$/;
const MOST = 0xffffffff;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

function uint64(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  for (const [index, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 8 * index);
  return bytes;
}

export class ZipFile {
  readonly #file: number;
  readonly #entries: Entry[] = [];
  #offset = 0;

  constructor(path: string) {
    this.#file = openSync(path, "w");
  }

  #write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) from += writeSync(this.#file, bytes, from);
    this.#offset += bytes.length;
  }

  /** Adds a file. `stored` leaves it uncompressed, as the first file of an EPUB has to be. */
  add(name: string, content: Uint8Array, stored = PACKED.test(name)): void {
    const deflated = stored ? content : deflateSync(content, { level: 6 });
    const method = !stored && deflated.length < content.length ? 8 : 0;
    const data = method === 8 ? deflated : content;
    const bytes = Buffer.from(name, "utf8");
    const entry = {
      name: bytes,
      crc: crc32(content),
      method,
      packed: data.length,
      size: content.length,
      offset: this.#offset,
    };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    this.#describe(entry, 20).copy(header, 4);
    this.#entries.push(entry);
    this.#write(header);
    this.#write(bytes);
    this.#write(data);
  }

  /** The 26 bytes that local and central headers share: from the version to the length of the extra field. */
  #describe({ name, crc, method, packed, size }: Entry, version: number, extra = 0): Buffer {
    const bytes = Buffer.alloc(26);
    bytes.writeUInt16LE(version, 0);
    bytes.writeUInt16LE(UTF8, 2);
    bytes.writeUInt16LE(method, 4);
    bytes.writeUInt16LE(DATE, 8);
    bytes.writeUInt32LE(crc, 10);
    bytes.writeUInt32LE(packed, 14);
    bytes.writeUInt32LE(size, 18);
    bytes.writeUInt16LE(name.length, 22);
    bytes.writeUInt16LE(extra, 24);
    return bytes;
  }

  /** Writes the directory and closes the file; gives its size in bytes. */
  end(): number {
    const start = this.#offset;
    for (const entry of this.#entries) this.#writeCentral(entry);
    const size = this.#offset - start;
    const count = this.#entries.length;
    const wide = count >= 0xffff || start >= MOST || size >= MOST;
    if (wide) this.#writeWideEnd(start, size, count);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(wide ? 0xffff : count, 8);
    end.writeUInt16LE(wide ? 0xffff : count, 10);
    end.writeUInt32LE(wide ? MOST : size, 12);
    end.writeUInt32LE(wide ? MOST : start, 16);
    this.#write(end);
    closeSync(this.#file);
    return this.#offset;
  }

  #writeCentral(entry: Entry): void {
    const far = entry.offset >= MOST;
    const extra = far ? Buffer.concat([Buffer.from([1, 0, 8, 0]), uint64(entry.offset)]) : Buffer.alloc(0);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(45, 4);
    this.#describe(entry, far ? 45 : 20, extra.length).copy(header, 6);
    header.writeUInt32LE(far ? MOST : entry.offset, 42);
    for (const bytes of [header, entry.name, extra]) this.#write(bytes);
  }

  #writeWideEnd(start: number, size: number, count: number): void {
    const at = this.#offset;
    const head = Buffer.alloc(24);
    head.writeUInt32LE(0x06064b50, 0);
    head.writeUInt32LE(44, 4);
    head.writeUInt16LE(45, 12);
    head.writeUInt16LE(45, 14);
    this.#write(Buffer.concat([head, uint64(count, count, size, start)]));
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    uint64(at).copy(locator, 8);
    locator.writeUInt32LE(1, 16);
    this.#write(locator);
  }
}
