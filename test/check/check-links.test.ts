import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import test, { type TestContext } from "node:test";
import { checkDist, checkSite, type Finding, renderFinding, siteToBe, summarise } from "../../src/check/check-links.ts";
import { checkDistShared } from "../../src/check/check-shared.ts";
import { splitSrcset } from "../../src/check/page-references.ts";
import { publishStaged } from "../../src/output/publish.ts";
import { edition, openDesk, writeFiles } from "../output/small-site.ts";

const URL_OF_SITE = "https://paper.example/news/";

/** A sound site; each case lays its own files over it. */
const SOUND: Readonly<Record<string, string>> = {
  "index.html": `<a href="2031/01/15/harbour.html#corrections">x</a> <a href="index.html?q=1">y</a><a href="#top">z</a>`,
  "2031/01/15/harbour.html": `<!doctype html><html><head>
<link rel="canonical" href="${URL_OF_SITE}2031/01/15/harbour.html"><link rel="shortlink" href="https://ppr.example/k3">
<link rel="alternate" type="application/rss+xml" href="${URL_OF_SITE}feed.xml"><link rel="stylesheet" href="../../../assets/a.1f.css">
<meta property="og:image" content="${URL_OF_SITE}assets/p.png">
<style>h1 { background: url("../../../assets/p.png") } b { filter: url(#glow) } i { background: url(data:image/gif;base64,R0) }</style>
<script type="application/ld+json">{"url":"${URL_OF_SITE}"}</script></head><body>
<h2 id="corrections">c</h2><a name="old"></a><a href="#old">x</a> <a href="#corr%65ctions">x</a>
<img src="../../../assets/p.png" srcset="../../../assets/p.png 1x, ../../../assets/p.png 2x">
<picture><source srcset="../../../assets/p.png 480w, ../../../assets/p.png 960w"></picture>
<audio src="https://stream.example/live.mp3"><source src="https://stream.example/live.ogg"></audio>
<a href="${URL_OF_SITE}s/k3x9q2p">short</a> <a href="https://elsewhere.example/">out</a> <a href="mailto:desk@paper.example">mail</a> <a href="../../../assets/p.png#xywh=1">p</a>
<p>An &lt;a href="/not-a-link"&gt; in text, and <code>url(/x)</code>.</p><!-- <a href="/comment"> --></body></html>`,
  "assets/a.1f.css": `@import "b.css"; body { background: image-set("p.png" 1x) }`,
  "assets/b.css": "@font-face { font-family: x; src: url(p.png) }",
  "assets/p.png": "",
  "app.webmanifest": `{"start_url":"index.html","scope":"./","icons":[{"src":"assets/p.png"}]}`,
  "404.html": `<a href="/news/gone.html">x</a><a href="${URL_OF_SITE}index.html">front</a>`,
  "robots.txt": "",
  _headers: "",
  ".nojekyll": "",
  ".well-known/security.txt": "",
  "feed.xml": `<link>${URL_OF_SITE}2031/01/15/harbour.html</link>`,
};

function check(files: Readonly<Record<string, string>>): Finding[] {
  const all = new Map(Object.entries({ ...SOUND, "news/gone.html": "", ...files }));
  return checkSite({
    addresses: all.keys(),
    has: (address) => all.has(address),
    read: (address) => Buffer.from(all.get(address) ?? ""),
    url: URL_OF_SITE,
  });
}

test("a sound site has no findings", () => {
  assert.deepEqual(check({}).map(renderFinding), []);
});

