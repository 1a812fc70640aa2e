/** All references of a page, style sheet or app manifest, found by parsing it. */
import { type CssNode, parse, walk } from "css-tree";
import { Parser } from "htmlparser2";
import type { Reference, Use } from "./own-link.ts";

export interface Found extends Reference {
  /** Counted from 0, in characters, in the text of the file. */
  readonly at: number;
}

/** A page's references, and the names that a fragment can lead to. */
export interface PageReferences {
  readonly references: readonly Found[];
  readonly ids: ReadonlySet<string>;
  /** Where a `<base>` stands, which makes every relative address mean something else. */
  readonly baseAt: number | undefined;
}

/** Style sheets stand word for word in thousands of pages. */
const styleCache = new Map<string, readonly string[]>();
const STYLES_KEPT = 200;
/** Comparing two long texts is cheaper than finding one in a table. */
let lastStyle: { readonly text: string; readonly urls: readonly string[] } = { text: "", urls: [] };
const NAMES_FILES = /url\(|@import|image-set|src\(/i;

const RENDER_RELS = new Set([
  "stylesheet",
  "icon",
  "apple-touch-icon",
  "mask-icon",
  "manifest",
  "preload",
  "modulepreload",
  "prefetch",
  "prerender",
  "preconnect",
  "dns-prefetch",
]);

const ATTRIBUTES: Readonly<Record<string, readonly (readonly [name: string, use: Use])[]>> = {
  a: [
    ["href", "link"],
    ["ping", "render"],
  ],
  area: [
    ["href", "link"],
    ["ping", "render"],
  ],
  form: [["action", "link"]],
  button: [["formaction", "link"]],
  input: [
    ["src", "render"],
    ["formaction", "link"],
  ],
  img: [
    ["src", "render"],
    ["lowsrc", "render"],
  ],
  script: [["src", "render"]],
  iframe: [["src", "render"]],
  frame: [["src", "render"]],
  embed: [["src", "render"]],
  object: [["data", "render"]],
  track: [["src", "render"]],
  audio: [["src", "stream"]],
  video: [
    ["src", "stream"],
    ["poster", "render"],
  ],
  image: [
    ["href", "render"],
    ["xlink:href", "render"],
  ],
  use: [
    ["href", "render"],
    ["xlink:href", "render"],
  ],
  body: [["background", "render"]],
};

/** Reads a page with htmlparser2, which follows the HTML Standard's tokenizer. */
export function readPage(text: string): PageReferences {
  const references: Found[] = [];
  const ids = new Set<string>();
  let baseAt: number | undefined;
  let style: { readonly at: number; text: string } | undefined;
  let media: string | undefined;
  const add = (use: Use, href: string | undefined, at: number): void => {
    if (href !== undefined) references.push({ use, href, at });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const at = parser.startIndex;
      const { id } = attributes;
      if (id !== undefined) ids.add(id);
      if (attributes.style !== undefined) addStyle(references, attributes.style, "declarationList", at);
      for (const [attribute, use] of ATTRIBUTES[name] ?? []) add(use, attributes[attribute], at);
      switch (name) {
        case "a":
          if (attributes.name !== undefined) ids.add(attributes.name);
          break;
        case "base":
          baseAt ??= at;
          break;
        case "link":
          add(useOfLink(attributes.rel ?? ""), attributes.href, at);
          for (const href of splitSrcset(attributes.imagesrcset)) add("render", href, at);
          break;
        case "meta":
          if (attributes["http-equiv"]?.toLowerCase() === "refresh") add("link", refreshOf(attributes.content), at);
          break;
        case "audio":
        case "video":
          media = name;
          break;
        case "img":
          for (const href of splitSrcset(attributes.srcset)) add("render", href, at);
          break;
        case "source":
          add(media === undefined ? "render" : "stream", attributes.src, at);
          for (const href of splitSrcset(attributes.srcset)) add("render", href, at);
          break;
        case "style":
          style = { at, text: "" };
          break;
      }
    },
    ontext(data) {
      if (style !== undefined) style.text += data;
    },
    onclosetag(name) {
      if (name === media) media = undefined;
      if (name !== "style" || style === undefined) return;
      addStyle(references, style.text, "stylesheet", style.at);
      style = undefined;
    },
  });
  parser.end(text);
  return { references, ids, baseAt };
}

/** A style sheet's references. Throws SyntaxError of css-tree where it cannot be read at all. */
export function readStyleSheet(text: string): readonly Found[] {
  const references: Found[] = [];
  addStyle(references, text, "stylesheet", 0);
  return references;
}

/** A web app manifest's references. Throws SyntaxError where it is no JSON. */
export function readWebManifest(text: string): readonly Found[] {
  const references: Found[] = [];
  const visit = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
    } else if (typeof value === "string" && ["start_url", "src", "url", "action"].includes(key)) {
      references.push({ use: key === "src" ? "render" : "link", href: value, at: text.indexOf(JSON.stringify(value)) });
    }
  };
  visit(JSON.parse(text), "");
  return references;
}

function addStyle(references: Found[], text: string, context: "stylesheet" | "declarationList", at: number): void {
  if (context === "declarationList" && !NAMES_FILES.test(text)) return;
  let urls = text === lastStyle.text ? lastStyle.urls : styleCache.get(text);
  if (urls === undefined) {
    urls = NAMES_FILES.test(text) ? urlsOf(text, context) : [];
    if (styleCache.size >= STYLES_KEPT) styleCache.clear();
    styleCache.set(text, urls);
  }
  lastStyle = { text, urls };
  // A reference to an element of the same document loads nothing.
  for (const href of urls) if (!href.startsWith("#")) references.push({ use: "render", href, at });
}

function urlsOf(text: string, context: "stylesheet" | "declarationList"): readonly string[] {
  const urls: string[] = [];
  walk(parse(text, { context, parseCustomProperty: true }), function (node: CssNode) {
    if (node.type === "Url") urls.push(node.value);
    // `@import "x.css"` and `image-set("x.png" 1x)` name files by plain strings.
    const named = this.atrule?.name === "import" || /^(?:-webkit-)?(?:image-set|src)$/.test(this.function?.name ?? "");
    if (node.type === "String" && named) urls.push(node.value);
  });
  return urls;
}

function useOfLink(rel: string): Use {
  const words = rel.toLowerCase().split(/\s+/);
  if (words.includes("alternate") && words.includes("stylesheet")) return "render";
  return words.some((word) => RENDER_RELS.has(word)) ? "render" : "machine";
}

/** HTML Standard, "shared declarative refresh steps": `0; url=x`, with or without quotes. */
function refreshOf(content: string | undefined): string | undefined {
  const match = /^\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)"?|'([^']*)'?|(.+?))\s*$/is.exec(content ?? "");
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** HTML Standard, "parse a srcset attribute": an address runs to the next blank, and may itself hold commas. */
export function splitSrcset(srcset: string | undefined): readonly string[] {
  const hrefs: string[] = [];
  let rest = srcset ?? "";
  for (;;) {
    rest = rest.replace(/^[\s,]+/, "");
    const href = /^\S+/.exec(rest)?.[0];
    if (href === undefined) return hrefs;
    rest = rest.slice(href.length);
    const bare = href.replace(/,+$/, "");
    hrefs.push(bare);
    if (bare !== href) continue;
    const descriptor = /^(?:[^,(]|\([^)]*\))*/.exec(rest)?.[0] ?? "";
    rest = rest.slice(descriptor.length);
  }
}
