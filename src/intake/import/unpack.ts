/**
 * A zip → a folder of its files, by fflate, streamed, with a limit at every step. No name from the zip is ever used as a
 * path on this machine: files are numbered, and their names kept in a table.
 */
import { createReadStream, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import { IntakeError } from "../intake-error.ts";
import { LIMITS, renderSize } from "../limits.ts";

/** What a zip held. */
export interface Unpacked {
  /** Path on this machine by the name in the zip, in the order of the zip. */
  readonly files: ReadonlyMap<string, string>;
  /** Files left out, with the reason. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/** Why a name in a zip is refused, or undefined. */
export function nameFault(name: string): string | undefined {
  if (name.length > 1000) return "its name is longer than 1,000 characters";
  if (/^(?:[/\\]|[A-Za-z]:)/.test(name)) return "its name is an absolute path";
  if (name.split(/[/\\]/).includes("..")) return "its name climbs out of the zip";
  return /\p{Cc}/u.test(name) ? "its name holds control characters" : undefined;
}

const IGNORED = /(?:^|\/)(?:__MACOSX|\.git|node_modules)\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

class Unpacker {
  readonly files = new Map<string, string>();
  readonly left: { name: string; reason: string }[] = [];
  readonly #folder: string;
  readonly #fail: (error: IntakeError) => void;
  #count = 0;
  #out = 0;
  packed = 0;

  constructor(folder: string, fail: (error: IntakeError) => void) {
    this.#folder = folder;
    this.#fail = fail;
  }

  onFile(file: UnzipFile): void {
    if (++this.#count > LIMITS.files) {
      this.#fail(new IntakeError(`a zip of more than ${LIMITS.files} files`, "split it"));
      return;
    }
    if (file.name.endsWith("/") || IGNORED.test(file.name)) return;
    const fault = nameFault(file.name);
    if (fault !== undefined) {
      this.left.push({ name: file.name.replace(/\p{Cc}/gu, "?").slice(0, 200), reason: fault });
      return;
    }
    if ((file.originalSize ?? 0) > LIMITS.archive) {
      this.left.push({ name: file.name, reason: `it is larger than ${renderSize(LIMITS.archive)}` });
      return;
    }
    this.#take(file);
  }

  #take(file: UnzipFile): void {
    const chunks: Uint8Array[] = [];
    let size = 0;
    let dropped = false;
    const path = join(this.#folder, String(this.#count).padStart(6, "0"));
    file.ondata = (error, chunk, final) => {
      if (dropped) return;
      if (error !== null) {
        dropped = true;
        this.left.push({ name: file.name, reason: `it is damaged (${error.message})` });
        return;
      }
      size += chunk.length;
      this.#out += chunk.length;
      if (this.#out > LIMITS.unpacked || (this.#out > LIMITS.suspectFrom && this.#out > this.packed * LIMITS.ratio)) {
        dropped = true;
        this.#fail(
          new IntakeError(
            `a zip that unpacks to far more than it holds (${renderSize(this.#out)} from ${renderSize(this.packed)})`,
            "such a zip is made to do harm; ask who sent it",
          ),
        );
        return;
      }
      if (size > LIMITS.archive) {
        dropped = true;
        file.terminate();
        this.left.push({ name: file.name, reason: `it is larger than ${renderSize(LIMITS.archive)}` });
        return;
      }
      chunks.push(chunk);
      if (!final) return;
      writeFileSync(path, Buffer.concat(chunks));
      this.files.set(file.name, path);
    };
    try {
      file.start();
    } catch (error) {
      dropped = true;
      this.left.push({ name: file.name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

/**
 * Unpacks a zip into `folder`, which is made. Throws an `IntakeError` for a zip that is broken or unpacks to far more than
 * it holds; files with names that climb are left out and listed.
 */
export async function unpackZip(zip: string, folder: string): Promise<Unpacked> {
  mkdirSync(folder, { recursive: true });
  let failed: IntakeError | undefined;
  const unpacker = new Unpacker(folder, (error) => {
    failed ??= error;
  });
  const unzip = new Unzip((file) => unpacker.onFile(file));
  unzip.register(UnzipInflate);
  try {
    // Small steps: one of them can unpack to a thousand times its size before anything can be counted.
    for await (const chunk of createReadStream(zip, { highWaterMark: 16 * 1024 })) {
      const bytes: Uint8Array = chunk;
      unpacker.packed += bytes.length;
      unzip.push(bytes, false);
      if (failed !== undefined) break;
    }
    if (failed === undefined) unzip.push(new Uint8Array(0), true);
  } catch (error) {
    failed ??= new IntakeError(
      `a zip that is broken (${error instanceof Error ? error.message : String(error)})`,
      "pack it again",
    );
  }
  if (failed === undefined && unpacker.files.size === 0 && unpacker.left.length === 0)
    failed = new IntakeError("a zip without a file", "pack the articles into it");
  if (failed !== undefined) {
    rmSync(folder, { recursive: true, force: true });
    throw failed;
  }
  return { files: unpacker.files, left: unpacker.left };
}
