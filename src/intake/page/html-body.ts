/**
 * The text of an article: the element that holds it, less what is furniture there. Blocks before the first paragraph and
 * after the last are judged more strictly than those between; what is left out is told.
 */
import { judgeLastLine, judgeLine } from "./furniture-lines.ts";
import { pruneNoise, type TextBlock } from "./html-blocks.ts";
import {
  contains,
  isProse,
  LISTED_LINKS,
  PageShape,
  parentOf,
  selectContainer,
  structureOf,
} from "./html-container.ts";
import {
  isCaptionByPlace,
  isDateLine,
  isHeading,
  isHeadLine,
  isIn,
  isInFigure,
  linksElsewhere,
  repeatsTitle,
} from "./html-lines.ts";
import { findOtherArticles } from "./html-other-articles.ts";
import { isSameLine, KnownText } from "./html-shingles.ts";
import { isStandfirst } from "./html-standfirst.ts";
import type { ChildNode, Element } from "./html-tree.ts";

/** What other witnesses say, so that the body does not say it again. */
export interface BodyHints {
  readonly title?: string;
  /** The printed headline as it stands, with its kicker. */
  readonly heading?: string;
  readonly standfirst?: string;
  readonly byline: readonly string[];
  /** Host of the page's own links; a line that is a link elsewhere belongs to the text. */
  readonly host?: string;
  /** The whole text, as the page's data tells it. */
  readonly articleBody?: string;
}

export interface SelectedBody {
  readonly nodes: ChildNode[];
  /** The summary that stood above the text. */
  readonly standfirst?: string;
  /** Lines that were left out and are not mere labels, in order. */
  readonly leftOut: readonly string[];
  /** Lines of the page outside of the text that are no furniture by name. */
  readonly around: readonly string[];
  /** 0 to 1: the share of the page's running text that was taken, and whether the page's data agrees. */
  readonly confidence: number;
}

const MIN_KNOWN = 400;
/** Paragraphs that make what they stand in the text itself: a subhead among them stays, though it be a link. */
const MIN_HELD = 3;
/** Lines above the text that are looked at for a date. */
const MAX_HEADS = 40;

function removeBlock(block: TextBlock): void {
  for (const node of block.nodes) node.data = "";
}

function namesLine(text: string, names: readonly string[]): boolean {
  return names.some((name) => name.length > 3 && text.toLowerCase().includes(name.toLowerCase())) && text.length < 140;
}

