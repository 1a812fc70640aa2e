/** The plain text of Markdown, and Markdown from plain text. */

import createParser, { type Token } from "markdown-it";
import { escapeText } from "../../html.ts";

const parser = createParser({ html: true, linkify: false });

function inlineText(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) {
    if (token.type === "text" || token.type === "code_inline") text += token.content;
    else if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
  }
  return text.replace(/\s+/g, " ").trim();
}

/** Text of the paragraphs, subheads, list items and table cells of a body, in order; pictures and raw markup left out. */
export function paragraphsOf(markdown: string): string[] {
  const found: string[] = [];
  for (const token of parser.parse(markdown, {})) {
    if (token.type === "inline") {
      const text = inlineText(token.children ?? []);
      if (text !== "") found.push(text);
    } else if ((token.type === "fence" || token.type === "code_block") && token.content.trim() !== "") {
      found.push(token.content.trim());
    }
  }
  return found;
}

/** True where the Markdown holds raw HTML, which a page would show as text. */
export function holdsHtml(markdown: string): boolean {
  if (!/<[a-z!/]/i.test(markdown)) return false;
  return parser
    .parse(markdown, {})
    .some((token) => token.type === "html_block" || token.children?.some((child) => child.type === "html_inline"));
}

const loose = createParser({ html: true, linkify: false });
/** A picture's title is its `Caption | Credit`. */
loose.renderer.rules.image = (tokens, index) => {
  const token = tokens[index];
  const src = escapeText(String(token?.attrGet("src") ?? ""));
  const [caption = "", credit = ""] = String(token?.attrGet("title") ?? "").split(" | ");
  const image = `<img src="${src}" alt="${escapeText(token?.content ?? "")}">`;
  if (caption === "") return image;
  const cite = credit === "" ? "" : `<cite>${escapeText(credit)}</cite>`;
  return `<figure>${image}<figcaption>${escapeText(caption)} ${cite}</figcaption></figure>`;
};

/** Markdown with its raw HTML → HTML, to be sanitised and turned into Markdown again. */
export function renderLoose(markdown: string): string {
  return loose.render(markdown);
}

/** A picture of a body. */
export interface BodyPicture {
  readonly src: string;
  readonly alt: string;
  readonly title: string;
}

/** The pictures of a body, in order, each address once. */
export function picturesOf(markdown: string): BodyPicture[] {
  if (!markdown.includes("![")) return [];
  const found = new Map<string, BodyPicture>();
  for (const token of parser.parse(markdown, {})) {
    for (const child of token.children ?? []) {
      const src = String(child.attrGet("src") ?? "");
      if (child.type !== "image" || src === "" || found.has(src)) continue;
      found.set(src, { src, alt: child.content, title: String(child.attrGet("title") ?? "") });
    }
  }
  return [...found.values()];
}

/** Plain text as Markdown that prints as that text and nothing else. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<]/g, "\\$&")
    .replace(/&(?=#?\w{1,32};)/g, "\\&")
    .replace(/^(\s*)([#>+~-]|=+\s*$)/gm, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, "$1\\$2");
}
