/**
 * Feeds → an item for each entry. RSS 0.9x to 2.0 (rssboard.org/rss-specification) with Dublin Core, `content:encoded`
 * and Media RSS; RSS 1.0 (RDF); Atom (RFC 4287); JSON Feed 1 and 1.1 (jsonfeed.org).
 */
import { parseByline } from "../../article/printed-byline.ts";
import { defined } from "../defined.ts";
import { readForeignDate } from "../dates/foreign-date.ts";
import { IntakeError } from "../intake-error.ts";
import { readJsonFeed } from "./json-feed.ts";
import { LIMITS, refuseMany } from "../limits.ts";
import { readMarkupBody, readOrHold } from "./markup-body.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";
import { eachXmlItem } from "../xml.ts";
import {
  rawText,
  readAttribute,
  readText,
  selectAll,
  selectChild,
  selectChildren,
  type XmlElement,
} from "../xml-element.ts";

export interface FeedOptions {
  /** IANA name of the zone that times without one are in. */
  readonly zone: string;
}

/** What all entries of a feed share. */
interface FeedFacts {
  readonly name?: string;
  readonly lang?: string;
  readonly base?: string;
}

const DUBLIN = "http://purl.org/dc/elements/1.1/";
const CONTENT = "http://purl.org/rss/1.0/modules/content/";
const MEDIA = "http://search.yahoo.com/mrss/";

