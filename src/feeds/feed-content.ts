/** The text of an article as a feed carries it: whole, and readable with nothing around it. */
import type { Article, Correction } from "../article/article.ts";
import { renderClock } from "../article/instant.ts";
import { type Html, html } from "../html.ts";
import { renderExportBody } from "./export-body.ts";
import type { ExportContext } from "./export-context.ts";
import type { FeedImage } from "./feed.ts";

/** The words that stand in a feed, in the language of the article. */
export interface FeedWords {
  readonly change: (kind: Correction["kind"]) => string;
  /** `Retracted on …`. */
  readonly retracted: (moment: string) => string;
}

function renderImage({ url, width, height, alt, caption, credit }: FeedImage): Html {
  const words =
    (caption !== undefined || credit !== undefined) &&
    html`<figcaption>${caption}${credit !== undefined && html` <cite>${credit}</cite>`}</figcaption>`;
  return html`<figure><img src="${url}" alt="${alt}" width="${width}" height="${height}"/>${words}</figure>`;
}

/** A note of what was changed: a correction stands above the text, other changes below it, as on the page. */
function renderChanges(article: Article, above: boolean, zone: string, words: FeedWords): Html[] {
  return article.corrections
    .filter(({ kind }) => (kind === "correction") === above)
    .toSorted((one, other) => other.at - one.at)
    .map(
      ({ kind, at, dayOnly, text }) =>
        html`<p><strong>${words.change(kind)}, ${renderClock(at, zone, article.lang, dayOnly)}:</strong> ${text}</p>`,
    );
}

/** Markup with absolute addresses. A retracted article is its notice alone. `page` is the article's absolute address. */
export function renderFeedContent(
  article: Article,
  parts: {
    readonly context: ExportContext;
    readonly words: FeedWords;
    readonly page: string;
    readonly dir: "ltr" | "rtl";
    readonly image?: FeedImage;
  },
): Html {
  const { context, words, page, dir, image } = parts;
  const zone = context.site.timeZone;
  const { retracted } = article;
  const content =
    retracted === undefined
      ? html`${renderChanges(article, true, zone, words)}${image && renderImage(image)}${renderExportBody(article, context, page)}${renderChanges(article, false, zone, words)}`
      : html`<p><strong>${words.retracted(renderClock(retracted.at, zone, article.lang, retracted.dayOnly))}</strong></p><p>${retracted.reason}</p>`;
  return dir === "rtl" ? html`<div lang="${article.lang}" dir="rtl">${content}</div>` : content;
}
