import { describeList } from "../shared/list-words.js";
import { writeFrontGraph, writeListGraph } from "../shared/machine.js";
import { clockOf, dayOf, minuteOf } from "../shared/printed-date.js";
import { escape, makeFrame, NAME, SITE } from "./frame.js";

const KICKERS = { topics: "Topic", sections: "Section", months: "Archive" };
const ABOVE = {
  topics: [["Topics", "topics/index.html"]],
  sections: [],
  months: [["Archive", "months/index.html"]],
};

/** How an article is told of in lists, the same in each. */
export const renderLine = ({ address, title, standfirst, date, dateline }) =>
  `<article class="h-entry row line"><p><time class="clock dt-published" datetime="${minuteOf(date)}"><bdi>${clockOf(date)}</bdi> <span>${dayOf(date)}</span></time></p><div><h2 class="p-name"><a class="u-url" href="/${address}">${escape(title)}</a></h2><p class="p-summary"><b class="dateline p-location">${escape(dateline)}</b> – ${escape(standfirst)}</p></div></article>\n`;

const renderLines = (articles) => `<div class="lines">\n${articles.map(({ line }) => line).join("")}</div>`;
const renderMoment = ({ date }) => `<time datetime="${minuteOf(date)}">${clockOf(date)} ${dayOf(date)}</time>`;

const renderSocial = (title, address) => `<link rel="canonical" href="${SITE}${address}">
<meta property="og:title" content="${title}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${NAME}">
<meta property="og:url" content="${SITE}${address}">
<meta name="twitter:card" content="summary">
`;

const link = ([name, address]) => `<li><a href="/${address}">${name}</a></li>`;

function renderPager({ newer, older, page }) {
  if (newer === undefined && older === undefined) return "";
  const to = (rel, word, address, number) =>
    address === undefined ? "" : `<a rel="${rel}" href="/${address}">${word} <small>${number}</small></a>`;
  return `<nav class="pager" aria-label="Pages of this list">${to("prev", "Newer", newer, page - 1)}${to("next", "Older", older, page + 1)}</nav>`;
}

export function makeListPage(texts) {
  const frame = makeFrame("list", texts);
  return ({ kind, title, page, total, address, newer, older, articles }) => {
    const name = escape(title);
    const above = ABOVE[kind];
    const head = `<title>${name}${page > 1 ? ` – Page ${page}` : ""} – ${NAME}</title>
<meta name="description" content="${escape(describeList(title, articles))}">
${renderSocial(name, address)}<script type="application/ld+json">${writeListGraph({ address, title, above, isTopic: kind === "topics" })}</script>
`;
    const main = `<div class="h-feed">
<header class="row head">
<p class="kicker">${KICKERS[kind]}</p>
<div><nav class="breadcrumbs" aria-label="You are here"><ol>${[[NAME, "index.html"], ...above].map(link).join("")}</ol></nav><h1 class="p-name"><bdi>${name}</bdi></h1>
<p class="facts">${page > 1 ? `Page ${page}` : `${total} articles`}</p></div>
</header>
${renderLines(articles)}
${renderPager({ newer, older, page })}
</div>`;
    const edition = page > 1 ? "" : `Updated ${renderMoment(articles[0])}`;
    return frame(head, edition, kind === "sections" ? title : undefined, main);
  };
}

export function renderFrontPage(texts, newest) {
  const head = `<title>${NAME}</title>
${renderSocial(NAME, "index.html")}<script type="application/ld+json">${writeFrontGraph()}</script>
`;
  const main = `<div class="h-feed">\n${renderLines(newest)}\n</div>`;
  return makeFrame("front", texts)(head, `Edition of ${renderMoment(newest[0])}`, undefined, main);
}