const escapeMarkup = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** What stands in an element as markup again, without prefixes: the XHTML of Atom. */
function markupBelow(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return escapeMarkup(child);
      const attributes = [...child.attributes].map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`);
      return `<${child.name}${attributes.join("")}>${markupBelow(child)}</${child.name}>`;
    })
    .join("");
}

/** Markup of an Atom text or content element, by its `type`. */
function atomMarkup(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  // Outside Atom everything is escaped HTML, or plain text that reads the same.
  if (!/Atom|purl\.org\/atom/.test(element.uri)) return rawText(element);
  const type = readAttribute(element, "type") ?? "text";
  if (type === "xhtml" || (type.endsWith("xml") && type !== "html")) return markupBelow(element);
  const text = rawText(element);
  return type === "html" || type === "text/html" || /<(?:p|br|div)\b/i.test(text) ? text : escapeMarkup(text);
}

/** Plain text of a title or summary that may hold markup, on one line. */
export function plainText(markup: string | undefined): string | undefined {
  if (markup === undefined) return undefined;
  const head = markup.slice(0, LIMITS.line);
  const text = /[<&]/.test(head) ? readMarkupBodyText(head) : head;
  const line = text.replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}

function readMarkupBodyText(markup: string): string {
  if (!/<\/?[a-z]|&#?\w+;/i.test(markup)) return markup;
  return readMarkupBody(markup.replace(/<(?![/a-z!])/gi, "&lt;")).paragraphs.join(" ");
}

function spaced(parent: XmlElement, name: string, uri: string): XmlElement[] {
  return selectChildren(parent, name).filter((element) => element.uri === uri);
}

/** An element of the feed's own vocabulary: not `media:title` where `title` is asked. */
function own(parent: XmlElement, name: string): XmlElement | undefined {
  return selectChildren(parent, name).find(
    (element) => element.uri !== MEDIA && element.uri !== DUBLIN && !/itunes|googleplay/.test(element.uri),
  );
}

/** RSS names an author as `mail@example.org (Ada Poe)`; a bare mail address names nobody. */
function authorOf(text: string | undefined): string | undefined {
  const named = /\(([^)]+)\)\s*$/.exec(text ?? "")?.[1] ?? text;
  return named === undefined || /^\S+@\S+$/.test(named.trim()) ? undefined : named.trim();
}

const PERMALINK = /^https?:\/\/\S+$/i;

function addressOf(item: XmlElement): string | undefined {
  for (const link of selectChildren(item, "link")) {
    const rel = readAttribute(link, "rel") ?? "alternate";
    const href = readAttribute(link, "href") ?? readText(link);
    if (rel === "alternate" && href !== undefined && PERMALINK.test(href)) return href;
  }
  const guid = selectChild(item, "guid");
  const text = readText(guid);
  return text !== undefined && PERMALINK.test(text) && readAttribute(guid, "isPermaLink") !== "false"
    ? text
    : undefined;
}

function mediaOf(item: XmlElement): WireMedia[] {
  const found: WireMedia[] = [];
  const add = (element: XmlElement, url: string | undefined, kind: string) => {
    if (url === undefined || found.some((media) => media.url === url)) return;
    const isPicture = /^image/.test(kind) || (kind === "" && /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(url));
    if (!isPicture && !/^audio/.test(kind)) return;
    const text = (name: string) =>
      plainText(
        selectChildren(element, name)
          .filter(({ uri }) => uri === MEDIA)
          .map(rawText)[0],
      );
    found.push({
      kind: isPicture ? "picture" : "audio",
      url,
      ...defined({ alt: readAttribute(element, "alt"), caption: text("description"), credit: text("credit") }),
    });
  };
  for (const content of selectAll(item, "content").filter(({ uri }) => uri === MEDIA)) {
    add(
      content,
      readAttribute(content, "url"),
      readAttribute(content, "type") ?? readAttribute(content, "medium") ?? "",
    );
  }
  for (const enclosure of selectChildren(item, "enclosure"))
    add(enclosure, readAttribute(enclosure, "url"), readAttribute(enclosure, "type") ?? "");
  for (const link of selectChildren(item, "link")) {
    if (readAttribute(link, "rel") === "enclosure")
      add(link, readAttribute(link, "href"), readAttribute(link, "type") ?? "");
  }
  for (const thumbnail of selectAll(item, "thumbnail").filter(({ uri }) => uri === MEDIA)) {
    if (found.length === 0) add(thumbnail, readAttribute(thumbnail, "url"), "image");
  }
  return found;
}

/** The whole text where the entry has it, else its summary; and the summary where both stand. */
function textsOf(item: XmlElement): {
  markup: string | undefined;
  summary: string | undefined;
  /** False where the feed has one text alone, which may be the beginning of the article. */
  isWhole: boolean;
} {
  const encoded = spaced(item, "encoded", CONTENT)[0];
  const content = selectChildren(item, "content").find(({ uri }) => uri !== MEDIA);
  const description = own(item, "description");
  const summary = own(item, "summary");
  const whole = encoded !== undefined ? rawText(encoded) : atomMarkup(content);
  const short = description !== undefined ? rawText(description) : atomMarkup(summary);
  return whole === undefined || whole.trim() === ""
    ? { markup: short, summary: undefined, isWhole: false }
    : { markup: whole, summary: short, isWhole: true };
}

function datesOf(item: XmlElement, zone: string, notes: string[]): { date?: string; updated?: string } {
  const read = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const text = readText(selectChildren(item, name).find(({ uri }) => uri !== MEDIA));
      const found = text === undefined ? undefined : readForeignDate(text, zone);
      if (found?.note !== undefined) notes.push(found.note);
      if (found !== undefined) return found.date;
    }
    return undefined;
  };
  const date = read(["pubDate", "published", "issued", "date", "created", "updated", "modified"]);
  const updated = read(["updated", "modified"]);
  return defined({
    date,
    updated:
      updated !== undefined && date !== undefined && Date.parse(updated) > Date.parse(date) ? updated : undefined,
  });
}

function tagsOf(item: XmlElement): string[] {
  const categories = selectChildren(item, "category").filter(({ uri }) => uri !== MEDIA);
  const names = categories.map(
    (category) => readAttribute(category, "label") ?? plainText(rawText(category)) ?? readAttribute(category, "term"),
  );
  const subjects = spaced(item, "subject", DUBLIN).flatMap((subject) => rawText(subject).split(/[,;]/));
  return [...new Set([...names, ...subjects].map((name) => name?.trim() ?? "").filter((name) => name !== ""))];
}

function authorsOf(item: XmlElement): string[] {
  const atom = selectChildren(item, "author").map(
    (author) => readText(selectChild(author, "name")) ?? authorOf(readText(author)),
  );
  const dublin = spaced(item, "creator", DUBLIN).map((creator) => authorOf(readText(creator)));
  return [...new Set([...dublin, ...atom].flatMap((name) => (name === undefined ? [] : parseByline(name))))];
}

function readEntry(item: XmlElement, facts: FeedFacts, options: FeedOptions): WireItem {
  const notes: string[] = [];
  const url = addressOf(item);
  const { markup, summary, isWhole } = textsOf(item);
  const base = readAttribute(item, "xml:base") ?? url ?? facts.base;
  const { media, datelineConfidence, ...body } = readMarkupBody(markup ?? "", base);
  if (!isWhole && markup !== undefined) {
    notes.push("The feed gives no separate full text; what it gives may be only the beginning of the article.");
  }
  const enclosed = mediaOf(item).filter(({ url: address }) => !media.some((picture) => picture.url === address));
  const standfirst = plainText(summary);
  const source = defined({
    name: readText(selectChild(item, "source", "title")) ?? readText(selectChild(item, "source")) ?? facts.name,
    url,
  });
  const fields = defined({
    id: readText(selectChild(item, "guid")) ?? readText(selectChild(item, "id")) ?? readAttribute(item, "rdf:about"),
    title: plainText(atomMarkup(own(item, "title"))),
    standfirst:
      standfirst === body.paragraphs.join(" ") ||
      (standfirst !== undefined &&
        (standfirst.length > 500 || body.paragraphs[0]?.startsWith(standfirst.replace(/\s*(?:\[?…\]?|\.\.\.)$/, ""))))
        ? undefined
        : standfirst,
    ...datesOf(item, options.zone, notes),
    lang: readAttribute(item, "xml:lang") ?? readText(spaced(item, "language", DUBLIN)[0]) ?? facts.lang,
    source: source.name === undefined && source.url === undefined ? undefined : source,
  });
  return {
    format: "rss",
    ...fields,
    ...body,
    byline: authorsOf(item),
    tags: tagsOf(item),
    related: [],
    corrections: [],
    media: [...enclosed, ...media],
    confidence: {
      ...Object.fromEntries(Object.keys(fields).map((key) => [key, 1])),
      body: isWhole ? 0.95 : 0.6,
      ...defined({ dateline: datelineConfidence }),
    },
    notes,
    needs: [],
  };
}

function tagOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(text) ? text.replaceAll("_", "-") : undefined;
}

const LIMIT = { length: LIMITS.archive };

/** Entries of RSS stand in the channel, those of Atom and RSS 1.0 in the root. */
const isEntry = ({ name }: XmlElement, depth: number): boolean =>
  (name === "item" && depth <= 2) || (name === "entry" && depth === 1);

/** What all entries share; they themselves are passed over. */
function readFacts(text: string | Uint8Array): FeedFacts {
  const entries = eachXmlItem(text, isEntry, LIMIT);
  let count = 0;
  let step = entries.next();
  for (; step.done !== true; step = entries.next()) refuseMany(++count);
  const root = step.value;
  const channel = root.name === "feed" ? root : selectChild(root, "channel");
  if (channel === undefined)
    throw new IntakeError(`XML whose root element is <${root.name}>`, "give an RSS or Atom feed", 1);
  if (count === 0) throw new IntakeError("a feed without an entry", "give a feed that has some");
  const links = selectChildren(channel, "link").map((link) => readAttribute(link, "href") ?? readText(link));
  return defined({
    name: plainText(atomMarkup(own(channel, "title"))),
    lang: tagOf(readText(own(channel, "language")) ?? readAttribute(root, "xml:lang")),
    base: links.find((link) => link !== undefined && PERMALINK.test(link)),
  });
}

/**
 * Reads a feed; an item for each entry, one by one, in the feed's order. It is gone through twice, since what all entries
 * share may stand after them. Bytes are UTF-8. Throws an `IntakeError` where it is broken or no feed.
 */
export function* eachFeedEntry(text: string | Uint8Array, options: FeedOptions): Generator<WireItem> {
  const head = typeof text === "string" ? text : Buffer.from(text.subarray(0, 1024)).toString("utf8");
  if (/^\s*\{/.test(head)) {
    yield* readJsonFeed(typeof text === "string" ? text : Buffer.from(text).toString("utf8"), options);
    return;
  }
  const facts = readFacts(text);
  for (const entry of eachXmlItem(text, isEntry, LIMIT)) {
    yield readOrHold("rss", plainText(readText(own(entry, "title"))), () => readEntry(entry, facts, options));
  }
}

/** All items of a feed at once. */
export function readFeed(text: string, options: FeedOptions): WireItem[] {
  return [...eachFeedEntry(text, options)];
}
