import { writeArticleGraph } from "../shared/machine.js";
import { clockOf, dayOf, minuteOf } from "../shared/printed-date.js";
import { escape, makeFrame, NAME, SITE, slugOf } from "./frame.js";

/** Topics come again and again; what is printed of each is made once. */
const topicLinks = new Map();

function renderTopic(topic) {
  let link = topicLinks.get(topic);
  if (link === undefined) {
    link = `<dd><a class="p-category" rel="tag" data-kind="topic" href="/topics/${slugOf(topic)}.html"><bdi>${escape(topic)}</bdi></a></dd>`;
    topicLinks.set(topic, link);
  }
  return link;
}

function renderRelated({ named, nearest }) {
  if (named.length + nearest.length === 0) return "";
  const list = (articles) => `<ul class="ruled">${articles.map(({ relatedLine }) => relatedLine).join("")}</ul>`;
  return `<section class="row part" aria-labelledby="related">
<h2 id="related">Related</h2>
<div>${named.length > 0 ? list(named) : ""}${nearest.length > 0 ? `<p class="by-machine">Nearest in the archive, chosen by shared topics</p>${list(nearest)}` : ""}</div>
</section>
`;
}

/** How an article is told of below others. */
export const renderRelatedLine = ({ address, title, date }) =>
  `<li><a href="/${address}"><bdi>${escape(title)}</bdi></a> <small><time datetime="${date.slice(0, 10)}">${dayOf(date)}</time></small></li>`;

export function makeArticlePage(texts) {
  const frame = makeFrame("article", texts);
  return (article, body, related) => {
    const { address, short, date, section, topics } = article;
    const title = escape(article.title);
    const standfirst = escape(article.standfirst);
    const published = minuteOf(date);
    const slug = slugOf(section);
    const head = `<title>${title} – ${NAME}</title>
<meta name="description" content="${standfirst}">
<link rel="canonical" href="${SITE}${address}">
<link rel="shortlink" href="${SITE}${short}">
<meta property="og:title" content="${title}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${NAME}">
<meta property="og:url" content="${SITE}${address}">
<meta property="og:description" content="${standfirst}">
<meta property="article:published_time" content="${published}">
<meta property="article:section" content="${section}">
<meta name="twitter:card" content="summary">
<script type="application/ld+json">${writeArticleGraph(article, slug)}</script>
`;
    const main = `<article class="h-entry">
<data class="u-url" value="${SITE}${address}"></data>
<header class="row head">
<p class="kicker"><a class="p-category" href="/sections/${slug}.html">${section}</a></p>
<div><h1 class="p-name">${title}</h1><p class="standfirst p-summary">${standfirst}</p></div>
</header>
<div class="row">
<div class="marginalia">
<p class="clock-line"><time class="dt-published" datetime="${published}">${clockOf(date)} ${dayOf(date)}</time></p>
<p class="byline">By <bdi class="p-author h-card">${escape(article.byline)}</bdi></p>
<ul class="tools">
<li><a id="short" rel="nofollow" href="/${short}" data-copy="${SITE}${short}" data-said="Copied: {address}">Get short URL</a></li>
<li class="scripted read-aloud" id="read-aloud"><button type="button" data-pause="Pause" data-resume="Go on">Listen to this article</button> <button type="button" hidden aria-label="Speed 1×">1×</button></li>
</ul>
</div>
<div class="text">
<div class="body e-content">
<p class="first"><b class="dateline p-location">${escape(article.dateline)}</b> – ${body.slice("<p>".length)}</div>
</div>
</div>
${renderRelated(related)}<section class="row part" aria-labelledby="tags">
<h2 id="tags">In this story</h2>
<dl class="tags"><div><dt>Topics</dt>${topics.map(renderTopic).join("")}</div></dl>
</section>
<div class="imprint"><p><bdi>${SITE}${short}</bdi><br><bdi>${NAME}</bdi></p></div>
</article>`;
    return frame(head, "", section, main);
  };
}

export function makeShortPage({ short: { style, policy } }) {
  const top = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<style>${style}</style>
`;
  return ({ address, title }) => `${top}<meta http-equiv="refresh" content="0;url=/${address}">
<title>${escape(title)}</title>
<link rel="canonical" href="${SITE}${address}">
</head>
<body>
<main><h1><a href="/${address}">${escape(title)}</a></h1></main>
</body>
</html>
`;
}
