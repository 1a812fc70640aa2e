/** XML for other houses: markup made by `html`, as a document; and rendered HTML as well-formed XML. */
import type { ChildNode, Element } from "domhandler";
import { parseDocument } from "htmlparser2";
import { escapeText, type Html, html, raw } from "../html.ts";

/** XML 1.0 has no way to write these (Char, production 2). */
const NO_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** The document as text. Characters that XML cannot hold are left out. */
export function renderXmlDocument(root: Html): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.toString().replace(NO_XML, "")}\n`;
}

/** An element of rendered HTML. `content` is already converted. */
export interface HtmlElement {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly content: Html;
  /** The element around it. */
  readonly parent: { readonly name: string; readonly class: string } | undefined;
}

/** How an HTML element is written in another vocabulary; undefined keeps its content alone. */
export type ElementRule = (element: HtmlElement) => Html | undefined;

/** The nodes of rendered HTML. htmlparser2 takes a quarter of the time of parse5, and what we rendered needs no repair. */
export function parseMarkup(markup: string): readonly ChildNode[] {
  return parseDocument(markup).childNodes;
}

/** True for an element, scripts and styles among them. */
export function isElement(node: ChildNode): node is Element {
  return "attribs" in node;
}

function convertNode(node: ChildNode, rule: ElementRule, parent: HtmlElement["parent"]): string {
  if (node.type === "text") return escapeText(node.data);
  if (!isElement(node)) return "";
  const own = { name: node.name, class: node.attribs.class ?? "" };
  const content = raw(node.childNodes.map((child) => convertNode(child, rule, own)).join(""));
  const attribute = (name: string) => node.attribs[name];
  return (rule({ name: node.name, attribute, content, parent }) ?? content).toString();
}

/** Rendered HTML, element by element, in another vocabulary. */
export function convertHtml(markup: string, rule: ElementRule): Html {
  return raw(
    parseMarkup(markup)
      .map((node) => convertNode(node, rule, undefined))
      .join(""),
  );
}

/** An element with its content. The name is the program's own, never the input's. */
export function wrap(name: string, content: Html): Html {
  return html`${raw(`<${name}>`)}${content}${raw(`</${name}>`)}`;
}

const KEPT_ATTRIBUTES = [
  "href",
  "src",
  "alt",
  "width",
  "height",
  "id",
  "title",
  "colspan",
  "rowspan",
  "lang",
  "dir",
  "datetime",
];
const VOID = new Set(["br", "hr", "img", "wbr"]);

/** The same element as well-formed XHTML, without what only this site's own scripts and styles use. */
export function asXhtml({ name, attribute, content }: HtmlElement): Html {
  let attributes = "";
  for (const key of KEPT_ATTRIBUTES) {
    const value = attribute(key);
    if (value !== undefined) attributes += ` ${key}="${escapeText(value)}"`;
  }
  return raw(VOID.has(name) ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`);
}
