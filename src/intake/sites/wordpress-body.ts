/**
 * A post's content as WordPress keeps it → HTML: blank lines that stand for paragraphs (its `wpautop`), the comments of
 * the block editor, and shortcodes. https://codex.wordpress.org/Shortcode
 */
import { escapeText } from "../../html.ts";
import { asList, asObject, asText } from "../json.ts";
import { pageOfFrame } from "../text/embed.ts";

/** A picture by its attachment's id, for galleries. */
export type FindAttachment = (
  id: string,
) => { readonly url: string; readonly alt: string; readonly caption: string } | undefined;

export interface WordpressBody {
  readonly markup: string;
  /** Shortcodes that were left out. */
  readonly left: readonly string[];
}

const BLOCK =
  "address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|section|table|ul|video|audio|script|style";
const BLOCK_START = new RegExp(`^\\s*</?(?:${BLOCK})\\b`, "i");

function attribute(text: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'\\]]+))`).exec(text);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

function figure(url: string, alt: string, caption: string): string {
  return `<figure><img src="${escapeText(url)}" alt="${escapeText(alt)}">${caption === "" ? "" : `<figcaption>${caption}</figcaption>`}</figure>`;
}

/** Shortcodes that stand for a picture, a film or a sound. */
function expandMedia(content: string, find: FindAttachment, left: Set<string>): string {
  return content
    .replace(
      /\[caption([^\]]{0,500})\]([\s\S]{0,20000}?)\[\/caption\]/g,
      (_whole, attributes: string, inside: string) => {
        const image = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0] ?? "";
        const caption = attribute(attributes, "caption") ?? inside.replace(image, "").trim();
        return `\n\n<figure>${image}<figcaption>${caption}</figcaption></figure>\n\n`;
      },
    )
    .replace(/\[gallery([^\]]{0,2000})\]/g, (_whole, attributes: string) => {
      const ids = (attribute(attributes, "ids") ?? attribute(attributes, "include") ?? "").split(",");
      const pictures = ids.map((id) => find(id.trim())).filter((picture) => picture !== undefined);
      if (pictures.length < ids.length)
        left.add(`[gallery${attributes}], of which ${pictures.length} of ${ids.length} pictures are in the export`);
      return `\n\n${pictures.map(({ url, alt, caption }) => figure(url, alt, escapeText(caption))).join("\n\n")}\n\n`;
    })
    .replace(
      /\[(embed|audio|video|youtube|vimeo|soundcloud)([^\]]{0,1000})\](?:\s*(https?:\/\/[^\s[\]<]{1,1000})?\s*\[\/\1\])?/g,
      (whole, _name: string, attributes: string, inside?: string) => {
        const url =
          inside ??
          ["src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "url"]
            .map((key) => attribute(attributes, key))
            .find((address) => address !== undefined) ??
          /https?:\/\/[^\s"'\]]+/.exec(attributes)?.[0];
        if (url === undefined) left.add(whole.slice(0, 80));
        return url === undefined
          ? ""
          : `\n\n<p><a href="${escapeText(pageOfFrame(url))}">${escapeText(pageOfFrame(url))}</a></p>\n\n`;
      },
    );
}

const SHORTCODE = /\[(\/?)([a-z][\w-]{1,40})((?:\s[^[\]]{0,2000}|\s*\/)?)\]/gi;
const QUOTES = /^(?:pull-?quote|quote|blockquote|pull|su_quote|callout)$/i;
/** Parts of pages that hold no words of an article. */
const FITTINGS =
  /^(?:contact-form[\w-]*|playlist|wp_[\w-]+|ads?|adrotate|jetpack[\w-]*|mailpoet[\w-]*|gravityform|ninja_form|sharethis|toc)$/i;
const BUILDERS = /^(?:vc|et_pb|fusion|av|su|wpb|mk|tdc|td|elementor)_/i;

/**
 * All other shortcodes. One with an end keeps the text between its ends; a quotation becomes one; one that stands alone is
 * left out and named, with what it holds. `[sic]` is no shortcode: nothing ends it and it has no attributes.
 */