const page = (markup: string): Readonly<Record<string, string>> => ({ "a/b.html": `<!doctype html>\n${markup}` });
const FAULTS: readonly (readonly [
  title: string,
  files: Readonly<Record<string, string>>,
  kind: Finding["kind"],
  found: string,
])[] = [
  ["a link from the host's root", page(`<a href="/index.html">x</a>`), "own", "/index.html"],
  ["the site's own page in full", page(`<a href="${URL_OF_SITE}index.html">x</a>`), "own", `${URL_OF_SITE}index.html`],
  [
    "the site's own root without its slash",
    page(`<a href="https://paper.example/news">x</a>`),
    "own",
    "https://paper.example/news",
  ],
  ["a file of one machine", page(`<a href="file:///srv/x.html">x</a>`), "own", "file:///srv/x.html"],
  ["a dead link", page(`<a href="../c.html">x</a>`), "dead", "../c.html"],
  ["a dead link hidden by references", page(`<a href="&#46;&#x2e;/c&period;html">x</a>`), "dead", "../c.html"],
  ["a dead link with blanks in it", page(`<a href=" ../c\n.html ">x</a>`), "dead", " ../c\n.html "],
  ["a dead area", page(`<map><area href=c.html></map>`), "dead", "c.html"],
  ["a form that leads nowhere", page(`<form action="find.html"></form>`), "dead", "find.html"],
  [
    "a refresh that leads nowhere",
    page(`<meta http-equiv="Refresh" content="0; URL='gone.html'">`),
    "dead",
    "gone.html",
  ],
  ["a link out of the folder", page(`<a href="../../x.html">x</a>`), "dead", "../../x.html"],
  ["a link to a folder", page(`<a href="../">x</a>`), "dead", "../"],
  ["a link to a folder by its name", page(`<a href="../a/">x</a>`), "dead", "../a/"],
  ["a backslash", page(`<a href="..\\index.html">x</a>`), "dead", "..\\index.html"],
  ["a broken percent code", page(`<a href="100%.html">x</a>`), "dead", "100%.html"],
  ["a link in another case", page(`<a href="../Index.html">x</a>`), "dead", "../Index.html"],
  ["a dead fragment of the page itself", page(`<a href="#nowhere">x</a>`), "fragment", "#nowhere"],
  [
    "a dead fragment of another page",
    page(`<a href="../2031/01/15/harbour.html#no">x</a>`),
    "fragment",
    "../2031/01/15/harbour.html#no",
  ],
  [
    "a script from elsewhere",
    page(`<script src="https://cdn.example/x.js"></script>`),
    "leaves",
    "https://cdn.example/x.js",
  ],
  [
    "a script from elsewhere without scheme",
    page(`<script src="//cdn.example/x.js"></script>`),
    "leaves",
    "//cdn.example/x.js",
  ],
  [
    "a style sheet from elsewhere",
    page(`<link rel="preload stylesheet" href="https://cdn.example/x.css">`),
    "leaves",
    "https://cdn.example/x.css",
  ],
  [
    "a connection opened ahead",
    page(`<link rel=preconnect href="https://cdn.example">`),
    "leaves",
    "https://cdn.example",
  ],
  ["a picture from elsewhere", page(`<img src="http://cdn.example/x.png">`), "leaves", "http://cdn.example/x.png"],
  [
    "a picture of the site in full",
    page(`<img src="${URL_OF_SITE}assets/p.png">`),
    "leaves",
    `${URL_OF_SITE}assets/p.png`,
  ],
  [
    "a counting picture in srcset",
    page(`<img srcset="../assets/p.png 1x, https://cdn.example/x,y.png 2x">`),
    "leaves",
    "https://cdn.example/x,y.png",
  ],
  [
    "a picture source from elsewhere",
    page(`<picture><source srcset="https://cdn.example/x.png"></picture>`),
    "leaves",
    "https://cdn.example/x.png",
  ],
  ["a dead picture in srcset", page(`<img srcset="../assets/p.png 1x,../assets/q.png 2x">`), "dead", "../assets/q.png"],
  [
    "a frame from elsewhere",
    page(`<iframe src="https://video.example/1"></iframe>`),
    "leaves",
    "https://video.example/1",
  ],
  [
    "a poster from elsewhere",
    page(`<video poster="https://cdn.example/x.png"></video>`),
    "leaves",
    "https://cdn.example/x.png",
  ],
  [
    "a ping to elsewhere",
    page(`<a href="../index.html" ping="https://count.example/">x</a>`),
    "leaves",
    "https://count.example/",
  ],
  [
    "an SVG picture from elsewhere",
    page(`<svg><image href="https://cdn.example/x.png"/></svg>`),
    "leaves",
    "https://cdn.example/x.png",
  ],
  [
    "a font from elsewhere in a style element",
    page("<style>@font-face{src:url(https://fonts.example/x.woff2)}</style>"),
    "leaves",
    "https://fonts.example/x.woff2",
  ],
  [
    "a background from elsewhere in an attribute",
    page(`<p style="background:url('https://cdn.example/x.png')">`),
    "leaves",
    "https://cdn.example/x.png",
  ],
  [
    "an import from elsewhere by a string",
    { "x.css": `@import "https://cdn.example/x.css";` },
    "leaves",
    "https://cdn.example/x.css",
  ],
  [
    "an address in a custom property",
    { "x.css": ":root { --x: url(https://cdn.example/x.png) }" },
    "leaves",
    "https://cdn.example/x.png",
  ],
  [
    "a style sheet's address from the root",
    { "x.css": "p { background: url(/assets/p.png) }" },
    "own",
    "/assets/p.png",
  ],
  ["a style sheet's dead address", { "x/y.css": "p { background: url( 'assets/p.png' ) }" }, "dead", "assets/p.png"],
  ["an app manifest that starts at the root", { "x.webmanifest": `{"start_url":"/"}` }, "own", "/"],
  ["an app manifest with a dead icon", { "x.webmanifest": `{"icons":[{"src":"i.png"}]}` }, "dead", "i.png"],
  ["an app manifest that is no JSON", { "x.webmanifest": "{" }, "unreadable", "x.webmanifest"],
  ["a base", page(`<base href="../">`), "base", "<base>"],
  ["a script in place of an address", page(`<a href="java\tscript:alert(1)">x</a>`), "script", "java\tscript:alert(1)"],
  ["a name with a blank", { "a b.html": "" }, "name", "a b.html"],
  ["a name with a capital", { "a/News.html": "" }, "name", "News.html"],
  ["a name with an accent", { "café/x.html": "" }, "name", "café"],
  ["a name that is too long", { [`${"a".repeat(61)}.html`]: "" }, "name", `${"a".repeat(61)}.html`],
  ["a Windows device", { "topics/con.html": "" }, "name", "con.html"],
  ["a folder named as a Windows device", { "lpt1/x.html": "" }, "name", "lpt1"],
  ["a hidden file", { ".secret": "" }, "name", ".secret"],
  ["a prescribed name away from the root", { "a/_headers": "" }, "name", "_headers"],
];

