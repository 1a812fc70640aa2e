/**
 * Footnotes of a page or an export: a small link to a note that stands in the same text → marks that survive the way to
 * Markdown, and the notes apart from the text. Marks are two private-use characters around the note's number.
 */
import { Text } from "domhandler";
import { type ChildNode, type Element, findElement, findElements, isTag, textOf } from "../page/html-tree.ts";

export interface Footnote {
  readonly number: number;
  readonly nodes: readonly ChildNode[];
}

const [OPEN, CLOSE] = ["\ue000", "\ue001"];
/** A mark as it stands in text. */
export const MARK = /\ue000(\d{1,4})\ue001/g;

/** Words of a link that leads to a note: a number, a sign. */
const REFERENCE = /^[[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?$/i;
/** Words of a link that leads back from one. */
const BACK = /^[\s[(]*(?:[↩↑^⏎⤴]|\ufe0e|\ufe0f|back|jump up)+[\s\])]*$/iu;
const NOTE = /^(?:li|p|div|aside|dd|td|span|section)$/;
/** Characters of a note; what is longer is a part of the text. */
const MAX_NOTE = 3000;

function targetOf(link: Element): string | undefined {
  const href = link.attribs.href ?? "";
  const id = /^(?:[^#]*)#(.+)$/.exec(href)?.[1];
  return id === undefined || link.name !== "a" ? undefined : id;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function remove(node: ChildNode): void {
  const parent = node.parent;
  if (parent !== null) parent.children = parent.children.filter((child) => child !== node);
  node.parent = null;
}

/** The element that holds a note: the target, or what it stands in where it is but an anchor. */
function noteAt(target: Element): Element | undefined {
  let at: Element = target;
  while (/^(?:a|sup|b|strong|span|em)$/.test(at.name) && textOf(at).length < 6) {
    const parent = at.parent;
    if (parent === null || !isTag(parent)) return undefined;
    at = parent;
  }
  return NOTE.test(at.name) && textOf(at).length <= MAX_NOTE ? at : undefined;
}

/** Takes the notes out of the tree and puts marks where they are referred to. Only what a reference leads to is a note. */
export function takeFootnotes(nodes: readonly ChildNode[]): Footnote[] {
  const byId = new Map<string, Element>();
  const references: { readonly link: Element; readonly id: string }[] = [];
  for (const element of findElements(nodes, () => true)) {
    const id = element.attribs.id ?? (element.name === "a" ? element.attribs.name : undefined);
    if (id !== undefined && id !== "" && !byId.has(id)) byId.set(id, element);
    const target = targetOf(element);
    if (target !== undefined && REFERENCE.test(textOf(element)))
      references.push({ link: element, id: decoded(target) });
  }
  const numbers = new Map<Element, number>();
  const notes: Footnote[] = [];
  for (const { link, id } of references) {
    const target = byId.get(id);
    const note = target === undefined ? undefined : noteAt(target);
    if (note === undefined || findElement(note.children, (child) => child === link) !== undefined) continue;
    let number = numbers.get(note);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(note, number);
    }
    const outer = link.parent;
    const place =
      outer !== null && isTag(outer) && outer.name === "sup" && textOf(outer) === textOf(link) ? outer : link;
    const parent = place.parent;
    if (parent === null) continue;
    const mark = new Text(`${OPEN}${number}${CLOSE}`);
    mark.parent = parent;
    parent.children = parent.children.map((child) => (child === place ? mark : child));
  }
  for (const [note, number] of numbers) {
    for (const link of findElements(note.children, (child) => child.name === "a"))
      if (BACK.test(textOf(link)) || (targetOf(link) !== undefined && REFERENCE.test(textOf(link)))) remove(link);
    notes.push({ number, nodes: [...note.children] });
    const list = note.parent;
    remove(note);
    if (list !== null && isTag(list) && /^(?:ol|ul)$/.test(list.name) && textOf(list) === "") remove(list);
  }
  return notes;
}
