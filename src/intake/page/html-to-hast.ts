/** The parsed tree → hast, cleaned on the way: only what an article's text can be made of is taken over. */
import type { ElementContent, Element as HastElement, Root } from "hast";
import { safeUrl } from "../../html.ts";
import { embedWithin, readEmbed } from "../text/embed.ts";
import { type ChildNode, type Element, INVISIBLE, isTag, isText } from "./html-tree.ts";

/** Dropped with all they hold. */
const DROPPED = new Set(
  (
    "script style template noscript iframe frame frameset noembed noframes xmp plaintext object embed applet svg math canvas " +
    "audio video source track form input button select textarea option optgroup datalist dialog menu map area link meta " +
    "base title head param img picture"
  ).split(" "),
);
/** Names that mean the same as another. */
const SAME: Readonly<Record<string, string>> = {
  strike: "del",
  s: "del",
  center: "div",
  dir: "ul",
  nav: "div",
  big: "span",
};
/** Elements whose attributes an article needs. */
const KEPT: Readonly<Record<string, readonly string[]>> = { a: ["href"], ol: ["start"], td: ["align"], th: ["align"] };

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "-": "⁻",
  "+": "⁺",
};

/** Text without characters that nobody can see; a no-break space stays only beside a figure or a mark of punctuation. */
export function cleanText(data: string): string {
  return data.replace(INVISIBLE, "").replace(/\u00a0+/g, (_spaces, offset: number, whole: string) => {
    const before = whole[offset - 1] ?? "";
    const after = whole.slice(offset).replace(/^\u00a0+/, "")[0] ?? "";
    return /[\d«‹]/.test(before) || /[\d»›:;!?%€]/.test(after) ? "\u00a0" : " ";
  });
}

