import { selectBody } from "./html-body.ts";
import { nodesToMarkdown } from "./html-to-markdown.ts";
import { Element, findElement, parseMarkup, textOf } from "./html-tree.ts";
import type { WireItem } from "./wire-item.ts";
export function readHtml(markup: string, options: { readonly url?: string } = {}): WireItem[] {
  const tree = parseMarkup(markup);
  const body = findElement(tree, (e) => e.name === "body") ?? new Element("body", {}, tree);
  const h1 = findElement(tree, (e) => e.name === "h1" && textOf(e) !== "");
  const desc = findElement(
    tree,
    (e) => e.name === "meta" && /^(og:)?description$/.test(e.attribs.property ?? e.attribs.name ?? ""),
  )?.attribs.content;
  const r0 = selectBody(body, {
    ...(h1 ? { title: textOf(h1) } : {}),
    byline: [],
    ...(desc ? { standfirst: desc } : {}),
  });
  const r = nodesToMarkdown(r0.nodes, options.url === undefined ? {} : { base: options.url });
  return [
    {
      format: "html",
      byline: [],
      tags: [],
      related: [],
      corrections: [],
      media: [],
      body: r.markdown,
      paragraphs: r.paragraphs,
      confidence: {},
      notes: [],
      needs: [],
      ...(r0.standfirst ? { standfirst: r0.standfirst } : {}),
    },
  ];
}
