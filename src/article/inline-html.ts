/**
 * Tags in a text: a few harmless ones mean what they say, all others are shown as the text they are, and told. `<br>`, `<a>` and
 * `<img>` are the line end, link and picture of Markdown in other words; `<details>` is a block of its own.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { addDetails } from "./details-block.ts";

/** Tags that hold text, with the attributes that each may have beside `KEPT_EVERYWHERE`. */
const HARMLESS: ReadonlyMap<string, readonly string[]> = new Map(
  "abbr b bdi bdo cite code del dfn em i ins kbd mark q rb rp rt rtc ruby s samp small span strong sub sup u var"
    .split(" ")
    .map((name) => [name, name === "del" || name === "ins" ? ["datetime"] : []] as const)
    .concat([["time", ["datetime"]]]),
);
const KEPT_EVERYWHERE = ["title", "lang", "dir"];
/** Attributes that only styles and scripts of other pages know: their absence changes no meaning. */
const MEANINGLESS = /^(?:class|id|style|target|rel|width|height|loading|decoding|srcset|sizes|data-.*)$/;

const ATTRIBUTE = /\s+([a-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi;
const OPEN_TAG = /<([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/iy;
const CLOSE_TAG = /<\/([a-z][a-z0-9-]*)\s*>/iy;
/** A note to colleagues. `withoutNotes` took them out of the text; what it took for code is not printed either. */
const NOTE = /<!--(?:[^]*?-->|[^]*)/y;
/** What is no whole tag and yet was meant as markup. */
const DECLARATION = /<[?!][a-z[][^>]*>/iy;

/** What a tag's token remembers beside its name. */
interface TagMeta {
  /** As typed. */
  readonly tag: string;
  /** 1 opens, -1 closes. Given to the token once tags are paired: the inline parser itself insists that they pair. */
  readonly side: -1 | 0 | 1;
  /** Attributes that were left out. */
  readonly dropped: readonly string[];
}

/** A tag of a text as it is shown or left out: for telling the editor. */
export interface TagFinding {
  /** Line of the Markdown, from 0. */
  readonly line: number;
  readonly found: string;
  readonly fault: string;
}

function metaOf(token: Token): TagMeta | undefined {
  const meta: unknown = token.meta;
  return typeof meta === "object" && meta !== null && "tag" in meta ? (meta as TagMeta) : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function attributesOf(text: string): [name: string, value: string][] {
  return [...text.matchAll(ATTRIBUTE)].map(([, name = "", ...values]) => [
    name.toLowerCase(),
    values.find((value) => value !== undefined) ?? "",
  ]);
}

/** Attributes of a harmless tag, and the names of those that it loses. */
function sortAttributes(text: string, allowed: readonly string[]): { kept: [string, string][]; dropped: string[] } {
  const all = attributesOf(text);
  const isKept = (name: string) => allowed.includes(name) || KEPT_EVERYWHERE.includes(name);
  return {
    kept: all.filter(([name, value]) => isKept(name) && (name !== "dir" || /^(?:ltr|rtl|auto)$/i.test(value))),
    dropped: all.map(([name]) => name).filter((name) => !isKept(name) && !MEANINGLESS.test(name)),
  };
}

/** Turns a token into the text that the editor typed. */
function showAsText(token: Token): void {
  token.type = "markup";
  token.tag = "";
  token.nesting = 0;
  token.attrs = null;
  token.content = metaOf(token)?.tag ?? "";
}

/** Tags that do not pair within one paragraph, or cross other markup, are shown as text. */
function pairTags(children: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of children) {
    token.nesting = metaOf(token)?.side ?? token.nesting;
    if (token.nesting === 1) open.push(token);
    if (token.nesting !== -1) continue;
    const own = metaOf(token) !== undefined;
    let index = open.length - 1;
    // What Markdown itself opened is closed by Markdown alone, and a tag by its own name alone.
    if (own) {
      while (index >= 0 && metaOf(open[index] ?? token) !== undefined && open[index]?.tag !== token.tag) index--;
      if (index < 0 || metaOf(open[index] ?? token) === undefined) {
        showAsText(token);
        continue;
      }
    } else while (index >= 0 && metaOf(open[index] ?? token) !== undefined) index--;
    for (const unclosed of open.splice(Math.max(index, 0)).slice(1)) showAsText(unclosed);
  }
  for (const unclosed of open) if (metaOf(unclosed) !== undefined) showAsText(unclosed);
}

/** Adds the rules to a parser. */
export function addInlineHtml(parser: MarkdownIt): void {
  parser.inline.ruler.after("autolink", "harmless_tags", (state, silent) => {
    if (state.src[state.pos] !== "<") return false;
    const note = matchAt(NOTE, state.src, state.pos);
    if (note !== null) {
      state.pos += note[0].length;
      return true;
    }
    const closing = matchAt(CLOSE_TAG, state.src, state.pos);
    const opening = closing === null ? matchAt(OPEN_TAG, state.src, state.pos) : null;
    const found = closing ?? opening ?? matchAt(DECLARATION, state.src, state.pos);
    if (found === null) return false;
    const tag = found[0];
    state.pos += tag.length;
    if (silent) return true;
    const name = closing === null && opening === null ? "" : (found[1]?.toLowerCase() ?? "");
    const push = (type: string, side: TagMeta["side"], dropped: readonly string[] = []): Token => {
      const token = state.push(type, name, 0);
      token.meta = { tag, side, dropped } satisfies TagMeta;
      return token;
    };
    const allowed = HARMLESS.get(name);
    if (closing !== null && (allowed !== undefined || name === "a")) {
      push(name === "a" ? "link_close" : `${name}_close`, -1);
      return true;
    }
    if (opening !== null) {
      const given = opening[2] ?? "";
      const attributes = new Map(attributesOf(given));
      const href = attributes.get("href") ?? "";
      const src = attributes.get("src") ?? "";
      if (allowed !== undefined) {
        const { kept, dropped } = sortAttributes(given, allowed);
        push(`${name}_open`, 1, dropped).attrs = kept;
        return true;
      }
      if (name === "br") {
        state.push("hardbreak", "br", 0);
        return true;
      }
      if (name === "wbr") {
        push("wbr", 0);
        return true;
      }
      if (name === "a" && href !== "" && state.linkLevel === 0 && parser.validateLink(href)) {
        const { kept, dropped } = sortAttributes(given, ["href"]);
        push("link_open", 1, dropped).attrs = kept.filter(([key]) => key === "href" || key === "title");
        return true;
      }
      if (name === "img" && !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src) && src !== "" && !/\son/i.test(given)) {
        const token = state.push("image", "img", 0);
        token.content = attributes.get("alt") ?? "";
        token.children = [];
        token.attrs = [
          ["src", src],
          ["alt", ""],
          ["title", attributes.get("title") ?? ""],
        ];
        return true;
      }
    }
    showAsText(push("markup", 0));
    return true;
  });
  parser.core.ruler.after("inline", "pairs_of_tags", (state) => {
    for (const token of state.tokens)
      if (token.children?.some((child) => metaOf(child) !== undefined) === true) pairTags(token.children);
  });
  parser.renderer.rules.markup = (tokens, index) => parser.utils.escapeHtml(tokens[index]?.content ?? "");
  addDetails(parser);
}

const SHOWN = "is no tag that an article may have, and is shown as text; write it in Markdown, or put it in `code`";

/** Tags of a text that are shown as text, and what harmless ones lost. `tokens` is the whole text. */
export function selectTagFindings(tokens: readonly Token[]): TagFinding[] {
  const findings: TagFinding[] = [];
  for (const { map, children } of tokens) {
    let line = map?.[0] ?? 0;
    for (const child of children ?? []) {
      const dropped = metaOf(child)?.dropped ?? [];
      if (child.type === "markup") findings.push({ line, found: child.content, fault: SHOWN });
      else if (dropped.length > 0)
        findings.push({ line, found: metaOf(child)?.tag ?? "", fault: `${dropped.join(", ")} is left out of the tag` });
      if (child.type === "softbreak" || child.type === "hardbreak") line++;
    }
  }
  return findings;
}
