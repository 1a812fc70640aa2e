/**
 * The text of a NITF document as HTML. NITF 3.x marks up news (`person`, `money`, `chron`) inside paragraphs; a reader
 * sees only the words, so inline elements without a counterpart keep their text. https://iptc.org/std/NITF/3.6/documentation/
 */

import { escapeText } from "../../html.ts";
import { defined } from "../defined.ts";
import type { WireMedia } from "../wire-item.ts";
import { readAttribute, readText, selectChild, selectChildren, type XmlElement } from "../xml-element.ts";

const AS_HTML: Readonly<Record<string, string>> = {
  p: "p",
  hl2: "h2",
  hl1: "h2",
  bq: "blockquote",
  pre: "pre",
  ul: "ul",
  ol: "ol",
  li: "li",
  dl: "ul",
  dt: "li",
  dd: "li",
  table: "table",
  thead: "thead",
  tbody: "tbody",
  tfoot: "tfoot",
  tr: "tr",
  th: "th",
  td: "td",
  caption: "caption",
  em: "em",
  i: "em",
  strong: "strong",
  b: "strong",
  q: "q",
  sub: "sub",
  sup: "sup",
  credit: "p",
  note: "blockquote",
  fn: "p",
  h1: "h2",
  h2: "h2",
  h3: "h3",
  h4: "h4",
  blockquote: "blockquote",
};

/** `media-type` image or audio; the rest Dateline has no place for. */
export function readNitfMedia(media: XmlElement): WireMedia | undefined {
  const type = readAttribute(media, "media-type") ?? "image";
  const kind = type === "image" ? "picture" : type === "audio" ? "audio" : undefined;
  const reference = selectChildren(media, "media-reference").find((one) => readAttribute(one, "source") !== undefined);
  if (kind === undefined || reference === undefined) return undefined;
  return {
    kind,
    ...defined({
      url: readAttribute(reference, "source"),
      name: readAttribute(reference, "name"),
      mediaType: readAttribute(reference, "mime-type"),
      alt: readAttribute(reference, "alternate-text"),
      caption: readText(selectChild(media, "media-caption")),
      credit: readText(selectChild(media, "media-producer")) ?? readAttribute(reference, "copyright"),
    }),
  };
}

function renderChild(child: XmlElement | string): string {
  if (typeof child === "string") return escapeText(child);
  switch (child.name) {
    case "br":
      return "<br>";
    case "hr":
      return "<hr>";
    case "media":
    case "nitf-table-metadata":
      return "";
    case "a": {
      const href = readAttribute(child, "href");
      return href === undefined ? renderNitf(child) : `<a href="${escapeText(href)}">${renderNitf(child)}</a>`;
    }
    case "credit":
      return `<p>— ${renderNitf(child)}</p>`;
    default: {
      const name = AS_HTML[child.name];
      return name === undefined ? renderNitf(child) : `<${name}>${renderNitf(child)}</${name}>`;
    }
  }
}

/** The content of an element of the text as HTML; pictures are left out, since `readNitfMedia` reads them. */
export function renderNitf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map(renderChild).join("");
}
