/**
 * Many growing lists of bytes in few large pages, after Lucene's byte pool: a list is a chain of slices, each twice as
 * long as the one before, whose last four bytes say where the next one is. A million lists cost their bytes and little more.
 */

const PAGE_BITS = 20;
const PAGE = 1 << PAGE_BITS;
const LINK = 4;
const FIRST_SLICE = 16;
const LONGEST_SLICE = 1 << 15;

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

export class ByteChains {
  readonly #pages: Uint8Array[] = [];
  /** Address of the next free byte of the pool; at most 2^32. */
  #free = 0;
  /** By chain: addresses of its first byte, of the next to write, and of its slice's link; and the slice's length. */
  #first = new Uint32Array(4096);
  #next = new Uint32Array(4096);
  #link = new Uint32Array(4096);
  #slice = new Uint32Array(4096);
  #count = 0;

  /** Starts a chain; chains are numbered from 0. */
  start(): number {
    const chain = this.#count++;
    if (chain >= this.#first.length) {
      const length = this.#first.length * 2;
      this.#first = grown(this.#first, length);
      this.#next = grown(this.#next, length);
      this.#link = grown(this.#link, length);
      this.#slice = grown(this.#slice, length);
    }
    this.#first[chain] = this.#allot(chain, FIRST_SLICE);
    return chain;
  }

  #allot(chain: number, size: number): number {
    if ((this.#free & (PAGE - 1)) + size > PAGE) this.#free = (Math.floor(this.#free / PAGE) + 1) * PAGE;
    const address = this.#free;
    if (address + size >= 2 ** 32) throw new RangeError("search: one segment's postings pass 4 GB");
    while (this.#pages.length * PAGE < address + size) this.#pages.push(new Uint8Array(PAGE));
    this.#free += size;
    this.#next[chain] = address;
    this.#link[chain] = address + size - LINK;
    this.#slice[chain] = size;
    return address;
  }

  #page(address: number): Uint8Array {
    const page = this.#pages[address >>> PAGE_BITS];
    if (page === undefined) throw new RangeError("search: address beyond the pool");
    return page;
  }

  /** Appends a byte. */
  push(chain: number, byte: number): void {
    let at = this.#next[chain] ?? 0;
    if (at === this.#link[chain]) at = this.#lengthen(chain);
    const page = this.#pages[at >>> PAGE_BITS];
    if (page !== undefined) page[at & (PAGE - 1)] = byte;
    this.#next[chain] = at + 1;
  }

  #lengthen(chain: number): number {
    const link = this.#link[chain] ?? 0;
    const at = this.#allot(chain, Math.min((this.#slice[chain] ?? FIRST_SLICE) * 2, LONGEST_SLICE));
    const page = this.#page(link);
    const offset = link & (PAGE - 1);
    for (let index = 0; index < LINK; index++) page[offset + index] = at >>> (8 * index);
    return at;
  }

  /** Appends a whole number, seven bits a byte, low bits first. */
  pushNumber(chain: number, value: number): void {
    let rest = value;
    while (rest > 127) {
      this.push(chain, (rest & 127) | 128);
      rest >>>= 7;
    }
    this.push(chain, rest);
  }

  /** Reader of a chain from its start, which must not be read past its end. */
  read(chain: number): () => number {
    let size = FIRST_SLICE;
    let at = this.#first[chain] ?? 0;
    let page = this.#page(at);
    let offset = at & (PAGE - 1);
    let left = size - LINK;
    const byte = (): number => {
      if (left === 0) {
        at = 0;
        for (let index = 0; index < LINK; index++) at += (page[offset + index] ?? 0) * 256 ** index;
        size = Math.min(size * 2, LONGEST_SLICE);
        page = this.#page(at);
        offset = at & (PAGE - 1);
        left = size - LINK;
      }
      left--;
      return page[offset++] ?? 0;
    };
    return () => {
      let value = 0;
      let shift = 0;
      let next = byte();
      while (next > 127) {
        value |= (next & 127) << shift;
        shift += 7;
        next = byte();
      }
      return value | (next << shift);
    };
  }
}
