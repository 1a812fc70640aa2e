/**
 * NewsML-G2: a `newsItem`, a `packageItem` that orders items, or a `newsMessage` that carries several of them.
 * A package has groups of `itemRef`s: pictures that it, or a message with one text, carries beside a text belong to it.
 * https://www.iptc.org/std/NewsML-G2/specification/
 */
import { defined } from "../defined.ts";
import { IntakeError } from "../intake-error.ts";
import { type NewsmlItem, readNewsItem } from "./newsml-item.ts";
import { finishDraft } from "../wire-draft.ts";
import type { WireItem } from "../wire-item.ts";
import { parseXml } from "../xml.ts";
import { readAttribute, readText, selectAll, selectChild, selectChildren, type XmlElement } from "../xml-element.ts";

const PARTS = new Set(["contentSet", "contentMeta", "itemMeta"]);

function isText({ itemClass }: NewsmlItem): boolean {
  return itemClass === "text" || itemClass === "composite";
}

/** Ids in the order of the package, text and pictures that stand in the same group together. */
function groupsOf(packageItem: XmlElement): string[][] {
  return selectAll(packageItem, "group").map((group) =>
    selectChildren(group, "itemRef")
      .map((reference) => readAttribute(reference, "residref") ?? readAttribute(reference, "href"))
      .filter((id) => id !== undefined),
  );
}

/** Gives pictures and sound to the text they came with; what goes with no text is left. */
function joinMedia(items: readonly NewsmlItem[], packages: readonly XmlElement[]): NewsmlItem[] {
  const texts = items.filter(isText);
  const placed = new Set<NewsmlItem>();
  const place = (media: NewsmlItem, text: NewsmlItem | undefined): void => {
    if (text === undefined || placed.has(media) || media.draft.retracted !== undefined) return;
    text.draft.media.push(...media.media);
    placed.add(media);
  };
  for (const ids of packages.flatMap(groupsOf)) {
    const members = ids.map((id) => items.find(({ draft }) => draft.id === id)).filter((item) => item !== undefined);
    const text = members.find(isText);
    for (const member of members) if (!isText(member)) place(member, text);
  }
  if (texts.length === 1) for (const item of items) if (!isText(item)) place(item, texts[0]);
  return items.filter((item) => !placed.has(item));
}

function finishItem({ draft, itemClass, media }: NewsmlItem): WireItem {
  if (itemClass !== "text" && itemClass !== "composite") {
    draft.media.push(...media);
    draft.needs.push(`it is of the class ${itemClass}, not an article`);
  } else draft.media.push(...media);
  return finishDraft(draft);
}

/** A package whose items are elsewhere: an editor's list, which is no article yet. */
function readBarePackage(packageItem: XmlElement): WireItem {
  const { draft } = readNewsItem(packageItem);
  for (const reference of selectAll(packageItem, "itemRef")) {
    const title = readText(selectChild(reference, "headline")) ?? readText(selectChild(reference, "title"));
    const url = readAttribute(reference, "href");
    if (title !== undefined) {
      draft.related.push({ title, ...defined({ url: /^https?:/i.test(url ?? "") ? url : undefined }) });
    }
  }
  draft.needs.push("it is a package whose items are not in the file");
  return finishDraft(draft);
}

function elementsOf(root: XmlElement): XmlElement[] {
  if (root.name === "newsMessage") return selectChildren(root, "itemSet").flatMap((set) => selectChildren(set));
  return [root];
}

/** A part of an item as a document of its own, as agencies' documentation has them. */
function wholeOf(root: XmlElement): XmlElement {
  return PARTS.has(root.name) ? { ...root, name: "newsItem", attributes: new Map(), children: [root] } : root;
}

/** Reads a NewsML-G2 document: an article for each text in it, and an item for each picture that goes with none. */
export function readNewsml(input: string | Uint8Array): WireItem[] {
  const root = wholeOf(parseXml(input));
  const elements = elementsOf(root);
  const newsItems = elements.filter(({ name }) => name === "newsItem");
  const packages = elements.filter(({ name }) => name === "packageItem");
  if (newsItems.length === 0 && packages.length === 0) {
    const what = root.name === "NewsML" ? "this is NewsML 1" : `<${root.name.slice(0, 40)}> holds no news item`;
    throw new IntakeError(what, "give NewsML-G2: a newsItem, a packageItem or a newsMessage", root.line);
  }
  const items = joinMedia(newsItems.map(readNewsItem), packages).map(finishItem);
  if (items.length > 0) return items;
  return packages.map(readBarePackage);
}