function expandOthers(content: string, left: Set<string>): string {
  const tokens = [...content.matchAll(SHORTCODE)];
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  tokens.forEach((token, index) => {
    const name = (token[2] ?? "").toLowerCase();
    const starts = open.get(name) ?? [];
    if (token[1] === "") open.set(name, [...starts.slice(-20), index]);
    else {
      const start = starts.pop();
      if (start === undefined) return;
      ends.set(start, index);
      ends.set(index, start);
    }
  });
  let at = 0;
  let expanded = "";
  tokens.forEach((token, index) => {
    const [whole, slash, name = "", attributes = ""] = token;
    expanded += content.slice(at, token.index);
    at = token.index + whole.length;
    const isPaired = ends.has(index);
    if (isPaired && QUOTES.test(name)) {
      expanded += slash === "" ? "\n\n<blockquote><p>" : "</p></blockquote>\n\n";
      return;
    }
    if (isPaired || BUILDERS.test(name)) {
      if (slash === "" && !/^dropcaps?$/i.test(name)) left.add(`[${name}], but not the text in it`);
      return;
    }
    if (FITTINGS.test(name) || /=|\//.test(attributes)) left.add(whole.slice(0, 200));
    else expanded += whole;
  });
  return expanded + content.slice(at);
}

/** `<img class="wp-image-93" src="quay-1024x640.png">` → the same with the picture in full size, where the export has it. */
function fullSizes(content: string, find: FindAttachment): string {
  return content.replace(/<img\b[^>]{0,4000}>/gi, (tag) => {
    const id = /\bwp-image-(\d{1,12})\b/.exec(tag)?.[1];
    const full = id === undefined ? undefined : find(id);
    const src = attribute(tag, "src");
    if (full === undefined || src === undefined) return tag;
    return tag.replace(/\ssrcset\s*=\s*(?:"[^"]*"|'[^']*')/i, "").replace(src, () => escapeText(full.url));
  });
}

/** Notes that the block editor keeps beside the text → a list below it. Its JSON: `[{"id": …, "content": …}]`. */
function footnoteList(kept: string | undefined): string {
  const notes = kept === undefined ? [] : asList(parseLoose(kept));
  const items = notes.flatMap((note) => {
    const fields = asObject(note);
    const [id, content] = [asText(fields?.id), asText(fields?.content)];
    return id === undefined || content === undefined ? [] : [`<li id="${escapeText(id)}">${content}</li>`];
  });
  return items.length === 0 ? "" : `\n\n<ol class="footnotes">${items.join("")}</ol>`;
}

function parseLoose(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Blank lines end paragraphs and single ones break lines, except where the text has its own block elements. */
function addParagraphs(content: string): string {
  return content
    .replace(/\r\n?/g, "\n")
    .split(/(<pre\b[\s\S]*?<\/pre>)/i)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      return part
        .replace(new RegExp(`\\s*(<(?:${BLOCK})\\b[^>]*>)`, "gi"), "\n\n$1")
        .replace(new RegExp(`(</(?:${BLOCK})>)\\s*`, "gi"), "$1\n\n")
        .split(/\n\s*\n/)
        .map((block) => block.trim())
        .filter((block) => block !== "")
        .map((block) => (BLOCK_START.test(block) ? block : `<p>${block.replace(/\n/g, "<br>\n")}</p>`))
        .join("\n");
    })
    .join("\n");
}

/** HTML of a post's content. `footnotes` is what the block editor keeps of them in the post's own fields. */
export function wordpressMarkup(content: string, find: FindAttachment, footnotes?: string): WordpressBody {
  const left = new Set<string>();
  const blocks = content.includes("<!-- wp:");
  const bare = content
    .replace(/<!--\s*(?:more|nextpage|noteaser)[^>]*-->/g, "\n\n")
    .replace(/<!-- \/?wp:[\s\S]*?-->/g, "\n");
  const expanded = expandOthers(expandMedia(fullSizes(bare, find), find, left), left);
  const own = blocks || (/<p\b/i.test(expanded) && !/\n\s*\n/.test(expanded));
  return { markup: (own ? expanded : addParagraphs(expanded)) + footnoteList(footnotes), left: [...left] };
}
