/** What a reader narrows the search by, as the page's address says it and as the controls change it. */
import type { SearchRequest } from "../../search/read/search-request.ts";

export const FILTER_NAMES = ["sort", "section", "topic", "place", "year", "lang"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** All languages, in the address and in the list. */
export const ALL_LANGUAGES = "*";

/** The language of the index that a page in `pageLang` searches at first; undefined where the index has none like it. */
function selectOwn(languages: readonly string[], pageLang: string): string | undefined {
  const base = (lang: string): string => lang.toLowerCase().split("-")[0] ?? lang;
  const same = languages.find((lang) => lang.toLowerCase() === pageLang.toLowerCase());
  return same ?? languages.find((lang) => base(lang) === base(pageLang));
}

export class Filters {
  readonly #values = new Map<FilterName, string>();
  readonly #own: string;

  constructor(from: URLSearchParams, languages: readonly string[], pageLang: string) {
    this.#own = selectOwn(languages, pageLang) ?? ALL_LANGUAGES;
    for (const name of FILTER_NAMES) this.set(name, from.get(name) ?? "");
  }

  /** Empty where the filter is not set; the language is always set. */
  get(name: FilterName): string {
    return this.#values.get(name) ?? (name === "lang" ? this.#own : "");
  }

  set(name: FilterName, value: string): void {
    if (value === "" || (name === "lang" && value === this.#own)) this.#values.delete(name);
    else this.#values.set(name, value);
  }

  /** True where the filters alone are a question. */
  get narrow(): boolean {
    return (["section", "topic", "place", "year"] as const).some((name) => this.#values.has(name));
  }

  /** What the filters ask for, beside the query. */
  get request(): Omit<SearchRequest, "query" | "limit"> {
    const [section, topic, place] = [this.get("section"), this.get("topic"), this.get("place")];
    const year = Number.parseInt(this.get("year"), 10);
    const lang = this.get("lang");
    return {
      ...(section === "" ? {} : { section }),
      ...(topic === "" ? {} : { topic }),
      ...(place === "" ? {} : { place }),
      ...(Number.isNaN(year) ? {} : { year }),
      ...(lang === ALL_LANGUAGES ? {} : { lang }),
      sort: this.get("sort") === "date" ? "date" : "relevance",
    };
  }

  /** The search as a query string, without what is as it comes. */
  parameters(query: string): string {
    const set = FILTER_NAMES.map((name): [string, string] => [name, this.#values.get(name) ?? ""]);
    return new URLSearchParams([["q", query], ...set].filter(([, value]) => value !== "")).toString();
  }
}
