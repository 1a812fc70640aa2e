/** XML for other houses: markup made by `html`, as a document; and rendered HTML as well-formed XML. */
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { escapeText, type Html, html, raw } from "../html.ts";

type Node = DefaultTreeAdapterMap["childNode"];
type Element = DefaultTreeAdapterMap["element"];

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

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function convertNode(node: Node, rule: ElementRule, parent: HtmlElement["parent"]): string {
  if ("value" in node) return escapeText(node.value);
  if (!isElement(node)) return "";
  const own = { name: node.tagName, class: attributeOf(node, "class") ?? "" };
  const content = raw(node.childNodes.map((child) => convertNode(child, rule, own)).join(""));
  const attribute = (name: string) => attributeOf(node, name);
  return (rule({ name: node.tagName, attribute, content, parent }) ?? content).toString();
}

/** Rendered HTML, element by element, in another vocabulary. */
export function convertHtml(markup: string, rule: ElementRule): Html {
  return raw(
    parseFragment(markup)
      .childNodes.map((node) => convertNode(node, rule, undefined))
      .join(""),
  );
}

/** An element with its content. The name is the program's own, never the input's. */
export function wrap(name: string, content: Html): Html {
  return html`${raw(`<${name}>`)}${content}${raw(`</${name}>`)}`;
}

const KEPT_ATTRIBUTES = ["href", "src", "alt", "id", "title", "colspan", "rowspan"];
const VOID = new Set(["br", "hr", "img", "wbr"]);

/** The same element as well-formed XHTML, without what only this site's own scripts and styles use. */
export function asXhtml({ name, attribute, content }: HtmlElement): Html {
  const attributes = KEPT_ATTRIBUTES.flatMap((key) => {
    const value = attribute(key);
    return value === undefined ? [] : [html` ${raw(key)}="${value}"`];
  });
  return VOID.has(name)
    ? html`<${raw(name)}${attributes}/>`
    : html`<${raw(name)}${attributes}>${content}</${raw(name)}>`;
}
