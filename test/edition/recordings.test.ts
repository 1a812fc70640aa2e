import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import { articleFile, TinyNewsroom } from "../tiny-newsroom.ts";

const FILM = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(200, 7)]);
const PAGE = "2031/05/18/launch.html";

test("a film of one's own plays with the captions and poster beside it, which may come and go; a feed leads to it", async (t) => {
  const newsroom = new TinyNewsroom(t, {
    "content/articles/2031/05/launch.md": articleFile(
      "Launch",
      "date: 2031-05-18",
      'Words.\n\n![The boat slides into the water](2031/launch.webm "The launch | Jo Reth")',
    ),
    "content/media/2031/launch.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nThere she goes.\n",
  });
  const media = join(newsroom.folder, "content/media/2031");
  mkdirSync(media, { recursive: true });
  writeFileSync(join(media, "launch.webm"), FILM);
  await newsroom.build();
  const bare = newsroom.page(PAGE);
  const film = /<source src="\.\.\/\.\.\/\.\.\/(media\/[^"]+\.webm)" type="video\/webm">/.exec(bare)?.[1] ?? "";
  assert.ok(newsroom.has(film));
  assert.match(bare, /<video controls preload="none" playsinline aria-label="The boat slides into the water" width=/);
  const captions = /<track kind="captions" src="\.\.\/\.\.\/\.\.\/([^"]+\.vtt)" srclang="en"/.exec(bare)?.[1] ?? "";
  assert.match(newsroom.page(captions), /There she goes/);
  assert.match(bare, /<figcaption>The launch\u2002<span class="credit">Jo Reth<\/span>/);
  assert.match(newsroom.page("feeds/all.json"), new RegExp(`<a href=\\\\"https://post.example/news/${film}`));

  const poster = await sharp({ create: { width: 64, height: 36, channels: 3, background: "#246" } })
    .jpeg()
    .toBuffer();
  writeFileSync(join(media, "launch.jpg"), poster);
  newsroom.remove("content/media/2031/launch.vtt");
  await newsroom.build();
  const changed = newsroom.page(PAGE);
  assert.match(changed, /<video [^>]*poster="[^"]*launch-[^"]+" width="64" height="36">/);
  assert.doesNotMatch(changed, /<track/);

  newsroom.remove("content/media/2031/launch.webm");
  assert.match(await newsroom.refused(), /launch\.md:8 body: there is no such film \(found "2031\/launch\.webm"\)/);
});
