/** A check sum for each block of a file that only grows: what is read from it, block by block, is what was written. */
import { crc32 } from "node:zlib";

export class BlockSums {
  readonly #size: number;
  #sums: number[];

  /** `size`: bytes of a block. */
  constructor(size: number, sums: readonly number[] = []) {
    this.#size = size;
    this.#sums = [...sums];
  }

  /** Takes in what is written from an offset on, in place of all that stood there and after it. What stands before it in its block must be sound. */
  write(offset: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const block = Math.floor((offset + done) / this.#size);
      const inside = (offset + done) % this.#size;
      const part = bytes.subarray(done, done + this.#size - inside);
      this.#sums[block] = crc32(part, inside === 0 ? 0 : (this.#sums[block] ?? 0));
      done += part.length;
    }
  }

  /** Whether a block, as far as the file is ours, is as it was written. */
  fits(block: number, bytes: Uint8Array): boolean {
    return crc32(bytes) === this.#sums[block];
  }

  clear(): void {
    this.#sums = [];
  }

  all(): readonly number[] {
    return this.#sums;
  }
}
