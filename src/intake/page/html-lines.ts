/** What a line of a page is by its shape and place: a subhead, a caption, a date, the headline again. */
import { bareRest, findPrintedDate } from "../dates/printed-date.ts";
import type { TextBlock } from "./html-blocks.ts";
import { isProse, parentOf } from "./html-container.ts";
import { bareLetters, isSameLine } from "./html-shingles.ts";
import { type Element, findElement, findElements, isTag, textOf } from "./html-tree.ts";

export function isHeading(block: TextBlock): boolean {
  return /^h[1-6]$/.test(block.element.name);
}

export function isInFigure(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) if (at.name === "figure") return true;
  return false;
}

export function isIn(element: Element, names: RegExp): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) if (names.test(at.name)) return true;
  return false;
}

/** A short line without a full stop, straight under a picture that stands alone. */
export function isCaptionByPlace(block: TextBlock): boolean {
  if (block.weight > 140 || block.stressWeight > block.weight * 0.5 || !/^(?:p|div)$/.test(block.element.name))
    return false;
  if (/[.!?:…؟。、]["”»]?$/.test(block.text) || textOf(block.element) !== block.text) return false;
  // Nodes that were pruned have no parent any more.
  for (let node = block.element.prev, steps = 0; node !== null && steps < 8; node = node.prev, steps++) {
    if (node.parent === null) continue;
    if (isTag(node))
      return textOf(node) === "" && findElement([node], (element) => element.name === "img") !== undefined;
    if (textOf(node) !== "") return false;
  }
  return false;
}

/** Whether all links of a line lead to other sites, and none to a network where pages are shared. */
export function linksElsewhere(element: Element, host: string | undefined): boolean {
  if (host === undefined) return false;
  const links = findElements([element], (child) => child.name === "a" && child.attribs.href !== undefined);
  return (
    links.length > 0 &&
    links.every((link) => {
      const other = /^(?:https?:)?\/\/([^/?#:]+)/i.exec(link.attribs.href ?? "")?.[1]?.toLowerCase();
      return (
        other !== undefined &&
        siteOf(other) !== siteOf(host) &&
        !/facebook|twitter|whatsapp|telegram|t\.me|instagram|youtube|linkedin|google/.test(other)
      );
    })
  );
}

/** The last two names of a host. */
export function siteOf(host: string): string {
  return host.split(".").slice(-2).join(".");
}

/** A line that is a date and nothing else. */
export function isDateLine(block: TextBlock): boolean {
  if (block.weight > 70 || !/\p{Nd}/u.test(block.text)) return false;
  const printed = findPrintedDate(block.text);
  return printed !== undefined && bareRest(printed.rest).length < 6;
}

/** Below the first paragraph only the title itself is a repetition: a subhead may hold its words. */
export function repeatsTitle(block: TextBlock, title: string, before: readonly TextBlock[]): boolean {
  return before.some(isProse) && isHeading(block)
    ? bareLetters(block.text) === bareLetters(title)
    : isSameLine(block.text, title);
}

export function isHeadLine(block: TextBlock): boolean {
  return isHeading(block) || block.weight < 260;
}
