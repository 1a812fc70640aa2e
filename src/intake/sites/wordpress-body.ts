/**
 * A post's content as WordPress keeps it → HTML: blank lines that stand for paragraphs (its `wpautop`), the comments of
 * the block editor, and shortcodes. https://codex.wordpress.org/Shortcode
 */
import { escapeText } from "../../html.ts";

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

/** Shortcodes known to stand for something, or that no sentence would hold. `[sic]` is not one. */
function expandShortcodes(content: string, find: FindAttachment, left: Set<string>): string {
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
      if (pictures.length === 0) left.add("[gallery]");
      return `\n\n${pictures.map(({ url, alt, caption }) => figure(url, alt, escapeText(caption))).join("\n\n")}\n\n`;
    })
    .replace(
      /\[(embed|audio|video|youtube)([^\]]{0,1000})\](?:\s*(https?:\/\/[^\s[\]<]{1,1000})\s*\[\/\1\])?/g,
      (_whole, name: string, attributes: string, inside?: string) => {
        const url =
          inside ??
          attribute(attributes, "src") ??
          attribute(attributes, "mp3") ??
          attribute(attributes, "mp4") ??
          /https?:\/\/[^\s"'\]]+/.exec(attributes)?.[0];
        if (url === undefined) left.add(`[${name}]`);
        return url === undefined ? "" : `\n\n<p><a href="${escapeText(url)}">${escapeText(url)}</a></p>\n\n`;
      },
    )
    .replace(
      /\[\/?((?:vc|et_pb|fusion|av|su|wpb|mk|tdc|td|elementor)_[\w-]+|contact-form[\w-]*|playlist|wp_[\w-]+|ads?|adrotate|jetpack[\w-]*|mailpoet[\w-]*|gravityform|ninja_form|sharethis|toc)\b[^\]]{0,2000}\]/g,
      (_whole, name: string) => {
        left.add(`[${name}]`);
        return "";
      },
    )
    .replace(
      /\[([a-z][\w-]{1,40})((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s\]"']+)){1,20})\s*\/?\]/gi,
      (_whole, name: string) => {
        left.add(`[${name}]`);
        return "";
      },
    );
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

/** HTML of a post's content. */
export function wordpressMarkup(content: string, find: FindAttachment): WordpressBody {
  const left = new Set<string>();
  const blocks = content.includes("<!-- wp:");
  const bare = content
    .replace(/<!--\s*(?:more|nextpage|noteaser)[^>]*-->/g, "\n\n")
    .replace(/<!-- \/?wp:[\s\S]*?-->/g, "\n");
  const expanded = expandShortcodes(bare, find, left);
  const own = blocks || (/<p\b/i.test(expanded) && !/\n\s*\n/.test(expanded));
  return { markup: own ? expanded : addParagraphs(expanded), left: [...left] };
}
