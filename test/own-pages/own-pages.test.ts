/** Templates, plugins and code of a newsroom's own, beside the house's pages. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { ProblemError } from "../../src/article/problem.ts";
import { build } from "../../src/build/build.ts";
import { loadNewsroom, makeEdition, rechoose } from "../../src/build/newsroom-load.ts";
import { planPages } from "../../src/build/plan.ts";
import { Renderer } from "../../src/build/render.ts";
import { loadTemplates } from "../../src/build/templates.ts";
import { compareOutputs } from "../edition/same-bytes.ts";
import { copyNewsroom, NOW, type OwnNewsroom, runCommand, runEleventy } from "./newsroom.ts";

const now = Date.parse(NOW);
const WITHOUT = ["search", "cards", "days", "places", "data"] as const;
const rebuild = ({ folders }: OwnNewsroom) => build({ folders, now, without: WITHOUT });
const pageOf = ({ read }: OwnNewsroom, address: string): string => read(`dist/${address}`);

test("templates of every format, with layouts, includes, data, plugins and copies, are built by the plain build; Eleventy's own command gives the same site, byte for byte", async (context) => {
  const newsroom = copyNewsroom(context);
  const built = await runCommand(newsroom, "build", "--now", NOW);
  assert.equal(built.status, 0, built.text);
  assert.doesNotMatch(built.text, /leads to|names|starts at/, "a link is told");
  const hello = pageOf(newsroom, "hello.html").replaceAll("&#39;", "'");
  for (const part of [
    'WELCOME! <em class="signature">The desk</em>',
    "Open: yes, from 10; berth 7; high tide 06:12; Amber Star.",
    '<a href="2031/01/14/harbour-closes.html">Harbour of Port Amber closes</a>, PORT AMBER (Quaywire), Port Amber and storms, 2031-01-14T09:00:00.000Z',
    '<a href="topics/port-amber.html">Port Amber</a> (2)',
    '<a href="guide/two/index.html#end">Two</a>',
    '<link rel="stylesheet" href="static/own.css">',
    '<header class="masthead">',
    '<footer class="colophon">',
    "<h1>Hello from the quay</h1>",
  ])
    assert.ok(hello.includes(part), part);
  assert.match(
    hello,
    /script-src 'self' ('sha256-[^']+' ?){2};style-src 'sha256-[^']+' 'self' 'sha256-[^']+' 'unsafe-hashes' 'sha256-/,
  );
  assert.match(
    pageOf(newsroom, "tools/latest.html"),
    /<a href="..\/2031\/01\/10\/old-map.html">Map of the old quay found<\/a> Port Amber \/tools\/latest.html/,
  );
  assert.match(
    pageOf(newsroom, "guide/one/index.html"),
    /A guide of The Quay[^]*with 7 berths[^]*<span class="token keyword">const<\/span>/,
  );
  assert.match(
    pageOf(newsroom, "map.html"),
    /<li><a href="guide\/one\/index.html">Charts<\/a>[^]*Ropes[^]*Tying up<\/p><p class="listed">Reading a chart/,
  );
  assert.match(
    pageOf(newsroom, "wire.xml"),
    /<updated>2031-01-14T09:00:00Z<\/updated>[^]*<id>https:\/\/quay.example\/2031\/01\/10\/old-map.html<\/id>/,
  );
  assert.match(pageOf(newsroom, "berths/2.html"), /BERTH 2! \/berths\/2.html .\/src\/pages\/berths.11ty.ts 2/);
  assert.match(
    pageOf(newsroom, "count.json"),
    /^\{"articles":2,"newest":"Harbour of Port Amber closes","date":"2031-01-16T12:00:00.000Z"\}$/,
  );
  assert.match(pageOf(newsroom, "static/own.css"), /signature/);
  const sitemap = pageOf(newsroom, "sitemaps/pages.xml");
  for (const address of ["hello.html", "berths/1.html", "berths/2.html", "guide/one/index.html", "plain.html"])
    assert.ok(sitemap.includes(`<loc>https://quay.example/${address}</loc>`), address);
  assert.doesNotMatch(sitemap, /map\.html|wire|count/);

  const alone = await runEleventy(newsroom, "--output=alone", "--quiet");
  assert.equal(alone.status, 0, alone.text);
  assert.deepEqual(compareOutputs(join(newsroom.root, "dist"), join(newsroom.root, "alone")), []);
  for (const address of ["SHA256SUMS", "worker.js", "search/index.js"])
    assert.ok(existsSync(join(newsroom.root, "alone", address)), address);

  const json = await runEleventy(newsroom, "--output=json", "--to=json");
  assert.equal(json.status, 0, json.text);
  const listed: { url: string; inputPath: string }[] = JSON.parse(json.out);
  assert.equal(listed.find(({ url }) => url === "/2031/01/10/old-map.html")?.inputPath, "./src/pages/article.11ty.ts");
  assert.ok(!existsSync(join(newsroom.root, "json")));
  const dry = await runEleventy(newsroom, "--output=dry", "--dryrun");
  assert.equal(dry.status, 0, dry.text);
  assert.ok(!existsSync(join(newsroom.root, "dry")));

  newsroom.write("src/shout.ts", newsroom.read("src/shout.ts").replace("!`", "?`"));
  const again = await runCommand(newsroom, "build", "--now", NOW, "--json");
  const { written }: { written: string[] } = JSON.parse(again.out);
  assert.deepEqual(written.sort(), ["berths/1.html", "berths/2.html", "hello.html"]);
});

test("a page of the newsroom's own is drawn again when it or what it reads changed, and goes when it goes", async (context) => {
  const newsroom = copyNewsroom(context);
  const { write, read, remove } = newsroom;
  await rebuild(newsroom);
  assert.deepEqual((await rebuild(newsroom)).written, []);

  write("src/components/greeting.njk", "<p>Good tide</p>\n");
  assert.deepEqual((await rebuild(newsroom)).written, ["hello.html"]);
  write("_data/port.json", '{"berth": 8}');
  assert.deepEqual([...(await rebuild(newsroom)).written].sort(), ["guide/one/index.html", "hello.html"]);
  const path = "src/content/articles/2031/01/old-map.md";
  write(path, read(path).replace("Map of", "Plan of"));
  const { written } = await rebuild(newsroom);
  for (const address of ["hello.html", "tools/latest.html", "wire.xml"]) assert.ok(written.includes(address), address);

  remove("src/pages/plain.html");
  remove("src/static/own.css");
  write("src/static/other.css", "p { color: red }\n");
  const after = await rebuild(newsroom);
  assert.deepEqual(after.removed, ["plain.html", "static/own.css"]);
  assert.deepEqual([...after.written].sort(), ["sitemaps/pages.xml", "static/other.css"]);
});

for (const [name, file, text, told] of [
  [
    "Nunjucks",
    "bad.njk",
    "---\ntitle: Bad\n---\nFine.\n{{ nothing() }}\n",
    /^src\/pages\/bad\.njk:5:\d+ fails: Unable to call `nothing`/,
  ],
  [
    "Liquid",
    "bad.liquid",
    "---\ntitle: Bad\n---\n{% if open %}\n",
    /^src\/pages\/bad\.liquid:4:1 fails: tag .* not closed/,
  ],
  [
    "TypeScript",
    "bad.11ty.ts",
    'export const data = {};\nexport function render(): string {\n  throw new Error("no tide");\n}\n',
    /^src\/pages\/bad\.11ty\.ts(:3:\d+)? fails: no tide/,
  ],
  ["front matter", "bad.md", '---\ntitle: "Bad\n---\nText.\n', /^src\/pages\/bad\.md:3:1 fails: unexpected end/],
  [
    "a layout that is not there",
    "bad.html",
    "---\nlayout: nowhere\n---\n",
    /^src\/pages\/bad\.html fails: .*layout that does not exist: src\/layouts\/nowhere/,
  ],
  [
    "the address of an article",
    "bad.njk",
    "---\npermalink: 2031/01/10/old-map.html\n---\n",
    /^src\/pages\/bad\.njk is the address of a page/,
  ],
  [
    "a language that the site does not have",
    "bad.njk",
    "---\nlayout: dateline/page\nlang: xx\n---\n",
    /^src\/pages\/bad\.njk fails: lang: xx is not a language/,
  ],
] as const) {
  test(`a template that fails is named with file and line, and the output stays as it was: ${name}`, async (context) => {
    const newsroom = copyNewsroom(context);
    // What is copied may still be on its way when a template has failed.
    newsroom.write(".eleventy.ts", newsroom.read(".eleventy.ts").replace(/^.*addPassthroughCopy.*\n/m, ""));
    await rebuild(newsroom);
    const before = newsroom.read("dist/SHA256SUMS");
    newsroom.write(`src/pages/${file}`, text);
    newsroom.write("src/components/greeting.njk", "<p>Not to be published</p>\n");
    await assert.rejects(rebuild(newsroom), (error: unknown) => {
      assert.ok(error instanceof ProblemError, String(error));
      assert.match(error.message, told);
      return true;
    });
    assert.equal(newsroom.read("dist/SHA256SUMS"), before);
    assert.doesNotMatch(pageOf(newsroom, "hello.html"), /Not to be published/);
  });
}

test("a transform of the newsroom's sees every page, and changes them all when it or a file that it watches changes", async (context) => {
  const newsroom = copyNewsroom(context);
  const { write, read } = newsroom;
  await rebuild(newsroom);
  write("banner.txt", "One");
  write(
    ".eleventy.ts",
    read(".eleventy.ts")
      .replace(
        "  return dateline",
        `  config.addWatchTarget("./banner.txt");
  config.addTransform("banner", function (content) {
    const end = "<!-- " + readFileSync("banner.txt", "utf8") + " " + this.page.url + " " + this.page.inputPath + " -->";
    return String(this.page.outputPath).endsWith(".html") ? content + end : content;
  });
  return dateline`,
      )
      .replace("*/", '*/\nimport { readFileSync } from "node:fs";'),
  );
  const { written } = await rebuild(newsroom);
  const pages = readFileSync(join(newsroom.root, "dist/SHA256SUMS"), "utf8").match(/\S+\.html$/gm) ?? [];
  assert.deepEqual(
    pages.filter((address) => !written.includes(address)),
    [],
  );
  assert.match(
    pageOf(newsroom, "2031/01/10/old-map.html"),
    /<!-- One \/2031\/01\/10\/old-map.html .\/src\/pages\/article.11ty.ts -->$/,
  );
  assert.match(pageOf(newsroom, "hello.html"), /<!-- One \/hello.html .\/src\/pages\/hello.njk -->$/);
  assert.deepEqual((await rebuild(newsroom)).written, []);
  write("banner.txt", "Two");
  assert.ok((await rebuild(newsroom)).written.length >= pages.length);
});

