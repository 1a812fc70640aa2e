/**
 * One small tree of an XML document, for every reader of an XML format. Malformed input is an `IntakeError` with its
 * line. Nothing is fetched: an external DTD is passed over, entities that a document declares itself are refused
 * (they are how a few bytes become gigabytes, and how a file of this machine would get into an article), and the names
 * that HTML gives to characters, which NITF's and RSS's DTDs take over, are known without a DTD.
 */
import { parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import { decodeText } from "./decode-text.ts";
import { IntakeError } from "./intake-error.ts";

/** An element; `name` is without its prefix, `uri` its namespace or empty. */
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  /** By name as written: `xml:lang`, `qcode`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and text in order; comments and processing instructions are left out, CDATA is text. */
  readonly children: readonly (XmlElement | string)[];
  /** From 1, where its start tag ends. */
  readonly line: number;
}

export interface XmlLimits {
  /** Characters of the document. */
  readonly length: number;
  /** Elements within elements. */
  readonly depth: number;
  readonly elements: number;
  /** On one element. */
  readonly attributes: number;
}

/** Far above any news item, far below what fills 512 MB. */
export const XML_LIMITS: XmlLimits = { length: 32_000_000, depth: 200, elements: 400_000, attributes: 200 };

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Characters by the names that HTML gives them, for the names that stand in the text. */
function namedCharacters(text: string): Record<string, string> {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/&([A-Za-z][A-Za-z0-9]{1,31});/g)) {
    if (name !== undefined) names.add(name);
    if (names.size >= 300) break;
  }
  const found: Record<string, string> = {};
  for (const name of names) {
    const [node] = parseFragment(`&${name};`).childNodes;
    if (node !== undefined && "value" in node && node.value !== `&${name};`) found[name] = node.value;
  }
  return found;
}

function refuseDeclarations(doctype: string, line: number): void {
  if (/<!ENTITY/i.test(doctype)) {
    throw new IntakeError(
      "the document declares its own entities",
      "send it with the characters written out: entities are never expanded and nothing they name is opened",
      line,
    );
  }
}

/** Reads a document into its root element. Takes text, or bytes in the encoding that their mark or declaration names. */
export function parseXml(input: string | Uint8Array, given: Partial<XmlLimits> = {}): XmlElement {
  const limits = { ...XML_LIMITS, ...given };
  const decoded = decodeText(input, limits.length, /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/);
  const text = decoded.replace(/^[\s\uFEFF]+/, "");
  const skipped = decoded.slice(0, decoded.length - text.length).split("\n").length - 1;
  const parser = new SaxesParser({ xmlns: true });
  Object.assign(parser.ENTITIES, namedCharacters(text));
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let elements = 0;
  let attributesOfTag = 0;
  const line = () => parser.line + skipped;

  const addText = (value: string): void => {
    const children = open.at(-1)?.children;
    if (children === undefined) return;
    const last = children.at(-1);
    if (typeof last === "string") children[children.length - 1] = last + value;
    else if (value !== "") children.push(value);
  };
  parser.on("error", (error) => {
    const what = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    throw new IntakeError(`this is no well-formed XML: ${what}`, "ask for a copy that is, or mend this line", line());
  });
  parser.on("doctype", (doctype) => refuseDeclarations(doctype, line()));
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentagstart", () => {
    attributesOfTag = 0;
  });
  parser.on("attribute", () => {
    if (++attributesOfTag > limits.attributes) {
      throw new IntakeError(`more than ${limits.attributes} attributes on one element`, "ask the sender", line());
    }
  });
  parser.on("opentag", (tag) => {
    if (++elements > limits.elements) {
      throw new IntakeError(`more than ${limits.elements} elements`, "split the document", line());
    }
    if (open.length >= limits.depth) {
      throw new IntakeError(
        `elements nested more than ${limits.depth} deep`,
        "no news format does this; ask the sender what it is",
        line(),
      );
    }
    const attributes = new Map(Object.entries(tag.attributes).map(([name, { value }]) => [name, value]));
    const element: OpenElement = { name: tag.local, uri: tag.uri, attributes, children: [], line: line() };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  if (root === undefined) throw new IntakeError("an empty XML document", "give a document with a root element");
  return root;
}

/** The elements directly within an element, of one name or all, in order. */
export function selectChildren(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) {
    if (typeof child !== "string" && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first element found by going down one name after the other: `selectChild(item, "itemMeta", "pubStatus")`. */
export function selectChild(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of names) at = selectChildren(at, name)[0];
  return at;
}

/** All elements of a name, at any depth, in the order of the document. */
export function selectAll(element: XmlElement | undefined, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const child of selectChildren(element)) {
    if (child.name === name) found.push(child);
    selectAll(child, name, found);
  }
  return found;
}

/** All text within an element, as it stands. */
export function rawText(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === "string" ? child : rawText(child))).join("");
}

/** All text within an element on one line: runs of white space are one blank. Undefined where there is none. */
export function readText(element: XmlElement | undefined): string | undefined {
  const text = rawText(element).replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}

/** The value of an attribute, trimmed; undefined where it is absent or empty. */
export function readAttribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === "" ? undefined : value;
}
