/** What a page of this site needs to be whole, read from its markup, which the same press has written. */
import { addressOf, isArticle } from "./address.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Text of an attribute, or of markup without its tags. */
function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => ENTITIES[name] ?? "");
}

/** The middle size of a picture: enough for a phone, whatever its screen. */
const WIDTH = 800;

function nearest(srcset: string): string | undefined {
  const sizes = srcset.split(",").map((entry) => {
    const [address, width = ""] = entry.trim().split(/\s+/);
    return { address, away: Math.abs(Number.parseInt(width, 10) - WIDTH) };
  });
  return sizes.sort((one, other) => one.away - other.away)[0]?.address;
}

/** Addresses of the scripts, the icon, one size of each picture, and the sound of a page. */
export function selectNeeds(markup: string, page: string, root: string): string[] {
  const found: (string | undefined)[] = [];
  for (const [picture] of markup.matchAll(/<picture>.*?<\/picture>|<img [^>]*>/gs)) {
    const srcset = /<source [^>]*?srcset="([^"]*)"/.exec(picture)?.[1];
    found.push(srcset === undefined ? /<img [^>]*?src="([^"]*)"/.exec(picture)?.[1] : nearest(srcset));
  }
  for (const [, source] of markup.matchAll(/<(?:script|audio|source)\b[^>]*?\ssrc="([^"]*)"/g)) found.push(source);
  for (const [link] of markup.matchAll(/<link rel="icon"[^>]*>/g)) found.push(/href="([^"]*)"/.exec(link)?.[1]);
  const base = new URL(page, root);
  const addresses = found.flatMap((source) => {
    if (source === undefined || source.startsWith("data:")) return [];
    return addressOf(new URL(plain(source), base).href, root) ?? [];
  });
  return [...new Set(addresses)];
}

/** The articles that the main part of a page leads to, in their order. */
export function selectArticles(markup: string, page: string, root: string): string[] {
  const main = /<main\b.*<\/main>/s.exec(markup)?.[0] ?? "";
  const base = new URL(page, root);
  const addresses = [...main.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].flatMap(([, href = ""]) => {
    const address = addressOf(new URL(plain(href), base).href, root);
    return address !== undefined && isArticle(address) && address !== page ? [address] : [];
  });
  return [...new Set(addresses)];
}

/** The headline of a page. */
export function selectTitle(markup: string): string {
  const title =
    /<main\b.*?<h1\b[^>]*>(.*?)<\/h1>/s.exec(markup)?.[1] ?? /<title>(.*?)<\/title>/s.exec(markup)?.[1] ?? "";
  return plain(title).replace(/\s+/g, " ").trim();
}
