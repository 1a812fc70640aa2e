/**
 * Markdown → the markup of an article's text. Raw HTML but a few harmless tags is shown as text, never run; addresses pass `safeUrl`.
 * What news adds to CommonMark: the dateline at the head of the first paragraph, the quotation marks of the language,
 * speakers of block quotes (`— Name, role` as their last line), pull quotes (`[!pull]` as their first), figures
 * (a paragraph that is one picture, its title `Caption | Credit`), galleries (a paragraph of several), tables that scroll, footnotes.
 */
import createParser, { type Env, type MarkdownIt, type Token } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import footnote from "markdown-it-footnote";
import { growFootnotes } from "./footnote-tokens.ts";
import { attribute, escapeText, type Html, html, raw, safeUrl } from "../html.ts";
import { slugOf } from "./slug.ts";
import { attributeOf, figuresOf, sourceOf, textOf } from "./body-tokens.ts";
import { addInlineHtml } from "./inline-html.ts";
import { addPlayers, type PlacedPlayer, playerOf } from "./player-block.ts";
import { addSpacedPaths } from "./spaced-paths.ts";
import { addDirection } from "./direction.ts";
import { addTypography, setLine } from "./typography.ts";
import { quotesOf } from "./quotation-marks.ts";

/** Where a link of a text leads, ready to print. */
export interface TextLink {
  readonly href: string;
  /** Of a file that is no page: its kind as readers know it (`PDF`), and its bytes. */
  readonly document?: { readonly kind: string; readonly bytes: number };
}

