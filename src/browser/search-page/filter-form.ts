/** The filters of the search page, and what of them the page's address says. */
import type { FilterCount } from "../../search/read/payload.ts";
import type { SearchEngine } from "../../search/read/search-engine.ts";
import type { SearchRequest } from "../../search/read/search-request.ts";

/** Says a word of the interface. */
export type Say = (key: string) => string;

/** All languages, in the address and in the list. */
const ALL_LANGUAGES = "*";

interface Choice {
  readonly value: string;
  readonly label: string;
}

function labelled(label: string, control: HTMLElement): HTMLElement {
  const box = document.createElement("label");
  box.className = "search-filter";
  const words = document.createElement("span");
  words.textContent = label;
  box.append(words, control);
  return box;
}

function createSelect(name: string, choices: readonly Choice[], value: string): HTMLSelectElement {
  const select = document.createElement("select");
  select.name = name;
  select.setAttribute("form", "search");
  for (const choice of choices) select.add(new Option(choice.label, choice.value));
  select.value = choices.some((choice) => choice.value === value) ? value : (choices[0]?.value ?? "");
  return select;
}

/** A field that offers names from a long list, which is loaded when a reader goes there. */
class NameField {
  readonly field = document.createElement("input");
  readonly #list = document.createElement("datalist");
  #names: readonly FilterCount[] = [];

  constructor(name: string, key: string, load: () => Promise<readonly FilterCount[]>, changed: () => void) {
    this.field.type = "text";
    this.field.autocomplete = "off";
    this.field.value = key;
    this.#list.id = `search-${name}-names`;
    this.field.setAttribute("list", this.#list.id);
    let asked = false;
    const fill = async (): Promise<void> => {
      this.#names = await load();
      this.#list.replaceChildren(...this.#names.map(([, label]) => new Option(label)));
      const known = this.#names.find(([known]) => known === key);
      if (known && this.field.value === key) this.field.value = known[1];
    };
    const fillOnce = (): void => {
      if (asked) return;
      asked = true;
      fill().catch(() => {
        asked = false;
      });
    };
    this.field.addEventListener("focus", fillOnce);
    if (key !== "") fillOnce();
    this.field.addEventListener("change", changed);
  }

  get nodes(): HTMLElement[] {
    return [this.field, this.#list];
  }

  /** Key of the name in the field: as listed, else as typed; undefined where it is empty. */
  get key(): string | undefined {
    const typed = this.field.value.trim();
    if (typed === "") return undefined;
    const same = this.#names.find(([, name]) => name.toLowerCase() === typed.toLowerCase());
    return same?.[0] ?? typed.toLowerCase().replace(/\s+/g, "-");
  }
}

/** The filters as a reader has set them. */
export class FilterForm {
  readonly #selects = new Map<string, HTMLSelectElement>();
  readonly #topic: NameField;
  readonly #place: NameField;
  readonly #lang: string | undefined;

  private constructor(selects: readonly HTMLSelectElement[], topic: NameField, place: NameField, lang?: string) {
    for (const select of selects) this.#selects.set(select.name, select);
    this.#topic = topic;
    this.#place = place;
    this.#lang = lang;
  }

  /** Draws the filters into `box`, set as the page's address says. */
  static async draw(
    box: HTMLElement,
    engine: SearchEngine,
    say: Say,
    from: URLSearchParams,
    changed: () => void,
  ): Promise<FilterForm> {
    const pageLang = document.documentElement.lang.toLowerCase();
    const base = (lang: string): string => lang.toLowerCase().split("-")[0] ?? lang;
    const languages = engine.languages;
    const own =
      languages.find((l) => l.toLowerCase() === pageLang) ?? languages.find((l) => base(l) === base(pageLang));
    const { sections, years } = await engine.filters();
    const all = { value: "", label: say("all") };
    const names = new Intl.DisplayNames(document.documentElement.lang || "en", { type: "language" });
    const value = (name: string): string => from.get(name) ?? "";
    const sort = createSelect(
      "sort",
      [
        { value: "", label: say("byRelevance") },
        { value: "date", label: say("byDate") },
      ],
      value("sort"),
    );
    const section = createSelect(
      "section",
      [all, ...sections.map(([slug]) => ({ value: slug, label: engine.root.sections[slug] ?? slug }))],
      value("section"),
    );
    const yearChoices = years.map((year) => ({ value: String(year), label: String(year) }));
    const year = createSelect("year", [all, ...yearChoices], value("year"));
    const lang = createSelect(
      "lang",
      [
        ...languages.map((tag) => ({ value: tag, label: names.of(tag) ?? tag })),
        { value: ALL_LANGUAGES, label: say("all") },
      ],
      from.get("lang") ?? own ?? ALL_LANGUAGES,
    );
    const selects = [sort, section, year, lang];
    for (const select of selects) select.addEventListener("change", changed);
    const topic = new NameField("topic", value("topic"), async () => (await engine.longFilters()).topics, changed);
    const place = new NameField("place", value("place"), async () => (await engine.longFilters()).places, changed);
    const rows = [labelled(say("sort"), sort)];
    if (sections.length > 1) rows.push(labelled(say("section"), section));
    rows.push(labelled(say("topic"), topic.field), labelled(say("place"), place.field));
    if (years.length > 1) rows.push(labelled(say("year"), year));
    if (languages.length > 1) rows.push(labelled(say("language"), lang));
    box.replaceChildren(...rows, ...topic.nodes.slice(1), ...place.nodes.slice(1));
    return new FilterForm(selects, topic, place, own ?? undefined);
  }

  #value(name: string): string | undefined {
    const value = this.#selects.get(name)?.value ?? "";
    return value === "" ? undefined : value;
  }

  /** What the filters ask for, beside the query. */
  get request(): Omit<SearchRequest, "query" | "limit"> {
    const section = this.#value("section");
    const year = this.#value("year");
    const lang = this.#value("lang");
    const topic = this.#topic.key;
    const place = this.#place.key;
    return {
      ...(section === undefined ? {} : { section }),
      ...(topic === undefined ? {} : { topic }),
      ...(place === undefined ? {} : { place }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(lang === undefined || lang === ALL_LANGUAGES ? {} : { lang }),
      sort: this.#value("sort") === "date" ? "date" : "relevance",
    };
  }

  /** The search as a query string, without what is as it comes. */
  parameters(query: string): string {
    const { section, topic, place, year, sort } = this.request;
    const lang = this.#value("lang");
    const pairs: [string, string | number | undefined][] = [
      ["q", query === "" ? undefined : query],
      ["section", section],
      ["topic", topic],
      ["place", place],
      ["year", year],
      ["lang", lang === this.#lang ? undefined : lang],
      ["sort", sort === "date" ? sort : undefined],
    ];
    const set = pairs.flatMap(([key, value]): [string, string][] =>
      value === undefined ? [] : [[key, String(value)]],
    );
    return new URLSearchParams(set).toString();
  }
}
