/** `START-HERE.html`: the first file that a reader of a package sees. */
import { html } from "../html.ts";
import type { ArticlePage } from "./built-site.ts";
import { dayOf } from "./edition-choice.ts";

export const START = "START-HERE.html";

const STYLE =
  "body{font:1.125rem/1.5 Charter,Cambria,Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1c1a17;background:#fbf9f4}a{color:#a3211b}li{margin:.4rem 0}time{font:.8125rem system-ui,sans-serif}";

type Entry = Pick<ArticlePage, "address" | "title" | "lang" | "dir">;

/** The list of a package's articles; or where the whole site is in it, the way to its front page. */
export function renderStartPage(
  edition: { readonly title: string; readonly lang: string; readonly dir: "ltr" | "rtl" },
  articles: readonly Entry[] | "whole",
): string {
  const main =
    articles === "whole"
      ? html`<p><a href="index.html">${edition.title}</a></p>`
      : html`<ol>${[...articles]
          .reverse()
          .map(
            ({ address, title, lang, dir }) =>
              html`<li><time datetime="${dayOf(address)}">${dayOf(address)}</time> <a href="${address}" lang="${lang}" dir="${dir}">${title}</a></li>\n`,
          )}</ol>`;
  return html`<!DOCTYPE html>
<html lang="${edition.lang}" dir="${edition.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${edition.title}</title>
${articles === "whole" && html`<meta http-equiv="refresh" content="0;url=index.html">\n`}<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${edition.title}</h1>
${main}
</main>
</body>
</html>
`.toString();
}
