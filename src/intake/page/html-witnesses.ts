/** The witnesses of a page: JSON-LD, Open Graph and other meta elements, microdata, visible elements. Each is only heard here. */

import { selectHeadlines } from "./html-headline.ts";
import { bareLetters } from "./html-shingles.ts";
import { type ChildNode, Element, findElement, plainLine, textOf, walkElements } from "./html-tree.ts";
import { asText, type JsonObject } from "../json.ts";
import { LinkedData, wordsOf } from "./linked-data.ts";

export interface Witnesses {
  readonly tree: readonly ChildNode[];
  readonly html: Element | undefined;
  readonly body: Element;
  readonly data: LinkedData;
  /** The page's own article among those that its data names. */
  readonly article: JsonObject;
  /** Contents of the meta elements of a name, property or itemprop, in order. */
  meta(...names: readonly string[]): readonly string[];
  /** Elements with an itemprop of that name, outside of nested articles. */
  readonly itemprops: ReadonlyMap<string, readonly Element[]>;
  /** The page's `title` element. */
  readonly documentTitle: string | undefined;
  readonly headlines: readonly Element[];
  /** The headline as the breadcrumbs end in it, where another one is printed. */
  readonly searched: string | undefined;
  /** `href` of `link rel=canonical`, and of `base`. */
  readonly canonical: string | undefined;
  readonly base: string | undefined;
}

/** Which of several articles the page is about: the one whose headline the page prints. */
function selectArticle(data: LinkedData, titles: readonly string[]): JsonObject {
  const known = titles.map(bareLetters).filter((title) => title.length > 8);
  let best: JsonObject = {};
  let bestScore = -1;
  for (const article of data.articles) {
    const headline = bareLetters(wordsOf(article.headline) ?? wordsOf(article.name) ?? "");
    const matches = headline.length > 8 && known.some((title) => title.includes(headline) || headline.includes(title));
    const score =
      (matches ? 8 : 0) +
      (article.datePublished === undefined ? 0 : 2) +
      (article.author === undefined ? 0 : 1) +
      (asText(article.articleBody) === undefined ? 0 : 1);
    if (score > bestScore) [best, bestScore] = [article, score];
  }
  return best;
}

/** As many as are heard of one kind. */
const MAX_HEARD = 80;

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.length < MAX_HEARD) list.push(value);
}

/** Hears all witnesses in one walk over the tree. */
export function hearWitnesses(tree: readonly ChildNode[]): Witnesses {
  const html = findElement(tree, (element) => element.name === "html");
  const body = findElement(tree, (element) => element.name === "body") ?? new Element("body", {}, [...tree]);
  const metas = new Map<string, string[]>();
  const itemprops = new Map<string, Element[]>();
  let documentTitle: string | undefined;
  let canonical: string | undefined;
  let base: string | undefined;
  const headings: Element[] = [];
  const heard = { h1: 0, h2: 0 };
  walkElements(tree, (element) => {
    const { attribs, name } = element;
    if (name === "script" || name === "style" || name === "svg" || name === "template") return "skip";
    if (name === "title")
      documentTitle ??= plainLine(element.children.map((node) => ("data" in node ? String(node.data) : "")).join(""));
    if (name === "link" && /\bcanonical\b/i.test(attribs.rel ?? "")) canonical ??= attribs.href;
    if (name === "base" && /^https?:/i.test(attribs.href ?? "")) base ??= attribs.href;
    if (name === "meta") {
      const content = plainLine(attribs.content ?? "");
      for (const key of new Set([attribs.property, attribs.name, attribs.itemprop, attribs["http-equiv"]])) {
        if (key === undefined || content === "") continue;
        const lower = key.trim().toLowerCase();
        add(metas, lower, content);
      }
    } else if (attribs.itemprop !== undefined) {
      for (const prop of attribs.itemprop.split(/\s+/)) add(itemprops, prop, element);
    }
    if ((name === "h1" || name === "h2") && heard[name] < MAX_HEARD && textOf(element) !== "") {
      heard[name]++;
      headings.push(element);
    }
    return undefined;
  });
  const meta = (...names: readonly string[]): readonly string[] => names.flatMap((name) => metas.get(name) ?? []);
  const data = new LinkedData(tree);
  const { headlines, searched } = selectHeadlines(headings);
  const titles = [...headlines.map((headline) => textOf(headline)), ...meta("og:title"), documentTitle ?? ""];
  return {
    tree,
    html,
    body,
    data,
    article: selectArticle(data, titles),
    meta,
    itemprops,
    documentTitle,
    headlines,
    searched,
    canonical,
    base,
  };
}

/** Elements that are looked at for one question; pages have a few hundred of any kind. */
const MAX_VISIBLE = 2_000;

/** The first elements for which `test` holds, below the page's body. */
export function selectVisible(witnesses: Witnesses, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  walkElements(witnesses.body.children, (element) => {
    if (found.length < MAX_VISIBLE && test(element)) found.push(element);
    return found.length < MAX_VISIBLE ? undefined : "skip";
  });
  return found;
}
