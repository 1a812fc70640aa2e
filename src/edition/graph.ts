/** What open articles say of each other, resolved: which row each reference means, who names a row later, what is a translation of what. */
import { pathOfAddress } from "../article/alias.ts";
import { keyOf } from "../archive/key.ts";
import type { Archive } from "../archive/archive.ts";
import { KeyTable, NOTHING } from "../archive/key-table.ts";

const NONE: readonly number[] = [];

/** Whole numbers by row, several in each, back to back. */
interface Runs {
  /** Where each row's numbers start; one more than rows. */
  readonly starts: Uint32Array;
  readonly values: Int32Array;
}

export class Graph {
  readonly #archive: Archive;
  readonly #paths: KeyTable;
  readonly #titles: KeyTable;
  #addresses: KeyTable | undefined;
  readonly #order: Uint32Array;
  readonly #held = new Set<number>();
  readonly #named: Runs;
  readonly #later: Runs;
  readonly #translated = new Map<number, number[]>();

  constructor(archive: Archive, order: Uint32Array, open: Uint8Array) {
    this.#archive = archive;
    this.#order = order;
    this.#paths = new KeyTable(order.length);
    this.#titles = new KeyTable(order.length);
    const [pathKey, titleKey, translatesKey, addressKey] = [
      archive.column("pathKey"),
      archive.column("titleKey"),
      archive.column("translatesKey"),
      archive.column("addressKey"),
    ];
    for (let index = 0; index < order.length; index++) {
      const row = order[index] ?? 0;
      this.#paths.set(pathKey[row] ?? 0, row);
      const title = titleKey[row] ?? 0;
      this.#titles.set(title, this.#titles.get(title) === NOTHING ? row : this.#ambiguous);
      const original = translatesKey[row] ?? 0;
      if (original === 0) continue;
      const group = this.#translated.get(original);
      if (group === undefined) this.#translated.set(original, [row]);
      else group.push(row);
    }
    for (let row = 0; row < archive.count; row++) {
      if (open[row] === 1 || archive.isRemoved(row)) continue;
      this.#held
        .add(pathKey[row] ?? 0)
        .add(-(titleKey[row] ?? 0))
        .add(addressKey[row] ?? 0);
    }
    this.#named = this.#readNamed(order);
    this.#later = this.#readLater(order);
  }

  /** What was named more than once in the archive is no answer. */
  get #ambiguous(): number {
    return this.#archive.count;
  }

  /** The row that a reference means: of a path or an address where it is positive, of a headline below zero; -1 where there is none or more than one. */
  resolve(reference: number): number {
    const row = reference < 0 ? this.#titles.get(-reference) : this.#paths.get(reference);
    if (row === NOTHING && reference > 0) return this.#findAddress(reference);
    return row === this.#ambiguous ? NOTHING : row;
  }

  /** The open row whose page is, or was, at an address; few texts name one, so the table is made when the first is asked for. */
  #findAddress(key: number): number {
    if (this.#addresses === undefined) {
      const addressKey = this.#archive.column("addressKey");
      const aliases = this.#archive.ragged("aliases");
      const names = this.#archive.tables.aliases;
      this.#addresses = new KeyTable(this.#order.length + 2 * names.size);
      // Former addresses first, so that a page that stands there now counts.
      for (const row of this.#order)
        for (const number of Array.from(aliases.of(row))) {
          const address = names.name(number);
          this.#addresses.set(keyOf(address), row);
          this.#addresses.set(keyOf(pathOfAddress(address) ?? address), row);
        }
      for (const row of this.#order) this.#addresses.set(addressKey[row] ?? 0, row);
    }
    return this.#addresses.get(key);
  }

  /** True for a reference to what is not to be told of: a draft, an embargoed or an expired article. */
  isHeld(reference: number): boolean {
    return this.#held.size > 0 && this.#held.has(reference) && this.resolve(reference) < 0;
  }

  /** The row that an open row's reference means, as `resolve` has it: its related articles in their order, then the links of its text. */
  named(row: number, index: number): number {
    return this.#named.values[(this.#named.starts[row] ?? 0) + index] ?? NOTHING;
  }

  countLater(row: number): number {
    return (this.#later.starts[row + 1] ?? 0) - (this.#later.starts[row] ?? 0);
  }

  /** Of the newer rows that name a row, oldest first, the one with an index. */
  laterAt(row: number, index: number): number {
    return this.#later.values[(this.#later.starts[row] ?? 0) + index] ?? NOTHING;
  }

  /** Newer rows that name a row, oldest first. */
  later(row: number): readonly number[] {
    return Array.from(this.#later.values.subarray(this.#later.starts[row], this.#later.starts[row + 1]));
  }

  /** The rows that are one article in several languages, the original first; empty where there is one only. */
  translations(row: number): readonly number[] {
    if (this.#translated.size === 0) return NONE;
    const key = this.#archive.column("translatesKey")[row] || (this.#archive.column("pathKey")[row] ?? 0);
    const original = this.#paths.get(key);
    const others = this.#translated.get(key) ?? [];
    const group = original === NOTHING ? others : [original, ...others];
    return group.length > 1 ? group : NONE;
  }

  #readNamed(order: Uint32Array): Runs {
    const [related, links] = [this.#archive.ragged("related"), this.#archive.ragged("links")];
    const starts = new Uint32Array(this.#archive.count + 1);
    for (let index = 0; index < order.length; index++) {
      const row = order[index] ?? 0;
      starts[row + 1] = related.count(row) + links.count(row);
    }
    sumUp(starts);
    const values = new Int32Array(starts[this.#archive.count] ?? 0);
    for (let index = 0; index < order.length; index++) {
      const row = order[index] ?? 0;
      let at = starts[row] ?? 0;
      for (let place = 0, count = related.count(row); place < count; place++)
        values[at++] = this.resolve(related.at(row, place));
      for (let place = 0, count = links.count(row); place < count; place++)
        values[at++] = this.resolve(links.at(row, place));
    }
    return { starts, values };
  }

  #readLater(order: Uint32Array): Runs {
    const { starts: namedStarts, values: named } = this.#named;
    const publishedAt = this.#archive.column("publishedAt");
    const starts = new Uint32Array(this.#archive.count + 1);
    // A row that names another one twice counts once.
    const lastNamer = new Int32Array(this.#archive.count).fill(NOTHING);
    const each = (take: (target: number, row: number) => void): void => {
      lastNamer.fill(NOTHING);
      for (let index = 0; index < order.length; index++) {
        const row = order[index] ?? 0;
        const end = namedStarts[row + 1] ?? 0;
        for (let at = namedStarts[row] ?? 0; at < end; at++) {
          const target = named[at] ?? NOTHING;
          if (target < 0 || (publishedAt[target] ?? 0) >= (publishedAt[row] ?? 0) || lastNamer[target] === row)
            continue;
          lastNamer[target] = row;
          take(target, row);
        }
      }
    };
    each((target) => {
      starts[target + 1] = (starts[target + 1] ?? 0) + 1;
    });
    sumUp(starts);
    const values = new Int32Array(starts[this.#archive.count] ?? 0);
    const next = starts.slice();
    each((target, row) => {
      const at = next[target] ?? 0;
      values[at] = row;
      next[target] = at + 1;
    });
    return { starts, values };
  }
}

/** Turns the number of values of each row, which stand one place later, into where they start. */
function sumUp(starts: Uint32Array): void {
  for (let row = 1; row < starts.length; row++) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
}
