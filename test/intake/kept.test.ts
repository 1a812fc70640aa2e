/** What comes in with a text stands in the article, or is told: films, frames, notes, galleries, shortcodes, pages, co-authors. */
import assert from "node:assert/strict";
import test from "node:test";
import { readMd } from "../../src/intake/sites/md.ts";
import { readFeed } from "../../src/intake/sites/rss.ts";
import { readWxr } from "../../src/intake/sites/wxr.ts";
import { htmlToMarkdown } from "../../src/intake/text/html-to-markdown.ts";
import { readWireText } from "../../src/intake/wire/wire-text.ts";

const markdown = (html: string): string => htmlToMarkdown(html, { pictures: "keep" }).markdown;

test("a film, a sound and a post become their addresses, each on a line of its own", () => {
  assert.equal(
    markdown(
      `<p>See.</p><iframe src="https://www.youtube.com/embed/q7Rk2LmN_01?rel=0" title="The crane falls"></iframe>
       <iframe src="https://player.vimeo.com/video/123456"></iframe>
       <figure><audio controls src="https://varn.example/bell.mp3"></audio><figcaption>The bell</figcaption></figure>
       <blockquote class="twitter-tweet"><p>Gone.</p><a href="https://twitter.com/varn/status/55?ref=x">1 May</a></blockquote><p>End.</p>`,
    ),
    [
      "See.",
      "https://www.youtube.com/watch?v=q7Rk2LmN_01",
      "The crane falls",
      "https://vimeo.com/123456",
      "https://varn.example/bell.mp3",
      "The bell",
      "https://twitter.com/varn/status/55",
      "End.",
    ].join("\n\n"),
  );
});

test("a frame of anything else is a link with its title", () => {
  assert.equal(
    markdown(`<p>A.</p><iframe src="https://charts.example/7" title="Loads a year"></iframe>`),
    "A.\n\n[Loads a year](https://charts.example/7)",
  );
});

test("footnotes keep their marks, and a note without its way back", () => {
  assert.equal(
    markdown(
      `<p>Old.<sup><a href="#fn1" id="r1">1</a></sup> Tall.<sup><a href="#fn2">2</a></sup></p><ol><li id="fn1">Yearbook. <a href="#r1">↩</a></li><li id="fn2"><p>Survey of 1911.</p></li></ol>`,
    ),
    "Old.[^1] Tall.[^2]\n\n[^1]: Yearbook.\n\n[^2]: Survey of 1911.",
  );
  assert.equal(
    markdown(`<p>See <a href="#more">more</a>.</p><p id="more">More of it.</p>`),
    "See more.\n\nMore of it.",
    "a link to a part of the text is none",
  );
});

test("every picture of a gallery is kept, and its caption", () => {
  assert.equal(
    markdown(
      `<figure class="gallery"><figure><img src="https://varn.example/a.jpg" alt="A"><figcaption>First</figcaption></figure><figure><img src="https://varn.example/b.jpg" alt="B"></figure><figcaption>All of May</figcaption></figure>`,
    ),
    '![A](https://varn.example/a.jpg "First")\n\n![B](https://varn.example/b.jpg)\n\nAll of May',
  );
});

const post = (fields: string, content: string, type = "post", id = "1"): string =>
  `<item><title>Post ${id}</title><link>https://varn.example/p${id}/</link><dc:creator>iholt</dc:creator>${fields}<content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2019-05-02 10:00:00</wp:post_date_gmt><wp:post_name>p${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>${type}</wp:post_type></item>`;
const read = (...items: string[]) =>
  readWxr(
    `<?xml version="1.0"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Varn</title><link>https://varn.example</link><wp:author><wp:author_login>iholt</wp:author_login><wp:author_display_name>Ida Holt</wp:author_display_name></wp:author><wp:category><wp:term_id>9</wp:term_id><wp:category_nicename>sea</wp:category_nicename><wp:cat_name>Sea</wp:cat_name></wp:category>${items.join("")}</channel></rss>`,
    { zone: "UTC" },
  );

test("two posts of one identity are two", () => {
  const guid = "<guid>https://varn.example/?p=7</guid>";
  const ids = read(post(guid, "<p>A.</p>"), post(guid, "<p>B.</p>", "post", "2")).map(({ id }) => id);
  assert.equal(new Set(ids).size, 2);
});

test("several authors are all named, and a login that is an address is nobody's name", () => {
  const [both] = read(
    post(
      `<category domain="author" nicename="cap-a">Ida Holt</category><category domain="author" nicename="cap-b">Lu Ban</category>`,
      "<p>A.</p>",
    ),
  );
  assert.deepEqual(both?.byline, ["Ida Holt", "Lu Ban"]);
  const [hidden] = read(post("", "<p>A.</p>").replace("iholt", "ida@varn.example"));
  assert.deepEqual(hidden?.byline, []);
  assert.ok(hidden?.needs.some((need) => need.includes("byline")));
});

