/** The headline that a page prints: which of its headings that is, and what of the heading is a kicker. */
import { bareLetters } from "./html-shingles.ts";
import { Element, findElement, isTag, isWithin, namesOf, textOf } from "./html-tree.ts";

/** Classes that newsrooms give to the short label above or within a headline. */
export const KICKER_NAME =
  /(?:^|[\s_-])(?:kicker|overline|eyebrow|topline|top-?line|catchline|dachzeile|antetitulo|antetítulo|surtitre|occhiello|supertitle|pretitle|roofline|spitzmarke|overtitle)(?=$|[\s_-]|__)|__kicker|__eyebrow|__overline/;

const BESIDE = /^(?:nav|aside|footer)$/;

function isBreadcrumb(element: Element): boolean {
  return Object.entries(element.attribs).some(([name, value]) => /breadcrumb/i.test(`${name} ${value}`));
}

/** A heading that is a picture with a link to the front page: the name of the paper. */
function isEmblem(heading: Element): boolean {
  const link = findElement(heading.children, (child) => child.name === "a");
  const href = (link?.attribs.href ?? "").replace(/^https?:\/\/[^/]+/, "");
  return (
    link !== undefined &&
    /^(?:\.?\/?(?:index\.\w+)?|\/[a-z]{2}\/?)$/.test(href) &&
    bareLetters(textOf(link)) === bareLetters(textOf(heading))
  );
}

/**
 * The printed headlines among first and second level headings in document order. A first-level heading that stands in the
 * breadcrumbs is a line for search engines (`searched`); the heading that follows it is then the one for readers.
 */
export function selectHeadlines(headings: readonly Element[]): {
  readonly headlines: readonly Element[];
  readonly searched: string | undefined;
} {
  const shown = headings.filter((heading) => textOf(heading) !== "" && !isEmblem(heading));
  const first = shown.some((heading) => heading.name === "h1")
    ? shown.filter((heading) => heading.name === "h1")
    : // Where the first level is the paper's own name in a picture, its articles' headlines are on the second.
      shown.filter((heading) => !isWithin(heading, (outer) => BESIDE.test(outer.name))).slice(0, 1);
  const crumb = first.find((heading) => isWithin(heading, isBreadcrumb));
  if (crumb === undefined) return { headlines: first, searched: undefined };
  const others = first.filter((heading) => heading !== crumb && !isWithin(heading, isBreadcrumb));
  const next = headings
    .slice(headings.indexOf(crumb) + 1)
    .find((heading) => heading.name === "h2" && !isWithin(heading, (outer) => BESIDE.test(outer.name)));
  const printed = others.length > 0 ? others : next === undefined ? [] : [next];
  return printed.length === 0
    ? { headlines: [crumb], searched: undefined }
    : { headlines: printed, searched: textOf(crumb) };
}

/** The elements that share out a heading's text, past those that only wrap it; empty where it is one running text. */
function partsOf(heading: Element): Element[] {
  const shown = heading.children.filter((child) => textOf(child) !== "");
  const only = shown[0];
  if (shown.length === 1 && only instanceof Element) return partsOf(only);
  return shown.every((child): child is Element => isTag(child)) ? shown : [];
}

/** The text of a heading without a kicker that is an element of its own: by its class, or because others say the rest alone. */
export function printedTitle(heading: Element, others: readonly string[]): string {
  const whole = textOf(heading);
  const parts = partsOf(heading);
  const [label] = parts;
  if (label === undefined || parts.length < 2) return whole;
  const last = textOf(parts.at(-1) ?? heading);
  const rest = parts.slice(1).map((part) => textOf(part));
  const known = new Set(others.map(bareLetters));
  if (bareLetters(last).length > 8 && known.has(bareLetters(last))) return last;
  return KICKER_NAME.test(namesOf(label)) ? rest.filter((text) => bareLetters(text) !== "").join(" ") : whole;
}
