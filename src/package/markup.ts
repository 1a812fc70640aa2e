/** Built pages as trees, and trees as HTML or XHTML. */
import { type ChildNode, Element, isTag, isText, type ParentNode, Text } from "domhandler";
import { parseDocument } from "htmlparser2";
import { escapeText } from "../html.ts";

export { type ChildNode, Element, isTag, isText, type ParentNode, Text };

const VOID = new Set(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const RAW = new Set(["script", "style"]);

export function parseMarkup(text: string): ParentNode {
  return parseDocument(text);
}

/** All elements below a node that the test takes, in the order of the document. */
export function findAll(node: ParentNode, takes: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) =>
    isTag(child) ? [...(takes(child) ? [child] : []), ...findAll(child, takes)] : [],
  );
}

export function findFirst(node: ParentNode, takes: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (!isTag(child)) continue;
    const found = takes(child) ? child : findFirst(child, takes);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function hasClass(element: Element, name: string): boolean {
  return (element.attribs.class ?? "").split(/\s+/).includes(name);
}

export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(textOf).join("") : "";
}

/** Puts others in the place of a node. */
export function replaceNode(node: ChildNode, others: readonly ChildNode[]): void {
  const { parent } = node;
  if (parent === null) return;
  parent.children.splice(parent.children.indexOf(node), 1, ...others);
  for (const other of others) other.parent = parent;
}

/** `form`: `xml` closes empty elements, for XHTML. */
export function renderMarkup(nodes: readonly ChildNode[], form: "html" | "xml" = "html"): string {
  return nodes.map((node) => renderNode(node, form)).join("");
}

function renderNode(node: ChildNode, form: "html" | "xml"): string {
  if (isText(node)) return escapeText(node.data);
  if (!isTag(node)) return node.type === "directive" ? "<!DOCTYPE html>" : "";
  const attributes = Object.entries(node.attribs)
    .map(([name, value]) => (value === "" && form === "html" ? ` ${name}` : ` ${name}="${escapeText(value)}"`))
    .join("");
  if (VOID.has(node.name)) return `<${node.name}${attributes}${form === "xml" ? "/" : ""}>`;
  const inner = RAW.has(node.name) ? node.children.map(textOf).join("") : renderMarkup(node.children, form);
  return `<${node.name}${attributes}>${inner}</${node.name}>`;
}
