/**
 * The Markdown of site generators → plain Markdown: Hugo's shortcodes, Liquid and Nunjucks tags, kramdown's attribute
 * lists, MDX imports and components, raw HTML. What has no counterpart is left out and named.
 */
import { htmlToMarkdown } from "../text/html-to-markdown.ts";
import { holdsHtml, renderLoose } from "../text/markdown-text.ts";

/** Stands before relative addresses while they pass through HTML, and nowhere else. */
const HERE = "https://here.invalid/";

/** The body as plain Markdown, and sentences about what was left out of it. */
export interface PlainBody {
  readonly markdown: string;
  readonly notes: readonly string[];
}

function argumentsOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let position = 0;
  for (const [, name, double, single, bare] of text.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"'=]+))/g,
  )) {
    found.set(name ?? String(position++), double ?? single ?? bare ?? "");
  }
  return found;
}

const label = (text: string) => text.replace(/[[\]]/g, "\\$&").replace(/\s+/g, " ").trim();
const title = (text: string) => (text === "" ? "" : ` "${text.replace(/"/g, "'").replace(/\s+/g, " ").trim()}"`);

function renderFigure(given: ReadonlyMap<string, string>): string {
  const src = given.get("src") ?? given.get("0") ?? "";
  const caption = [given.get("caption") ?? given.get("title") ?? "", given.get("attr") ?? ""]
    .filter((part) => part !== "")
    .join(" | ");
  return `![${label(given.get("alt") ?? "")}](${src.includes(" ") ? `<${src}>` : src}${title(caption)})`;
}

/** What a shortcode stands for in Markdown; undefined where there is nothing like it. */
function renderShortcode(name: string, given: ReadonlyMap<string, string>): string | undefined {
  const first = given.get("id") ?? given.get("0") ?? "";
  switch (name) {
    case "figure":
    case "image":
    case "img":
      return renderFigure(given);
    case "youtube":
      return /^[\w-]{5,20}$/.test(first) ? `[Video](https://www.youtube.com/watch?v=${first})` : undefined;
    case "vimeo":
      return /^\d{4,15}$/.test(first) ? `[Video](https://vimeo.com/${first})` : undefined;
    case "tweet":
    case "x":
    case "twitter": {
      const id = given.get("id") ?? first;
      const user = given.get("user");
      return /^\d{5,25}$/.test(id) ? `[Post](https://twitter.com/${user ?? "i/web"}/status/${id})` : undefined;
    }
    case "ref":
    case "relref":
      return first.replace(/\.md$/, "");
    default:
      return undefined;
  }
}

/** Fenced code and code within a line: what stands there is meant to be read, not run. */
const CODE = /(^ {0,3}(?:```|~~~)[\s\S]*?(?:^ {0,3}(?:```|~~~)[ \t]*$|(?![\s\S]))|(?<!`)`[^`\n]+`(?!`))/m;

function outsideCode(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}

function expandTags(markdown: string, left: Map<string, number>): string {
  const leave = (what: string) => {
    left.set(what, (left.get(what) ?? 0) + 1);
    return "";
  };
  return markdown
    .replace(/\{%-?\s*(raw|endraw|comment)\s*-?%\}/g, "")
    .replace(
      /\{\{[<%]\s*\/?\*?\s*\/?([\w/-]+)((?:\s[^{}]{0,2000}?)?)\s*\/?[>%]\}\}/g,
      (_whole, name: string, rest: string) => {
        return renderShortcode(name.toLowerCase(), argumentsOf(rest)) ?? leave(`{{< ${name} >}}`);
      },
    )
    .replace(/\{%-?\s*(?:post_url|link)\s+([^\s%]{1,300})\s*-?%\}/g, (_whole, target: string) => {
      const bare = target.replace(/\.(?:md|markdown|html)$/, "");
      const dated = /(?:^|\/)(\d{4})-(\d{2})-\d{2}-([^/]+)$/.exec(bare);
      return dated === null ? bare : `${dated[1]}/${dated[2]}/${dated[3]}`;
    })
    .replace(
      /\{%-?\s*(\w+)([^%]{0,2000})-?%\}/g,
      (_whole, name: string, rest: string) =>
        renderShortcode(name, argumentsOf(rest.replace(/,/g, " "))) ?? leave(`{% ${name} %}`),
    )
    .replace(/\{\{\s*(?:site\.(?:baseurl|url)|"?\/?"?\s*\|\s*(?:relative_url|absolute_url|url))\s*\}\}/g, "")
    .replace(/\{\{\s*["']([^"'{}]{1,500})["']\s*\|\s*(?:relative_url|absolute_url|url)\s*\}\}/g, "$1")
    .replace(/\{\{[^{}\n]{1,500}\}\}/g, (whole) => leave(whole.slice(0, 40)))
    .replace(/^\{:[^}\n]{0,500}\}[ \t]*\n?/gm, "")
    .replace(/(\)|\S)\{:[^}\n]{0,500}\}/g, "$1")
    .replace(/<!--\s*more\s*-->/gi, "");
}

function dropModules(markdown: string, left: Map<string, number>): string {
  return markdown
    .replace(
      /^(?:import\s[^\n]*?\sfrom\s+["'][^"'\n]+["'];?|import\s+["'][^"'\n]+["'];?|export\s+(?:const|default|function)\s[^\n]*)[ \t]*$/gm,
      "",
    )
    .replace(/<\/?([A-Z][\w.]*[a-z][\w.]*)(?:\s[^<>]{0,2000})?\/?>/g, (_whole, name: string) => {
      left.set(`<${name}>`, (left.get(`<${name}>`) ?? 0) + 1);
      return "";
    });
}

/** Plain Markdown of a generator's body. */
export function plainBody(body: string): PlainBody {
  const left = new Map<string, number>();
  let markdown = body
    .replaceAll("\r\n", "\n")
    .replace(/\{%-?\s*highlight\s+([\w+-]+)[^%]{0,100}%\}\n?([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g, "```$1\n$2```");
  if (/\{[{%:]|<!--/.test(markdown)) markdown = outsideCode(markdown, (text) => expandTags(text, left));
  if (/^(?:import|export)\s/m.test(markdown) || /<\/?[A-Z]/.test(markdown)) {
    markdown = outsideCode(markdown, (text) => dropModules(text, left));
  }
  const notes = left.size === 0 ? [] : [`Left out of the text: ${[...left.keys()].slice(0, 10).join(", ")}.`];
  if (holdsHtml(markdown)) {
    const loose = htmlToMarkdown(renderLoose(markdown), { pictures: "keep", base: HERE });
    markdown = loose.markdown.replaceAll(HERE, "");
    notes.push("The HTML in the text was turned into Markdown.");
  }
  return {
    markdown: markdown
      .replace(/^[ \t]+$/gm, "")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    notes,
  };
}
