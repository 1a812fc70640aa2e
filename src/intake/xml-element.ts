/** An element of an XML document, and what readers ask of one. */

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
