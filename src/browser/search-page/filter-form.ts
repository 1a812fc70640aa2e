/** The controls of the filters. They are drawn after the first answer, which needs none of them. */
import type { FilterCount } from "../../search/read/payload.ts";
import type { SearchEngine } from "../../search/read/search-engine.ts";
import { ALL_LANGUAGES, type FilterName, type Filters } from "./filters.ts";

/** Says a word of the interface. */
export type Say = (key: string) => string;

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

function createSelect(
  filters: Filters,
  name: FilterName,
  choices: readonly Choice[],
  changed: () => void,
): HTMLElement {
  const select = document.createElement("select");
  select.name = name;
  select.setAttribute("form", "search");
  for (const choice of choices) select.add(new Option(choice.label, choice.value));
  select.value = filters.get(name);
  select.addEventListener("change", () => {
    filters.set(name, select.value);
    changed();
  });
  return select;
}

/** A field that offers names from a long list, which is loaded when a reader goes there. */
function createNameField(
  filters: Filters,
  name: "topic" | "place",
  load: () => Promise<readonly FilterCount[]>,
  changed: () => void,
): readonly [field: HTMLElement, names: HTMLElement] {
  const field = document.createElement("input");
  const list = document.createElement("datalist");
  let names: readonly FilterCount[] = [];
  let asked = false;
  list.id = `search-${name}-names`;
  field.type = "text";
  field.autocomplete = "off";
  field.value = filters.get(name);
  field.setAttribute("list", list.id);
  const fill = async (): Promise<void> => {
    names = await load();
    list.replaceChildren(...names.map(([, label]) => new Option(label)));
    const set = names.find(([key]) => key === filters.get(name));
    if (set && field.value === set[0]) field.value = set[1];
  };
  const fillOnce = (): void => {
    if (asked) return;
    asked = true;
    fill().catch(() => {
      asked = false;
    });
  };
  field.addEventListener("focus", fillOnce);
  if (field.value !== "") fillOnce();
  field.addEventListener("change", () => {
    const typed = field.value.trim().toLowerCase();
    const listed = names.find(([, label]) => label.toLowerCase() === typed);
    filters.set(name, listed?.[0] ?? typed.replace(/\s+/g, "-"));
    changed();
  });
  return [field, list];
}

/** Draws the controls into `box`. `changed` is called after a reader sets one. */
export async function drawFilters(
  box: HTMLElement,
  engine: SearchEngine,
  filters: Filters,
  say: Say,
  changed: () => void,
): Promise<void> {
  const lang = filters.request.lang;
  const { sections, years } = await engine.filters(lang);
  const all = { value: "", label: say("all") };
  const select = (name: FilterName, choices: readonly Choice[]): HTMLElement =>
    createSelect(filters, name, choices, changed);
  const orders = [
    { value: "", label: say("byRelevance") },
    { value: "date", label: say("byDate") },
  ];
  const [topic, topics] = createNameField(
    filters,
    "topic",
    async () => (await engine.longFilters(lang)).topics,
    changed,
  );
  const [place, places] = createNameField(
    filters,
    "place",
    async () => (await engine.longFilters(lang)).places,
    changed,
  );
  const rows = [labelled(say("sort"), select("sort", orders))];
  if (sections.length > 1) {
    const choices = sections.map(([slug]) => ({ value: slug, label: engine.root.sections[slug] ?? slug }));
    rows.push(labelled(say("section"), select("section", [all, ...choices])));
  }
  rows.push(labelled(say("topic"), topic), labelled(say("place"), place));
  if (years.length > 1) {
    const choices = years.map((year) => ({ value: String(year), label: String(year) }));
    rows.push(labelled(say("year"), select("year", [all, ...choices])));
  }
  if (engine.languages.length > 1) {
    const names = new Intl.DisplayNames(document.documentElement.lang || "en", { type: "language" });
    const choices = engine.languages.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }));
    const changedLang = (): void => {
      changed();
      void drawFilters(box, engine, filters, say, changed);
    };
    const everything = { value: ALL_LANGUAGES, label: say("all") };
    rows.push(labelled(say("language"), createSelect(filters, "lang", [...choices, everything], changedLang)));
  }
  const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : undefined;
  box.replaceChildren(...rows, topics, places);
  if (focused !== undefined) box.querySelector<HTMLElement>(`select[name="${focused}"]`)?.focus();
}
