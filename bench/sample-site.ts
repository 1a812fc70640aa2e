/** The sample newsroom as a host serves it: built for the address it stands at, compressed, with the caching that docs/hosting.md advises. */
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "../src/build/build.ts";
import { selectFolders } from "../src/newsroom/folders.ts";
import { sampleArticles } from "./archive.ts";

const HOUSE = resolve(import.meta.dirname, "..");
/** The evening of the sample's day. */
const NOW = Date.UTC(2026, 10, 20, 18, 30);
const WORDS = 425;

/** One page of each kind that is measured, by what it is called. */
export const MEASURED_PAGES: Readonly<Record<string, string>> = {
  "article, 425 words": "2026/11/20/plain-words.html",
  "article, picture and sound": "2026/11/20/sunline-cable-signed.html",
  "long read": "2026/11/20/hallow-quay-moves-uphill.html",
  "front page": "index.html",
  section: "sections/economy.html",
  topic: "topics/sunline.html",
  search: "search.html",
};

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".mp3": "audio/mpeg",
};
const COMPRESSED = /^(text|application)\/|svg/;
/** Eight digits of the content in the name: it never changes. */
const NAMED_BY_CONTENT = /-[0-9a-f]{8}\b/;

/** As hosts compress: gzip at its usual level. */
export function compress(content: Buffer | string): Buffer {
  return gzipSync(content, { level: 6 });
}

export interface SampleSite {
  /** Ends in a slash. */
  readonly url: string;
  /** The built site. */
  readonly output: string;
  readonly close: () => Promise<void>;
}

/** An article of so many words, with section, dateline, byline, standfirst and tags, and no picture. */
function plainArticle(): string {
  const [article] = sampleArticles({ articles: 1, words: WORDS });
  const words = (article?.paragraphs ?? []).join(" ").split(" ");
  const text = Array.from({ length: WORDS }, (_word, index) => words[index % words.length] ?? "");
  const paragraphs = Array.from({ length: Math.ceil(WORDS / 45) }, (_part, index) =>
    text.slice(index * 45, index * 45 + 45).join(" "),
  );
  return `---
title: ${article?.title}
date: 2026-11-20T10:00:00Z
dateline: ${article?.dateline}
byline: Mara Ellin
section: economy
standfirst: ${article?.standfirst}
tags: [Sunline, energy, climate]
---

${paragraphs.join("\n\n")}
`;
}

/** Builds the sample in a folder and serves it on this machine until `close`. */
export async function openSampleSite(folder: string): Promise<SampleSite> {
  const output = join(folder, "dist");
  const server = createServer((request, response) => {
    const address = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/").slice(1) || "index.html";
    const path = resolve(output, address);
    if (!path.startsWith(output) || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { "content-type": "text/html" }).end(compress("404"));
      return;
    }
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const content = readFileSync(path);
    const packed = COMPRESSED.test(type);
    response.writeHead(200, {
      "content-type": type,
      "cache-control": NAMED_BY_CONTENT.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      ...(packed && { "content-encoding": "gzip", vary: "accept-encoding" }),
    });
    response.end(packed ? compress(content) : content);
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}/`;
  const data = join(folder, "data");
  const content = join(folder, "content");
  cpSync(join(HOUSE, "_data"), data, { recursive: true });
  cpSync(join(HOUSE, "src/content"), content, { recursive: true });
  const site = join(data, "site.yaml");
  writeFileSync(site, readFileSync(site, "utf8").replace(/^url: .*$/m, `url: ${url}`));
  writeFileSync(join(content, "articles/2026/11/plain-words.md"), plainArticle());
  await build({ folders: selectFolders({ content, data, output, cache: join(folder, "cache") }), now: NOW });
  return {
    url,
    output,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(folder, { recursive: true, force: true });
          done();
        });
      }),
  };
}
