/** The text of a page in blocks: the smallest elements that hold a paragraph, a line or a list item, with what is known of each. */
import type { Text } from "domhandler";
import { UNSCRIPTED, widestOf } from "./html-picture.ts";
import {
  type ChildNode,
  type Element,
  findElement,
  findElements,
  isTag,
  isText,
  plainLine,
  textOf,
} from "./html-tree.ts";
import { IntakeError } from "../intake-error.ts";

export interface TextBlock {
  /** The nearest block element around the text. */
  readonly element: Element;
  /** The nodes of text that it is made of. */
  readonly nodes: readonly Text[];
  readonly text: string;
  /** Weight of the text, and of that part of it which is links: characters, those of scripts without spaces counting double. */
  readonly weight: number;
  readonly linkWeight: number;
  /** Weight of what is set in bold type or italics. */
  readonly stressWeight: number;
}

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 " +
    "h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Taken out of the tree before anything is weighed: never words of an article. */
const NOISE = new Set(
  (
    "script style template noscript iframe frame noembed noframes object embed applet svg canvas audio video track map " +
    "input button select textarea option datalist dialog link meta base head nav"
  ).split(" "),
);

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

/** Characters of a text, those of scripts without spaces counting double. */
export function weightOf(text: string): number {
  return text.length + (text.match(CJK)?.length ?? 0);
}

/** Whether an element is a block of its own. */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.name) || element.name.includes("-");
}

/** A hidden part with this much prose is the article behind a paywall or before a script shows it. */
const MIN_HIDDEN_PROSE = 600;

/** Takes out what is never part of an article's words, and what the page hides from its readers. */
export function pruneNoise(nodes: ChildNode[]): void {
  let kept = 0;
  for (const node of nodes) {
    const isNoise = isTag(node) ? NOISE.has(node.name) || isHidden(node) : !isText(node);
    if (isNoise) {
      const picture = isTag(node) && node.name === "noscript" ? takeUnscripted(node, nodes.slice(0, kept)) : undefined;
      if (picture !== undefined) {
        picture.parent = node.parent;
        nodes[kept++] = picture;
      }
      node.parent = null;
      continue;
    }
    nodes[kept++] = node;
    if (isTag(node)) pruneNoise(node.children);
  }
  nodes.length = kept;
}

const isImage = (element: Element): boolean => element.name === "img";

/** A picture for readers without scripts: its address goes to the one that stands in for it, where there is one; else it stays itself. */
function takeUnscripted(noscript: Element, before: readonly ChildNode[]): Element | undefined {
  const picture = findElement(noscript.children, isImage);
  const src = picture?.attribs.src;
  if (picture === undefined || src === undefined || src === "") return undefined;
  const standIn = findElements(before.slice(-3), isImage).find((image) => (image.attribs.src ?? "") !== "");
  if (standIn === undefined) return before.length === 0 ? picture : undefined;
  standIn.attribs[UNSCRIPTED] = widestOf(picture.attribs.srcset) ?? src;
  return undefined;
}

function proseIn(nodes: readonly ChildNode[]): number {
  let weight = 0;
  for (const node of nodes) {
    if (!isTag(node)) continue;
    const text = node.name === "p" ? textOf(node) : "";
    weight += node.name === "p" ? (text.length > 80 ? text.length : 0) : proseIn(node.children);
  }
  return weight;
}

function isHidden(element: Element): boolean {
  const { attribs } = element;
  if (element.name === "img" || element.name === "figure") return false;
  const hidden = "hidden" in attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? "");
  return hidden && proseIn([element]) < MIN_HIDDEN_PROSE;
}

interface Open {
  readonly element: Element;
  nodes: Text[];
  text: string;
  link: string;
  stress: string;
}

/** Lines and paragraphs; long news pages have two thousand. */
const MAX_BLOCKS = 12_000;
const STRESS = /^(?:b|strong|em|i)$/;

/** All blocks of text below `root`, in order. Text between blocks belongs to the block that holds it. */
export function selectBlocks(root: Element): TextBlock[] {
  const blocks: TextBlock[] = [];
  const close = (open: Open): void => {
    const text = plainLine(open.text);
    if (text !== "") {
      if (blocks.length >= MAX_BLOCKS) {
        throw new IntakeError(
          `a page of more than ${MAX_BLOCKS} lines`,
          "give one article at a time, or its text alone",
        );
      }
      const weight = weightOf(text);
      blocks.push({
        element: open.element,
        nodes: open.nodes,
        text,
        weight,
        linkWeight: Math.min(weight, weightOf(plainLine(open.link))),
        stressWeight: Math.min(weight, weightOf(plainLine(open.stress))),
      });
    }
    open.nodes = [];
    open.text = "";
    open.link = "";
    open.stress = "";
  };
  const visit = (element: Element, open: Open, inLink: boolean, inStress: boolean): void => {
    for (const node of element.children) {
      if (isText(node)) {
        open.nodes.push(node);
        open.text += node.data.replaceAll("\n", " ");
        if (inLink) open.link += node.data;
        if (inStress) open.stress += node.data;
      } else if (isTag(node)) {
        const linked = inLink || (node.name === "a" && node.attribs.href !== undefined);
        const stressed = inStress || STRESS.test(node.name);
        if (isBlock(node)) {
          close(open);
          const inner: Open = { element: node, nodes: [], text: "", link: "", stress: "" };
          visit(node, inner, linked, stressed);
          close(inner);
        } else if (node.name === "br") {
          // Two line breaks in a row part paragraphs.
          if (/\n[^\S\n]*$/.test(open.text)) close(open);
          else open.text += "\n";
        } else visit(node, open, linked, stressed);
      }
    }
  };
  const open: Open = { element: root, nodes: [], text: "", link: "", stress: "" };
  visit(root, open, false, false);
  close(open);
  return blocks;
}
