/** The files of a package that is a site: the whole one as it was built, or a part whose links stay within it. */
import { absoluteAddress } from "../article/address.ts";
import { posix } from "node:path";
import { html } from "../html.ts";
import { type ArticlePage, type BuiltSite, readArticlePage, readSiteFile, resolveLink } from "./built-site.ts";
import { type EditionChoice, selectArticles, titleOfChoice } from "./edition-choice.ts";
import { type Element, findAll, parseMarkup, renderMarkup, replaceNode } from "./markup.ts";
import { renderStartPage, START } from "./start-page.ts";

export interface TreeFile {
  readonly address: string;
  readonly content: Uint8Array;
}

/** Files for hosts: the worker that only http has, and the sums of all. */
const FOR_HOSTS = new Set([
  "worker.js",
  "_headers",
  "_redirects",
  "short-links.map",
  "former-addresses.map",
  "former-addresses.caddy",
  "former-addresses.conf",
  ".nojekyll",
  "SHA256SUMS",
]);
const TAKE_AWAY = /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?take-away\.html$/;
const FRONT = /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?index\.html$/;

/** The files, `START-HERE.html` first, the others sorted. */
export function* makeTree(site: BuiltSite, choice: EditionChoice, lang?: string): Generator<TreeFile> {
  const title = titleOfChoice(site, choice);
  if (choice.kind === "all") {
    yield { address: START, content: Buffer.from(renderStartPage({ title, lang: site.lang, dir: "ltr" }, "whole")) };
    for (const address of site.files) {
      if (FOR_HOSTS.has(address)) continue;
      yield { address, content: TAKE_AWAY.test(address) ? withoutOffers(site, address) : readSiteFile(site, address) };
    }
    return;
  }
  const articles = selectArticles(site, choice, lang);
  const inside = new Set(articles);
  const there = new Set(site.files);
  const heads: Pick<ArticlePage, "address" | "title" | "lang" | "dir">[] = [];
  const needed = new Set<string>();
  const pages: TreeFile[] = [];
  for (const address of articles) {
    const page = readArticlePage(site, address);
    heads.push({ address, title: page.title, lang: page.lang, dir: page.dir });
    cutLoose(page, site, inside, there, needed);
    pages.push({ address, content: Buffer.from(renderMarkup(page.document.children)) });
  }
  const start = renderStartPage(
    { title, lang: site.lang, dir: heads.every(({ dir }) => dir === "rtl") ? "rtl" : "ltr" },
    heads,
  );
  yield { address: START, content: Buffer.from(start) };
  yield* pages.sort((one, other) => (one.address < other.address ? -1 : 1));
  for (const address of [...needed].sort()) yield { address, content: readSiteFile(site, address) };
}

/** The page of editions as it stands in one of them: the way to the site's own page, and no sizes, which change with each. */
function withoutOffers(site: BuiltSite, address: string): Uint8Array {
  const document = parseMarkup(readSiteFile(site, address).toString("utf8"));
  for (const offers of findAll(document, ({ attribs }) => attribs["data-instead"] !== undefined)) {
    const { url } = site;
    const instead = html`<section class="row"><span></span><div><p>${offers.attribs["data-instead"]}</p>${
      url !== undefined && html`<p><a href="${url}${address}">${url}${address}</a></p>`
    }</div></section>`;
    replaceNode(offers, parseMarkup(instead.toString()).children);
  }
  return Buffer.from(renderMarkup(document.children));
}

/** Makes a page live without the rest of the site; notes the files that it needs. */
function cutLoose(
  page: ArticlePage,
  site: BuiltSite,
  inside: ReadonlySet<string>,
  there: ReadonlySet<string>,
  needed: Set<string>,
): void {
  const need = (reference: string | undefined): void => {
    const address = reference === undefined ? undefined : resolveLink(reference, page.address)?.address;
    if (address !== undefined && there.has(address)) needed.add(address);
  };
  for (const element of findAll(page.document, () => true)) {
    const { name, attribs } = element;
    delete attribs["data-manifest"];
    if (name === "a" || name === "link") mendLink(element, page, site, inside, there, need);
    // The search of the whole site is not in a part of it.
    else if (name === "form" && resolveLink(attribs.action ?? "", page.address) !== undefined) replaceNode(element, []);
    else need(attribs.src);
    for (const entry of attribs.srcset?.split(",") ?? []) need(entry.trim().split(/\s+/)[0]);
  }
}

function mendLink(
  element: Element,
  page: ArticlePage,
  site: BuiltSite,
  inside: ReadonlySet<string>,
  there: ReadonlySet<string>,
  need: (reference: string) => void,
): void {
  const { name, attribs } = element;
  const to = attribs.href === undefined ? undefined : resolveLink(attribs.href, page.address);
  if (attribs.href === undefined || to === undefined || inside.has(to.address)) return;
  const isFile = there.has(to.address) && /^(?:media|icons)\//.test(to.address);
  if (isFile) need(attribs.href);
  else if (FRONT.test(to.address)) attribs.href = posix.relative(posix.dirname(page.address), START);
  else if (site.url !== undefined)
    attribs.href = `${absoluteAddress(site.url, to.address)}${to.fragment === "" ? "" : `#${to.fragment}`}`;
  else if (name === "link") replaceNode(element, []);
  else replaceNode(element, element.children);
}
