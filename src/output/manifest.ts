/**
 * What the output folder holds: the lines of its `SHA256SUMS`, `<64 hex digits>  <address>\n`, sorted by the bytes of
 * the address, readable by `sha256sum -c`. Kept as the file's own bytes and searched by halving, so that a republish of
 * one article in 250,000 files neither parses nor prints 25 MB.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PublishError, publishErrorOf, systemCode } from "./publish-error.ts";

/** Name of the manifest in the output folder; it does not list itself. */
export const MANIFEST_NAME = "SHA256SUMS";

const NEWLINE = 10;
/** Where the address begins in a line: after 64 digits and two spaces. */
const ADDRESS_AT = 66;
/** From so many look-ups on, a Map is cheaper than halving. */
const LOOKUPS_BEFORE_INDEX = 4_000;
/** Tables of so many bytes are checked line by line whenever they are read. */
const SMALL = 100_000;
const LINE = /^[0-9a-f]{64} {2}[^\\\r\n]+$/;

/** Addresses in the order of the manifest: by bytes, as `LC_ALL=C sort` does. */
export function sortAddresses(addresses: Iterable<string>): string[] {
  const sorted = [...addresses];
  const ascii = sorted.every((address) => isAscii(address));
  return ascii ? sorted.sort() : sorted.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** An immutable table of addresses and the SHA-256 of what stands there. */
export class Manifest {
  /** The file as it is written. */
  readonly bytes: Buffer;
  #lookups = 0;
  #index: Map<string, string> | undefined;
  #size: number | undefined;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** The manifest of an output folder, or undefined where it has none. Throws PublishError where it is damaged. */
  static read(output: string): Manifest | undefined {
    const path = join(output, MANIFEST_NAME);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      const code = systemCode(error);
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw publishErrorOf(error, "read the table of the output", path);
    }
    const manifest = new Manifest(bytes);
    const fault = manifest.#fault(64);
    if (fault !== undefined) throw damaged(path, fault);
    return manifest;
  }

  static from(hashes: ReadonlyMap<string, string>): Manifest {
    return new Manifest(Buffer.alloc(0)).with(hashes, []);
  }

  /** Number of files listed. */
  get size(): number {
    if (this.#size === undefined) {
      let count = 0;
      for (let at = this.bytes.indexOf(NEWLINE); at !== -1; at = this.bytes.indexOf(NEWLINE, at + 1)) count++;
      this.#size = count;
    }
    return this.#size;
  }

  /** SHA-256 in lowercase hex of what stands at an address, or undefined where nothing of ours does. */
  hashOf(address: string): string | undefined {
    if (this.#index === undefined && ++this.#lookups > LOOKUPS_BEFORE_INDEX) this.#index = new Map(this.entries());
    if (this.#index !== undefined) return this.#index.get(address);
    const { start, found } = this.#find(Buffer.from(address));
    return found ? this.bytes.toString("latin1", start, start + 64) : undefined;
  }

  has(address: string): boolean {
    return this.hashOf(address) !== undefined;
  }

  /** Address and hash of every file, sorted by address. */
  *entries(): Generator<[address: string, hash: string]> {
    for (let start = 0; start < this.bytes.length;) {
      const end = this.#lineEnd(start);
      yield [this.bytes.toString("utf8", start + ADDRESS_AT, end), this.bytes.toString("latin1", start, start + 64)];
      start = end + 1;
    }
  }

  /** The table with some files set and some taken out; those set win where an address is in both. */
  with(hashes: ReadonlyMap<string, string>, removals: Iterable<string>): Manifest {
    const edits = new Set(hashes.keys());
    for (const address of removals) edits.add(address);
    const parts: Buffer[] = [];
    let from = 0;
    let size = this.size;
    for (const address of sortAddresses(edits)) {
      const { start, end, found } = this.#find(Buffer.from(address), from);
      const hash = hashes.get(address);
      if (!found && hash === undefined) continue;
      if (start > from) parts.push(this.bytes.subarray(from, start));
      if (hash !== undefined) parts.push(Buffer.from(line(hash, address)));
      from = found ? end + 1 : start;
      size += (hash === undefined ? 0 : 1) - (found ? 1 : 0);
    }
    if (parts.length === 0 && from === 0) return this;
    parts.push(this.bytes.subarray(from));
    const next = new Manifest(Buffer.concat(parts));
    next.#size = size;
    return next;
  }

  /** The first line that is out of form or out of order, as a sentence; undefined where the whole table is sound. */
  fault(): string | undefined {
    return this.#fault(Number.POSITIVE_INFINITY);
  }

  #fault(samples: number): string | undefined {
    const { bytes } = this;
    if (bytes.length === 0) return undefined;
    if (bytes[bytes.length - 1] !== NEWLINE) return "its last line is cut off";
    const sampled = Number.isFinite(samples) && bytes.length > SMALL;
    const stride = sampled ? Math.floor(bytes.length / samples) : 1;
    let previous: Buffer | undefined;
    for (let start = 0; start < bytes.length;) {
      const end = this.#lineEnd(start);
      const text = bytes.toString("utf8", start, end);
      if (!LINE.test(text)) return `it holds the line ${JSON.stringify(text.slice(0, 120))}`;
      const address = bytes.subarray(start + ADDRESS_AT, end);
      if (previous !== undefined && Buffer.compare(previous, address) >= 0) {
        return `${address.toString()} stands after ${previous.toString()}`;
      }
      previous = address;
      start = stride === 1 ? end + 1 : this.#lineEnd(Math.max(end, Math.min(end + stride, bytes.length - 1))) + 1;
    }
    return undefined;
  }

  #lineEnd(start: number): number {
    const end = this.bytes.indexOf(NEWLINE, start);
    return end === -1 ? this.bytes.length : end;
  }

  /** The line of an address, or where it would be put; `from` is the start of a line at or before it. */
  #find(address: Buffer, from = 0): { readonly start: number; readonly end: number; readonly found: boolean } {
    const { bytes } = this;
    let low = from;
    let high = bytes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === low ? low : Math.max(low, bytes.lastIndexOf(NEWLINE, middle - 1) + 1);
      const end = this.#lineEnd(start);
      const order = bytes.compare(address, 0, address.length, Math.min(start + ADDRESS_AT, end), end);
      if (order === 0) return { start, end, found: true };
      if (order < 0) low = end + 1;
      else high = start;
    }
    return { start: low, end: low, found: false };
  }
}

function line(hash: string, address: string): string {
  if (hash.length !== 64 || /[\\\r\n]/.test(address) || address === "") {
    throw new PublishError(
      "this name cannot stand in the table of the output",
      JSON.stringify(address),
      "rename the file: no backslash and no line break",
    );
  }
  return `${hash}  ${address}\n`;
}

function damaged(path: string, fault: string): PublishError {
  return new PublishError(
    `the table of the output is damaged (${fault})`,
    path,
    "build again with --mend, which compares every file anew",
  );
}
