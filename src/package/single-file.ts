/** An article, or a whole edition, as one HTML file with its pictures inside. */
import { renderPolicy } from "../components/content-policy.ts";
import { html, raw } from "../html.ts";
import { bindArticle, pictureType } from "./article-body.ts";
import { type ArticlePage, type BuiltSite, readArticlePage, readSiteFile } from "./built-site.ts";
import { type EditionChoice, selectArticles, titleOfChoice } from "./edition-choice.ts";
import { findAll, findFirst, renderMarkup, textOf } from "./markup.ts";

/** Bytes above which a browser on a phone no longer opens a file in comfort. */
export const COMFORTABLE = 50_000_000;

/** The styles that a build gave a page, the newsroom's own among them. */
function stylesOf({ document }: ArticlePage): string {
  const head = findFirst(document, ({ name }) => name === "head");
  return findAll(head ?? document, ({ name }) => name === "style")
    .map(textOf)
    .join("\n");
}

/** The file's text. */
export function makeSingleFile(
  site: BuiltSite,
  choice: EditionChoice,
  options: { readonly lang?: string | undefined; readonly onStep?: (done: number) => void } = {},
): string {
  const articles = selectArticles(site, choice, options.lang);
  const title = titleOfChoice(site, choice);
  const places = new Map(articles.map((address, index) => [address, `a${index + 1}`]));
  const contents: { readonly place: string; readonly title: string; readonly lang: string; readonly dir: string }[] =
    [];
  let dir = "ltr";
  let styles = "";
  const sections = articles.map((address) => {
    const page = readArticlePage(site, address);
    const place = places.get(address) ?? "";
    contents.push({ place, title: page.title, lang: page.lang, dir: page.dir });
    options.onStep?.(contents.length);
    if (contents.length === 1) [dir, styles] = [page.dir, stylesOf(page)];
    const main = bindArticle(page, site, {
      articleHref: (other) => (places.has(other) ? `#${places.get(other)}` : undefined),
      pictureSrc: (picture) => `data:${pictureType(picture)};base64,${readSiteFile(site, picture).toString("base64")}`,
      idPrefix: `${place}-`,
    });
    // The tree comes from a page that this press wrote.
    return html`<section id="${place}" lang="${page.lang}" dir="${page.dir}">${raw(renderMarkup(main.children))}</section>\n`;
  });
  const list =
    contents.length > 1 &&
    html`<nav class="row"><span></span><div><h1>${title}</h1><ol>${contents.map(
      (entry) => html`<li><a href="#${entry.place}" lang="${entry.lang}" dir="${entry.dir}">${entry.title}</a></li>\n`,
    )}</ol></div></nav>`;
  return html`<!DOCTYPE html>
<html lang="${contents[0]?.lang ?? site.lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${renderPolicy({ styles: [styles], scripts: [] })}
<title>${title}</title>
<style>${raw(styles)}</style>
</head>
<body>
<main id="main" class="article">
${list}${sections}</main>
</body>
</html>
`.toString();
}
