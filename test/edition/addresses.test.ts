import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { LAUNCHER } from "../../src/newsroom/folders.ts";
import { articleFile, TinyNewsroom } from "../tiny-newsroom.ts";

test("names of other scripts have readable addresses, and their own letters where site.yaml says so", async (t) => {
  const newsroom = new TinyNewsroom(t, {
    "data/site.yaml": "title: Порт\nlanguage: ru\nurl: https://post.example/\n",
    "data/topics.yaml": "Янтарный порт: {kind: place}\n",
    "content/articles/2031/05/лодки.md": articleFile(
      "Лодки",
      "date: 2031-05-02\ntags: [Янтарный порт, рыба]",
      "## Причал\n\n[x](#Причал)",
    ),
    "content/articles/2031/05/two.md": articleFile("Два", "date: 2031-05-03\nslug: второй"),
    "content/pages/о-нас.md": "---\ntitle: О нас\n---\nМы.\n",
  });
  await newsroom.build();
  for (const address of [
    "2031/05/02/lodki.html",
    "topics/yantarnyy-port.html",
    "topics/ryba.html",
    "2031/05/03/vtoroy.html",
    "o-nas.html",
  ])
    assert.ok(newsroom.has(address), address);
  assert.match(newsroom.page("2031/05/02/lodki.html"), /<h2 id="h-prichal">/);

  newsroom.write({ "data/site.yaml": "title: Порт\nlanguage: ru\nurl: https://post.example/\naddresses: unicode\n" });
  // The check of links, which is on, throws where one leads to nothing.
  await newsroom.build();
  for (const address of ["2031/05/02/лодки.html", "topics/янтарный-порт.html", "2031/05/03/второй.html", "о-нас.html"])
    assert.ok(newsroom.has(address), address);
  const encoded = encodeURI("2031/05/02/лодки.html");
  assert.ok(newsroom.page("2031/05/02/лодки.html").includes(`rel="canonical" href="https://post.example/${encoded}"`));
  assert.ok(newsroom.page("sitemaps/2031-05.xml").includes(`https://post.example/${encoded}`));
  assert.ok(newsroom.page("feeds/all-rss.xml").includes(`<link>https://post.example/${encoded}</link>`));
  assert.ok(newsroom.page("2031/05/02/лодки.html").includes(`topics/${encodeURI("янтарный-порт")}.html"`));
});

test("different tags never share an address: the second is an error that says what to write", async (t) => {
  const long = "A very long name of a committee that looks into the harbour and the sea";
  const newsroom = new TinyNewsroom(t, {
    "content/articles/2031/05/a.md": articleFile("A", "date: 2031-05-01\ntags: [C, C++, C#, Nauka, climate]"),
    "content/articles/2031/05/b.md": articleFile("B", "date: 2031-05-02\ntags: [Climate, café]"),
    "content/articles/2031/05/c.md": articleFile("C", `date: 2031-05-03\ntags: [CAFE, ${long} in spring]`),
  });
  await newsroom.build();
  for (const topic of ["c", "c-plus-plus", "c-sharp", "climate", "cafe"])
    assert.ok(newsroom.has(`topics/${topic}.html`), topic);

  newsroom.write({
    "content/articles/2031/05/d.md": articleFile("D", `date: 2031-05-04\ntags: [Наука]`),
    "content/articles/2031/05/e.md": articleFile("E", `date: 2031-05-04\ntags: [${long} in autumn]`),
  });
  const said = await newsroom.refused();
  assert.match(said, /d\.md.*tags.*same address as the tag Nauka of articles\/2031\/05\/a\.md/);
  assert.match(said, /"Наука": \{slug: another-name\}/);
  assert.match(said, /e\.md.*in autumn/);

  newsroom.write({ "data/topics.yaml": `Наука: {slug: science}\n${long} in autumn: {slug: committee}\n` });
  await newsroom.build();
  assert.ok(newsroom.has("topics/science.html") && newsroom.has("topics/committee.html"));
});

