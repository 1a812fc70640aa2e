/** Markdown's tree → Markdown, and its plain text. Text is escaped only where it would otherwise mean something. */
import type { Image, Link, Nodes, Root, Text } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify, { type Options as StringifyOptions } from "remark-stringify";
import { unified } from "unified";
import { plainText } from "./markdown-tidy.ts";

/** What starts a block where it stands first in a line (CommonMark 0.31, GFM tables, footnote definitions). */
const LINE_START =
  /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?:[-_*]\s*){2,}$|=+\s*$|~{3}|\||:?-+:?\s*(?=\||$)|\[(?=[^\]]*\]:|!|\^))/;
const ORDERED = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * Text as Markdown that reads as that text. `atLineStart`: nothing stands before it in its line; `beforeLink`: a link
 * or picture follows at once; `inCell`: a bar would end its table cell.
 */
export function escapeInline(
  text: string,
  place: { atLineStart: boolean; beforeLink: boolean; inCell: boolean },
): string {
  let escaped = text.replace(
    /\\(?=[!-/:-@[-`{-~]|$)|`|\*(?!\s+\S)|(?<!\S\s+)\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|&(?=#?\w{1,32};)|~(?=~)|(?<=~)~|\](?=[([:]|$)|\[(?=\^)|\^(?=\[)|!(?=\[)/giu,
    "\\$&",
  );
  if (place.beforeLink) escaped = escaped.replace(/(?<!\\)([!^])$/, "\\$1");
  if (place.inCell) escaped = escaped.replace(/\|/g, "\\|");
  if (!place.atLineStart) return escaped;
  if (LINE_START.test(text)) return escaped.startsWith("\\") ? escaped : `\\${escaped}`;
  return escaped.replace(ORDERED, "$1\\$2");
}

/** An address as it stands between the brackets of a link. */
function printAddress(url: string): string {
  return url
    .replace(/[\s<>()\\]/g, (character) =>
      character === "(" ? "%28" : character === ")" ? "%29" : encodeURIComponent(character),
    )
    .replace(/&(?=#?\w{1,32};)/g, "%26");
}

/** An address that no mark of Markdown stands in. */
const BARE_ADDRESS = /^https?:\/\/[^\s<>*`\\[\]~]+$/;

const options: StringifyOptions = {
  bullet: "-",
  emphasis: "*",
  strong: "*",
  rule: "-",
  fences: true,
  listItemIndent: "one",
  handlers: {
    link(node: Link, parent, state, info) {
      const address = printAddress(node.url);
      // An address on a line of its own is a card in the article.
      const isAlone = parent?.type === "paragraph" && parent.children.length === 1 && !state.stack.includes("listItem");
      if (isAlone && plainText(node) === node.url && BARE_ADDRESS.test(node.url)) return node.url;
      if (plainText(node) === node.url && /^https?:[^\s<>]+$/.test(node.url)) return `<${node.url}>`;
      const exit = state.enter("link");
      const words = state.containerPhrasing(node, { ...info, before: "[", after: "]" });
      exit();
      return `[${words}](${address})`;
    },
    image(node: Image) {
      const alt = escapeInline(node.alt ?? "", { atLineStart: false, beforeLink: true, inCell: false });
      const title = (node.title ?? "").replace(/["\\]/g, "\\$&").replace(/&(?=#?\w{1,32};)/g, "\\&");
      return `![${alt}](${printAddress(node.url)}${title === "" ? "" : ` "${title}"`})`;
    },
    text(node: Text, parent, state, info) {
      const siblings: readonly Nodes[] = parent?.children ?? [];
      const next = siblings[(state.indexStack.at(-1) ?? 0) + 1];
      return escapeInline(node.value, {
        atLineStart: info.before === "\n" || info.before === "",
        beforeLink: next?.type === "link" || next?.type === "image" || info.after === "[",
        inCell: state.stack.includes("tableCell"),
      });
    },
  },
};

const printer = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkStringify, options)
  .freeze();

/** Prints the tree. Ends without a line break. */
export function printMarkdown(tree: Root): string {
  return printer.stringify(tree).trimEnd();
}

/** Plain text of paragraphs, subheads, list items and table cells, in order. */
export function paragraphsOfTree(tree: Nodes): string[] {
  if (/^(?:paragraph|heading|tableCell|code)$/.test(tree.type)) {
    const text = plainText(tree).replace(/\s+/g, " ").trim();
    return text === "" ? [] : [text];
  }
  return "children" in tree ? tree.children.flatMap(paragraphsOfTree) : [];
}
