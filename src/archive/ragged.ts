/** A column whose rows hold several numbers each, stored as one run; rows changed since it was read lie beside it. */
const NONE: readonly number[] = [];

/** True of 0, 1, 2, … */
export function isCount(rows: ArrayLike<number>): boolean {
  for (let index = 0; index < rows.length; index++) if (rows[index] !== index) return false;
  return true;
}

export class Ragged {
  #starts: Float64Array;
  #values: Float64Array;
  readonly #changed = new Map<number, readonly number[]>();

  constructor(starts = new Float64Array(1), values = new Float64Array(0)) {
    this.#starts = starts;
    this.#values = values;
  }

  /** The numbers of a row; not to be written to. */
  of(row: number): ArrayLike<number> {
    const changed = this.#changed.size === 0 ? undefined : this.#changed.get(row);
    if (changed !== undefined) return changed;
    const start = this.#startOf(row);
    const end = this.#startOf(row + 1);
    return start === end ? NONE : this.#values.subarray(start, end);
  }

  /** How many numbers a row holds. */
  count(row: number): number {
    const changed = this.#changed.size === 0 ? undefined : this.#changed.get(row);
    return changed?.length ?? this.#startOf(row + 1) - this.#startOf(row);
  }

  /** Rows that came after this column was read, and were given no numbers, lie empty at its end. */
  #startOf(row: number): number {
    return this.#starts[Math.min(row, this.#starts.length - 1)] ?? 0;
  }

  /** One number of a row, from 0: for loops over all rows, where a function for each row would cost more than the loop. */
  at(row: number, index: number): number {
    const changed = this.#changed.size === 0 ? undefined : this.#changed.get(row);
    return (changed === undefined ? this.#values[(this.#starts[row] ?? 0) + index] : changed[index]) ?? 0;
  }

  set(row: number, numbers: readonly number[]): void {
    // Most edits leave most lists as they were, and a column without changes is saved as it is.
    if (row < this.#starts.length - 1 && this.#isAt(row, numbers)) return;
    this.#changed.set(row, numbers);
  }

  /** Takes the changes of so many rows in, where most of them changed: a row among the others is found by its number alone. */
  settle(rows: number): void {
    if (this.#changed.size * 2 < rows) return;
    const { starts, values } = this.pack(Uint32Array.from({ length: rows }, (_none, row) => row));
    this.#starts = starts;
    this.#values = values;
    this.#changed.clear();
  }

  /** The column for `rows` in this order, changes taken in: its starts (one more than rows) and its values. Not to be written to. */
  pack(rows: ArrayLike<number>): { readonly starts: Float64Array; readonly values: Float64Array } {
    if (this.#changed.size === 0 && rows.length === this.#starts.length - 1 && isCount(rows))
      return { starts: this.#starts, values: this.#values };
    const starts = new Float64Array(rows.length + 1);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      const changed = this.#changed.size === 0 ? undefined : this.#changed.get(row);
      const length = changed?.length ?? this.#startOf(row + 1) - this.#startOf(row);
      starts[index + 1] = (starts[index] ?? 0) + length;
    }
    const values = new Float64Array(starts[rows.length] ?? 0);
    for (let index = 0; index < rows.length;) {
      const row = rows[index] ?? 0;
      const changed = this.#changed.get(row);
      let next = index + 1;
      if (changed !== undefined) values.set(changed, starts[index] ?? 0);
      else {
        // Rows that follow each other as they did are copied together.
        while (next < rows.length && rows[next] === row + next - index && !this.#changed.has(rows[next] ?? 0)) next++;
        const known = this.#values.subarray(this.#startOf(row), this.#startOf(row + next - index));
        values.set(known, starts[index] ?? 0);
      }
      index = next;
    }
    return { starts, values };
  }

  #isAt(row: number, numbers: readonly number[]): boolean {
    return this.count(row) === numbers.length && numbers.every((number, index) => number === this.at(row, index));
  }
}
