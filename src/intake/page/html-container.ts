/** Which element of a page holds the article: every block of text has a value, and the best sum wins. */
import { selectBlocks, type TextBlock } from "./html-blocks.ts";
import { type FurnitureKind, furnitureOf, isBodyName, isOfOthers } from "./html-furniture.ts";
import type { KnownText } from "./html-shingles.ts";
import { type Element, findElement, isTag, isWithin, textOf } from "./html-tree.ts";

/** Prose that a weakly named element may hold before its name stops counting. */
const WEAK_PROSE = 450;
const MAX_TEASER = 900;
/** Share of a page's prose that makes what holds it the article, whatever it is called. */
const WHOLE = 0.5;

/** What is known of every element of a page, worked out once. */
export class PageShape {
  readonly root: Element;
  readonly blocks: readonly TextBlock[];
  /** Weight of all prose of the page. */
  readonly total: number;
  readonly #prose = new Map<Element, number>();
  readonly #links = new Map<Element, number>();
  readonly #weight = new Map<Element, number>();
  readonly #holdsBody = new Set<Element>();
  readonly #furniture = new Map<Element, FurnitureKind>();
  readonly #teasers = new Set<Element>();
  /** What the headline of the page stands in. */
  readonly #headlines = new Set<Element>();

  constructor(root: Element) {
    this.root = root;
    const headline = findElement([root], (element) => element.name === "h1");
    for (let at: Element | null = headline ?? null; at !== null; at = parentOf(at)) this.#headlines.add(at);
    this.blocks = selectBlocks(root);
    let total = 0;
    for (const block of this.blocks) {
      const prose = isProse(block) ? block.weight : 0;
      total += prose;
      for (let at: Element | null = block.element; at !== null; at = parentOf(at)) {
        this.#prose.set(at, (this.#prose.get(at) ?? 0) + prose);
        this.#links.set(at, (this.#links.get(at) ?? 0) + block.linkWeight);
        this.#weight.set(at, (this.#weight.get(at) ?? 0) + block.weight);
      }
      if (prose > 0) {
        for (let at: Element | null = block.element; at !== null && !this.#holdsBody.has(at); at = parentOf(at)) {
          if (!isBodyName(at)) continue;
          for (let up: Element | null = at; up !== null && !this.#holdsBody.has(up); up = parentOf(up))
            this.#holdsBody.add(up);
          break;
        }
      }
    }
    this.total = total;
    this.#markTeasers(root);
  }

  /** Share of the text below an element that is links, 0 to 1. */
  linkShareOf(element: Element): number {
    return (this.#links.get(element) ?? 0) / Math.max(1, this.#weight.get(element) ?? 1);
  }

  proseOf(element: Element): number {
    return this.#prose.get(element) ?? 0;
  }

  /** Why an element is furniture: it, or what it stands in, is named, shaped or placed like it. */
  furnitureOf(element: Element): FurnitureKind {
    if (this.#furniture.has(element)) return this.#furniture.get(element);
    const parent = parentOf(element);
    const answer = this.#ownFurniture(element) ?? (parent === null ? undefined : this.furnitureOf(parent));
    this.#furniture.set(element, answer);
    return answer;
  }

  #ownFurniture(element: Element): FurnitureKind {
    if (this.#teasers.has(element)) return "strong";
    const kind = furnitureOf(element);
    if (kind === undefined) return undefined;
    const prose = this.proseOf(element);
    if (kind === "strong") {
      // A wrapper of the whole page may be named for a part of it (`lightbox`, `share-wrapper`).
      const isWrapper =
        (this.#headlines.size === 0 ? prose > this.total * 0.4 : this.#headlines.has(element)) ||
        (prose > this.total * WHOLE && !isOfOthers(element));
      return isWrapper || (element.name === "p" && prose > 200) ? undefined : "strong";
    }
    if (prose > this.total * 0.4) return undefined;
    if (this.linkShareOf(element) > 0.5) return "weak";
    if (this.#holdsBody.has(element) && prose > 200) return undefined;
    if (findElement(element.children, (child) => child.name === "blockquote") !== undefined) return undefined;
    if (/^(?:p|li|h[1-6])$/.test(element.name) && prose > 120) return undefined;
    return prose < WEAK_PROSE ? "weak" : undefined;
  }

  /** Rows of boxes that each have a linked headline: teasers of other articles. */
  #markTeasers(element: Element): void {
    const list = /^(?:ul|ol)$/.test(element.name) ? structureOf(element) : undefined;
    // A list of which some items are words and some are links is a list of the text.
    const isText = list !== undefined && this.linkShareOf(list) < LISTED_LINKS;
    const groups = new Map<string, Element[]>();
    for (const child of element.children) {
      if (!isTag(child)) continue;
      this.#markTeasers(child);
      if (!/^(?:article|li|div|section|a|td|dl)$/.test(child.name)) continue;
      const weight = this.#weight.get(child) ?? 0;
      if (weight === 0 || weight > MAX_TEASER) continue;
      if (!isTeaserShape(child, weight, isText ? 0 : (this.#links.get(child) ?? 0))) continue;
      const key = `${child.name}.${(child.attribs.class ?? "").replace(/\d+/g, "").split(/\s+/).slice(0, 2).join(".")}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [child]);
      else group.push(child);
    }
    for (const group of groups.values()) {
      for (const teaser of group) if (group.length >= 2 || isCutShort(textOf(teaser))) this.#teasers.add(teaser);
    }
  }
}

/** Share of links below which a list is one of the text. */
export const LISTED_LINKS = 0.5;

/** The outermost table, list or piece of code that an element is part of. */
export function structureOf(element: Element): Element | undefined {
  let structure: Element | undefined;
  for (let at: Element | null = element; at !== null; at = parentOf(at))
    if (/^(?:table|dl|pre|ul|ol)$/.test(at.name)) structure = at;
  return structure;
}

function isTeaserShape(element: Element, weight: number, links: number): boolean {
  if (links / weight > 0.5) return true;
  return hasLinkedHeadline(element) || (element.name === "a" && hasHeading(element));
}

/** Text that breaks off in the middle of a sentence, as an excerpt does. */
function isCutShort(text: string): boolean {
  return /(?:\p{L}\s?(?:\.{3}|…)|\[(?:\.{3}|…)\])$/u.test(text);
}

function hasHeading(element: Element): boolean {
  return element.children.some((child) => isTag(child) && (/^h[1-6]$/.test(child.name) || hasHeading(child)));
}

function hasLinkedHeadline(element: Element): boolean {
  return element.children.some((child) => {
    if (!isTag(child)) return false;
    if (/^h[2-6]$/.test(child.name)) return hasLink(child) || parentOf(child)?.name === "a";
    return (child.name === "a" && hasHeading(child)) || hasLinkedHeadline(child);
  });
}

function hasLink(element: Element): boolean {
  return element.children.some(
    (child) => isTag(child) && ((child.name === "a" && child.attribs.href !== undefined) || hasLink(child)),
  );
}

/** The element that an element stands in. */
export function parentOf(element: Element): Element | null {
  const parent = element.parent;
  return parent !== null && isTag(parent) ? parent : null;
}

/** Running text: long, few links, no heading. */
export function isProse(block: TextBlock): boolean {
  if (/^h[1-6]$/.test(block.element.name) || block.linkWeight > block.weight * 0.45) return false;
  return block.weight >= 140 || (block.weight >= 60 && /[.!?…。！？؟।»”"“']\s*[)\]]?$/.test(block.text));
}

function worthOf(block: TextBlock, known: KnownText | undefined): number {
  if (/^h[1-6]$/.test(block.element.name)) return 0;
  if (known !== undefined && block.weight >= 40) {
    const share = known.shareOf(block.text);
    if (share > 0.6) return block.weight * 1.5;
    if (share < 0.2) return -Math.min(200, block.weight) * 0.6;
  }
  if (/\[(?:\.{3}|…)\]$/.test(block.text)) return -Math.min(120, block.weight);
  const share = block.linkWeight / block.weight;
  if (share > 0.6) return -Math.min(60, block.weight);
  if (isProse(block)) return block.weight;
  if (/^(?:td|th|li|dt|dd)$/.test(block.element.name) && share < 0.3) return 0;
  return block.weight >= 30 ? block.weight * 0.3 : -8;
}

/** What holds an article's text: one element, or several that stand in `whole` with other matter between them. */
export interface Container {
  readonly whole: Element;
  readonly parts: readonly Element[];
}

/** The element with the best sum of values, and those beside it that go on with the text. `known` is the text, told elsewhere on the page. */
export function selectContainer(shape: PageShape, known: KnownText | undefined): Container {
  const sums = sumWorths(shape, known);
  return joinParts(wholeTable(selectBest(shape, sums)), shape, sums);
}

/** The sum of the worths of all blocks below each element. Furniture counts against what holds it. */
function sumWorths(shape: PageShape, known: KnownText | undefined): Map<Element, number> {
  const sums = new Map<Element, number>();
  const seen = new Set<string>();
  for (const block of shape.blocks) {
    const repeated = block.weight > 80 && seen.has(block.text);
    seen.add(block.text);
    const furniture = shape.furnitureOf(block.element) !== undefined;
    const value = furniture ? -Math.min(60, block.weight) : repeated ? 0 : worthOf(block, known);
    for (let at: Element | null = block.element; at !== null; at = parentOf(at))
      sums.set(at, (sums.get(at) ?? 0) + value);
  }
  return sums;
}

function selectBest(shape: PageShape, sums: ReadonlyMap<Element, number>): Element {
  let best = shape.root;
  let bestSum = sums.get(shape.root) ?? 0;
  for (const [element, sum] of sums) {
    const weighed = sum * (isBodyName(element) ? 1.08 : 1);
    if (weighed > bestSum && shape.furnitureOf(element) === undefined) [best, bestSum] = [element, weighed];
  }
  return narrow(best, shape, sums);
}

/** A part of a table stands for the table and what is around it. */
function wholeTable(element: Element): Element {
  let whole = element;
  for (let at: Element | null = element; at !== null; at = parentOf(at))
    if (/^(?:tbody|thead|tfoot|tr|table|dl|ul|ol|p|blockquote)$/.test(at.name)) whole = parentOf(at) ?? at;
    else if (!/^(?:td|th|li|dd|dt)$/.test(at.name)) break;
  return whole;
}

/** Levels above the best element at which what stands beside it is looked at. */
const JOIN_LEVELS = 4;
/** What goes on with the text holds at least this much prose, and this share of what was found. */
const MIN_PART = 120;
const PART_SHARE = 0.04;
const PART_LINKS = 0.3;

/** The elements beside the best one, and beside what it stands in, that are of its make and hold prose as it does. */
function joinParts(best: Element, shape: PageShape, sums: ReadonlyMap<Element, number>): Container {
  const parts = [best];
  let whole = best;
  let at = best;
  for (let level = 0; level < JOIN_LEVELS; level++) {
    const outer = parentOf(at);
    if (outer === null || shape.furnitureOf(outer) !== undefined) break;
    for (const other of outer.children) {
      if (!isTag(other) || other === at || !isAlike(at, other) || !goesOnIn(other, best, shape, sums)) continue;
      parts.push(other);
      whole = outer;
    }
    at = outer;
  }
  return { whole, parts };
}

function goesOnIn(other: Element, best: Element, shape: PageShape, sums: ReadonlyMap<Element, number>): boolean {
  if (shape.furnitureOf(other) !== undefined || (sums.get(other) ?? 0) <= 0) return false;
  let [prose, weight, links] = [0, 0, 0];
  for (const block of shape.blocks) {
    if (shape.furnitureOf(block.element) !== undefined || !contains(other, block.element)) continue;
    if (/^h[2-6]$/.test(block.element.name) && block.linkWeight > block.weight * 0.5) return false;
    prose += isProse(block) ? block.weight : 0;
    weight += block.weight;
    links += block.linkWeight;
  }
  return (
    prose >= Math.max(MIN_PART, shape.proseOf(best) * PART_SHARE) && prose > weight * 0.5 && links < weight * PART_LINKS
  );
}

/** Whether two elements are of one make: the same tag, and names that differ in numbers alone, or share a word. */
function isAlike(one: Element, other: Element): boolean {
  if (one.name !== other.name) return false;
  const [a, b] = [wordsOfNames(one), wordsOfNames(other)];
  return a.length === 0 || b.length === 0 ? a.length === b.length : a.some((word) => b.includes(word));
}

function wordsOfNames(element: Element): string[] {
  return (element.attribs.class ?? "")
    .split(/\s+/)
    .map((word) => word.replace(/[-_]?\d+$/, ""))
    .filter((word) => word !== "");
}

const MOST = 0.7;

/** The part of the container that holds nearly all of it and is named for it, where only other matter follows. */
function narrow(container: Element, shape: PageShape, sums: ReadonlyMap<Element, number>): Element {
  const whole = sums.get(container) ?? 0;
  for (const block of shape.blocks) {
    if (!contains(container, block.element) || shape.furnitureOf(block.element) !== undefined || !isProse(block))
      continue;
    let found: Element | undefined;
    for (let at: Element | null = block.element; at !== null && at !== container; at = parentOf(at)) {
      if ((at.name === "article" || isBodyName(at)) && (sums.get(at) ?? 0) > whole * MOST) found ??= at;
    }
    if (found !== undefined) return found;
    if (block.weight > 260 && !isWithin(block.element, (outer) => outer.name === "header")) return container;
  }
  return container;
}

/** Whether an element is, or stands in, another. */
export function contains(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = parentOf(at)) if (at === outer) return true;
  return false;
}
