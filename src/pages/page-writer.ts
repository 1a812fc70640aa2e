/** Writes pages below one folder, and knows the hash of each: the publisher need not read the files again. */
import { hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Nearly every page fits; one that may not is encoded by itself. A string takes at most 3 bytes for each of its units. */
const room = Buffer.allocUnsafeSlow(1024 * 1024);

/** The stylesheet that the last page had in it, and its bytes: half of a page, and the same in all pages of a kind. */
let styles = { text: "", bytes: Buffer.alloc(0) };

/** UTF-8 of a text, in memory that the next call uses again: worth a third of the time to hash and write a page. */
function encode(text: string): Buffer {
  if (text.length * 3 > room.length) return Buffer.from(text);
  const at = text.indexOf("<style>") + "<style>".length;
  if (at < "<style>".length) return room.subarray(0, room.write(text));
  if (!text.startsWith(styles.text, at) || styles.text === "") {
    const bytes = Buffer.from(text.slice(at, Math.max(at, text.indexOf("</style>", at))));
    styles = { text: bytes.toString(), bytes };
  }
  let length = room.write(text.slice(0, at));
  length += styles.bytes.copy(room, length);
  return room.subarray(0, length + room.write(text.slice(at + styles.text.length), length));
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
  readonly #folder: string;
  readonly #made = new Set<string>();
  /** SHA-256 of what was written, lowercase hex, by address. */
  readonly hashes = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes one page at its site-relative address. */
  write(address: string, text: string): void {
    const bytes = encode(text);
    this.hashes.set(address, hash("sha256", bytes, "hex"));
    const folder = address.slice(0, Math.max(0, address.lastIndexOf("/")));
    if (!this.#made.has(folder)) {
      mkdirSync(join(this.#folder, folder), { recursive: true });
      this.#made.add(folder);
    }
    writeWhole(join(this.#folder, address), bytes);
  }
}
