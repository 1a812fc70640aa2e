import assert from "node:assert/strict";
import test from "node:test";
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
