/** Goes through rows in rising order. */
export class RowCursor {
  readonly #rows: Uint32Array;
  /** Index of the first row that is not below the last one asked for. */
  at = 0;

  constructor(rows: Uint32Array) {
    this.#rows = rows;
  }

  /** True where `row` is among the rows; it must not be lower than the row asked for before. Leaps, then halves the last leap. */
  has(row: number): boolean {
    const rows = this.#rows;
    let leap = 1;
    let low = this.at;
    while (low + leap < rows.length && (rows[low + leap] ?? row) < row) {
      low += leap;
      leap *= 2;
    }
    let high = Math.min(low + leap, rows.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle] ?? row) < row) low = middle + 1;
      else high = middle;
    }
    this.at = low;
    return rows[low] === row;
  }
}
