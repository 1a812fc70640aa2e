/** XML as a tree, for tests: throws where it is not well-formed or a prefix is not declared. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, attribute]) => [
      key,
      typeof attribute === "string" ? attribute : attribute.value,
    ]);
    const element: XmlElement = { name, attributes: Object.fromEntries(values), children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (data) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += data;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

/** All elements of a name below an element, at any depth. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** The text of the children of a name. */
export function texts(element: XmlElement, name: string): string[] {
  return element.children.filter((child) => child.name === name).map(({ text }) => text);
}

/** The text of the one child of a name; throws where there is none or more than one. */
export function only(element: XmlElement, name: string): string {
  const found = texts(element, name);
  if (found.length !== 1) throw new Error(`<${element.name}> has ${found.length} <${name}>`);
  return found[0] ?? "";
}
