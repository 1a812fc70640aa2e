/** The list of hits: made of text nodes and elements, never of markup. */
import type { Piece } from "../../search/read/marked-text.ts";
import type { Hit } from "../../search/read/search-request.ts";

/** What the list needs to know of the site and the page. */
export interface HitWords {
  /** Absolute address of the site's root folder. */
  readonly base: string;
  readonly sections: Readonly<Record<string, string>>;
  /** Language of the page, in which the dates are printed. */
  readonly lang: string;
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

const UNPRINTED = "\u00a0";
const LOCALES: Readonly<Record<string, string>> = { en: "en-GB", ar: "ar-u-nu-latn", fa: "fa-u-nu-latn" };

/** Prints dates as the page's language does, in the site's time zone. To make the first one costs tens of milliseconds. */
export function createDatePrinter(pageLang: string, timeZone: string): Intl.DateTimeFormat {
  const locale = LOCALES[pageLang] ?? pageLang;
  return new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", year: "numeric" });
}

/**
 * A date; of a hit in another language than the page's only its place, which `printDates` fills. It is at the end of its
 * line, so that nothing moves then.
 */
function dateOf(hit: Hit, pageLang: string): HTMLTimeElement {
  const time = document.createElement("time");
  time.dateTime = new Date(hit.publishedAt).toISOString();
  time.textContent = hit.lang === pageLang ? hit.day : UNPRINTED;
  return time;
}

/** The dates of a list that have only their place yet. */
export function selectUnprinted(results: HTMLElement): HTMLTimeElement[] {
  return [...results.querySelectorAll("time")].filter((time) => time.textContent === UNPRINTED);
}

function renderHit(hit: Hit, words: HitWords): HTMLElement {
  const link = document.createElement("a");
  link.className = "search-title";
  link.href = new URL(hit.address, words.base).href;
  link.append(...nodesOf(hit.title));
  const facts = element("p", "search-facts");
  const section = words.sections[hit.section] ?? hit.section;
  if (section !== "") facts.append(element("span", "search-section", document.createTextNode(section)), " · ");
  facts.append(dateOf(hit, words.lang));
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
