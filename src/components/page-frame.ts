/** The document around every page: head, masthead, main, footer. */
import type { Frame, Link, OwnInline } from "../edition/views.ts";
import { attribute, type Html, html, htmlInPieces, raw } from "../html.ts";
import { renderPolicy } from "./content-policy.ts";
import { renderMasthead } from "./masthead.ts";
import { renderSiteFooter } from "./site-footer.ts";
import { wordsOf } from "./words.ts";

/** What one kind of page puts into the frame. */
export interface PageParts {
  /** Class of `<main>`: the page kind. */
  readonly kind: string;
  /** Without the site's name; absent on the front page. */
  readonly title?: string;
  readonly description?: string;
  readonly main: Html;
  /** Further links in the head. */
  readonly head?: Html;
  readonly feeds?: readonly (Link & { readonly type: string })[];
  readonly media?: readonly string[];
  readonly forms?: readonly string[];
  /** Further scripts, relative to the page. */
  readonly scripts?: readonly string[];
  /** False for pages that are no use to a search engine. */
  readonly indexed?: boolean;
  /** Styles and scripts in markup of the newsroom's own. */
  readonly inline?: OwnInline;
}

/** Runs before first paint: says that scripts run, and whether from the web, and puts on the theme that the reader chose. */
export const BEGIN =
  '{let d=document.documentElement;d.className=/^http/.test(location.protocol)?"js web":"js";try{let t=localStorage.getItem("dateline:theme");if(t)d.dataset.theme=t}catch{}}';

function renderHead(frame: Frame, parts: PageParts): Html {
  const { site, assets } = frame;
  const title = parts.title === undefined ? site.title : `${parts.title} – ${site.title}`;
  const feeds =
    parts.feeds ??
    (frame.feed === undefined ? [] : [{ ...frame.feed, type: "application/rss+xml" }, ...(frame.otherFeeds ?? [])]);
  return htmlInPieces`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${renderPolicy({ styles: [assets.styles], scripts: [BEGIN], media: parts.media ?? [], forms: parts.forms ?? [], ...(parts.inline && { own: parts.inline }) })}
<title>${title}</title>
${parts.description !== undefined && html`<meta name="description" content="${parts.description}">\n`}${
    parts.indexed === false
      ? html`<meta name="robots" content="noindex">\n`
      : parts.kind === "article" && html`<meta name="robots" content="max-image-preview:large">\n`
  }${frame.canonical !== undefined && html`<link rel="canonical" href="${frame.canonical}">\n`}${
    site.license !== undefined && html`<link rel="license" href="${site.license}">\n`
  }<link rel="icon" href="${assets.icon}">
${feeds.map((feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">\n`)}${parts.head}${frame.metadata}
<script>${raw(BEGIN)}</script>
<style>${raw(assets.styles)}</style>
<script defer src="${assets.script}" data-manifest="${assets.manifest}"></script>
<script defer src="${assets.momentScript}"></script>
${parts.scripts?.map((script) => html`<script defer src="${script}"></script>\n`)}</head>`;
}

/** The whole document. */
export function renderPage(frame: Frame, parts: PageParts): Html {
  const words = wordsOf(frame);
  return htmlInPieces`<!DOCTYPE html>
<html lang="${frame.lang}"${attribute("dir", frame.dir === "rtl" && "rtl")}>
${renderHead(frame, parts)}
<body>
<a class="skip" href="#main">${words.say("skip")}</a>
${renderMasthead(frame, { front: parts.kind === "front", asks: parts.kind === "tool search" })}
<main id="main" class="${parts.kind}">
${parts.main}
</main>
${renderSiteFooter(frame)}
</body>
</html>
`;
}
