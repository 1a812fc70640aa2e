/** A table from keys of 53 bits to whole numbers, for 100,000 articles at once: a `Map` makes an object of every such key. */

/** What `get` gives for a key that is not there. */
export const NOTHING = -1;

export class KeyTable {
  readonly #keys: Float64Array;
  /** 0 where a place is free, else one more than the value. */
  readonly #values: Uint32Array;
  readonly #mask: number;

  /** `most`: the keys that it will hold. */
  constructor(most: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(8, most * 2)));
    this.#keys = new Float64Array(places);
    this.#values = new Uint32Array(places);
    this.#mask = places - 1;
  }

  /** The place of a key, or the free one where it would go. The low bits of a key are as good as any hash of it. */
  #placeOf(key: number): number {
    let place = key & this.#mask;
    while (this.#values[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & this.#mask;
    return place;
  }

  /** `value` is not below 0. */
  set(key: number, value: number): void {
    const place = this.#placeOf(key);
    this.#keys[place] = key;
    this.#values[place] = value + 1;
  }

  get(key: number): number {
    return (this.#values[this.#placeOf(key)] ?? 0) - 1;
  }
}
