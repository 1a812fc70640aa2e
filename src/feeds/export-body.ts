/** The text of an article for other houses: markup with absolute addresses, and plain paragraphs. */
import { absoluteAddress } from "../article/address.ts";
import type { ChildNode } from "domhandler";
import type { Article } from "../article/article.ts";
import { renderBody } from "../article/body.ts";
import { isRecording } from "../article/recording.ts";
import { renderDateline } from "../article/dateline.ts";
import { type Html, html, raw } from "../html.ts";
import type { ExportContext } from "./export-context.ts";
import { asXhtml, convertHtml, type HtmlElement, isElement, parseMarkup, wrap } from "./xml-document.ts";

function renderFigure(src: string, alt: string, title: string, context: ExportContext): Html | undefined {
  const address = context.mediaUrl(src);
  if (address === undefined) return undefined;
  const [words, credit] = title.split(/\s*\|\s*/, 2);
  const caption = title !== "" && html`<figcaption>${words}${credit && html` <cite>${credit}</cite>`}</figcaption>`;
  // Few readers of feeds play a film, and all follow a link.
  if (isRecording(src)) return html`<p><a href="${address}">${words || alt}</a>${credit && html` (${credit})`}</p>`;
  const size = context.mediaSize?.(src);
  return html`<figure><img src="${address}" alt="${alt}"${size && html` width="${size.width}" height="${size.height}"`}>${caption}</figure>`;
}

/** The page's own figures of speech as any reader of HTML knows them: the speaker within the quotation, no way back from notes. */
function plainElement(element: HtmlElement, page: string): Html | undefined {
  const { name, attribute, content, parent } = element;
  if (name === "figure" && attribute("class") === "quote") return wrap("blockquote", content);
  if (parent?.class === "quote") return name === "blockquote" ? content : html`<p>— ${content}</p>`;
  if (name === "a" && attribute("class") === "footnote-back") return html``;
  if (name === "div" || name === "span") return content;
  const href = name === "a" ? attribute("href") : undefined;
  if (href?.startsWith("#"))
    return asXhtml({ ...element, attribute: (key) => (key === "href" ? page + href : attribute(key)) });
  return asXhtml(element);
}

/**
 * Well-formed HTML that stands on its own: the dateline printed in it, links absolute or without their address. Links
 * within the text stay within it; where `page` gives the article's absolute address, they lead to the page.
 */
export function renderExportBody(article: Article, context: ExportContext, page = ""): Html {
  const { dateline } = article;
  const markup = renderBody(article.body, {
    lang: article.lang,
    ...(dateline === undefined ? {} : { dateline: html`${renderDateline(dateline)} —` }),
    image: (src, alt, title) => renderFigure(src, alt, title, context),
    link: (href) => {
      if (context.link !== undefined) return context.link(href, article);
      const found = context.find(href);
      return found === undefined || context.site.url === undefined
        ? undefined
        : absoluteAddress(context.site.url, found.address);
    },
  })
    .toString()
    .replace('<p class="first">', "<p>");
  return isPlain(markup) ? raw(markup) : convertHtml(markup, (element) => plainElement(element, page));
}

const PLAIN_TAG = /^<(?:\/?(?:p|em|strong|ul|ol|li|h[2-6]|code)|h[2-6] id="[^"]*")>$/;

/** True for markup of nothing but paragraphs, subheads, lists and stress, which other houses read as it is. */
function isPlain(markup: string): boolean {
  for (const [tag] of markup.matchAll(/<[^>]*>/g)) if (!PLAIN_TAG.test(tag)) return false;
  return true;
}

const PARAGRAPHS = new Set(["p", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre"]);

/** Blocks of text, one a paragraph; list items begin with a dash, the cells of a row stand in one line. */
function plainBlocks(nodes: readonly ChildNode[], within: string, blocks: string[]): void {
  for (const node of nodes) {
    if (node.type === "text") {
      if (within === "" || blocks.length === 0) continue;
      blocks.push(`${blocks.pop()}${within === "pre" ? node.data : node.data.replace(/\s+/g, " ")}`);
    } else if (isElement(node) && node.name !== "figure") {
      const starts = PARAGRAPHS.has(node.name) && within !== "li";
      if (starts) blocks.push(node.name === "li" ? "- " : "");
      if (node.name === "td" || node.name === "th") {
        const cells = blocks.pop()?.trim() ?? "";
        blocks.push(cells === "" ? "" : `${cells} | `);
      }
      if (node.name === "br" && blocks.length > 0) blocks.push(`${blocks.pop()}\n`);
      plainBlocks(node.childNodes, starts ? node.name : within, blocks);
    }
  }
}

/** Plain paragraphs, the dateline at the head of the first; pictures are left out. `body` is the text where it is already rendered. */
export function renderExportText(
  article: Article,
  context: ExportContext,
  body: Html = renderExportBody(article, context),
): string[] {
  const blocks: string[] = [];
  plainBlocks(parseMarkup(body.toString()), "", blocks);
  return blocks.map((block) => block.trim()).filter((block) => block !== "");
}
