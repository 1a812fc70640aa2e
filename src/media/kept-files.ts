/** Files that a build keeps for later ones, each with a check sum: what was damaged is as if it were not there. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Is told the path of a kept file that was damaged. */
export type OnDamage = (file: string) => void;

const SUM_BYTES = 32;
const sumOf = (content: Uint8Array): Buffer => createHash("sha256").update(content).digest();

let parts = 0;

export class KeptFiles {
  readonly #folder: string;
  readonly #onDamage: OnDamage | undefined;

  /** The folder need not exist. */
  constructor(folder: string, onDamage?: OnDamage) {
    this.#folder = folder;
    this.#onDamage = onDamage;
  }

  /** The content that was written under a name; undefined where there is none, or not what was written. */
  read(name: string): Buffer | undefined {
    const file = path.join(this.#folder, name);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      const absent = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!absent) this.#onDamage?.(file);
      return undefined;
    }
    const content = bytes.subarray(SUM_BYTES);
    if (sumOf(content).equals(bytes.subarray(0, SUM_BYTES))) return content;
    this.#onDamage?.(file);
    return undefined;
  }

  /** Writes whole, or leaves what was there. */
  write(name: string, content: Uint8Array): void {
    const file = path.join(this.#folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    const part = `${file}.${process.pid}-${++parts}.part`;
    writeFileSync(part, Buffer.concat([sumOf(content), content]));
    try {
      renameSync(part, file);
    } catch {
      // Something else stands there, such as a folder.
      rmSync(file, { recursive: true, force: true });
      renameSync(part, file);
    }
  }
}