/** Judges the blocks of a container in order; answers which stay. */
function selectKept(
  blocks: readonly TextBlock[],
  shape: PageShape,
  hints: BodyHints,
  known: KnownText | undefined,
): { kept: Set<TextBlock>; standfirst?: string; leftOut: string[] } {
  const leftOut: string[] = [];
  const open = blocks.filter((block) => shape.furnitureOf(block.element) === undefined && !isInFigure(block.element));
  const passes: TextBlock[] = [];
  const seen = new Map<string, Element>();
  const counts = new Map<string, number>();
  let heads = 0;
  const holders = new Map<Element | null, number>();
  for (const block of open) {
    counts.set(block.text, (counts.get(block.text) ?? 0) + 1);
    if (!isProse(block)) continue;
    const holder = parentOf(structureOf(block.element) ?? block.element);
    holders.set(holder, (holders.get(holder) ?? 0) + 1);
  }
  for (const block of open) {
    const share = block.linkWeight / block.weight;
    if (isHeading(block) && block.text === hints.heading && !passes.some(isProse)) continue;
    if (hints.title !== undefined && isHeadLine(block) && repeatsTitle(block, hints.title, passes)) continue;
    if (block.element.name === "h1" && passes.length === 0) continue;
    const twin = seen.get(block.text);
    // Text that is there twice, for phones and for desks, stands in two places; what an author repeats stands in one.
    if (block.weight > 60 && twin !== undefined && parentOf(twin) !== parentOf(block.element)) continue;
    const isLabel = block.weight > 12 && block.weight < 80 && !/[.!?…:]["”»]?$/.test(block.text);
    if (isLabel && (counts.get(block.text) ?? 0) > 1 && !isIn(block.element, /^(?:table|li|blockquote)$/)) continue;
    seen.set(block.text, block.element);
    const isKnown = known !== undefined && known.shareOf(block.text) > 0.7;
    if (isCaptionByPlace(block) || (passes.length === 0 && ++heads < MAX_HEADS && isDateLine(block))) continue;
    if (judgeLine(block.text, block.weight, share) !== undefined) {
      if (block.weight > 60) leftOut.push(block.text);
      continue;
    }
    if (
      share > 0.75 &&
      !isKnown &&
      !(block.element.name === "p" && linksElsewhere(block.element, hints.host)) &&
      !(isHeading(block) && (holders.get(parentOf(block.element)) ?? 0) >= MIN_HELD) &&
      (block.weight < 200 || share > 0.9) &&
      !isIn(block.element, /^(?:table|blockquote)$/) &&
      !(isIn(block.element, /^[uo]l$/) && isTextList(block, shape, holders))
    ) {
      if (block.weight > 30) leftOut.push(block.text);
      continue;
    }
    passes.push(block);
  }
  const isParagraph = (block: TextBlock): boolean => isProse(block) && !/^li$/.test(block.element.name);
  let first = passes.findIndex(isParagraph);
  if (first < 0) first = passes.findIndex(isProse);
  if (first < 0) return { kept: new Set(passes), leftOut };
  let standfirst: string | undefined;
  const next = passes.findIndex((block, index) => index > first && isParagraph(block));
  const head = passes[first];
  const follower = passes[next];
  if (
    head !== undefined &&
    follower !== undefined &&
    next - first <= 12 &&
    isStandfirst(head, follower, hints.standfirst, known)
  ) {
    standfirst = head.text;
    first = next;
  }
  const cut = findOtherArticles(passes, first, known);
  if (cut > 0) passes.length = cut;
  let last = passes.findLastIndex(
    (block, index) => index >= first && isProse(block) && judgeLastLine(block.text, block.weight) === undefined,
  );
  if (last < 0) last = passes.length - 1;
  const parents = new Set(
    passes
      .slice(first, last + 1)
      .filter(isProse)
      .map((block) => parentOf(block.element)),
  );
  const kept = new Set<TextBlock>();
  // Text that begins or ends within a table or a list has all of it.
  const opening = structureOf(passes[first]?.element ?? shape.root);
  while (opening !== undefined && first > 0 && structureOf(passes[first - 1]?.element ?? shape.root) === opening)
    first--;
  passes.forEach((block, index) => {
    if (index < first) {
      const isSibling =
        block.element.name === "p" && parentOf(block.element) === parentOf(passes[first]?.element ?? block.element);
      const isNear =
        index === first - 1 && isHeading(block) && block.element.name !== "h1" && !isIn(block.element, /^header$/);
      const isShortLead = isSibling && parents.size === 1 && block.linkWeight < block.weight * 0.3;
      if (
        (isNear || (isShortLead && !isDateLine(block))) &&
        block.text !== standfirst &&
        !namesLine(block.text, hints.byline)
      )
        kept.add(block);
      else if (standfirst === undefined && hints.standfirst !== undefined && isSameLine(block.text, hints.standfirst))
        standfirst = block.text;
      return;
    }
    if (index > last) {
      const isSibling = /^(?:p|li|td|div|blockquote)$/.test(block.element.name) && parents.has(parentOf(block.element));
      const outer = parentOf(block.element);
      const isListed = /^li$/.test(block.element.name) && outer !== null && parents.has(parentOf(outer));
      const isSubhead = isHeading(block) && parents.has(outer);
      const structure = structureOf(block.element);
      const isStructured = structure !== undefined && parents.has(parentOf(structure));
      if (
        (isStructured
          ? shape.linkShareOf(structure) < LISTED_LINKS
          : (isSibling || isListed || isSubhead) && block.linkWeight < block.weight * 0.3) &&
        judgeLastLine(block.text, block.weight) === undefined &&
        !namesLine(block.text, hints.byline)
      )
        kept.add(block);
      else if (block.weight > 40) leftOut.push(block.text);
      return;
    }
    kept.add(block);
  });
  trimEnd(passes, kept, hints, leftOut);
  return { kept, leftOut, ...(standfirst === undefined ? {} : { standfirst }) };
}

/** Whether a block stands in a list among paragraphs, and not all of the list is links. */
function isTextList(block: TextBlock, shape: PageShape, holders: ReadonlyMap<Element | null, number>): boolean {
  const list = structureOf(block.element);
  return list !== undefined && shape.linkShareOf(list) < LISTED_LINKS && (holders.get(parentOf(list)) ?? 0) >= MIN_HELD;
}

/** Subheads that nothing follows, sign-offs and notes on the text go from the end. */
function trimEnd(passes: readonly TextBlock[], kept: Set<TextBlock>, hints: BodyHints, leftOut: string[]): void {
  for (let index = passes.length - 1; index >= 0; index--) {
    const block = passes[index];
    if (block === undefined || !kept.has(block)) continue;
    const isNote = block.stressWeight > block.weight * 0.95 && block.linkWeight > block.weight * 0.1;
    if (
      !isHeading(block) &&
      !isNote &&
      judgeLastLine(block.text, block.weight) === undefined &&
      !(namesLine(block.text, hints.byline) && block.weight < 60)
    )
      return;
    kept.delete(block);
    if (block.weight > 40) leftOut.push(block.text);
  }
}

/** Selects the text below `root`, and takes the rest out of the tree. */
export function selectBody(root: Element, hints: BodyHints): SelectedBody {
  pruneNoise(root.children);
  const shape = new PageShape(root);
  const told = hints.articleBody ?? "";
  const plain = selectContainer(shape, undefined);
  // Data that tells only the beginning of the text is no measure of the rest.
  const plainProse = plain.parts.reduce((sum, part) => sum + shape.proseOf(part), 0);
  const known = told.length >= Math.max(MIN_KNOWN, plainProse * 0.6) ? new KnownText(told) : undefined;
  const { whole, parts } = known === undefined ? plain : selectContainer(shape, known);
  const within = shape.blocks.filter((block) => contains(whole, block.element));
  const blocks = within.filter((block) => parts.some((part) => contains(part, block.element)));
  const { kept, standfirst, leftOut } = selectKept(blocks, shape, hints, known);
  for (const block of within) if (!kept.has(block) && !isInFigure(block.element)) removeBlock(block);
  let taken = 0;
  for (const block of kept) if (isProse(block)) taken += block.weight;
  return {
    nodes: whole.children,
    leftOut,
    around: shape.blocks
      .filter(
        (block) =>
          !kept.has(block) && block.weight > 30 && block.weight < 1200 && shape.furnitureOf(block.element) !== "strong",
      )
      .map((block) => block.text),
    confidence: shape.total === 0 ? 0 : Math.min(1, taken / shape.total),
    ...(standfirst === undefined ? {} : { standfirst }),
  };
}