test("former addresses of an article lead on, and what it is known by stays", async (t) => {
  const path = "content/articles/2031/05/harbour-closes.md";
  const newsroom = new TinyNewsroom(t, {
    [path]: articleFile("Harbour closes", "date: 2031-05-02"),
    "content/discussion/2031/05/harbour-closes.yaml": "- {author: Ana, date: 2031-05-02, text: A pity.}\n",
  });
  await newsroom.build();
  const guid = (): string | undefined => /<guid[^>]*>([^<]*)/.exec(newsroom.page("feeds/all-rss.xml"))?.[1];
  const code = (page: string): string | undefined => /s\/[2-9a-z]{2}\/[2-9a-z]{5}\.html/.exec(newsroom.page(page))?.[0];
  const [firstGuid, firstCode] = [guid(), code("2031/05/02/harbour-closes.html")];
  assert.equal(firstGuid, "https://post.example/news/2031/05/02/harbour-closes.html");

  newsroom.remove(path);
  newsroom.write({
    "content/articles/2031/05/port-shuts.md": articleFile(
      "Port shuts",
      "date: 2031-05-02\naliases: [/2031/05/02/harbour-closes.html, /blog/42/, k3x9q2p]",
    ),
  });
  await newsroom.build();
  const target = "2031/05/02/port-shuts.html";
  for (const [address, href] of [
    ["2031/05/02/harbour-closes.html", "port-shuts.html"],
    ["blog/42/index.html", `../../${target}`],
    ["s/k3/x9q2p.html", `../../${target}`],
  ] as const) {
    const page = newsroom.page(address);
    assert.ok(page.includes(`http-equiv="refresh" content="0;url=${href}"`), address);
    assert.match(page, /name="robots" content="noindex"/);
    assert.ok(page.includes(`rel="canonical" href="https://post.example/news/${target}"`));
    for (const list of ["sitemaps/2031-05.xml", "sitemaps/pages.xml", "archive/2031/05.html"])
      assert.ok(!newsroom.page(list).includes(address), `${list} does not name ${address}`);
  }
  assert.match(newsroom.page("_redirects"), /^\/news\/blog\/42\/ \/news\/2031\/05\/02\/port-shuts\.html 301$/m);
  assert.equal(guid(), firstGuid);
  assert.equal(code(target), firstCode);
  assert.match(newsroom.page(target), new RegExp(`"@id":"${firstGuid}"`));
  assert.match(newsroom.page(target), /A pity\./);

  // Where an alias goes, so does its page; what an editor calls an article wins over its addresses.
  newsroom.write({
    "content/articles/2031/05/port-shuts.md": articleFile(
      "Port shuts",
      "date: 2031-05-02\nid: urn:x-post:42\naliases: [/2031/05/02/harbour-closes.html]",
    ),
  });
  await newsroom.build();
  assert.ok(!newsroom.has("blog/42/index.html"));
  assert.equal(guid(), "urn:x-post:42");
});

test("an address that a page has, or that two claim, cannot be a former one", async (t) => {
  const newsroom = new TinyNewsroom(t, {
    "data/topics.yaml": "Sea: {aliases: [/topics/sea.html]}\n",
    "content/pages/about.md": "---\ntitle: About\naliases: /2031/05/01/a.html\n---\nUs.\n",
    "content/articles/2031/05/a.md": articleFile("A", "date: 2031-05-01\naliases: [/old.html]\ntags: [Sea]"),
    "content/articles/2031/05/b.md": articleFile(
      "B",
      "date: 2031-05-02\naliases: [/Old.html, /2031/05/01/A.html, old?p=1]",
    ),
  });
  assert.match(await newsroom.refused(), /b\.md:4:\d+ aliases.*is no address that a page can stand at.*old\?p=1/);
  newsroom.write({
    "content/articles/2031/05/b.md": articleFile("B", "date: 2031-05-02\naliases: [/Old.html, /2031/05/01/A.html]"),
  });
  const said = await newsroom.refused();
  assert.match(said, /b\.md aliases: leads on to articles\/2031\/05\/a\.md already/);
  assert.match(said, /b\.md aliases: is what articles\/2031\/05\/a\.md has now/);
  newsroom.write({
    "content/articles/2031/05/b.md": articleFile("B", "date: 2031-05-02\naliases: [/archive/index.html]"),
  });
  const clashes = await newsroom.refused();
  assert.match(clashes, /b\.md aliases: is the address of a page of this site \(found "archive\/index\.html"\)/);
  assert.match(clashes, /topics\.yaml Sea\.aliases: is the address of a page/);
  assert.match(clashes, /about\.md aliases: is the address of a page/);
});

