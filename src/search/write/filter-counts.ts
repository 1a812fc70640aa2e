/** What readers can filter by, with how many articles each has. */
import { placeKey } from "../text/fold.ts";
import type { SearchDocument } from "./search-document.ts";

/** `[key, name, articles]`, the most first, then by key. */
export type FilterCount = readonly [key: string, name: string, articles: number];

class Counter {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  add(key: string, name: string): void {
    if (!this.#names.has(key)) this.#names.set(key, name);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  sorted(): FilterCount[] {
    const all = [...this.#counts].map(([key, count]): FilterCount => [key, this.#names.get(key) ?? key, count]);
    return all.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
  }
}

export class FilterCounts {
  readonly #sections = new Counter();
  readonly #topics = new Counter();
  readonly #places = new Counter();

  add(document: SearchDocument): void {
    if (document.section !== undefined) this.#sections.add(document.section, document.section);
    const seen = new Set<string>();
    document.topics.forEach((topic, index) => {
      if (!seen.has(topic)) this.#topics.add(topic, document.tags[index] ?? topic);
      seen.add(topic);
    });
    if (document.place !== undefined) this.#places.add(placeKey(document.place), document.place);
  }

  /** Sections are few and wanted at once. */
  sections(): FilterCount[] {
    return this.#sections.sorted();
  }

  /** Topics and places are many and wanted only by readers who open the filters. */
  long(): { readonly topics: FilterCount[]; readonly places: FilterCount[] } {
    return { topics: this.#topics.sorted(), places: this.#places.sorted() };
  }
}
