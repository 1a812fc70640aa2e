/**
 * One small tree of an XML document, for every reader of an XML format. Malformed input is an `IntakeError` with its
 * line. Nothing is fetched: an external DTD is passed over, entities that a document declares itself are refused
 * (they are how a few bytes become gigabytes, and how a file of this machine would get into an article), and the names
 * that HTML gives to characters, which NITF's and RSS's DTDs take over, are known without a DTD.
 */
import { StringDecoder } from "node:string_decoder";
import { parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import { decodeText, refuseLong } from "./text/decode-text.ts";
import { IntakeError } from "./intake-error.ts";
import type { XmlElement } from "./xml-element.ts";

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
  /** Elements of the document before it. */
  readonly number: number;
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

/** Characters, or bytes, that are given to the parser at a time where a document is read piece by piece. */
const PIECE = 64 * 1024;
/** What may stand before a document and is no part of it. */
const BEFORE = /^[\s\uFEFF]+/;
/** More than the longest `&name;` has. */
const LONGEST_NAME = 40;

function* eachPiece(input: string | Uint8Array): Generator<string> {
  const decoder = new StringDecoder("utf8");
  for (let at = 0; at < input.length; at += PIECE) {
    if (typeof input === "string") yield input.slice(at, at + PIECE);
    else yield decoder.write(Buffer.from(input.buffer, input.byteOffset + at, Math.min(PIECE, input.length - at)));
  }
}

/** Builds elements from a document as its pieces come in. */
class TreeBuilder {
  readonly #limits: XmlLimits;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: OpenElement[] = [];
  readonly #skippedLines: number;
  #before = "";
  #elements = 0;
  #attributes = 0;
  root: OpenElement | undefined;
  /** Told of every element that is complete, with those that it stands in, outermost first. */
  onElement: ((element: OpenElement, within: readonly OpenElement[]) => void) | undefined;

  constructor(limits: XmlLimits, skippedLines: number) {
    this.#limits = limits;
    this.#skippedLines = skippedLines;
    const parser = this.#parser;
    parser.on("error", (error) => {
      const what = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
      this.#refuse(`this is no well-formed XML: ${what}`, "ask for a copy that is, or mend this line");
    });
    parser.on("doctype", (doctype) => refuseDeclarations(doctype, this.#line()));
    parser.on("text", (text) => this.#addText(text));
    parser.on("cdata", (text) => this.#addText(text));
    parser.on("opentagstart", () => {
      this.#attributes = 0;
    });
    parser.on("attribute", () => {
      if (++this.#attributes > limits.attributes)
        this.#refuse(`more than ${limits.attributes} attributes on one element`, "ask the sender");
    });
    parser.on("opentag", ({ local, uri, attributes }) =>
      this.#enter(local, uri, new Map(Object.entries(attributes).map(([name, { value }]) => [name, value]))),
    );
    parser.on("closetag", () => {
      const element = this.#open.pop();
      if (element !== undefined) this.onElement?.(element, this.#open);
    });
  }

  #line(): number {
    return this.#parser.line + this.#skippedLines;
  }

  #refuse(found: string, instead: string): never {
    throw new IntakeError(found, instead, this.#line());
  }

  #addText(value: string): void {
    const children = this.#open.at(-1)?.children;
    if (children === undefined) return;
    const last = children.at(-1);
    if (typeof last === "string") children[children.length - 1] = last + value;
    else if (value !== "") children.push(value);
  }

  #enter(name: string, uri: string, attributes: ReadonlyMap<string, string>): void {
    const { elements, depth } = this.#limits;
    if (++this.#elements > elements) this.#refuse(`more than ${elements} elements`, "split the document");
    if (this.#open.length >= depth)
      this.#refuse(`elements nested more than ${depth} deep`, "no news format does this; ask the sender what it is");
    const element: OpenElement = { name, uri, attributes, children: [], line: this.#line(), number: this.#elements };
    this.#open.at(-1)?.children.push(element);
    this.root ??= element;
    this.#open.push(element);
  }

  /** Takes an element that was just completed out of the document; it counts no longer. */
  take(element: OpenElement): XmlElement {
    this.#open.at(-1)?.children.pop();
    this.#elements = element.number - 1;
    const { number: _number, ...taken } = element;
    return taken;
  }

  write(text: string): void {
    Object.assign(this.#parser.ENTITIES, namedCharacters(this.#before + text));
    this.#before = text.slice(-LONGEST_NAME);
    this.#parser.write(text);
  }

  close(): XmlElement {
    this.#parser.close();
    if (this.root === undefined) throw new IntakeError("an empty XML document", "give a document with a root element");
    return this.root;
  }
}

/** Reads a document into its root element. Takes text, or bytes in the encoding that their mark or declaration names. */
export function parseXml(input: string | Uint8Array, given: Partial<XmlLimits> = {}): XmlElement {
  const limits = { ...XML_LIMITS, ...given };
  const decoded = decodeText(input, limits.length, /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/);
  const text = decoded.replace(BEFORE, "");
  const builder = new TreeBuilder(limits, decoded.slice(0, decoded.length - text.length).split("\n").length - 1);
  builder.write(text);
  return builder.close();
}

/**
 * Reads a document and gives the elements that `isItem` picks one by one, so that only one of them is held at a time;
 * answers the root, without them, at the end. `isItem` gets an element and how many it stands in. The limit of
 * elements is that of one item. Bytes are UTF-8.
 */
export function* eachXmlItem(
  input: string | Uint8Array,
  isItem: (element: XmlElement, depth: number) => boolean,
  given: Partial<XmlLimits> = {},
): Generator<XmlElement, XmlElement> {
  const limits = { ...XML_LIMITS, ...given };
  refuseLong(input, limits.length);
  const builder = new TreeBuilder(limits, 0);
  const found: XmlElement[] = [];
  builder.onElement = (element, within) => {
    if (within.length === 0 || !isItem(element, within.length)) return;
    found.push(builder.take(element));
  };
  let begun = false;
  for (const piece of eachPiece(input)) {
    const text: string = begun ? piece : piece.replace(BEFORE, "");
    begun ||= text !== "";
    builder.write(text);
    yield* found.splice(0);
  }
  return builder.close();
}
