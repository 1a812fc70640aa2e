/**
 * The search page's script. It finds on the page, as the server of any host or a disk gives it:
 *
 * - `form#search` with `input[name=q]`: a GET form, so that `search.html?q=` works from every page;
 * - `#search-filters`: empty; sort, section, topic, place, year and language are drawn into it (`label.search-filter`);
 * - `#search-status` (`role="status"`): how many articles, which words were replaced;
 * - `#search-results`: empty; `ol.search-hits > li.search-hit` of `.search-facts` (`.search-section`, date),
 *   `h2.search-heading > a.search-title`, `.search-excerpt`, with `<mark>` on the words found; then `button.search-more`;
 * - `script#search-strings` (`application/json`): found, none, any, mended, failed, more, sort, byRelevance, byDate,
 *   section, topic, place, year, language, all.
 *
 * It lies in `assets/`, which tells it where the site's root is. `search/index.js` should stand before it in the page, with
 * `defer`; where it does not, it is loaded. The key `/`, which goes to
 * the field from every page, belongs to the script of all pages.
 */
import { SearchEngine } from "../search/read/search-engine.ts";
import type { SearchResult } from "../search/read/search-request.ts";
import { drawFilters, type Say } from "./search-page/filter-form.ts";
import { Filters } from "./search-page/filters.ts";
import {
  createDatePrinter,
  type HitWords,
  renderHits,
  selectUnprinted,
  startArrowKeys,
} from "./search-page/hit-list.ts";
import { createLoader } from "./search-page/load-script.ts";
import { rehearseWhenIdle } from "./search-page/rehearsal.ts";

/** Hits shown at first, and added by each *more*. */
const PAGE = 10;
/** A reader who types is answered after this pause, milliseconds. */
const PAUSE = 120;

function readStrings(): Say {
  const known = new Map<string, string>();
  const data: unknown = JSON.parse(document.getElementById("search-strings")?.textContent || "{}");
  if (typeof data === "object" && data !== null) {
    for (const [key, text] of Object.entries(data)) if (typeof text === "string") known.set(key, text);
  }
  return (key) => known.get(key) ?? key;
}

interface Parts {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly filters: HTMLElement;
  readonly status: HTMLElement;
  readonly results: HTMLElement;
}

function findParts(): Parts | undefined {
  const form = document.getElementById("search");
  const field = form?.querySelector("[name=q]");
  const filters = document.getElementById("search-filters");
  const status = document.getElementById("search-status");
  const results = document.getElementById("search-results");
  if (!(form instanceof HTMLFormElement && field instanceof HTMLInputElement && filters && status && results))
    return undefined;
  return { form, field, filters, status, results };
}

function describe(result: SearchResult, say: Say): string {
  const mended = result.mended.map(({ from, to }) => say("mended").replace("{from}", from).replace("{to}", to));
  const any = result.mode === "any" && result.total > 0 ? [say("any")] : [];
  const total = new Intl.NumberFormat(
    document.documentElement.lang === "ar" ? "ar-u-nu-latn" : document.documentElement.lang,
  );
  const found = result.total === 0 ? say("none") : say("found").replace("{count}", total.format(result.total));
  return [...mended, ...any, found].join(" ");
}

/** After the page was next drawn; or soon, where it is not drawn since nobody sees it. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

class SearchPage {
  readonly #parts: Parts;
  readonly #say: Say;
  readonly #engine: SearchEngine;
  readonly #words: HitWords;
  #dates: Intl.DateTimeFormat | undefined;
  #drawn = false;
  readonly #filters: Filters;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(parts: Parts, say: Say, engine: SearchEngine, filters: Filters, base: string) {
    this.#parts = parts;
    this.#say = say;
    this.#engine = engine;
    this.#filters = filters;
    this.#words = { base, sections: engine.root.sections, lang: document.documentElement.lang || "en" };
  }

  static async start(parts: Parts, say: Say, base: string): Promise<void> {
    const load = createLoader(base);
    const engine = await SearchEngine.open(load);
    const asked = new URLSearchParams(location.search);
    const filters = new Filters(asked, engine.languages, document.documentElement.lang);
    const page = new SearchPage(parts, say, engine, filters, base);
    if (parts.field.value === "") parts.field.value = asked.get("q") ?? "";
    const changed = (): void => page.#run(false, PAGE);
    parts.field.addEventListener("input", () => page.#later());
    parts.form.addEventListener("submit", (event) => {
      event.preventDefault();
      changed();
    });
    startArrowKeys(parts.field, parts.results);
    if (parts.field.value !== "" || filters.narrow) await page.#answer(false, PAGE);
    await drawFilters(parts.filters, engine, filters, say, changed);
    // Where a rehearsal fails, nothing is lost but its time.
    rehearseWhenIdle(engine.root, filters.request.lang ?? document.documentElement.lang, load).catch(() => {});
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(true, PAGE), PAUSE);
  }

  #run(typing: boolean, limit: number): void {
    clearTimeout(this.#timer);
    this.#answer(typing, limit).catch(() => {
      this.#parts.status.textContent = this.#say("failed");
    });
  }

  async #answer(typing: boolean, limit: number): Promise<void> {
    const filters = this.#filters;
    const turn = ++this.#turn;
    const query = this.#parts.field.value;
    const result = await this.#engine.search({ query, typing, limit, ...filters.request });
    if (turn !== this.#turn) return;
    this.#show(result, typing, limit);
    // The first use of `Intl` takes tens of milliseconds, for which the hits do not wait.
    if (!this.#drawn) await afterPaint();
    this.#drawn = true;
    if (turn !== this.#turn) return;
    this.#printDates();
    const asked = query.trim() !== "" || filters.narrow;
    this.#parts.status.textContent = asked ? describe(result, this.#say) : "";
    this.#remember(filters.parameters(query));
  }

  /** Prints the dates of hits in other languages than the page's. */
  #printDates(): void {
    for (const time of selectUnprinted(this.#parts.results)) {
      this.#dates ??= createDatePrinter(this.#words.lang, this.#engine.root.timeZone);
      time.textContent = this.#dates.format(new Date(time.dateTime));
    }
  }

  /** Keeps the search in the page's address, where the browser lets a file's address change. */
  #remember(parameters: string): void {
    try {
      history.replaceState(null, "", parameters === "" ? location.pathname : `?${parameters}`);
    } catch {
      // Some browsers keep the address of a file as it is; only the bookmark is lost.
    }
  }

  #show(result: SearchResult, typing: boolean, limit: number): void {
    const { results } = this.#parts;
    if (result.hits.length === 0) {
      results.replaceChildren();
      return;
    }
    const list = renderHits(result.hits, this.#words);
    results.replaceChildren(list);
    if (result.hits.length >= result.total) return;
    const more = document.createElement("button");
    more.type = "button";
    more.className = "search-more";
    more.textContent = this.#say("more");
    more.addEventListener("click", () => {
      this.#answer(typing, limit + PAGE).then(
        () => results.querySelectorAll<HTMLElement>("a.search-title")[limit]?.focus(),
        () => {
          this.#parts.status.textContent = this.#say("failed");
        },
      );
    });
    results.append(more);
  }
}

const script = document.currentScript;
const parts = findParts();
if (parts !== undefined && script instanceof HTMLScriptElement) {
  const say = readStrings();
  SearchPage.start(parts, say, new URL("..", script.src).href).catch(() => {
    parts.status.textContent = say("failed");
  });
}
