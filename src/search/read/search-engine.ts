/** Answers queries from the index, loading only the files that each needs. Runs in the reader's browser and in tests. */
import { countRows, selectCandidates } from "./candidates.ts";
import { findWords } from "./find-words.ts";
import { LanguageSearch } from "./language-search.ts";
import { parseQuery } from "./parse-query.ts";
import { type FilterCount, type LoadScript, parseRoot, type Root } from "./payload.ts";
import { pickHits } from "./pick-hits.ts";
import type { SearchRequest, SearchResult } from "./search-request.ts";

/** Filters of the whole site or of one language. */
export interface Filters {
  readonly sections: readonly FilterCount[];
  /** Newest first. */
  readonly years: readonly number[];
}

const NOTHING: SearchResult = { total: 0, hits: [], mode: "all", mended: [] };

function addCounts(lists: readonly (readonly FilterCount[])[]): FilterCount[] {
  const sums = new Map<string, FilterCount>();
  for (const list of lists) {
    for (const [key, name, count] of list) sums.set(key, [key, name, count + (sums.get(key)?.[2] ?? 0)]);
  }
  return [...sums.values()].sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
}

export class SearchEngine {
  readonly root: Root;
  readonly #load: LoadScript;
  readonly #languages = new Map<string, Promise<LanguageSearch>>();

  private constructor(root: Root, load: LoadScript) {
    this.root = root;
    this.#load = load;
  }

  static async open(load: LoadScript): Promise<SearchEngine> {
    return new SearchEngine(parseRoot(await load("index")), load);
  }

  /** Languages that the index has, in its order. */
  get languages(): string[] {
    return [...new Set(this.root.segments.map((segment) => segment.lang))];
  }

  async #searches(lang: string | undefined): Promise<LanguageSearch[]> {
    const langs = this.languages.filter((known) => lang === undefined || known === lang);
    return Promise.all(
      langs.map((known) => {
        const open = this.#languages.get(known) ?? LanguageSearch.open(this.root, known, this.#load);
        this.#languages.set(known, open);
        open.catch(() => this.#languages.delete(known));
        return open;
      }),
    );
  }

  /** Sections and years to filter by. */
  async filters(lang?: string): Promise<Filters> {
    const heads = (await this.#searches(lang)).flatMap((search) => search.segments.map((segment) => segment.head));
    const years = new Set(heads.flatMap((head) => head.years.map(([year]) => year)));
    return { sections: addCounts(heads.map((head) => head.sections)), years: [...years].sort((a, b) => b - a) };
  }

  /** Topics and places to filter by: long lists, in files of their own. */
  async longFilters(lang?: string): Promise<{ topics: FilterCount[]; places: FilterCount[] }> {
    const segments = (await this.#searches(lang)).flatMap((search) => search.segments);
    const lists = await Promise.all(segments.map((segment) => segment.longFilters()));
    return { topics: addCounts(lists.map((list) => list.topics)), places: addCounts(lists.map((list) => list.places)) };
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const searches = await this.#searches(request.lang);
    const clauses = parseQuery(request.query, request.typing === true);
    const filtered = (["section", "topic", "place", "year"] as const).some((field) => request[field] !== undefined);
    const asked = clauses.some((clause) => !clause.excluded);
    if (!filtered && !asked) return NOTHING;
    const { found, mended } = await findWords(searches, clauses);
    let mode: "all" | "any" = "all";
    let candidates = await selectCandidates(searches, found, request, mode);
    if (countRows(candidates) === 0 && clauses.filter((clause) => !clause.excluded).length > 1) {
      mode = "any";
      candidates = await selectCandidates(searches, found, request, mode);
    }
    const byDate = request.sort === "date" || !asked;
    return { total: countRows(candidates), hits: await pickHits(candidates, request, byDate), mode, mended };
  }
}