test("former names of topics, authors, sections and standing pages lead on in every language, older pages and feeds with them", async (t) => {
  const newsroom = new TinyNewsroom(t, {
    "data/site.yaml": "title: Post\nurl: https://post.example/\nlanguages: [en, es]\n",
    "data/topics.yaml": "Port Amber: {aliases: [Amber Harbour, /tags/amber/]}\n",
    "data/authors.yaml": "Ana Bell: {aliases: [Ana Kern]}\n",
    "data/sections.yaml": "- {slug: business, name: Business, aliases: [economy]}\n",
    "content/pages/about.md": "---\ntitle: About\naliases: [/who-we-are.html]\n---\nUs.\n",
    "content/articles/2031/05/es.md": articleFile(
      "Uno",
      "date: 2031-05-01\nlang: es\ntags: [Port Amber]\nsection: business",
    ),
    ...Object.fromEntries(
      Array.from({ length: 51 }, (_none, index) => [
        `content/articles/2031/05/n${index}.md`,
        articleFile(`N ${index}`, "date: 2031-05-02\ntags: [Amber Harbour]\nbyline: Ana Kern\nsection: economy"),
      ]),
    ),
  });
  await newsroom.build({ without: ["search", "cards", "data", "days", "places"] });
  for (const [address, href] of [
    ["topics/amber-harbour.html", "port-amber.html"],
    ["topics/amber-harbour/1.html", "../port-amber/1.html"],
    ["es/topics/amber-harbour.html", "port-amber.html"],
    ["tags/amber/index.html", "../../topics/port-amber.html"],
    ["authors/ana-kern.html", "ana-bell.html"],
    ["sections/economy.html", "business.html"],
    ["es/sections/economy.html", "business.html"],
    ["who-we-are.html", "about.html"],
  ] as const)
    assert.ok(newsroom.page(address).includes(`content="0;url=${href}"`), address);
  assert.match(
    newsroom.page("_redirects"),
    /^\/feeds\/section-economy-rss\.xml \/feeds\/section-business-rss\.xml 301$/m,
  );
  assert.match(newsroom.page("2031/05/02/n1.html"), /authors\/ana-bell\.html[^>]*>.*Ana Kern/);
});

test("an address that a build takes away is told with the line that leads on from it, until something does", async (t) => {
  const newsroom = new TinyNewsroom(t, {
    "content/articles/2031/05/a.md": articleFile("Bridge opens", "date: 2031-05-01\ntags: [Bridge]"),
    "content/articles/2031/05/b.md": articleFile("Tunnel", "date: 2031-05-02"),
    "content/articles/2031/05/c.md": articleFile("Ferry", "date: 2031-05-03"),
    "content/articles/2031/05/never.md": articleFile("Never", "date: 2031-05-03\ndraft: true"),
    "content/pages/about.md": "---\ntitle: About\n---\nUs.\n",
  });
  assert.deepEqual((await newsroom.build()).gone, []);
  for (const path of ["articles/2031/05/a.md", "articles/2031/05/never.md", "articles/2031/05/c.md", "pages/about.md"])
    newsroom.remove(`content/${path}`);
  newsroom.write({
    "content/articles/2031/05/bridge.md": articleFile("Bridge opens", "date: 2031-05-01"),
    "content/articles/2031/05/b.md": articleFile("Tunnel", "date: 2031-05-04"),
  });
  const first = await newsroom.build();
  assert.deepEqual([...first.gone].sort(), [
    "2031/05/01/a.html",
    "2031/05/02/b.html",
    "2031/05/03/c.html",
    "about.html",
    "topics/bridge.html",
  ]);
  const said = newsroom.notes.join("\n");
  assert.match(
    said,
    /2031\/05\/01\/a\.html was published and is gone.*in articles\/2031\/05\/bridge\.md write `aliases: \[\/2031\/05\/01\/a\.html\]`/,
  );
  assert.match(said, /05\/02\/b\.html.*in articles\/2031\/05\/b\.md write/);
  assert.match(said, /topics\/bridge\.html.*in topics\.yaml/);

  // A build that knows nothing of the last one sees what the output holds.
  newsroom.write({
    "content/articles/2031/05/b.md": articleFile("Tunnel", "date: 2031-05-05\naliases: [/2031/05/02/b.html]"),
  });
  assert.deepEqual((await newsroom.build({ full: true })).gone, ["2031/05/04/b.html"]);

  const check = (): string =>
    spawnSync(process.execPath, [LAUNCHER, "check", "--gone", ...newsroom.flags], { encoding: "utf8" }).stdout;
  assert.match(check(), /04\/b\.html was published[^]*5 gone/);
});

