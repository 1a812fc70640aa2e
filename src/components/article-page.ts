import type { ArticleView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderArticleAudio } from "./article-audio.ts";
import { renderText } from "./article-text.ts";
import { renderArticleTools } from "./article-tools.ts";
import { renderByline } from "./byline.ts";
import { renderClockLine } from "./clock-line.ts";
import { renderChangesAbove, renderChangesBelow } from "./corrections-note.ts";
import { renderDatelinePart } from "./dateline.ts";
import { renderImprint } from "./imprint.ts";
import { plainHeadline } from "./headline.ts";
import { renderKicker } from "./kicker.ts";
import { renderLaterLinks } from "./later-links.ts";
import { selectOpening } from "./opening.ts";
import { renderPage } from "./page-frame.ts";
import { renderFigure } from "./picture.ts";
import { renderRelatedLinks } from "./related-links.ts";
import { renderRetractionNotice } from "./retraction-notice.ts";
import { renderSeriesLine, renderSeriesPart } from "./series-part.ts";
import { renderSourceLine } from "./source-line.ts";
import { renderTagList } from "./tag-list.ts";
import { renderThread } from "./thread.ts";
import { renderTranslations } from "./translations.ts";
import { wordsOf } from "./words.ts";

const SIZES = "(min-width:72em) 54em, (min-width:48em) 70vw, 92vw";

function renderArticleHeader({ frame, article, sectionLink }: ArticleView): Html {
  const title = html`<h1 class="p-name">${article.retracted !== undefined && html`<span class="label">${wordsOf(frame).say("kind.retraction")}</span> `}${article.title}</h1>`;
  return html`<header class="row head">
${renderKicker({ section: sectionLink, text: article.kicker })}
<div>${title}${article.standfirst !== undefined && article.retracted === undefined && html`<p class="standfirst p-summary">${article.standfirst}</p>`}</div>
</header>`;
}

function renderStory(view: ArticleView): Html {
  const { frame, article, image, audio, place } = view;
  const dateline =
    article.dateline && renderDatelinePart({ dateline: article.dateline, ...(place && { placeHref: place.href }) });
  return html`${renderChangesAbove(frame, article.corrections)}
${image && renderFigure({ image, sizes: SIZES, first: true, className: "picture main" })}${audio && renderArticleAudio(frame, audio)}
<div class="body e-content">
${renderText(frame, { markdown: article.body, dateline, images: view.images, recordings: view.recordings, links: view.links })}</div>
${renderChangesBelow(frame, article.corrections, view.correctionsPolicy)}`;
}

/** The page of one article. */
export function renderArticlePage(view: ArticleView): Html {
  const { frame, article, short, discussion } = view;
  const { retracted } = article;
  const main = html`<article class="h-entry">
${frame.canonical !== undefined && html`<data class="u-url" value="${frame.canonical}"></data>\n`}${renderArticleHeader(view)}
<div class="row">
<div class="marginalia">
${renderClockLine(frame, article)}
${renderByline(frame, view.authors)}
${renderArticleTools(view)}
${renderSeriesLine(frame, view.series)}${renderTranslations(frame, view.translations)}
${renderSourceLine(frame, article.source)}
</div>
<div class="text">
${retracted === undefined ? renderStory(view) : renderRetractionNotice(frame, retracted)}
</div>
</div>
${renderSeriesPart(frame, view.series)}${renderLaterLinks(frame, view.later)}
${retracted === undefined && renderRelatedLinks(frame, view.related)}
${renderTagList(frame, view.topics)}
${discussion && renderThread(frame, discussion, article.title)}
${renderImprint(view)}
</article>`;
  const link = short?.absolute ?? short?.href;
  const way = discussion?.way;
  const description = retracted?.reason ?? article.standfirst ?? selectOpening(article.body, article.lang);
  return renderPage(frame, {
    kind: "article",
    title: plainHeadline(frame, article),
    ...(description !== undefined && { description }),
    main,
    ...(link !== undefined && { head: html`<link rel="shortlink" href="${link}">\n` }),
    media: view.audio === undefined ? [] : [view.audio.src],
    forms: way?.channel === "form" ? [way.href] : [],
  });
}
