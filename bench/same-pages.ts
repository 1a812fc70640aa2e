/** Do all contestants make the same pages? Counts of each kind, the words and parts of some articles, and what sitemaps and feeds name. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { codeOf, shortAddress } from "../src/article/address.ts";
import { slugOf } from "../src/article/slug.ts";
import { sampleArticles } from "./archive.ts";
import { comparePageParts } from "./page-parts.ts";
import type { Contestant } from "./contestants.ts";

/** Articles whose words and parts are compared. */
const LOOKED_AT = 20;

/** Files of each kind that a contestant wrote, and all of them. */
export function countPages({ output, kinds }: Contestant): Record<string, number> {
  const files = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) => /\.[a-z0-9]+$/.test(name));
  const counts: Record<string, number> = {};
  for (const [kind, shape] of Object.entries(kinds)) counts[kind] = files.filter((name) => shape.test(name)).length;
  counts.files = files.length;
  return counts;
}

/** Letters and figures only: quotation marks, entities and markup are each tool's own. */
function wordsOf(text: string): string {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/&[#a-z0-9]+;/gi, " ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ");
}

/** The texts of a contestant's files whose names have a shape, as one. */
function readAll({ output }: Contestant, shape: RegExp): string {
  const files = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) => shape.test(name));
  return files.map((name) => readFileSync(join(output, name), "utf8")).join("\n");
}

const SITEMAP = /^(?:sitemaps\/.*|sitemap[^/]*)\.xml$/;
const FEED = /^(?:feeds\/.*|feed|index)\.(?:xml|json)$/;

/** Throws where a short link does not say whose it is, or does not lead there. */
function compareShortPage({ name, output }: Contestant, address: string, title: string): void {
  const short = shortAddress(codeOf(address));
  const page = readFileSync(join(output, short), "utf8");
  for (const part of [
    `<title>${title}</title>`,
    'http-equiv="refresh"',
    'content="noindex"',
    "sha256-",
    `${address}">`,
  ])
    if (!page.includes(part)) throw new Error(`${name}: ${short} lacks ${part}`);
}

/** Bytes of an article's page, on average. */
export function weighArticles({ output, kinds }: Contestant): number {
  const files = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) => kinds.articles?.test(name));
  return Math.round(files.reduce((sum, name) => sum + statSync(join(output, name)).size, 0) / files.length);
}

/**
 * Throws where a contestant lacks an article, one of its paragraphs or parts, or as many pages of a kind as the first has; where no
 * sitemap names an article, or no feed the newest.
 */
export function comparePages(contestants: readonly Contestant[], articles: number): void {
  const [first, ...others] = contestants;
  if (first === undefined) return;
  const expected = countPages(first);
  for (const other of others) {
    const counts = countPages(other);
    for (const kind of Object.keys(other.kinds)) {
      if (counts[kind] !== expected[kind])
        throw new Error(`${other.name} has ${counts[kind]} ${kind}, ${first.name} ${expected[kind]}`);
    }
  }
  const sitemaps = new Map(contestants.map((one) => [one, readAll(one, SITEMAP)]));
  let newest = "";
  const step = Math.max(1, Math.floor(articles / LOOKED_AT));
  let index = 0;
  for (const article of sampleArticles({ articles })) {
    const address = `${article.date.slice(0, 10).replaceAll("-", "/")}/${article.slug}.html`;
    newest = address;
    if (index++ % step !== 0) continue;
    for (const one of contestants) {
      const { name, output } = one;
      // Astro's sitemap leaves endings out, which is how its pages are asked for.
      if (!sitemaps.get(one)?.includes(address.replace(/\.html$/, "")))
        throw new Error(`${name}: no sitemap has ${address}`);
      const text = readFileSync(join(output, address), "utf8");
      const words = wordsOf(text);
      for (const paragraph of article.paragraphs)
        if (!words.includes(wordsOf(paragraph).trim())) throw new Error(`${name}: ${address} lacks ${paragraph}`);
      if (one !== first) {
        const topic = `topics/${slugOf(article.tags[0] ?? "")}.html`;
        for (const page of [address, topic]) {
          const [found, wanted] = [one, first].map(({ output }) => readFileSync(join(output, page), "utf8"));
          comparePageParts(`${name}: ${page}`, found ?? "", wanted ?? "");
        }
      }
      compareShortPage(one, address, article.title);
    }
  }
  for (const one of contestants)
    if (!readAll(one, FEED).includes(newest)) throw new Error(`${one.name}: no feed has ${newest}`);
}
