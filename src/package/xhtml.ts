/** A bound article as the XHTML of a book: only elements and attributes that EPUB 3.3 takes, whatever the page had. */
import { type ChildNode, Element, isTag, isText, renderMarkup, Text } from "./markup.ts";

const KEPT = new Set(
  "a abbr aside b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr article header footer".split(
    " ",
  ),
);
/** Elements that go with all they hold. */
const DROPPED = new Set([
  "svg",
  "script",
  "style",
  "form",
  "audio",
  "video",
  "iframe",
  "button",
  "input",
  "textarea",
  "object",
  "math",
]);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  img: ["src", "alt"],
  ol: ["start"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  del: ["datetime"],
  ins: ["datetime"],
  time: ["datetime"],
};
const EVERYWHERE = ["id", "class", "lang", "dir", "title"];
/** Characters that XML 1.0 has no place for. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

function clean(nodes: readonly ChildNode[]): ChildNode[] {
  return nodes.flatMap((node): ChildNode[] => {
    if (isText(node)) return [new Text(node.data.replace(NOT_XML, ""))];
    if (!isTag(node) || DROPPED.has(node.name)) return [];
    const children = clean(node.children);
    if (!KEPT.has(node.name)) return children;
    const attributes: Record<string, string> = {};
    for (const name of [...(ATTRIBUTES[node.name] ?? []), ...EVERYWHERE]) {
      const value = node.attribs[name];
      if (value === undefined || (value === "" && name !== "alt")) continue;
      attributes[name] = value.replace(NOT_XML, "");
      if (name === "lang") attributes["xml:lang"] = value.replace(NOT_XML, "");
    }
    if ((node.name === "ul" || node.name === "ol") && children.every((child) => isText(child))) return [];
    return [new Element(node.name, attributes, children)];
  });
}

/** The markup of a list of nodes, well-formed. */
export function renderXhtml(nodes: readonly ChildNode[]): string {
  return renderMarkup(clean(nodes), "xml");
}
