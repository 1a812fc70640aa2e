/** Numbers for names: each topic, author, place, section and picture is known to the columns by the order in which it first came. */
export class Names {
  readonly #names: string[];
  readonly #numbers: Map<string, number>;

  constructor(names: readonly string[] = []) {
    this.#names = [...names];
    this.#numbers = new Map(names.map((name, number) => [name, number]));
  }

  get size(): number {
    return this.#names.length;
  }

  /** The number of a name, given to it if it has none. */
  number(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }

  /** The number of a name, or -1 where it has none. */
  find(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  name(number: number): string {
    const name = this.#names[number];
    if (name === undefined) throw new RangeError(`there is no name ${number}`);
    return name;
  }

  all(): readonly string[] {
    return this.#names;
  }
}