for (const [title, files, kind, found] of FAULTS) {
  test(`found: ${title}`, () => {
    const findings = check(files);
    assert.deepEqual(
      findings.map((finding) => [finding.kind, finding.found]),
      [[kind, found]],
      findings.map(renderFinding).join("\n"),
    );
  });
}

test("names that differ only by case are found", () => {
  const kinds = check({ "a/x.html": "", "a/X.html": "" }).map(({ kind }) => kind);
  assert.deepEqual(kinds.sort(), ["case", "name"]);
});

test("a folder of more than 10,000 files is found, one of 10,000 is not", () => {
  const files = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_none, index) => [`s/${index}.txt`, ""]));
  assert.deepEqual(check(files(10_000)), []);
  assert.deepEqual(
    check(files(10_001)).map(({ kind, address, found }) => [kind, address, found]),
    [["folder", "s", "10001"]],
  );
});

test("a finding says file, line, what was found and what to write", () => {
  const [finding] = check(page(`\n\n<a\nhref="/x.html">x</a>`));
  assert.equal(
    finding && renderFinding(finding),
    'a/b.html:4: "/x.html" starts at the host\'s root; write it relative to this file',
  );
});

test("the same fault in many pages is one line", () => {
  const broken = Object.fromEntries(
    [1, 2, 3].map((n) => [`p${n}.html`, `<a href="feed.xml?${n}">x</a><a href="x.xml">y</a>`]),
  );
  assert.deepEqual(summarise(check({ ...broken, "p4.html": "<base>" })), [
    'p1.html:1: "x.xml" leads to x.xml, which is not in the site (and 2 more such)',
    'p4.html:1: "<base>" changes what every relative address means; take it away',
  ]);
});

test("a srcset is cut as the HTML Standard says", () => {
  assert.deepEqual(splitSrcset("a.png, b.png 2x,c.png 100w , d,e.png 3x, data:image/png;base64,AA= 4x"), [
    "a.png",
    "b.png",
    "c.png",
    "d,e.png",
    "data:image/png;base64,AA=",
  ]);
  assert.deepEqual(splitSrcset(undefined), []);
});

function published(t: TestContext, files: ReadonlyMap<string, string>) {
  const desk = openDesk();
  t.after(desk.remove);
  mkdirSync(desk.staging, { recursive: true });
  writeFiles(desk.staging, files);
  publishStaged({ ...desk, removals: [], now: 0 });
  return desk;
}

test("a published folder is checked by its table, whole or in part", (t) => {
  const files = new Map(edition(1, 30));
  files.set("topics/broken.html", `<a href="../gone.html">x</a>`);
  const { output } = published(t, files);
  assert.deepEqual(
    checkDist(output).map(({ found }) => found),
    ["../gone.html"],
  );
  assert.deepEqual(checkDist(output, { only: ["index.html"] }), []);
  assert.deepEqual(
    checkDist(output, { only: ["topics/broken.html"] }).map(({ found }) => found),
    ["../gone.html"],
  );
});

test("a publish can be checked before it is done", (t) => {
  const desk = published(
    t,
    new Map([
      ["index.html", `<a href="a.html">x</a>`],
      ["a.html", ""],
      ["b.html", ""],
    ]),
  );
  mkdirSync(desk.staging, { recursive: true });
  writeFiles(desk.staging, new Map([["c.html", `<a href="a.html">x</a><a href="b.html">y</a>`]]));
  const plan = { ...desk, staged: ["c.html"] };
  assert.deepEqual(checkSite(siteToBe({ ...plan, removals: [] })), []);
  assert.deepEqual(
    checkSite(siteToBe({ ...plan, removals: ["b.html"] })).map(({ found }) => found),
    ["b.html"],
  );
  assert.deepEqual(
    checkSite(siteToBe({ ...plan, removals: "all-others" })).map(({ found }) => found),
    ["a.html", "b.html"],
  );
});

test("several threads find what one finds", async (t) => {
  const files = new Map<string, string>();
  for (let index = 0; index < 8_500; index++) {
    const broken = index % 1_000 === 7 ? `<a href="gone.html">x</a>` : "";
    files.set(`f${index % 3}/p${index}.html`, `<a id="a" href="../f0/p0.html#a">x</a>${broken}`);
  }
  const { output } = published(t, files);
  const alone = checkDist(output);
  assert.equal(alone.length, 9);
  assert.deepEqual(await checkDistShared(output, { jobs: 2 }), alone);
});
