import type { ShortView } from "../edition/views.ts";
import { attribute, type Html, html, raw } from "../html.ts";
import { hashOf } from "./content-policy.ts";

/** The page is seen for a moment only, by those whose browser does not send them on. */
export const SHORT_STYLE =
  ":root{color-scheme:light dark}body{margin:18vh auto;padding:0 1rem;max-width:40rem;font:1rem/1.2 Charter,Cambria,Georgia,serif;text-wrap:balance}a{color:inherit;text-underline-offset:.2em}";

/** The page behind a short code: sends the reader on, with a visible link for those whom it does not. */
export function renderShortPage({ lang, title, href, canonical }: ShortView): Html {
  const rtl = /^(ar|fa|he|ur)\b/.test(lang);
  return html`<!DOCTYPE html>
<html lang="${lang}"${attribute("dir", rtl && "rtl")}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src ${hashOf(SHORT_STYLE)}">
<meta http-equiv="refresh" content="${`0;url=${href}`}">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(SHORT_STYLE)}</style>
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`}</head>
<body>
<main><h1><a href="${href}">${title}</a></h1></main>
</body>
</html>
`;
}
