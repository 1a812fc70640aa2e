import type { ToolView } from "../edition/views.ts";
import { attribute, type Html, html, raw } from "../html.ts";
import { renderPolicy } from "./content-policy.ts";
import { renderSearchField } from "./search-field.ts";
import { wordsOf } from "./words.ts";

/** The page for an address that is not there. Hosts serve it at any depth, so it stands alone: no file but itself. */
export function renderNotFoundPage({ frame }: ToolView): Html {
  const words = wordsOf(frame);
  const { site, assets } = frame;
  const title = words.say("not-found.title");
  const find = site.url !== undefined && renderSearchField(frame, site.url + frame.search.href);
  return html`<!DOCTYPE html>
<html lang="${frame.lang}"${attribute("dir", frame.dir === "rtl" && "rtl")}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${renderPolicy({ styles: [assets.styles], scripts: [], forms: site.url === undefined ? [] : [site.url] })}
<meta name="robots" content="noindex">
<title>${title} – ${site.title}</title>
<style>${raw(assets.styles)}</style>
</head>
<body>
<header class="masthead">${find && html`<div class="strip">${find}</div>`}<div class="title"><p class="nameplate"><a href="${site.url ?? frame.home.href}" rel="home"><bdi>${site.title}</bdi></a></p></div></header>
<main id="main" class="tool">
<header class="row head"><p class="kicker">404</p><div><h1>${title}</h1><p class="standfirst">${words.say("not-found.about")}</p>
<p><a href="${site.url ?? frame.home.href}">${words.say("to-front")}</a></p></div></header>
</main>
</body>
</html>
`;
}
