/** Writes pages below one folder, and knows the hash of each: the publisher need not read the files again. */
import { hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Html } from "../html.ts";

/** Nearly every page fits; one that may not is encoded by itself. A string takes at most 3 bytes for each of its units. */
const room = Buffer.allocUnsafeSlow(1024 * 1024);

/** What stood in each place of the last page: its styles, masthead and footer stand in the same places of the next one. */
const last: { readonly text: string; bytes: Buffer | undefined }[] = [];

/** UTF-8 of a page, in memory that the next call uses again: worth a third of the time to hash and write it. */
function encode(pieces: readonly string[]): Buffer {
  const most = pieces.reduce((sum, { length }) => sum + length * 3, 0);
  if (most > room.length) return Buffer.from(pieces.join(""));
  let length = 0;
  for (const [place, text] of pieces.entries()) {
    const known = last[place];
    if (known?.text === text) {
      known.bytes ??= Buffer.from(text);
      length += known.bytes.copy(room, length);
    } else {
      last[place] = { text, bytes: undefined };
      length += room.write(text, length);
    }
  }
  return room.subarray(0, length);
}

function writeWhole(path: string, bytes: Buffer): void {
  const file = openSync(path, "w");
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
  } finally {
    closeSync(file);
  }
}

export class PageWriter {
  readonly folder: string;
  readonly #made = new Set<string>();
  #hashes = new Map<string, string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Writes one page at its site-relative address. */
  write(address: string, page: Html | string): void {
    const bytes = encode(typeof page === "string" ? [page] : page.pieces);
    this.#hashes.set(address, hash("sha256", bytes, "hex"));
    const folder = address.slice(0, Math.max(0, address.lastIndexOf("/")));
    if (!this.#made.has(folder)) {
      mkdirSync(join(this.folder, folder), { recursive: true });
      this.#made.add(folder);
    }
    writeWhole(join(this.folder, address), bytes);
  }

  /** SHA-256 of what was written since the last call, lowercase hex, by address. */
  takeHashes(): ReadonlyMap<string, string> {
    const taken = this.#hashes;
    this.#hashes = new Map();
    return taken;
  }
}