test("Eleventy drawing each page by itself, and handing them on in batches, gives the same bytes", async (context) => {
  const { root, folders } = copyNewsroom(context);
  const loaded = await loadNewsroom({ folders, now, preview: false, full: true });
  const edition = makeEdition(loaded, {});
  rechoose(edition, loaded.update, true);
  const templates = await loadTemplates();
  const { draw } = planPages(edition, templates, {});
  const drawInto = async (name: string, single: boolean): Promise<ReadonlyMap<string, string>> => {
    const staging = join(root, name);
    mkdirSync(staging);
    return new Renderer({ edition, templates, root, staging, single }).draw(draw);
  };
  const [single, batches] = [await drawInto("single", true), await drawInto("batches", false)];
  assert.equal(single.size, draw.length);
  assert.deepEqual(new Map([...single].sort()), new Map([...batches].sort()));
  assert.deepEqual(compareOutputs(join(root, "single"), join(root, "batches")), []);
});

test("of a site that is built in parts, the first has the newsroom's own pages; the check draws them and writes nothing", async (context) => {
  const newsroom = copyNewsroom(context);
  const { folders, root } = newsroom;
  for (const index of [1, 2]) {
    const output = join(root, `part-${index}`);
    await build({ folders: { ...folders, output, cache: join(root, `cache-${index}`) }, now, part: { index, of: 2 } });
    assert.equal(existsSync(join(output, "hello.html")), index === 1);
  }
  newsroom.write("src/pages/bad.njk", "{% if open %}");
  const checked = await runCommand(newsroom, "check", "--now", NOW);
  assert.equal(checked.status, 1);
  assert.match(checked.text, /^src\/pages\/bad\.njk:1/m);
  assert.ok(!existsSync(folders.output));
});
