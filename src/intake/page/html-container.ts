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
    const links = (this.#links.get(element) ?? 0) / Math.max(1, this.#weight.get(element) ?? 1);
    if (links > 0.5) return "weak";
    if (this.#holdsBody.has(element) && prose > 200) return undefined;
    if (findElement(element.children, (child) => child.name === "blockquote") !== undefined) return undefined;
    if (/^(?:p|li|h[1-6])$/.test(element.name) && prose > 120) return undefined;
    return prose < WEAK_PROSE ? "weak" : undefined;
  }

  /** Rows of boxes that each have a linked headline: teasers of other articles. */
  #markTeasers(element: Element): void {
    const groups = new Map<string, Element[]>();
    for (const child of element.children) {
      if (!isTag(child)) continue;
      this.#markTeasers(child);
      if (!/^(?:article|li|div|section|a|td|dl)$/.test(child.name)) continue;
      const weight = this.#weight.get(child) ?? 0;
      if (weight === 0 || weight > MAX_TEASER) continue;
      if (!isTeaserShape(child, weight, this.#links.get(child) ?? 0)) continue;
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

/** The element with the best sum of values. Furniture counts against what holds it. `known` is the text, told elsewhere on the page. */
export function selectContainer(shape: PageShape, known: KnownText | undefined): Element {
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
  let best = shape.root;
  let bestSum = sums.get(shape.root) ?? 0;
  for (const [element, sum] of sums) {
    const weighed = sum * (isBodyName(element) ? 1.08 : 1);
    if (weighed > bestSum && shape.furnitureOf(element) === undefined) [best, bestSum] = [element, weighed];
  }
  return narrow(best, shape, sums);
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
