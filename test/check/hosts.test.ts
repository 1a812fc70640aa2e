import assert from "node:assert/strict";
import test from "node:test";
import { renderHostFiles } from "../../src/build/host-files.ts";
import { HOSTS, measureSite, type SiteMeasure, warnOfHosts } from "../../src/check/hosts.ts";
import { openDesk, writeFiles } from "../output/small-site.ts";

const SMALL: SiteMeasure = {
  files: 400,
  folders: 40,
  fullest: { address: "s/k3", files: 30 },
  bytes: 5_000_000,
  largest: { address: "media/a.jpg", bytes: 200_000 },
  endings: new Map([["html", 390]]),
  redirects: 0,
  redirectBytes: 0,
};

test("a small site fits every host", () => {
  assert.deepEqual(warnOfHosts(Object.keys(HOSTS), SMALL), []);
});

const PASSED: readonly (readonly [host: string, site: Partial<SiteMeasure>, warning: string])[] = [
  [
    "cloudflare-pages",
    { files: 20_001 },
    "Cloudflare Pages: 20,001 files, of at most 20,000 (100,000 files on paid plans); see https:",
  ],
  [
    "cloudflare-pages",
    { largest: { address: "media/a.mp3", bytes: 26 * 1024 ** 2 } },
    "26 MB in media/a.mp3, of at most 25 MB",
  ],
  ["cloudflare-pages", { redirects: 2_001 }, "2,001 short links in _redirects, of at most 2,000"],
  ["github-pages", { bytes: 1.5 * 1024 ** 3 }, "GitHub Pages: 1.5 GB in all, of at most 1 GB"],
  ["github-pages", { redirects: 12 }, "12 short links as redirects, which it does not read; set shortUrl.as to pages"],
  ["gitlab-pages", { files: 190_000, folders: 10_001 }, "200,001 files and folders, of at most 200,000"],
  ["gitlab-pages", { redirects: 900, redirectBytes: 70_000 }, "69 KB of _redirects, of at most 64 KB"],
  ["netlify", { fullest: { address: "s", files: 54_001 } }, "54,001 files in s, of at most 54,000"],
  ["vercel", { bytes: 101 * 1024 ** 2 }, "101 MB in all, of at most 100 MB"],
  [
    "neocities",
    {
      endings: new Map([
        ["mp3", 1],
        ["html", 3],
      ]),
    },
    "files that it refuses: .mp3 (50 GB",
  ],
  ["netlfy", {}, '"netlfy" is not known; did you mean netlify?'],
];

for (const [host, site, warning] of PASSED) {
  test(`${host} is warned of: ${warning}`, () => {
    const warnings = warnOfHosts(["https://mirror.example/", host], { ...SMALL, ...site });
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.ok(warnings[0]?.includes(warning), warnings[0]);
  });
}

test("a built site is measured", (t) => {
  const desk = openDesk();
  t.after(desk.remove);
  writeFiles(
    desk.output,
    new Map([
      ["index.html", "x".repeat(10)],
      ["a/one.html", "x".repeat(20)],
      ["a/two.mp3", "x".repeat(30)],
      ["a/b/three.html", "x"],
      ["a/four.html", ""],
      ["_redirects", "/s/a /b 302\n"],
      [".git/HEAD", "x"],
    ]),
  );
  assert.deepEqual(measureSite(desk.output), {
    files: 6,
    folders: 2,
    fullest: { address: "a", files: 3 },
    bytes: 73,
    largest: { address: "a/two.mp3", bytes: 30 },
    endings: new Map([
      ["html", 4],
      ["mp3", 1],
      ["", 1],
    ]),
    redirects: 1,
    redirectBytes: 12,
  });
});

const LINKS = [
  { code: "zz9q2pa", address: "2031/01/16/ferry.html" },
  { code: "k3x9q2p", address: "2031/01/15/harbour.html" },
];

test("short links become redirects only where the site wants them so", () => {
  const pages = renderHostFiles({ shortUrl: { as: "pages" } }, { shortLinks: LINKS });
  assert.deepEqual(
    pages.map(({ address }) => address),
    [".nojekyll", "_headers"],
  );
  const files = new Map(
    renderHostFiles({ shortUrl: { as: "redirects" } }, { shortLinks: LINKS }).map(({ address, text }) => [
      address,
      text,
    ]),
  );
  assert.equal(
    files.get("_redirects"),
    "/s/k3x9q2p /2031/01/15/harbour.html 302\n/s/zz9q2pa /2031/01/16/ferry.html 302\n",
  );
  assert.equal(
    files.get("short-links.map"),
    "/s/k3x9q2p /2031/01/15/harbour.html;\n/s/zz9q2pa /2031/01/16/ferry.html;\n",
  );
});

test("under a path, rules of hosts carry the path", () => {
  const site = { url: "https://host.example/news/", shortUrl: { as: "redirects" as const } };
  const files = new Map(
    renderHostFiles(site, { shortLinks: LINKS.slice(1), hashed: ["assets/page-9fbab1c7.js"] }).map(
      ({ address, text }) => [address, text],
    ),
  );
  assert.equal(files.get("_redirects"), "/news/s/k3x9q2p /news/2031/01/15/harbour.html 302\n");
  assert.equal(
    files.get("_headers"),
    `/news/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
/news/media/*
  Cache-Control: public, max-age=31536000, immutable
/news/assets/page-9fbab1c7.js
  Cache-Control: public, max-age=31536000, immutable
`,
  );
});
