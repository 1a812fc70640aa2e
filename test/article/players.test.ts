import assert from "node:assert/strict";
import test from "node:test";
import { renderBody, selectParagraphs, selectReferences } from "../../src/article/body.ts";
import { parsePlayer } from "../../src/article/players.ts";

const render = (markdown: string): string => renderBody(markdown, { lang: "en" }).toString().trim();

const HOUSES: readonly (readonly [address: string, service: string, url: string])[] = [
  ["https://www.youtube.com/watch?v=abcdefghijk&si=x&list=y", "YouTube", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://youtu.be/abcdefghijk?si=x", "YouTube", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["//www.youtube-nocookie.com/embed/abcdefghijk", "YouTube", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://player.vimeo.com/video/123456?h=1", "Vimeo", "https://vimeo.com/123456"],
  [
    "https://films.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d",
    "films.example",
    "https://films.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d",
  ],
  ["https://twitter.com/port/status/123?s=20", "X", "https://x.com/port/status/123"],
  [
    "https://social.example/@port/112233445566778899",
    "social.example",
    "https://social.example/@port/112233445566778899",
  ],
  ["https://bsky.app/profile/port.example/post/3kabc", "Bluesky", "https://bsky.app/profile/port.example/post/3kabc"],
  ["https://www.instagram.com/p/Cabc-1/?igsh=x", "Instagram", "https://www.instagram.com/p/Cabc-1/"],
  [
    "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fport%2Fposts%2F1",
    "Facebook",
    "https://www.facebook.com/port/posts/1",
  ],
  ["https://www.tiktok.com/@port/video/123?lang=en", "TikTok", "https://www.tiktok.com/@port/video/123"],
  ["https://t.me/port/12", "Telegram", "https://t.me/port/12"],
  [
    "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/port/horn&color=1",
    "SoundCloud",
    "https://soundcloud.com/port/horn",
  ],
  ["https://open.spotify.com/embed/episode/abc123?utm_source=x", "Spotify", "https://open.spotify.com/episode/abc123"],
  [
    "https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4&marker=3,2",
    "OpenStreetMap",
    "https://www.openstreetmap.org/?mlat=3&mlon=2#map=14/3/2",
  ],
  ["https://datawrapper.dwcdn.net/aB1cD/3/", "Datawrapper", "https://www.datawrapper.de/_/aB1cD/"],
];

test("addresses of films, posts, sounds, maps and charts are known, and lose what only counts readers", () => {
  for (const [address, service, url] of HOUSES) {
    const player = parsePlayer(address);
    assert.deepEqual([player?.service, player?.url], [service, url], address);
  }
  for (const other of [
    "https://www.youtube.com/",
    "https://vimeo.com/about",
    "https://example.org/w/a",
    "javascript:alert(1)",
    "https://x.com/port",
    "https://www.openstreetmap.org/",
  ])
    assert.equal(parsePlayer(other), undefined, other);
});

test("an address alone, a link alone and a pasted frame are one link; nothing of another house is loaded", () => {
  const film = "https://www.youtube.com/watch?v=abcdefghijk";
  const cases = [
    ["https://youtu.be/abcdefghijk", `YouTube: ${film}`],
    ["[Launch of the ferry](https://youtu.be/abcdefghijk)", "Launch of the ferry (YouTube)"],
    [
      '<iframe width="560" src="https://www.youtube.com/embed/abcdefghijk" title="Launch" allowfullscreen></iframe>',
      "Launch (YouTube)",
    ],
    [
      '<iframe src="https://www.youtube.com/embed/abcdefghijk"\n  title="YouTube video player"></iframe>',
      `YouTube: ${film}`,
    ],
  ];
  for (const [markdown = "", words] of cases) assert.equal(render(markdown), `<p><a href="${film}">${words}</a></p>`);
  const post =
    '<blockquote class="twitter-tweet"><p lang="en">Hi <a href="https://t.co/x">t.co</a></p>&mdash; Port <a href="https://twitter.com/port/status/1?ref_src=x">May 1</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>';
  assert.equal(render(post), '<p><a href="https://x.com/port/status/1">X: https://x.com/port/status/1</a></p>');
});

test("within a sentence, a list or a quote it stays a link; a frame of an unknown house stays text", () => {
  assert.match(render("See https://youtu.be/abcdefghijk now."), /^<p>See <a .* now\.<\/p>$/);
  assert.match(render("- https://youtu.be/abcdefghijk"), /class="external"/);
  assert.match(render('<iframe src="https://frames.example/1"></iframe>'), /^<p>&lt;iframe/);
});

test("a picture as the link is the card's poster", () => {
  const markdown = '[![A ferry](2026/ferry.jpg)](https://youtu.be/abcdefghijk "Launch")';
  const drawn: unknown[] = [];
  renderBody(markdown, {
    lang: "en",
    player: (player, poster) => {
      drawn.push(player.title, poster);
      return renderBody("", { lang: "en" });
    },
  });
  assert.deepEqual(drawn, ["Launch", { src: "2026/ferry.jpg", alt: "A ferry" }]);
  assert.deepEqual(
    selectReferences(markdown, "en").images.map(({ src }) => src),
    ["2026/ferry.jpg"],
  );
  assert.deepEqual(selectParagraphs(`${markdown}\n\nText.`, "en"), ["Text."]);
});