test("pages and types of the site's own wait for an editor with their text", () => {
  const [page, recipe, ...others] = read(
    post("", "<p>Who we are.</p>", "page"),
    post("", "<p>Eels.</p>", "recipe", "2"),
    post("", "x", "nav_menu_item", "3"),
  );
  assert.equal(page?.body, "Who we are.");
  assert.match(page?.needs.join() ?? "", /pages\/p1\.md/);
  assert.match(recipe?.needs.join() ?? "", /recipe/);
  assert.deepEqual(others, []);
});

test("shortcodes around text keep the text, a quotation becomes one, and what is left out is named", () => {
  const [item] = read(
    post(
      "",
      `[dropcap]T[/dropcap]he wall is old [sic].\n\n[pullquote]We build now[/pullquote]\n\n[video mp4="https://varn.example/a.mp4"][/video]\n\n[chart id="7"]`,
    ),
  );
  assert.equal(item?.body, "The wall is old [sic].\n\n> We build now\n\nhttps://varn.example/a.mp4");
  assert.match(item?.notes.join() ?? "", /\[chart id="7"\]/);
});

test("notes of the block editor, the first category and a podcast's file are found in a post's own fields", () => {
  const meta = (key: string, value: string): string =>
    `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
  const [item] = read(
    post(
      `<category domain="category" nicename="land">Land</category><category domain="category" nicename="sea">Sea</category>${meta("footnotes", '[{"id":"f1","content":"Yearbook."}]')}${meta("_yoast_wpseo_primary_category", "9")}${meta("enclosure", "https://varn.example/1.mp3\n512\naudio/mpeg")}`,
      `<!-- wp:paragraph --><p>Old.<sup data-fn="f1"><a href="#f1">1</a></sup></p><!-- /wp:paragraph -->`,
    ),
  );
  assert.equal(item?.body, "Old.[^1]\n\n[^1]: Yearbook.");
  assert.equal(item?.section, "Sea");
  assert.deepEqual(item?.tags, ["Land"]);
  assert.ok(item?.media.some(({ kind, url }) => kind === "audio" && url === "https://varn.example/1.mp3"));
});

test("a feed's creators are parted, its year may have two digits, and a whole text is not called a beginning", () => {
  const [item] = readFeed(
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>V</title><item><title>Crane</title><pubDate>09 Jun 26 15:00 GMT</pubDate><dc:creator>Ida Holt, Lu Ban and Ada Poe</dc:creator><content:encoded><![CDATA[<p>Text.</p>]]></content:encoded></item></channel></rss>`,
    { zone: "UTC" },
  );
  assert.deepEqual(item?.byline, ["Ida Holt", "Lu Ban", "Ada Poe"]);
  assert.equal(item?.date, "2026-06-09T15:00Z");
  assert.ok(!item?.notes.some((note) => note.includes("separate full text")));
});

const AGENCIES = [
  [
    "Notizblock",
    "Der Kran von Varn",
    "Varn (dpa) - Der alte Kran wird im Herbst abgebaut, sagte der Hafenmeister am Montag.",
  ],
  [
    "NOT FOR PUBLICATION",
    "Crane comes down",
    "VARN (Northline) - The old crane comes down in autumn, the harbour master said on Monday.",
  ],
  [
    "Contact presse",
    "La grue de Varn",
    "VARN (AFP) - La vieille grue sera démontée en automne, a dit le capitaine du port lundi.",
  ],
] as const;
for (const [opening, title, text] of AGENCIES) {
  test(`what stands below “${opening}” is for editors, and told`, () => {
    const [item] = readWireText(`${title}\n\n${text}\n\n${opening}\n\nDesk: +49 30 000000, desk@agency.example\n`);
    assert.ok(!item?.body.includes("+49"));
    assert.ok(!item?.body.includes(opening));
    assert.ok(item?.notes.some((note) => note.includes("+49 30 000000")));
  });
}

test("a telex's last line tells when it was filed", () => {
  const [item] = readWireText(
    "Der Kran von Varn =\n\nVarn (dpa) - Der alte Kran wird im Herbst abgebaut, sagte der Hafenmeister am Montag.\n\ndpa ih xx n1 lb\n091500 Jun 26\n",
    { zone: "Europe/Berlin" },
  );
  assert.equal(item?.title, "Der Kran von Varn");
  assert.equal(Date.parse(item?.date ?? ""), Date.parse("2026-06-09T13:00Z"));
});

test("addresses that a piece had become its former addresses, whatever the other program called them", () => {
  const [item] = readMd(
    `---\ntitle: Crane\ndate: 2019-06-01\naliases: [/2019/06/crane/, "https://old.example/crane"]\nredirect_from: /old/crane.html\npermalink: /news/:title/\nurl: /nyheter/kran/\n---\n\nText.\n`,
    { zone: "UTC" },
  );
  assert.deepEqual(item?.aliases, ["/2019/06/crane/", "/crane", "/old/crane.html", "/nyheter/kran/"]);
  const [exported] = read(
    post(
      "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>kran</wp:meta_value></wp:postmeta>",
      "<p>A.</p>",
    ),
  );
  assert.deepEqual(exported?.aliases, ["/p1/", "/kran/"]);
});
