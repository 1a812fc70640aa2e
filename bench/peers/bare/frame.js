/** The document around a page. All but the current section is the same on all pages of a kind, and so is made once. */
const SECTIONS = ["Culture", "Economy", "Politics", "Science", "Sport", "World"];
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const SITE = "https://northline.example/";
export const NAME = "Northline Bench";
export const escape = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
export const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const begin = (policy) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
`;

const middle = (style, script, isFront) => `<link rel="icon" href="/icons/icon.svg">
<link rel="alternate" type="application/rss+xml" title="Feed" href="/feed.xml">
<script>${script}</script>
<style>${style}</style>
<script defer src="/assets/page.js" data-manifest="/site.webmanifest"></script>
<script defer src="/assets/moment.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="masthead${isFront ? " at-front" : ""}">
<div class="strip">
<p class="edition" id="edition" data-words="Edition of {moment}" data-zone="UTC">`;

const masthead = (kind, current) => `</p>
<form class="find" role="search" method="get" action="/search.html"><input type="search" name="q" aria-label="Search" enterkeyhint="search"><button type="submit">Search</button></form>
</div>
<div class="title">
<p class="nameplate"><a href="/index.html" rel="home"><bdi>${NAME}</bdi></a></p>
<nav aria-label="Sections">
<ul>${SECTIONS.map((section) => `<li><a href="/sections/${slugOf(section)}.html"${section === current ? ' aria-current="true"' : ""}>${section}</a></li>`).join("")}</ul>
</nav>
</div>
</header>
<main id="main" class="${kind}">
`;

const END = `
</main>
<footer class="colophon">
<nav aria-label="About this site">
<ul><li><a href="/months/index.html">Archive</a></li><li><a href="/topics/index.html">Topics</a></li><li><a href="/corrections.html">Corrections</a></li><li><a href="/library.html">Library</a></li><li><a href="/feed.xml">Feed</a></li></ul>
<ul></ul>
</nav>
<ul class="settings scripted">
<li><button type="button" id="theme" data-dark="Dark" data-light="Light">Light or dark as on this device</button></li>
<li><button type="button" id="slash" aria-pressed="true">Key / goes to search</button></li>
</ul>
<p class="rights"><bdi>${NAME}</bdi></p>
</footer>
</body>
</html>
`;

/** Gives a function that puts `head`, the edition's line and `main` into the document of a kind of page. */
export function makeFrame(kind, texts) {
  const { style, policy } = texts[kind];
  const top = begin(policy);
  const below = middle(style, texts.begin, kind === "front");
  const mastheads = new Map([undefined, ...SECTIONS].map((section) => [section, masthead(kind, section)]));
  return (head, edition, section, main) => top + head + below + edition + mastheads.get(section) + main + END;
}
