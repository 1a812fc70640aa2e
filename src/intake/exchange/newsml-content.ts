/**
 * The content of a NewsML-G2 item: `inlineXML` (NITF or XHTML), `inlineData` (text, perhaps in base64) and
 * `remoteContent`, all of them renditions of the same content. NewsML-G2 Guidelines, "Conveying the content".
 */

import { escapeText } from "../../html.ts";
import { defined } from "../defined.ts";
import { readNitfElement } from "./nitf.ts";
import { paragraphsToHtml, splitParagraphs } from "../text/plain-paragraphs.ts";
import type { WireDraft } from "../wire-draft.ts";
import type { WireMedia } from "../wire-item.ts";
import { rawText, readAttribute, readText, selectChild, selectChildren, type XmlElement } from "../xml-element.ts";

const VOID = new Set(["br", "hr", "img", "col", "wbr", "source"]);

/** An XHTML tree as HTML text, to be sanitised by whoever reads it. */
function renderXhtml(child: XmlElement | string): string {
  if (typeof child === "string") return escapeText(child);
  const attributes = [...child.attributes]
    .filter(([name]) => /^[a-z-]+$/.test(name))
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join("");
  if (!/^[a-z][a-z0-9]*$/i.test(child.name)) return child.children.map(renderXhtml).join("");
  const open = `<${child.name}${attributes}>`;
  return VOID.has(child.name) ? open : `${open}${child.children.map(renderXhtml).join("")}</${child.name}>`;
}

function readInlineXml(inline: XmlElement, draft: WireDraft): void {
  const [root] = selectChildren(inline);
  if (root === undefined) return;
  if (root.name === "nitf") {
    readNitfElement(root, draft);
    return;
  }
  const body = root.name === "html" ? selectChild(root, "body") : inline;
  draft.html ||= (body?.children ?? []).map(renderXhtml).join("");
}

function readInlineData(inline: XmlElement, draft: WireDraft): void {
  const type = readAttribute(inline, "contenttype") ?? "text/plain";
  const encoded = /base64/.test(readAttribute(inline, "encoding") ?? "");
  const text = encoded ? Buffer.from(rawText(inline), "base64").toString("utf8") : rawText(inline);
  if (/markdown/.test(type)) draft.markdown ??= text.replace(/\r\n?/g, "\n");
  else if (/html/.test(type)) draft.html ||= text;
  else if (type.startsWith("text/")) draft.html ||= paragraphsToHtml(splitParagraphs(text));
  else draft.notes.push(`Content of the type ${type.slice(0, 60)} was left out.`);
}

function sizeOf(remote: XmlElement): number {
  const [width, height] = [readAttribute(remote, "width"), readAttribute(remote, "height")].map(Number);
  return (width || 0) * (height || 0) || Number(readAttribute(remote, "size")) / 1e9 || 0;
}

/** The largest rendition of each kind that `remoteContent` refers to. */
export function readRemote(contentSet: XmlElement | undefined): WireMedia[] {
  const found: WireMedia[] = [];
  const remotes = selectChildren(contentSet, "remoteContent").filter((one) => readAttribute(one, "href") !== undefined);
  for (const kind of ["picture", "audio"] as const) {
    const prefix = kind === "picture" ? "image/" : "audio/";
    const [best] = remotes
      .filter((one) => (readAttribute(one, "contenttype") ?? "").startsWith(prefix))
      .sort((one, other) => sizeOf(other) - sizeOf(one));
    if (best === undefined) continue;
    found.push({
      kind,
      ...defined({
        url: readAttribute(best, "href"),
        mediaType: readAttribute(best, "contenttype"),
        alt: readText(selectChild(best, "altText")),
      }),
    });
  }
  return found;
}

/** Puts the text into the draft: markup before plain text, whatever their order. */
export function readContent(contentSet: XmlElement | undefined, draft: WireDraft): void {
  for (const inline of selectChildren(contentSet, "inlineXML")) readInlineXml(inline, draft);
  for (const inline of selectChildren(contentSet, "inlineData")) readInlineData(inline, draft);
}
