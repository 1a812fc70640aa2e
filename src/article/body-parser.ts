/**
 * Markdown → the markup of an article's text. Raw HTML but a few harmless tags is shown as text, never run; addresses pass `safeUrl`.
 * What news adds to CommonMark: the dateline at the head of the first paragraph, the quotation marks of the language,
 * speakers of block quotes (`— Name, role` as their last line), pull quotes (`[!pull]` as their first), figures
 * (a paragraph that is one picture, its title `Caption | Credit`), tables that scroll, footnotes.
 */
import createParser, { type Env, type MarkdownIt, type Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { attribute, escapeText, type Html, html, raw, safeUrl } from "../html.ts";
import { slugOf } from "./slug.ts";
import { attributeOf, figureOf, textOf } from "./body-tokens.ts";
import { addInlineHtml } from "./inline-html.ts";
import { quotesOf } from "./quotation-marks.ts";

export interface BodyOptions {
  /** BCP 47; decides the quotation marks. */
  readonly lang: string;
  /** Stands at the head of the first paragraph. */
  readonly dateline?: Html;
  /** Draws a figure for a picture below `media/`; undefined leaves its text alternative. */
  readonly image?: (src: string, alt: string, title: string) => Html | undefined;
  /**
   * Resolves a link to an article's path (`2021/01/harbour`), a standing page, or the site's own page written in full;
   * undefined leaves an outward link as it is and prints the words of any other without a link.
   */
  readonly link?: (href: string) => string | undefined;
  /** The full address of what `link` resolved to, kept with the link for the printed sheet. */
  readonly paperAddress?: (href: string) => string | undefined;
  /** Label of a table's scrolling region. */
  readonly tableLabel?: string;
  /** Label of the footnotes. */
  readonly notesLabel?: string;
  /** Label of a footnote's way back. */
  readonly backLabel?: string;
}

/** What the renderer rules share during one text. */
export interface Rendering {
  readonly options: BodyOptions;
  datelinePending: boolean;
  readonly ids: Map<string, number>;
}

const parsers = new Map<string, MarkdownIt>();

function rendering(env: Env | undefined): Rendering {
  return env?.rendering as Rendering;
}

/** Takes `[!pull]` or the `— Name, role` line out of a block quote and marks its tokens, after inline parsing. */
function markQuotes(tokens: Token[]): void {
  for (let open = 0; open < tokens.length; open++) {
    if (tokens[open]?.type !== "blockquote_open") continue;
    let close = open + 1;
    for (let depth = 1; close < tokens.length; close++) {
      if (tokens[close]?.type === "blockquote_open") depth++;
      if (tokens[close]?.type === "blockquote_close" && --depth === 0) break;
    }
    const inlines = tokens.slice(open, close).filter((token) => token.type === "inline");
    const first = inlines[0]?.children ?? undefined;
    const pull = first?.[0]?.type === "text" && /^\[!pull\]\s*$/i.test(first[0].content);
    if (pull) first.splice(0, first[1]?.type === "softbreak" ? 2 : 1);
    const last = inlines.at(-1)?.children ?? undefined;
    let start = last?.findLastIndex((child) => child.type === "softbreak" || child.type === "hardbreak") ?? -1;
    const line = last?.slice(start + 1) ?? [];
    const speaker = /^\s*[—–]\s*(.+)$/s.exec(textOf(line))?.[1]?.trim();
    if (last !== undefined && speaker !== undefined && (start >= 0 || inlines.length > 1)) {
      while (start > 0 && last[start - 1]?.content === "") start--;
      last.splice(Math.max(start, 0));
      if (last.length === 0) for (const token of tokens.slice(close - 3, close)) token.hidden = true;
    }
    const kind = pull ? "pull-quote" : "quote";
    const opening = tokens[open];
    const closing = tokens[close];
    if (opening === undefined || closing === undefined) continue;
    opening.meta = { kind };
    closing.meta = { kind, speaker: start >= 0 || inlines.length > 1 ? speaker : undefined };
  }
}

function renderFigure(image: Token, state: Rendering): string {
  const src = attributeOf(image, "src");
  const title = attributeOf(image, "title");
  const figure = state.options.image?.(src, image.content, title);
  return figure === undefined ? html`<p>${image.content}</p>`.toString() : figure.toString();
}

/** A footnote's number from 0, and which of its references this is, from 0. */
function noteOf(token: Token | undefined): { id: number; subId: number } {
  return { id: Number(token?.meta?.id ?? 0), subId: Number(token?.meta?.subId ?? 0) };
}

/** What ends plain text: a line end and the characters by which some inline rule may begin, as in markdown-it's own rule. */
const TEXT_END = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/g;

function addRules(parser: MarkdownIt): void {
  const { rules } = parser.renderer;
  // The same as its own, which looks at one character after the other; most of an article is plain text.
  parser.inline.ruler.at("text", (state, silent) => {
    TEXT_END.lastIndex = state.pos;
    const end = Math.min(TEXT_END.exec(state.src)?.index ?? state.posMax, state.posMax);
    if (end === state.pos) return false;
    if (!silent) state.pending += state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  });
  parser.core.ruler.push("quotes_of_speakers", (state) => markQuotes(state.tokens));

  rules.paragraph_open = (tokens, index, _options, env) => {
    const token = tokens[index];
    const state = rendering(env);
    const inline = tokens[index + 1];
    const closing = tokens[index + 2];
    const figure = figureOf(inline);
    if (figure !== undefined && token?.hidden !== true && inline !== undefined && closing !== undefined) {
      inline.children = [];
      closing.meta = { figure: true };
      return renderFigure(figure, state);
    }
    if (token?.hidden === true) return "";
    if (state.datelinePending && token?.level === 0) {
      state.datelinePending = false;
      return `<p class="first">${state.options.dateline?.toString() ?? ""} `;
    }
    return "<p>";
  };
  rules.paragraph_close = (tokens, index) => {
    const token = tokens[index];
    if (token?.hidden === true) return "";
    const meta: unknown = token?.meta;
    return typeof meta === "object" && meta !== null && "figure" in meta ? "\n" : "</p>\n";
  };

  rules.heading_open = (tokens, index, _options, env) => {
    const token = tokens[index];
    const level = Math.min(6, Math.max(2, Number(token?.tag.slice(1))));
    const state = rendering(env);
    const name = `h-${slugOf(textOf(tokens[index + 1]?.children ?? []), { lang: state.options.lang })}`;
    const seen = state.ids.get(name) ?? 0;
    state.ids.set(name, seen + 1);
    return `<h${level} id="${seen === 0 ? name : `${name}-${seen + 1}`}">`;
  };
  rules.heading_close = (tokens, index) => {
    const level = Math.min(6, Math.max(2, Number(tokens[index]?.tag.slice(1))));
    return `</h${level}>\n`;
  };

  rules.blockquote_open = (tokens, index) =>
    tokens[index]?.meta?.kind === "pull-quote"
      ? '<figure class="pull-quote">\n'
      : '<figure class="quote"><blockquote>\n';
  rules.blockquote_close = (tokens, index) => {
    const meta: { kind?: string; speaker?: string } = tokens[index]?.meta ?? {};
    const { speaker } = meta;
    if (meta.kind === "pull-quote")
      return speaker === undefined ? "</figure>\n" : `<figcaption>${escapeText(speaker)}</figcaption></figure>\n`;
    return speaker === undefined
      ? "</blockquote></figure>\n"
      : `</blockquote><figcaption>${escapeText(speaker)}</figcaption></figure>\n`;
  };

  rules.table_open = (_tokens, _index, _options, env) => {
    const label = rendering(env).options.tableLabel ?? "Table";
    return html`<section class="table" tabindex="0" aria-label="${label}"><table>`.toString();
  };
  rules.table_close = () => "</table></section>\n";

  // A head cell without words heads nothing; where it is the first, the cells below it head their rows.
  const headsRow = (tokens: readonly Token[], open: number): boolean => {
    if (tokens[open - 1]?.type !== "tr_open") return false;
    let table = open;
    while (table > 0 && tokens[table]?.type !== "table_open") table--;
    return tokens[table + 4]?.content === "" && tokens[open + 1]?.content !== "";
  };
  const cellAt = (tokens: readonly Token[], open: number): string => {
    if (tokens[open]?.tag === "th") return tokens[open + 1]?.content === "" ? "td" : "th";
    return headsRow(tokens, open) ? "th" : "td";
  };
  for (const kind of ["th", "td"]) {
    rules[`${kind}_close`] = (tokens, index) => `</${cellAt(tokens, index - 2)}>\n`;
    rules[`${kind}_open`] = (tokens, index) => {
      const cell = cellAt(tokens, index);
      const side = /right|center/.exec(attributeOf(tokens[index], "style"))?.[0];
      const scope = cell === "td" ? "" : kind === "th" ? ' scope="col"' : ' scope="row"';
      return side === undefined
        ? `<${cell}${scope}>`
        : `<${cell}${scope} class="${side === "right" ? "number" : "centred"}">`;
    };
  }

  rules.image = (tokens, index) => escapeText(tokens[index]?.content ?? "");

  rules.link_open = (tokens, index, _options, env) => {
    const href = attributeOf(tokens[index], "href");
    const title = attributeOf(tokens[index], "title");
    const state = rendering(env);
    if (isOutward(href) && state.options.link?.(href) === undefined) {
      const mail = href.startsWith("mailto:");
      return html`<a href="${safeUrl(href)}"${title === "" ? "" : html` title="${title}"`}${mail ? "" : raw(' class="external" rel="external"')}>`.toString();
    }
    const target = href.startsWith("#")
      ? `#h-${slugOf(href.slice(1).replace(/^h-/, ""), { lang: state.options.lang })}`
      : state.options.link?.(href);
    if (target === undefined) return "<span>";
    const full = href.startsWith("#") ? undefined : state.options.paperAddress?.(target);
    return html`<a href="${target}"${attribute("data-at", full)}>`.toString();
  };
  rules.link_close = (tokens, index, _options, env) => {
    let depth = 1;
    for (let open = index - 1; open >= 0; open--) {
      if (tokens[open]?.type === "link_close") depth++;
      if (tokens[open]?.type === "link_open" && --depth === 0) {
        const href = attributeOf(tokens[open], "href");
        const linked = isOutward(href) || href.startsWith("#") || rendering(env).options.link?.(href) !== undefined;
        return linked ? "</a>" : "</span>";
      }
    }
    return "</a>";
  };

  rules.footnote_block_open = (_tokens, _index, _options, env) => {
    const label = rendering(env).options.notesLabel ?? "Notes";
    return html`<section class="footnotes" aria-label="${label}"><ol>`.toString();
  };
  rules.footnote_block_close = () => "</ol></section>\n";
  rules.footnote_ref = (tokens, index) => {
    const { id, subId } = noteOf(tokens[index]);
    const suffix = subId > 0 ? `-${subId + 1}` : "";
    return `<sup class="footnote-ref"><a href="#fn-${id + 1}" id="fnref-${id + 1}${suffix}">${id + 1}</a></sup>`;
  };
  rules.footnote_open = (tokens, index) => `<li id="fn-${noteOf(tokens[index]).id + 1}">`;
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const { id, subId } = noteOf(tokens[index]);
    const suffix = subId > 0 ? `-${subId + 1}` : "";
    const label = rendering(env).options.backLabel ?? "Back to the text";
    return html` <a href="#fnref-${id + 1}${suffix}" class="footnote-back" aria-label="${label}">↩</a>`.toString();
  };
}

/** True for an address that leads out of the site. */
export function isOutward(href: string): boolean {
  return /^(https?|mailto):/i.test(href);
}

/** The parser of a language, made once. */
export function parserFor(lang: string): MarkdownIt {
  let parser = parsers.get(lang);
  if (parser === undefined) {
    parser = createParser({ html: false, typographer: true, quotes: [...quotesOf(lang)] }).use(footnote);
    parser.validateLink = (href) => safeUrl(href) !== undefined && !href.startsWith("/");
    addRules(parser);
    addInlineHtml(parser);
    parsers.set(lang, parser);
  }
  return parser;
}