export interface BodyOptions {
  /** BCP 47; decides the quotation marks. */
  readonly lang: string;
  /** Stands at the head of the first paragraph. */
  readonly dateline?: Html;
  /** Draws a figure for a picture below `media/`; undefined leaves its text alternative. */
  readonly image?: (src: string, alt: string, title: string) => Html | undefined;
  /** Puts the figures of one paragraph together; undefined leaves one after the other. */
  readonly gallery?: (figures: readonly Html[]) => Html;
  /**
   * Resolves a link to an article, any other page of the site, or a file below `media/`; undefined leaves an outward link
   * as it is and prints the words of any other without a link.
   */
  readonly link?: (href: string) => TextLink | string | undefined;
  /** The full address of what `link` resolved to, kept with the link for the printed sheet. */
  readonly paperAddress?: (href: string) => string | undefined;
  /** Draws the card of a film, post, sound, map or chart, its poster the picture that is given; undefined leaves a link. */
  readonly player?: (player: PlacedPlayer, poster?: { readonly src: string; readonly alt: string }) => Html;
  /** The size of a file in the words of the language. */
  readonly size?: (bytes: number) => string;
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
  /** What closes each link that is open. */
  readonly closings: string[];
  /** Every `id` of the text. */
  readonly parts: () => ReadonlySet<string>;
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

function renderFigure(image: Token, state: Rendering): Html {
  const src = sourceOf(image);
  const title = attributeOf(image, "title");
  const { lang } = state.options;
  const alt = setLine(image.content, lang);
  const figure = state.options.image?.(src, alt, setLine(title, lang));
  return figure ?? html`<p>${alt}</p>`;
}

function renderFigures(images: readonly Token[], state: Rendering): string {
  const figures = images.map((image) => renderFigure(image, state));
  const { gallery } = state.options;
  return (figures.length > 1 && gallery !== undefined ? gallery(figures) : html`${figures}`).toString();
}

/** ` dir="auto"` of a block that runs against its text. */
function dirOf(token: Token | undefined): string {
  return token?.attrGet("dir") === "auto" ? ' dir="auto"' : "";
}

/** A footnote's number from 0, and which of its references this is, from 0. */
function noteOf(token: Token | undefined): { id: number; subId: number } {
  return { id: Number(token?.meta?.id ?? 0), subId: Number(token?.meta?.subId ?? 0) };
}

/** What ends plain text: a line end and the characters by which some inline rule may begin, as in markdown-it's own rule. */
const TEXT_END = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/g;

/** What opens a link and what closes it; a link that leads to nothing is a span. */
function renderLink(token: Token | undefined, state: Rendering): readonly [string, string] {
  const href = attributeOf(token, "href");
  const title = attributeOf(token, "title");
  if (href.startsWith("#")) {
    const part = findPart(href.slice(1), state.parts(), state.options.lang);
    return part === undefined ? ["<span>", "</span>"] : [html`<a href="#${part}">`.toString(), "</a>"];
  }
  const given = state.options.link?.(href);
  const target = typeof given === "string" ? { href: given } : given;
  if (target === undefined) {
    if (!isOutward(href)) return ["<span>", "</span>"];
    const web = /^https?:/i.test(href);
    return [
      html`<a href="${safeUrl(href)}"${title !== "" && html` title="${title}"`}${web && raw(' class="external" rel="external"')}>`.toString(),
      "</a>",
    ];
  }
  const { document } = target;
  const paper = attribute("data-at", state.options.paperAddress?.(target.href));
  if (document === undefined) return [html`<a href="${target.href}"${paper}>`.toString(), "</a>"];
  const size = state.options.size?.(document.bytes);
  return [
    html`<a class="document" href="${target.href}"${paper}>`.toString(),
    html`</a> <span class="file">(${document.kind}${size && html`, ${size}`})</span>`.toString(),
  ];
}

/** The `id` that the name of a part means: itself, or that of the subhead with these words. */
export function findPart(part: string, ids: ReadonlySet<string>, lang: string): string | undefined {
  let name = part;
  try {
    name = decodeURIComponent(part);
  } catch {
    // It is taken as it stands.
  }
  return [name, headingName(name.replace(/^h-/, ""), lang)].find((id) => ids.has(id));
}

function headingName(words: string, lang: string): string {
  return `h-${slugOf(words, { lang })}`;
}

/** The `id` of each subhead, in their order: the second of the same words has a number. */
export function headingIds(tokens: readonly Token[], lang: string): string[] {
  const seen = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const name = headingName(textOf(tokens[index + 1]?.children ?? []), lang);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [count === 1 ? name : `${name}-${count}`];
  });
}

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
    const figures = figuresOf(inline);
    if (figures.length > 0 && token?.hidden !== true && inline !== undefined && closing !== undefined) {
      inline.children = [];
      closing.meta = { figure: true };
      return renderFigures(figures, state);
    }
    if (token?.hidden === true) return "";
    if (state.datelinePending && token?.level === 0) {
      state.datelinePending = false;
      return `<p class="first"${dirOf(token)}>${state.options.dateline?.toString() ?? ""} `;
    }
    return `<p${dirOf(token)}>`;
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
    const name = headingName(textOf(tokens[index + 1]?.children ?? []), state.options.lang);
    const seen = state.ids.get(name) ?? 0;
    state.ids.set(name, seen + 1);
    return `<h${level}${dirOf(token)} id="${seen === 0 ? name : `${name}-${seen + 1}`}">`;
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

  // Rows are asked in their order, and each about the table that the one before it stands in.
  let last: { readonly tokens: readonly Token[]; readonly open: number; readonly table: number } | undefined;
  const tableOf = (tokens: readonly Token[], open: number): number => {
    const until = last?.tokens === tokens && last.open <= open ? last.open : 0;
    let table = open;
    while (table > until && tokens[table]?.type !== "table_open") table--;
    if (tokens[table]?.type !== "table_open" && last?.tokens === tokens) table = last.table;
    last = { tokens, open, table };
    return table;
  };
  // A head cell without words heads nothing; where it is the first, the cells below it head their rows.
  const headsRow = (tokens: readonly Token[], open: number): boolean => {
    if (tokens[open - 1]?.type !== "tr_open") return false;
    const table = tableOf(tokens, open);
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
        ? `<${cell}${scope}${dirOf(tokens[index])}>`
        : `<${cell}${scope}${dirOf(tokens[index])} class="${side === "right" ? "number" : "centred"}">`;
    };
  }

  rules.player = (tokens, index, _options, env) => {
    const player = playerOf(tokens[index]);
    if (player === undefined) return "";
    const [picture] = tokens[index]?.children ?? [];
    const { options } = rendering(env);
    const title = player.title === undefined ? undefined : setLine(player.title, options.lang);
    const set = { ...player, ...(title === undefined ? {} : { title }) };
    const poster = picture && { src: sourceOf(picture), alt: setLine(picture.content, options.lang) };
    const drawn = options.player?.(set, poster);
    const words = title === undefined ? `${player.service}: ${player.url}` : `${title} (${player.service})`;
    return `${drawn ?? html`<p><a href="${player.url}">${words}</a></p>`}\n`;
  };
  for (const name of ["fence", "code_block"] as const) {
    const plain = rules[name];
    rules[name] = (tokens, index, options, env, self) => {
      const token = tokens[index];
      if (token?.attrGet("dir") !== "ltr") return plain?.(tokens, index, options, env, self) ?? "";
      return `${html`<pre dir="ltr"><code dir="ltr">${token.content}</code></pre>`}\n`;
    };
  }
  rules.image = (tokens, index) => escapeText(tokens[index]?.content ?? "");

  rules.link_open = (tokens, index, _options, env) => {
    const state = rendering(env);
    const [opening, closing] = renderLink(tokens[index], state);
    state.closings.push(closing);
    return opening;
  };
  rules.link_close = (_tokens, _index, _options, env) => rendering(env).closings.pop() ?? "";

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
  return /^(?:https?|mailto|tel|sms):/i.test(href);
}

/** The parser of a language, made once. */
export function parserFor(lang: string): MarkdownIt {
  let parser = parsers.get(lang);
  if (parser === undefined) {
    parser = createParser({ html: false, linkify: true, typographer: true, quotes: [...quotesOf(lang)] })
      .use(footnote)
      .use(cjkFriendly);
    // Bare addresses are links where they name their scheme; `note.md` and `a@b.example` are words.
    parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
    for (const scheme of ["ftp:", "//", "mailto:"]) parser.linkify.add(scheme, null);
    parser.validateLink = (href) => safeUrl(href) !== undefined;
    growFootnotes(parser);
    addRules(parser);
    addInlineHtml(parser);
    addSpacedPaths(parser);
    addTypography(parser, lang);
    addDirection(parser, lang);
    addPlayers(parser);
    parsers.set(lang, parser);
  }
  return parser;
}
