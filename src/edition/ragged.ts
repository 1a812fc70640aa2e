/** A column whose rows hold several numbers each, stored as one run; rows changed since it was read lie beside it. */
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
    const changed = this.#changed.get(row);
    if (changed !== undefined) return changed;
    return this.#values.subarray(this.#starts[row] ?? 0, this.#starts[row + 1] ?? 0);
  }

  set(row: number, numbers: readonly number[]): void {
    this.#changed.set(row, numbers);
  }

  /** The column for `rows` in this order, changes taken in: its starts (one more than rows) and its values. */
  pack(rows: ArrayLike<number>): { readonly starts: Float64Array; readonly values: Float64Array } {
    const starts = new Float64Array(rows.length + 1);
    for (let index = 0; index < rows.length; index++)
      starts[index + 1] = (starts[index] ?? 0) + this.of(rows[index] ?? 0).length;
    const values = new Float64Array(starts[rows.length] ?? 0);
    for (let index = 0; index < rows.length; index++) values.set(this.of(rows[index] ?? 0), starts[index] ?? 0);
    return { starts, values };
  }
}
