import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import { articleFile, openTinyNewsroom } from "./tiny-newsroom.ts";

const NOW = Date.UTC(2031, 4, 6, 12);

test("a retracted headline is marked everywhere that it stands", async (t) => {
  const newsroom = openTinyNewsroom(t, {
    "data/site.yaml": "title: The Tiny Post\nurl: https://tiny.example/\nshortUrl: {as: pages}\n",
    "content/articles/2031/05/before.md": articleFile("Before it", "2031-05-04", "tags: [Sea]\n"),
    "content/articles/2031/05/false.md": articleFile(
      "Whale swallows ferry",
      "2031-05-05",
      "tags: [Sea]\nrelated: [2031/05/before]\nretracted: {date: 2031-05-06, reason: It did not.}\n",
    ),
    "content/articles/2031/05/after.md": articleFile(
      "After it",
      "2031-05-06",
      "tags: [Sea]\nrelated: [2031/05/false]\n",
    ),
  });
  const { written } = await newsroom.build(NOW);
  const marked = /Retracted(?:<\/span>)?(?::)? ?(?:<a[^>]*>)?(?:<bdi>)?Whale swallows ferry/g;
  let stood = 0;
  for (const address of written.filter(
    (one) => /\.(?:html|xml|json)$/.test(one) && !/^archive\/\d{4}\/\d{2}\.json$/.test(one),
  )) {
    const text = readFileSync(join(newsroom.folders.output, address), "utf8");
    const all = text.split("Whale swallows ferry").length - 1;
    // The ledger and its feeds say in each entry that it is one.
    const known = address.startsWith("corrections.") || address.startsWith("feeds/corrections");
    const without =
      text.replace(/<meta name="description"[^>]*>|<p class="of">.*?<\/p>/g, "").split("Whale swallows ferry").length -
      1;
    assert.ok(
      known || (text.match(marked)?.length ?? 0) >= without,
      `${address} has it ${all} times, unmarked: ${/.{90}Whale.{20}/s.exec(text)?.[0]}`,
    );
    stood += all;
  }
  assert.ok(stood > 10);
  const page = readFileSync(join(newsroom.folders.output, "2031/05/05/false.html"), "utf8");
  for (const part of ["<title>Retracted: Whale", 'og:title" content="Retracted: Whale', '"headline":"Retracted: Whale'])
    assert.ok(page.includes(part), part);
});

test("other sites are given a picture that they show: no drawing, none that moves, none that is small", async (t) => {
  const names = ["wide.jpg", "narrow.jpg", "moving.gif", "drawn.svg"];
  const newsroom = openTinyNewsroom(t, {
    "data/site.yaml": "title: The Tiny Post\nurl: https://tiny.example/\n",
    "content/media/drawn.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><path d="M0 0h900v600z"/></svg>',
    ...Object.fromEntries(
      names.map((src) => [
        `content/articles/2031/05/${src.slice(0, -4)}.md`,
        articleFile(src.slice(0, -4), "2031-05-05", `image: {src: ${src}, alt: A quay}\n`),
      ]),
    ),
  });
  const draw = (width: number) => sharp({ create: { width, height: 400, channels: 3, background: "#369" } });
  const media = join(newsroom.folders.content, "media");
  mkdirSync(media, { recursive: true });
  await draw(800).jpeg().toFile(join(media, "wide.jpg"));
  await draw(500).jpeg().toFile(join(media, "narrow.jpg"));
  await draw(800).gif().toFile(join(media, "moving.gif"));
  await newsroom.build(NOW);
  const shared = names.map((src) => {
    const page = readFileSync(join(newsroom.folders.output, `2031/05/05/${src.slice(0, -4)}.html`), "utf8");
    assert.ok(page.includes('<meta name="robots" content="max-image-preview:large">'));
    for (const type of ["rss", "atom", "feed"])
      assert.match(page, new RegExp(`rel="alternate" type="application/${type}\\+`));
    return /og:image" content="https:\/\/tiny\.example\/(media\/cards|media)\//.exec(page)?.[1];
  });
  assert.deepEqual(shared, ["media", "media/cards", "media/cards", "media/cards"]);
});
