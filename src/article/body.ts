/** The text of an article: its markup, what it refers to, its paragraphs. */
import type { Token } from "markdown-it";
import { type Html, raw } from "../html.ts";
import { type BodyOptions, isOutward, parserFor, type Rendering } from "./body-parser.ts";
import { attributeOf, figureOf, textOf } from "./body-tokens.ts";

/** The markup of an article's text, or of a standing page. Pure; about 0.2 ms for 350 words. */
export function renderBody(markdown: string, options: BodyOptions): Html {
  const state: Rendering = { options, datelinePending: options.dateline !== undefined, ids: new Map() };
  const markup = parserFor(options.lang).render(markdown, { rendering: state });
  return raw(
    state.datelinePending && options.dateline ? `<p class="first">${options.dateline}</p>\n${markup}` : markup,
  );
}

/** What a text refers to: pictures below `media/`, and links that are neither outward nor within the page, each once. */
export interface BodyReferences {
  readonly images: readonly { readonly src: string; readonly alt: string }[];
  readonly links: readonly string[];
  /** Links that name a host. */
  readonly outward: readonly string[];
}

/** Finds what the text refers to, without rendering it. */
export function selectReferences(markdown: string, lang: string): BodyReferences {
  if (!/\]\s*[([:]|<(?:a|img)\s/i.test(markdown)) return { images: [], links: [], outward: [] };
  const images = new Map<string, string>();
  const links = new Set<string>();
  const outward = new Set<string>();
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === "image") images.set(attributeOf(token, "src"), token.content);
      const href = token.type === "link_open" ? attributeOf(token, "href") : "#";
      if (isOutward(href)) outward.add(href);
      else if (!href.startsWith("#")) links.add(href);
      if (token.children) visit(token.children);
    }
  };
  visit(parserFor(lang).parse(markdown, {}));
  return { images: [...images].map(([src, alt]) => ({ src, alt })), links: [...links], outward: [...outward] };
}

/** The text of the body for search, feeds and counts: one string a paragraph, subhead, list item or table cell; no figures' text. */
export function selectParagraphs(markdown: string, lang: string): string[] {
  return parserFor(lang)
    .parse(markdown, {})
    .filter((token) => token.type === "inline" && figureOf(token) === undefined)
    .map((token) => textOf(token.children ?? []).trim())
    .filter((text) => text !== "");
}
