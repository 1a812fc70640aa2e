/** What readers saved by their own wish. It stays until they remove it. */
import { isArticle, isCompanion, isHashed, isPage } from "./address.ts";
import { selectArticles, selectNeeds, selectTitle } from "./references.ts";
import type { SavedItem, SavedKind } from "./saved-item.ts";
import type { Shelf } from "./shelf.ts";

/** Pages fetched at once. */
const AT_ONCE = 4;
const ITEM = "library.html?saved=";

interface PageText {
  readonly text: string;
  readonly response: Response;
}

export class Library {
  readonly #shelf: Shelf;
  readonly #read: Shelf;
  readonly #root: string;
  #saving = 0;

  constructor(shelf: Shelf, read: Shelf, root: string) {
    this.#shelf = shelf;
    this.#read = read;
    this.#root = root;
  }

  /** Saved things, newest first. */
  async items(): Promise<SavedItem[]> {
    const cache = await caches.open(this.#shelf.name);
    const items: SavedItem[] = [];
    for (const request of await cache.keys()) {
      if (!request.url.startsWith(this.#root + ITEM)) continue;
      const item = await cache.match(request);
      if (item !== undefined) items.push(await item.json());
    }
    return items.sort((one, other) => other.at - one.at);
  }

  async item(address: string): Promise<SavedItem | undefined> {
    const found = await this.#shelf.find(ITEM + encodeURIComponent(address));
    return found?.json();
  }

  /** Saves a page with all it needs, and unless it is an article, with all the articles that it lists. */
  async save(
    address: string,
    kind: SavedKind,
    onStep: (progress: { readonly done: number; readonly total: number; readonly bytes: number }) => void,
  ): Promise<SavedItem> {
    this.#saving++;
    try {
      const first = await this.#fetchPage(address);
      const pages = [address, ...(kind === "article" ? [] : selectArticles(first.text, address, this.#root))];
      const sizes = new Map<string, number>();
      let done = 0;
      const step = (): void =>
        onStep({ done, total: pages.length, bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) });
      step();
      const queue = [...pages];
      const work = async (): Promise<void> => {
        for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
          await this.#keepPage(page, sizes);
          done++;
          step();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const item: SavedItem = {
        address,
        title: selectTitle(first.text),
        kind,
        at: Date.now(),
        bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0),
        pages,
        files: [...sizes.keys()],
      };
      await this.#shelf.put(ITEM + encodeURIComponent(address), Response.json(item), { at: item.at });
      return item;
    } finally {
      this.#saving--;
      await this.tidy();
    }
  }

  async remove(address: string): Promise<void> {
    await this.#shelf.drop(ITEM + encodeURIComponent(address));
    await this.tidy();
  }

  /** Drops files that no saved thing lists, as a save leaves that was cut off. */
  async tidy(): Promise<void> {
    if (this.#saving > 0) return;
    const listed = new Set((await this.items()).flatMap(({ files }) => files));
    const cache = await caches.open(this.#shelf.name);
    for (const { url } of await cache.keys()) {
      const address = url.slice(this.#root.length);
      if (!address.startsWith(ITEM) && !listed.has(address)) await this.#shelf.drop(address);
    }
  }

  async #fetchPage(address: string): Promise<PageText> {
    const response = await fetch(this.#root + address, { cache: "no-cache" });
    if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
    return { text: await response.clone().text(), response };
  }

  /** Fetches a page and what it needs; once more where a deploy came in between and took away what the page names. */
  async #keepPage(address: string, sizes: Map<string, number>, again = true): Promise<void> {
    const { text, response } = await this.#fetchPage(address);
    const needs = selectNeeds(text, address, this.#root);
    const found = await Promise.all(needs.map((need) => this.#keepFile(need, address, sizes)));
    if (again && found.includes(false)) return this.#keepPage(address, sizes, false);
    const more = { at: Date.now(), needs, ...(isArticle(address) && { title: selectTitle(text) }) };
    sizes.set(address, await this.#shelf.put(address, response, more));
  }

  /** False where the host has no such file. */
  async #keepFile(need: string, page: string, sizes: Map<string, number>): Promise<boolean> {
    const name = isCompanion(need) ? `${need}?of=${page}` : need;
    if (sizes.has(name)) return true;
    const kept = isHashed(need) ? ((await this.#shelf.find(need)) ?? (await this.#read.find(need))) : undefined;
    const response = kept ?? (await fetch(this.#root + need));
    if (!response.ok) return isPage(need);
    sizes.set(name, await this.#shelf.put(name, response, { at: Date.now() }));
    return true;
  }
}
