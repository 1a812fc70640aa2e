/** What a page carries beside an article's text, read from its markup, so that contestants can be held to the same parts. */
import { createHash } from "node:crypto";
import type { Document, Element } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";

/** Each part by its name, in a form that can be compared: what is printed, how many there are, or which kinds. */
type Parts = ReadonlyMap<string, string>;

/** Sizes may differ by so much. Class names are each tool's own, and so are line ends and what is written as an entity. */
const SIZE_MARGIN = 0.25;

const classesOf = ({ attribs }: Element): string[] => (attribs.class ?? "").split(" ");

/** Elements by name, by `.class` or by both: `p.kicker`. */
function find(within: Document | Element, selector: string): Element[] {
  const [name = "", className] = selector.split(".");
  return DomUtils.findAll(
    (element) =>
      (name === "" || element.name === name) && (className === undefined || classesOf(element).includes(className)),
    within.children,
  );
}

const textOf = (within: Document | Element, selector: string): string =>
  find(within, selector)
    .map((element) => DomUtils.textContent(element).replace(/\s+/g, " ").trim())
    .join(" | ");

interface Graph {
  readonly "@graph": readonly Readonly<Record<string, unknown>>[];
}

/** Keys of the JSON-LD and what it says of the article itself; addresses of lists are each tool's own. */
function* readGraph(page: Document): Generator<[string, string]> {
  const [script] = find(page, "script").filter(({ attribs }) => attribs.type === "application/ld+json");
  if (script === undefined) return;
  const { "@graph": nodes } = JSON.parse(DomUtils.textContent(script)) as Graph;
  for (const node of nodes) {
    const type = String(node["@type"]);
    yield [`JSON-LD of ${type}`, Object.keys(node).sort().join()];
    if (type !== "NewsArticle") continue;
    for (const key of ["@id", "headline", "description", "datePublished", "author", "about", "dateline"])
      yield [`JSON-LD, ${key}`, JSON.stringify(node[key])];
  }
}

/** Names of the meta and link elements, and the contents of those that tell of the article. */
function* readHead(page: Document): Generator<[string, string]> {
  const metas = find(page, "meta").map(({ attribs }) => ({
    name: attribs.name ?? attribs.property ?? attribs["http-equiv"] ?? Object.keys(attribs).join(),
    content: attribs.content ?? "",
  }));
  yield [
    "meta elements",
    metas
      .map(({ name }) => name)
      .sort()
      .join(),
  ];
  for (const { name, content } of metas) if (/^(?:og:|article:)/.test(name)) yield [`meta ${name}`, content];
  // Each tool cuts long ones in its own way.
  yield ["meta description", metas.find(({ name }) => name === "description")?.content.slice(0, 120) ?? ""];
  const links = find(page, "link").map(({ attribs }) => attribs);
  yield [
    "link elements",
    links
      .map(({ rel }) => rel)
      .sort()
      .join(),
  ];
  for (const { rel = "", href = "" } of links) if (/canonical|shortlink/.test(rel)) yield [`link ${rel}`, href];
  const policy = metas.find(({ name }) => name === "Content-Security-Policy")?.content ?? "";
  const inline = find(page, "script").filter(({ attribs }) => Object.keys(attribs).length === 0);
  for (const element of [...find(page, "style"), ...inline]) {
    const text = DomUtils.textContent(element);
    yield [`inline ${element.name}`, text];
    const hash = createHash("sha256").update(text).digest("base64");
    yield [
      `policy for the inline ${element.name}`,
      policy.includes(hash) ? "names its hash" : "does not name its hash",
    ];
  }
  yield ["deferred scripts", String(find(page, "script").filter(({ attribs }) => "defer" in attribs).length)];
}

function* readBody(page: Document): Generator<[string, string]> {
  yield ["title", textOf(page, "title")];
  yield ["skip link", textOf(page, "a.skip")];
  const [masthead, ...others] = find(page, "header.masthead");
  if (masthead !== undefined && others.length === 0) {
    yield ["edition line", String(find(masthead, "p.edition").length)];
    yield ["search form", String(find(masthead, "input").length)];
    yield ["nameplate", textOf(masthead, "p.nameplate")];
    const links = find(masthead, "nav").flatMap((nav) => find(nav, "a"));
    yield ["sections", links.map((link) => DomUtils.textContent(link)).join()];
    yield [
      "current section",
      links
        .filter(({ attribs }) => "aria-current" in attribs)
        .map(DomUtils.textContent)
        .join(),
    ];
  }
  for (const selector of ["p.kicker", "h1", "p.standfirst", "p.clock-line", "p.byline", "ul.tools", "b.dateline"])
    yield [selector, textOf(page, selector)];
  yield ["lines of a list", textOf(page, "article.line")];
  yield ["topics", textOf(page, "dl.tags")];
  yield ["imprint", textOf(page, "div.imprint")];
  for (const footer of find(page, "footer.colophon")) {
    yield ["footer navigation", textOf(footer, "a")];
    yield ["settings", textOf(footer, "button")];
    yield ["rights", textOf(footer, "p.rights")];
  }
}

/** The articles that the editor named, and how many the tool chose: which these are is its own affair. */
function* readRelated(page: Document): Generator<[string, string]> {
  const [section] = find(page, "section").filter(({ attribs }) => attribs["aria-labelledby"] === "related");
  if (section === undefined) return;
  const lists = find(section, "ul");
  const nearest = find(section, "p.by-machine").length > 0 ? lists.pop() : undefined;
  yield ["related articles that are named", lists.map((list) => textOf(list, "li")).join()];
  const items = nearest === undefined ? [] : find(nearest, "li");
  const whole = items.filter((item) => textOf(item, "a") !== "" && textOf(item, "time") !== "");
  yield ["nearest articles with title and date", String(whole.length)];
}

/** The parts of a page, those first that would explain why another differs. */
export function readPageParts(text: string): Parts {
  const page = parseDocument(text);
  return new Map([...readHead(page), ...readGraph(page), ...readBody(page), ...readRelated(page)]);
}

/** What Dateline alone has: the code for paper, and the articles that name this one later. */
const UNMATCHED = /<svg.*?<\/svg>|<section [^>]*aria-labelledby="later">.*?<\/section>/gs;

const sizeOf = (text: string): number => Buffer.byteLength(text.replace(UNMATCHED, ""));

/** Throws where a contestant's page lacks a part that the first contestant's has, or is much lighter or heavier. */
export function comparePageParts(where: string, text: string, expected: string): void {
  const parts = readPageParts(text);
  for (const [name, value] of readPageParts(expected)) {
    const found = parts.get(name);
    if (found === value) continue;
    const cut = (long: string): string => (long.length > 200 ? `${long.slice(0, 200)}… (${long.length})` : long);
    throw new Error(`${where}: ${name}: ${found === undefined ? "lacking" : cut(found)}, not ${cut(value)}`);
  }
  const ratio = sizeOf(text) / sizeOf(expected);
  if (Math.abs(ratio - 1) > SIZE_MARGIN)
    throw new Error(`${where}: ${sizeOf(text)} bytes, ${ratio.toFixed(2)} of ${sizeOf(expected)}`);
}
