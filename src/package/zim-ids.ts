/**
 * The random numbers of a ZIM file, made out of what is in it: the file's own UUID and those of its two search indexes.
 * https://wiki.openzim.org/wiki/ZIM_file_format has the layout; an index is a Xapian database in one file, which begins with
 * 14 bytes of name, two of version, and its UUID (xapian-core, backends/glass/glass_version.cc).
 */
import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync, readSync, writeSync } from "node:fs";

/** Where the header says what, bytes from its start. */
const HEADER = { length: 80, uuid: 8, entries: 24, addresses: 32, clusters: 48, checksum: 72 } as const;
const ID = 16;
const XAPIAN = Buffer.from("\x0f\rXapian Glass", "latin1");
/** What a directory entry says it is, where it is no content of a cluster. */
const REDIRECT = 0xffff;
/** In a cluster's first byte: how it is compressed, and whether its offsets have eight bytes. */
const COMPRESSION = 0x0f;
const PLAIN = 1;
const LARGE = 0x10;
const PIECE = 1 << 20;

class ZimFile {
  readonly #file: number;
  readonly header: Buffer;

  constructor(path: string) {
    this.#file = openSync(path, "r+");
    this.header = this.read(0, HEADER.length);
  }

  close(): void {
    closeSync(this.#file);
  }

  read(from: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    if (readSync(this.#file, bytes, 0, length, from) < length) throw new RangeError("the ZIM file ends too early");
    return bytes;
  }

  write(from: number, bytes: Uint8Array): void {
    writeSync(this.#file, bytes, 0, bytes.length, from);
  }

  pointer(from: number): number {
    return Number(this.read(from, 8).readBigUInt64LE());
  }

  /** Address of the end of all that the checksum covers. */
  get end(): number {
    return Number(this.header.readBigUInt64LE(HEADER.checksum));
  }

  feed<Sum extends Hash>(sum: Sum): Sum {
    for (let from = 0; from < this.end; from += PIECE) sum.update(this.read(from, Math.min(PIECE, this.end - from)));
    return sum;
  }

  /** Addresses of what stands uncompressed in namespace X, which comes last in the order of entries: listings and indexes. */
  *indexes(): Generator<number> {
    const addresses = Number(this.header.readBigUInt64LE(HEADER.addresses));
    for (let entry = this.header.readUInt32LE(HEADER.entries) - 1; entry >= 0; entry--) {
      const found = this.read(this.pointer(addresses + 8 * entry), ID);
      if (found.toString("latin1", 3, 4) !== "X") return;
      if (found.readUInt16LE(0) === REDIRECT) continue;
      const address = this.#blob(found.readUInt32LE(8), found.readUInt32LE(12));
      if (address !== undefined) yield address;
    }
  }

  #blob(cluster: number, blob: number): number | undefined {
    const start = this.pointer(Number(this.header.readBigUInt64LE(HEADER.clusters)) + 8 * cluster);
    const kind = this.read(start, 1).readUInt8();
    if ((kind & COMPRESSION) > PLAIN) return undefined;
    const offset =
      (kind & LARGE) === 0 ? this.read(start + 1 + 4 * blob, 4).readUInt32LE() : this.pointer(start + 1 + 8 * blob);
    return start + 1 + offset;
  }
}

/** An id out of a digest: a UUID of version 8, whose bits are the maker's own (RFC 9562, 5.8). */
function idOf(content: Buffer, place: number): Buffer {
  const id = createHash("sha256").update(content).update(String(place)).digest().subarray(0, ID);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x80, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  return id;
}

/** Gives a ZIM file ids that follow from its content, and its checksum anew. */
export function settleIds(path: string): void {
  const zim = new ZimFile(path);
  try {
    const places: number[] = [HEADER.uuid];
    for (const address of zim.indexes())
      if (zim.read(address, XAPIAN.length).equals(XAPIAN)) places.push(address + XAPIAN.length + 2);
    for (const place of places) zim.write(place, Buffer.alloc(ID));
    const content = zim.feed(createHash("sha256")).digest();
    places.forEach((place, index) => zim.write(place, idOf(content, index)));
    zim.write(zim.end, zim.feed(createHash("md5")).digest());
  } finally {
    zim.close();
  }
}
