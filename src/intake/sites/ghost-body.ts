/**
 * The text of a Ghost post → HTML: `html` where the export has it, else Lexical (Ghost 5 on) or Mobiledoc 0.3, the
 * formats of its editors. https://lexical.dev/docs/concepts/nodes, https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
 */
import { escapeText } from "../../html.ts";
import { asList, asObject, asText, type JsonObject, parseJson } from "../json.ts";
import { renderLoose } from "../text/markdown-text.ts";

/** Bits of a Lexical text node's `format`, and the elements that mean the same. */
const FORMATS: readonly (readonly [number, string])[] = [
  [1, "strong"],
  [2, "em"],
  [4, "del"],
  [16, "code"],
  [32, "sub"],
  [64, "sup"],
];

function figure(card: JsonObject): string {
  const src = asText(card.src);
  if (src === undefined) return "";
  const caption = asText(card.caption);
  return `<figure><img src="${escapeText(src)}" alt="${escapeText(asText(card.alt) ?? asText(card.altText) ?? "")}">${caption === undefined ? "" : `<figcaption>${caption}</figcaption>`}</figure>`;
}

/** Cards are the same in both formats, by name. */
function renderCard(name: string, card: JsonObject): string {
  switch (name) {
    case "image":
      return figure(card);
    case "gallery":
      return asList(card.images)
        .map((image) => figure(asObject(image) ?? {}))
        .join("\n");
    case "html":
      return asText(card.html) ?? "";
    case "markdown":
    case "card-markdown":
      return renderLoose(asText(card.markdown) ?? "");
    case "code":
    case "codeblock":
      return `<pre><code>${escapeText(asText(card.code) ?? "")}</code></pre>`;
    case "hr":
    case "horizontalrule":
      return "<hr>";
    case "bookmark":
    case "embed": {
      const url = asText(card.url);
      const title = asText(asObject(card.metadata)?.title) ?? url;
      return url === undefined || title === undefined
        ? ""
        : `<p><a href="${escapeText(url)}">${escapeText(title)}</a></p>`;
    }
    case "callout":
      return `<blockquote><p>${asText(card.calloutText) ?? ""}</p></blockquote>`;
    case "toggle":
      return `<h3>${asText(card.heading) ?? ""}</h3>${asText(card.content) ?? ""}`;
    case "header":
      return `<h2>${asText(card.header) ?? ""}</h2>`;
    case "audio":
    case "video":
    case "file": {
      const src = asText(card.src);
      return src === undefined
        ? ""
        : `<p><a href="${escapeText(src)}">${escapeText(asText(card.title) ?? asText(card.fileTitle) ?? src)}</a></p>`;
    }
    default:
      return "";
  }
}

function renderNode(value: unknown, depth: number): string {
  const node = asObject(value);
  if (node === undefined || depth > 60) return "";
  const inside = () =>
    asList(node.children)
      .map((child) => renderNode(child, depth + 1))
      .join("");
  switch (node.type) {
    case "text":
    case "extended-text": {
      const format = typeof node.format === "number" ? node.format : 0;
      const text = escapeText(typeof node.text === "string" ? node.text : "");
      return FORMATS.reduce(
        (markup, [bit, tag]) => ((format & bit) === 0 ? markup : `<${tag}>${markup}</${tag}>`),
        text,
      );
    }
    case "linebreak":
      return "<br>";
    case "link":
    case "autolink":
      return `<a href="${escapeText(asText(node.url) ?? "")}">${inside()}</a>`;
    case "heading":
    case "extended-heading":
      return `<${/^h[1-6]$/.test(asText(node.tag) ?? "") ? node.tag : "h2"}>${inside()}</${/^h[1-6]$/.test(asText(node.tag) ?? "") ? node.tag : "h2"}>`;
    case "quote":
    case "extended-quote":
    case "aside":
      return `<blockquote><p>${inside()}</p></blockquote>`;
    case "list":
      return node.listType === "number" ? `<ol>${inside()}</ol>` : `<ul>${inside()}</ul>`;
    case "listitem":
      return `<li>${inside()}</li>`;
    case "paragraph":
      return `<p>${inside()}</p>`;
    case "root":
      return inside();
    default:
      return node.children === undefined ? renderCard(asText(node.type) ?? "", node) : inside();
  }
}

/** Marker: `[0, openMarkups, closedCount, text]`; an atom (1) is a soft return. */
function renderMarkers(markers: unknown, markups: readonly unknown[]): string {
  const open: string[] = [];
  let markup = "";
  for (const marker of asList(markers)) {
    const [kind, opened, closed, text] = asList(marker);
    for (const index of asList(opened)) {
      const [tag, attributes] = asList(markups[Number(index)]);
      const pairs = asList(attributes);
      const href = pairs[pairs.indexOf("href") + 1];
      const name = /^[a-z]{1,10}$/.test(String(tag)) ? String(tag) : "span";
      markup += name === "a" && typeof href === "string" ? `<a href="${escapeText(href)}">` : `<${name}>`;
      open.push(name);
    }
    markup += kind === 1 ? "<br>" : escapeText(typeof text === "string" ? text : "");
    for (let left = Math.min(Number(closed) || 0, open.length); left > 0; left--) markup += `</${open.pop()}>`;
  }
  return (
    markup +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join("")
  );
}

function renderMobiledoc(document: JsonObject): string {
  const markups = asList(document.markups);
  return asList(document.sections)
    .map((value) => {
      const section = asList(value);
      if (section[0] === 1) {
        const tag = /^(?:p|h[1-6]|blockquote|aside)$/.test(String(section[1])) ? String(section[1]) : "p";
        const inside = renderMarkers(section[2], markups);
        return tag === "blockquote" || tag === "aside"
          ? `<blockquote><p>${inside}</p></blockquote>`
          : `<${tag}>${inside}</${tag}>`;
      }
      if (section[0] === 2) return figure({ src: section[1] });
      if (section[0] === 3) {
        const tag = section[1] === "ol" ? "ol" : "ul";
        return `<${tag}>${asList(section[2])
          .map((markers) => `<li>${renderMarkers(markers, markups)}</li>`)
          .join("")}</${tag}>`;
      }
      if (section[0] === 10) {
        const [name, card] = asList(asList(document.cards)[Number(section[1])]);
        return renderCard(String(name), asObject(card) ?? {});
      }
      return "";
    })
    .join("\n");
}

/** HTML of a post; undefined where it has no text in any of the formats. */
export function ghostMarkup(post: JsonObject): string | undefined {
  const html = asText(post.html);
  if (html !== undefined) return html;
  const lexical = asText(post.lexical);
  if (lexical !== undefined) return renderNode(asObject(parseJson(lexical, { depth: 200 }))?.root, 0);
  const mobiledoc = asText(post.mobiledoc);
  if (mobiledoc !== undefined) return renderMobiledoc(asObject(parseJson(mobiledoc)) ?? {});
  const plain = asText(post.plaintext) ?? asText(post.markdown);
  return plain === undefined ? undefined : renderLoose(plain);
}
