/** The built site in its folder: its files, its name, its own address, and the articles of its pages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { EDITIONS } from "../edition/take-away-view.ts";
import { PublishError } from "../output/publish-error.ts";
import { type Element, findFirst, hasClass, isTag, type ParentNode, parseMarkup, textOf } from "./markup.ts";

export interface BuiltSite {
  readonly dist: string;
  readonly title: string;
  readonly lang: string;
  /** Ends in a slash; undefined where the site has no address of its own. */
  readonly url: string | undefined;
  /** The moment of the edition, epoch milliseconds. */
  readonly editionAt: number;
  /** All files, sorted, but for the editions that the site offers: none of them is part of another. */
  readonly files: readonly string[];
}

/** A page of an article, read from its file. Its tree belongs to whoever read it. */
export interface ArticlePage {
  readonly address: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** ISO 8601, as printed in the page. */
  readonly published: string;
  readonly document: ParentNode;
  readonly main: Element;
}

export const ARTICLE = /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?(\d{4})\/(\d{2})\/(\d{2})\/[^/]+\.html$/;

const LEADS_ON = /<meta http-equiv="refresh" content="0;/;

function listFolder(dist: string, folder: string): string[] {
  return readdirSync(join(dist, folder), { withFileTypes: true }).flatMap((entry) => {
    const address = posix.join(folder, entry.name);
    return entry.isDirectory() ? listFolder(dist, address) : [address];
  });
}

function canonicalOf(document: ParentNode): string | undefined {
  return findFirst(document, ({ name, attribs }) => name === "link" && attribs.rel === "canonical")?.attribs.href;
}

/** Opens a built site. Throws PublishError where the folder holds none. */
export function openSite(dist: string): BuiltSite {
  if (!existsSync(join(dist, "index.html")) || !existsSync(join(dist, "site.webmanifest")))
    throw new PublishError("there is no built site", dist, "build it first: npm run build, or name it with --from");
  const manifest: unknown = JSON.parse(readFileSync(join(dist, "site.webmanifest"), "utf8"));
  const said = (key: string): string => {
    const value: unknown =
      typeof manifest === "object" && manifest !== null && Object.entries(manifest).find(([name]) => name === key)?.[1];
    return typeof value === "string" ? value : "";
  };
  const moment = existsSync(join(dist, "assets/moment.js")) ? readFileSync(join(dist, "assets/moment.js"), "utf8") : "";
  const canonical = canonicalOf(parseMarkup(readFileSync(join(dist, "index.html"), "utf8")));
  return {
    dist,
    title: said("name"),
    lang: said("lang") || "en",
    url: canonical === undefined ? undefined : new URL(".", canonical).href,
    editionAt: Number(/moment\((-?\d+)\)/.exec(moment)?.[1] ?? 0),
    files: listFolder(dist, "")
      .filter((address) => !address.startsWith(`${EDITIONS}/`))
      .sort(),
  };
}

export function readSiteFile(site: BuiltSite, address: string): Buffer {
  return readFileSync(join(site.dist, address));
}

/** True for the page at a former address, which is no article. */
export function leadsOn(site: BuiltSite, address: string): boolean {
  return LEADS_ON.test(readSiteFile(site, address).toString("latin1"));
}

/** Reads the page of an article. */
export function readArticlePage(site: BuiltSite, address: string): ArticlePage {
  const document = parseMarkup(readSiteFile(site, address).toString("utf8"));
  const root = findFirst(document, ({ name }) => name === "html");
  const main = findFirst(document, ({ name }) => name === "main");
  if (root === undefined || main === undefined)
    throw new PublishError(
      "this page is not one that a build writes",
      join(site.dist, address),
      "build again: npm run build -- --full",
    );
  const time = findFirst(main, (element) => element.name === "time" && hasClass(element, "dt-published"));
  const heading = findFirst(main, ({ name }) => name === "h1");
  return {
    address,
    title: heading === undefined ? address : textOf(heading).replace(/\s+/g, " ").trim(),
    lang: root.attribs.lang ?? site.lang,
    dir: root.attribs.dir === "rtl" ? "rtl" : "ltr",
    published: time?.attribs.datetime ?? "",
    document,
    main,
  };
}

/** Site-relative address of a link of a page, with its fragment; undefined for one that leads elsewhere. */
export function resolveLink(
  href: string,
  page: string,
): { readonly address: string; readonly fragment: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return undefined;
  const [path = "", fragment = ""] = href.split("#", 2);
  const bare = path.split("?")[0] ?? "";
  if (bare === "") return { address: page, fragment };
  return { address: posix.join(posix.dirname(page), decodeURI(bare)), fragment };
}

/** The children of a node that are elements. */
export function elementsOf(node: ParentNode): Element[] {
  return node.children.filter((child) => isTag(child));
}
