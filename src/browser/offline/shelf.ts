/** One cache of the site: what is put in, found and dropped by address; and, where it has a limit, what must make room. */
import { type Kept, makeKept, readKept } from "./kept.ts";

export class Shelf {
  readonly name: string;
  readonly #root: string;
  #known: Promise<Map<string, Kept>> | undefined;

  constructor(name: string, root: string) {
    this.name = name;
    this.#root = root;
  }

  #cache(): Promise<Cache> {
    return caches.open(this.name);
  }

  #url(address: string): string {
    return this.#root + address;
  }

  async find(address: string): Promise<Response | undefined> {
    return (await this.#cache()).match(this.#url(address));
  }

  /** Stores a response under its address; gives its size in bytes. */
  async put(
    address: string,
    response: Response,
    more: { readonly at: number; readonly needs?: readonly string[]; readonly title?: string },
  ): Promise<number> {
    const { copy, bytes } = await makeKept(response, more);
    const kept = readKept(copy);
    await (await this.#cache()).put(this.#url(address), copy);
    (await this.#known)?.set(address, kept);
    return bytes;
  }

  async drop(address: string): Promise<void> {
    await (await this.#cache()).delete(this.#url(address));
    (await this.#known)?.delete(address);
  }

  /** All that lies here, by address; read once in a worker's life. */
  list(): Promise<Map<string, Kept>> {
    this.#known ??= this.#read();
    return this.#known;
  }

  async #read(): Promise<Map<string, Kept>> {
    const cache = await this.#cache();
    const known = new Map<string, Kept>();
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (response !== undefined) known.set(request.url.slice(this.#root.length), readKept(response));
    }
    return known;
  }

  /** Drops the oldest until all together take no more than `limit` bytes; what a page needs goes after the page. */
  async makeRoom(limit: number): Promise<void> {
    const known = await this.list();
    let total = [...known.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    while (total > limit) {
      const needed = new Set([...known.values()].flatMap(({ needs }) => needs));
      const free = [...known].filter(([address]) => !needed.has(address) && !address.includes("?of="));
      const oldest = (free.length > 0 ? free : [...known]).sort(([, one], [, other]) => one.at - other.at)[0];
      if (oldest === undefined) return;
      const bound = [...known.keys()].filter((address) => address.endsWith(`?of=${oldest[0]}`));
      for (const address of [oldest[0], ...bound]) {
        total -= known.get(address)?.bytes ?? 0;
        await this.drop(address);
      }
    }
  }
}
