/** The list of hits: made of text nodes and elements, never of markup. */
import type { Piece } from "../../search/read/marked-text.ts";
import type { Hit } from "../../search/read/search-request.ts";

/** What the list needs to know of the site and the page. */
export interface HitWords {
  /** Absolute address of the site's root folder. */
  readonly base: string;
  readonly sections: Readonly<Record<string, string>>;
}

function nodesOf(pieces: readonly Piece[]): Node[] {
  return pieces.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

function element(name: string, className: string, ...children: readonly Node[]): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

const LOCALES: Readonly<Record<string, string>> = { en: "en-GB", ar: "ar-u-nu-latn", fa: "fa-u-nu-latn" };

/** Prints dates as the page's language does, in the site's time zone. To make the first one costs tens of milliseconds. */
export function createDatePrinter(pageLang: string, timeZone: string): Intl.DateTimeFormat {
  const locale = LOCALES[pageLang] ?? pageLang;
  return new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", year: "numeric" });
}

/** The place of a date, which `printDates` fills; at the end of its line, so that nothing moves then. */
function dateOf(at: number): HTMLTimeElement {
  const time = document.createElement("time");
  time.dateTime = new Date(at).toISOString();
  time.textContent = "\u00a0";
  return time;
}

/** Fills in the dates of the hits in a list. */
export function printDates(results: HTMLElement, printer: Intl.DateTimeFormat): void {
  for (const time of results.querySelectorAll("time")) time.textContent = printer.format(new Date(time.dateTime));
}

function renderHit(hit: Hit, words: HitWords): HTMLElement {
  const link = document.createElement("a");
  link.className = "search-title";
  link.href = new URL(hit.address, words.base).href;
  link.append(...nodesOf(hit.title));
  const facts = element("p", "search-facts");
  const section = words.sections[hit.section] ?? hit.section;
  if (section !== "") facts.append(element("span", "search-section", document.createTextNode(section)), " · ");
  facts.append(dateOf(hit.publishedAt));
  const heading = element("h2", "search-heading", link);
  const excerpt = element("p", "search-excerpt", ...nodesOf(hit.excerpt));
  for (const part of [heading, excerpt]) {
    part.lang = hit.lang;
    part.dir = "auto";
  }
  return element("li", "search-hit", facts, heading, ...(hit.excerpt.length > 0 ? [excerpt] : []));
}

/** The hits as a list, best first. */
export function renderHits(hits: readonly Hit[], words: HitWords): HTMLElement {
  return element("ol", "search-hits", ...hits.map((hit) => renderHit(hit, words)));
}

/** Arrow keys go from the field into the list, through it, and back; Escape goes back at once. Enter is the link's own. */
export function startArrowKeys(field: HTMLInputElement, results: HTMLElement): void {
  const links = (): HTMLElement[] => [...results.querySelectorAll<HTMLElement>("a.search-title,button")];
  const go = (event: KeyboardEvent, target: HTMLElement | undefined): void => {
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") go(event, links()[0]);
  });
  results.addEventListener("keydown", (event) => {
    const all = links();
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
    if (event.key === "ArrowDown") go(event, all[at + 1]);
    if (event.key === "ArrowUp") go(event, all[at - 1] ?? field);
    if (event.key === "Escape") go(event, field);
  });
}