test("where the newsroom's rules move an address that was published, the former one leads on by itself", async (t) => {
  const site = (more: string) => ({
    "data/site.yaml": `title: Post\nurl: https://post.example/\nlanguage: ru\n${more}`,
  });
  const newsroom = new TinyNewsroom(t, {
    ...site("timeZone: UTC\n"),
    "content/articles/2031/05/мост.md": articleFile("Мост", "date: 2031-05-01T23:30Z\ntags: [Река]"),
  });
  await newsroom.build();
  newsroom.write(site("timeZone: Europe/Athens\naddresses: unicode\n"));
  assert.deepEqual((await newsroom.build()).gone, []);
  const leads = (address: string, href: string) =>
    assert.ok(newsroom.page(address).includes(`content="0;url=${encodeURI(href)}"`), address);
  leads("2031/05/01/most.html", "../02/мост.html");
  leads("topics/reka.html", "река.html");
  assert.match(newsroom.notes.join("\n"), /1 address was changed by the newsroom's own rules/);
  await newsroom.build({ full: true });
  leads("2031/05/01/most.html", "../02/мост.html");
  newsroom.write(site("timeZone: UTC\n"));
  await newsroom.build();
  leads("2031/05/02/мост.html", "../01/most.html");
  assert.match(newsroom.page("2031/05/01/most.html"), /<h1[^>]*>Мост/);
  leads("topics/река.html", "reka.html");
});

test("an article is moved whole: file, comments, the links of others, and its address leads on", async (t) => {
  const newsroom = new TinyNewsroom(t, {
    "content/articles/2031/05/old.md": articleFile(
      "Old",
      "date: 2031-05-01\naliases:\n  - /first.html\nsection: sea",
      "See [me](2031/05/old).",
    ),
    "content/discussion/2031/05/old.yaml": "- {author: Ana, date: 2031-05-02, text: A pity.}\n",
    "content/articles/2031/05/b.md": articleFile(
      "B",
      "date: 2031-05-02\nrelated: [2031/05/old, 2031/05/older]",
      "[1](./old.md#part) [2](2031/05/old.md) [3](https://post.example/news/2031/05/01/old.html) old 2031/05/older",
    ),
    "content/articles/2031/05/older.md": articleFile("Older", "date: 2031-05-02\ntranslates: 2031/05/old"),
    "content/pages/about.md": "---\ntitle: About\n---\n[x](../articles/2031/05/old.md)\n",
  });
  await newsroom.build();
  const move = (...words: string[]) => {
    const flags = newsroom.flags.filter(
      (_word, index, all) => index !== all.indexOf("--output") && index !== all.indexOf("--output") + 1,
    );
    return spawnSync(process.execPath, [LAUNCHER, "move", ...words, ...flags], { encoding: "utf8" });
  };
  assert.equal(move("2031/05/old").status, 2);
  assert.match(move("2031/05/old", "2031/05/b").stderr, /articles\/2031\/05\/b\.md.*is there already/);
  const done = move("2031/05/01/old.html", "2031/05/new-name");
  assert.equal(done.status, 0, done.stderr);
  const content = (path: string) => newsroom.read(`content/${path}`);
  assert.match(
    content("articles/2031/05/new-name.md"),
    /\nsection: sea\naliases: \[\/first\.html, \/2031\/05\/01\/old\.html\]\n---\n\nSee \[me\]\(2031\/05\/new-name\)/,
  );
  assert.match(content("articles/2031/05/b.md"), /related: \[2031\/05\/new-name, 2031\/05\/older\]/);
  assert.ok(
    content("articles/2031/05/b.md").includes(
      "[1](./new-name.md#part) [2](2031/05/new-name.md) [3](https://post.example/news/2031/05/01/new-name.html) old 2031/05/older",
    ),
  );
  assert.match(content("articles/2031/05/older.md"), /translates: 2031\/05\/new-name/);
  assert.match(content("pages/about.md"), /\(\.\.\/articles\/2031\/05\/new-name\.md\)/);
  assert.match(content("discussion/2031/05/new-name.yaml"), /A pity/);
  assert.deepEqual((await newsroom.build()).gone, []);
  assert.ok(newsroom.page("2031/05/01/old.html").includes("0;url=new-name.html"));
  assert.ok(newsroom.page("first.html").includes("0;url=2031/05/01/new-name.html"));

  // And back again, which takes the address out of the former ones.
  assert.equal(move("2031/05/new-name", "2031/05/old").status, 0);
  assert.match(content("articles/2031/05/old.md"), /aliases: \[\/first\.html, \/2031\/05\/01\/new-name\.html\]/);
  await newsroom.build();
  assert.match(newsroom.page("2031/05/01/old.html"), /<h1[^>]*>Old/);
});
