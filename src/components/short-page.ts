import type { ShortView } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";

/** The page behind a short code: sends the reader on, with a visible link for those whom it does not. */
export function renderShortPage({ lang, title, href, canonical }: ShortView): Html {
  const rtl = /^(ar|fa|he|ur)\b/.test(lang);
  return html`<!DOCTYPE html>
<html lang="${lang}"${attribute("dir", rtl && "rtl")}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="${`0;url=${href}`}">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`}</head>
<body>
<main><h1><a href="${href}">${title}</a></h1></main>
</body>
</html>
`;
}
