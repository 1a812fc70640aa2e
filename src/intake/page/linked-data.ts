/** What a page says of itself in JSON-LD (schema.org): its article, with references to other nodes resolved. */

import { type ChildNode, findElements, isText, parseMarkup, plainLine, textOf } from "./html-tree.ts";
import { asList, asObject, asText, type JsonObject } from "../json.ts";

const ARTICLE = /(?:Article|BlogPosting|Report|Review|CriticReview|LiveBlogPosting|Posting)$/;
const MAX_SCRIPT = 4_000_000;
const MAX_NODES = 20_000;

/** JSON as pages print it: comments around it, line breaks in its texts, commas too many. */
function parseLoose(script: string): unknown {
  const bare = script
    .trim()
    .replace(/^(?:\/\*[\s\S]*?\*\/|<!--|\/\/[^\n]*\n|<!\[CDATA\[)+\s*/, "")
    .replace(/(?:\/\*[^*]*\*\/|\]\]>|-->|\/\/[^\n"]*|;)+\s*$/, "");
  for (const repair of [
    (text: string) => text,
    (text: string) => text.replace(/\p{Cc}+/gu, " "),
    (text: string) =>
      text
        .replace(/\p{Cc}+/gu, " ")
        .replace(/,\s*([}\]])/g, "$1")
        .replace(/\\(?!["\\/bfnrtu])/g, "\\\\"),
  ]) {
    try {
      const value: unknown = JSON.parse(repair(bare));
      return value;
    } catch {
      // the next repair is tried
    }
  }
  return undefined;
}

/** The words of a value: text, or the `name`, `@value` or `headline` of an object; markup and references decoded. */
export function wordsOf(value: unknown): string | undefined {
  const object = asObject(value);
  const text = asText(
    object === undefined ? value : (object.name ?? object["@value"] ?? object.headline ?? object.text),
  );
  if (text === undefined) return undefined;
  const plain = /[<&]/.test(text)
    ? textOf(parseMarkup(/<[a-z/!]/i.test(text) ? text : text.replaceAll("<", "&lt;")))
    : plainLine(text);
  return plain === "" ? undefined : plain;
}

/** A value as a list: none, one or many. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? asList(value) : [value];
}

export class LinkedData {
  /** Nodes that are articles, in document order. */
  readonly articles: JsonObject[] = [];
  readonly breadcrumbs: string[] = [];
  readonly #byId = new Map<string, JsonObject>();
  #count = 0;

  constructor(tree: readonly ChildNode[]) {
    for (const script of findElements(
      tree,
      (element) => element.name === "script" && /ld\+json/i.test(element.attribs.type ?? ""),
    )) {
      const text = script.children.map((node) => (isText(node) ? node.data : "")).join("");
      if (text.length < MAX_SCRIPT) this.#gather(parseLoose(text), 0);
    }
  }

  #gather(value: unknown, depth: number): void {
    if (depth > 12 || this.#count > MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const item of value) this.#gather(item, depth + 1);
      return;
    }
    const object = asObject(value);
    if (object === undefined) return;
    this.#count++;
    const types = typesOf(object);
    const id = asText(object["@id"]);
    if (id !== undefined && types.length > 0 && !this.#byId.has(id)) this.#byId.set(id, object);
    if (types.some((type) => ARTICLE.test(type))) this.articles.push(object);
    if (types.includes("BreadcrumbList")) this.#readBreadcrumbs(object);
    for (const [key, inner] of Object.entries(object)) {
      if (typeof inner === "object" && key !== "comment") this.#gather(inner, depth + 1);
    }
  }

  #readBreadcrumbs(list: JsonObject): void {
    for (const item of listOf(list.itemListElement)) {
      const entry = asObject(item);
      const name = wordsOf(entry?.name) ?? wordsOf(entry?.item);
      if (name !== undefined) this.breadcrumbs.push(name);
    }
  }

  /** The node that a reference names, or the value itself. */
  resolve(value: unknown): unknown {
    const object = asObject(value);
    const id = asText(object?.["@id"]);
    if (object === undefined || id === undefined || wordsOf(object) !== undefined) return value;
    return this.#byId.get(id) ?? value;
  }
}

/** Types of a node, without the address of their vocabulary. */
export function typesOf(object: JsonObject): string[] {
  return listOf(object["@type"])
    .map((type) => (asText(type) ?? "").replace(/^.*[/#:]/, ""))
    .filter((type) => type !== "");
}
