/**
 * HTML → Markdown that reads as if written by hand. Steps, in this order: parse within limits; take the pictures out;
 * keep what text is made of; sanitise (rehype-sanitize); turn into Markdown's tree; tidy that tree; print it. Raw HTML
 * never survives, and text that would mean something in Markdown is escaped.
 */
import type { ElementContent, Root as HastRoot } from "hast";
import type { Root as MarkdownRoot } from "mdast";
import rehypeRemark from "rehype-remark";
import rehypeSanitize, { type Options as SanitizeSchema } from "rehype-sanitize";
import { unified } from "unified";
import { type HtmlPicture, readPicture } from "../page/html-picture.ts";
import { toHast } from "../page/html-to-hast.ts";
import { type ChildNode, type Element, parseMarkup } from "../page/html-tree.ts";
import { paragraphsOfTree, printMarkdown } from "./markdown-print.ts";
import { MARK, takeFootnotes } from "./footnotes.ts";
import { tidyMarkdown } from "./markdown-tidy.ts";

export interface HtmlToMarkdownOptions {
  /** Address that relative links and pictures are resolved against; without it relative links become plain words. */
  readonly base?: string;
  /** `keep` prints `![alt](address "Caption | Credit")` where the picture stood; `drop`, the default, only lists it. */
  readonly pictures?: "keep" | "drop";
}

export interface HtmlToMarkdown {
  readonly markdown: string;
  /** Plain text of paragraphs, subheads, list items and table cells, in order. */
  readonly paragraphs: string[];
  /** Every picture of the text, in order, once each. */
  readonly images: HtmlPicture[];
}

const SCHEMA: SanitizeSchema = {
  tagNames: (
    "p br div span section article main header footer aside address details summary figure figcaption hgroup " +
    "h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote cite q em i strong b u del ins small mark abbr time sub sup code kbd pre hr " +
    "a img table caption thead tbody tfoot tr th td ruby rt rp bdi bdo"
  ).split(" "),
  attributes: { a: ["href"], img: ["src", "alt", "title"], ol: ["start"], td: ["align"], th: ["align"] },
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https", "data"] },
  strip: ["script", "style"],
  clobber: [],
  ancestors: { li: ["ul", "ol"], tr: ["table"], td: ["table"], th: ["table"], tbody: ["table"], thead: ["table"] },
};

const processor = unified().use(rehypeSanitize, SCHEMA).use(rehypeRemark, { document: true }).freeze();

function pictureNode(picture: HtmlPicture): ElementContent {
  const title = [picture.caption ?? "", picture.credit ?? ""].filter((part) => part !== "").join(" | ");
  return {
    type: "element",
    tagName: "p",
    properties: {},
    children: [
      {
        type: "element",
        tagName: "img",
        properties: { src: picture.url, alt: picture.alt ?? "", ...(title === "" ? {} : { title }) },
        children: [],
      },
    ],
  };
}

/** Turns parsed nodes into Markdown. Throws nothing but IntakeError. */
export function nodesToMarkdown(nodes: readonly ChildNode[], options: HtmlToMarkdownOptions = {}): HtmlToMarkdown {
  const images = new Map<string, HtmlPicture>();
  const takePicture = (element: Element): ElementContent[] | undefined => {
    const picture = readPicture(element, options.base);
    if (picture === undefined) return undefined;
    const isNew = picture.url !== undefined && !images.has(picture.url);
    if (isNew && picture.url !== undefined) images.set(picture.url, picture);
    return isNew && options.pictures === "keep" ? [pictureNode(picture)] : [];
  };
  const notes = takeFootnotes(nodes);
  const treeOf = (part: readonly ChildNode[]): MarkdownRoot => {
    const hast: HastRoot = toHast(part, options.base, takePicture);
    const tree: MarkdownRoot = processor.runSync(hast);
    tidyMarkdown(tree);
    return tree;
  };
  const tree = treeOf(nodes);
  const trees = notes.map(({ nodes: note }) => treeOf(note));
  const definitions = trees.map((note, index) => {
    const lines = printMarkdown(note).replace(/\n+/g, (breaks) => (breaks.length > 1 ? "\n\n    " : "\n    "));
    return `[^${notes[index]?.number}]: ${lines}`;
  });
  return {
    markdown: [printMarkdown(tree), ...definitions].join("\n\n").replace(MARK, "[^$1]").trim(),
    paragraphs: [tree, ...trees].flatMap((part) => paragraphsOfTree(part).map((text) => text.replace(MARK, ""))),
    images: [...images.values()],
  };
}

/** Turns HTML into Markdown. Throws IntakeError where the markup is too long, too deep or has too many elements. */
export function htmlToMarkdown(markup: string, options: HtmlToMarkdownOptions = {}): HtmlToMarkdown {
  return nodesToMarkdown(parseMarkup(markup), options);
}