/** An address that may stand in the article: absolute http(s) or mailto; undefined where it is anything else. */
export function absoluteUrl(address: string, base: string | undefined): string | undefined {
  const trimmed = address.trim();
  if (trimmed === "" || trimmed.startsWith("#")) return undefined;
  const safe = /^\/\//.test(trimmed) ? safeUrl(`https:${trimmed}`) : safeUrl(trimmed);
  if (safe === undefined) return undefined;
  try {
    const url = base === undefined ? new URL(safe) : new URL(safe, base);
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const PHRASING = /^(?:a|abbr|b|bdi|bdo|cite|code|del|em|i|ins|kbd|mark|q|rp|rt|ruby|small|span|strong|sub|sup|time|u)$/;
const BLOCK =
  /^(?:p|div|section|main|article|header|footer|aside|address|details|summary|figure|figcaption|hgroup|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|hr|table|tbody|thead|tfoot|tr|td|th|caption)$/;

function holdsBlock(children: readonly ElementContent[]): boolean {
  return children.some(
    (child) => child.type === "element" && (BLOCK.test(child.tagName) || holdsBlock(child.children)),
  );
}

/** A link cannot hold another: the inner one is kept. */
function holdsLink(children: readonly ElementContent[]): boolean {
  return children.some((child) => child.type === "element" && (child.tagName === "a" || holdsLink(child.children)));
}

/** A heading whose words stand in one `p` or `div` stays one; any other that holds blocks is only a box. */
function flattenHeading(tagName: string, children: ElementContent[]): ElementContent[] {
  const blocks = children.filter((child) => child.type === "element" && BLOCK.test(child.tagName));
  const only = blocks[0];
  if (
    blocks.length === 1 &&
    only?.type === "element" &&
    /^(?:p|div)$/.test(only.tagName) &&
    !holdsBlock(only.children)
  ) {
    only.tagName = "span";
    return [{ type: "element", tagName, properties: {}, children }];
  }
  return [{ type: "element", tagName: "div", properties: {}, children }];
}

/** Elements that mean something in Markdown; of all others only the words are taken. */
const MEANT =
  /^(?:a|b|blockquote|br|cite|code|del|em|h[1-6]|hr|i|kbd|li|ol|pre|q|strong|ul|p|div|section|main|article|header|footer|aside|address|details|summary|figure|figcaption|hgroup|dl|dt|dd|table|tbody|thead|tfoot|tr|td|th|caption)$/;

/** Text beside text is one text: merging thousands of pieces later costs their square. */
function addText(into: ElementContent[], value: string): void {
  const last = into.at(-1);
  if (last?.type === "text") last.value += value;
  else into.push({ type: "text", value });
}

function superscript(text: string): string {
  return /^[\d+-]+$/.test(text) ? [...text].map((character) => SUPERSCRIPTS[character] ?? character).join("") : text;
}

function attributesOf(element: Element, base: string | undefined): HastElement["properties"] {
  const properties: HastElement["properties"] = {};
  for (const name of KEPT[element.name] ?? []) {
    const value = element.attribs[name];
    if (value === undefined) continue;
    const url = name === "href" ? absoluteUrl(value, base) : value;
    if (url !== undefined) properties[name] = url;
  }
  return properties;
}

/** Who is quoted: `cite` or `footer` as the last of a block quote, printed as its last line after a dash. */
function isSpeaker(element: Element): boolean {
  const outer = element.parent;
  if (!/^(?:cite|footer)$/.test(element.name) || outer === null || !isTag(outer) || outer.name !== "blockquote")
    return false;
  if (/^[\s\n]*[—–-]/.test(element.children.map((child) => (isText(child) ? child.data : "")).join(""))) return false;
  return outer.children.filter((child) => isTag(child)).at(-1) === element && outer.children.length > 1;
}

/** A table that only lays out: one column, or blocks in its cells. */
function isLayoutTable(table: Element): boolean {
  let columns = 0;
  let blocks = false;
  const visit = (element: Element): void => {
    if (element.name === "tr") columns = Math.max(columns, element.children.filter((cell) => isTag(cell)).length);
    if (/^(?:h[1-6]|ul|ol|table|figure|blockquote|section|article)$/.test(element.name)) blocks = true;
    if (
      /^t[dh]$/.test(element.name) &&
      element.children.filter((child) => isTag(child) && child.name === "p").length > 1
    ) {
      blocks = true;
    }
    for (const child of element.children) if (isTag(child)) visit(child);
  };
  for (const child of table.children) if (isTag(child)) visit(child);
  return columns < 2 || blocks;
}

/** A film, sound or post as its address on a line of its own, a frame of anything else as a link, each with its caption below. */
function embedNodes(node: Element, resolve: (address: string) => string | undefined): ElementContent[] | undefined {
  const embed = readEmbed(node, resolve);
  const found = embed === undefined ? embedWithin(node, resolve) : { embed, caption: "" };
  if (found === undefined) return undefined;
  const { url, title, plays } = found.embed;
  const words = plays ? url : (title ?? url);
  const link: ElementContent = {
    type: "element",
    tagName: "a",
    properties: { href: url },
    children: [{ type: "text", value: words }],
  };
  const paragraph = (children: ElementContent[]): ElementContent => ({
    type: "element",
    tagName: "p",
    properties: {},
    children,
  });
  const caption = found.caption || (plays ? (title ?? "") : "");
  return [paragraph([link]), ...(caption === "" ? [] : [paragraph([{ type: "text", value: caption }])])];
}

/** Makes hast of `nodes`. `pictures` is asked for every picture or figure and answers what is to stand in its place. */
export function toHast(
  nodes: readonly ChildNode[],
  base: string | undefined,
  pictures: (element: Element) => ElementContent[] | undefined,
): Root {
  const convert = (node: ChildNode, into: ElementContent[], flat: boolean): void => {
    if (isText(node)) {
      addText(into, cleanText(node.data));
      return;
    }
    if (!isTag(node)) return;
    const embedded = embedNodes(node, (address) => absoluteUrl(address, base));
    if (embedded !== undefined) {
      for (const node of embedded) into.push(node);
      return;
    }
    const standIn = pictures(node);
    if (standIn !== undefined) {
      for (const node of standIn) into.push(node);
      return;
    }
    if (DROPPED.has(node.name)) return;
    const isFlatTable = node.name === "table" && isLayoutTable(node);
    const flatNow = node.name === "table" ? isFlatTable : flat;
    const children: ElementContent[] = [];
    if (isSpeaker(node)) children.push({ type: "text", value: "— " });
    for (const child of node.children) convert(child, children, flatNow);
    const tagName =
      flatNow && /^(?:table|tbody|thead|tfoot|tr|td|th|caption)$/.test(node.name)
        ? "div"
        : (SAME[node.name] ?? node.name);
    if (tagName === "sup" && children.length === 1 && children[0]?.type === "text") {
      addText(into, superscript(children[0].value.trim()));
      return;
    }
    const isPlain =
      tagName === "a" ? attributesOf(node, base).href === undefined || holdsLink(children) : !MEANT.test(tagName);
    if (isPlain && !holdsBlock(children)) {
      for (const child of children) {
        if (child.type === "text") addText(into, child.value);
        else into.push(child);
      }
      return;
    }
    if (/^h[1-6]$/.test(tagName) && holdsBlock(children)) {
      into.push(...flattenHeading(tagName, children));
      return;
    }
    if ((PHRASING.test(tagName) || tagName === "p" || !MEANT.test(tagName)) && holdsBlock(children)) {
      into.push({ type: "element", tagName: "div", properties: {}, children });
      return;
    }
    into.push({ type: "element", tagName, properties: attributesOf(node, base), children });
  };
  const children: ElementContent[] = [];
  for (const node of nodes) convert(node, children, false);
  return { type: "root", children };
}
