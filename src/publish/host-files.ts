/** Files that hosts look for at the root of a site. */
import type { Site } from "../edition/newsroom.ts";

export interface ShortLink {
  readonly code: string;
  /** Of the article, below the site's root. */
  readonly address: string;
}

export interface HostFile {
  readonly address: string;
  readonly text: string;
}

const FOREVER = "public, max-age=31536000, immutable";
/** Cloudflare Pages takes 100 rules in `_headers`. */
const HEADER_RULES = 90;

/**
 * `.nojekyll` (GitHub Pages would leave out names that begin with an underscore), `_headers` (Cloudflare Pages, Netlify),
 * and where the site's short links are redirects: `_redirects` (Cloudflare Pages, Netlify, GitLab Pages) and
 * `short-links.map` (nginx). `hashed` are addresses of assets whose names change with their content; everything below
 * `media/` is so named. The same bytes from the same input, whatever its order.
 */
export function renderHostFiles(
  site: Pick<Site, "url" | "shortUrl">,
  options: { readonly shortLinks?: Iterable<ShortLink>; readonly hashed?: readonly string[] } = {},
): HostFile[] {
  const base = basePath(site);
  const files: HostFile[] = [
    { address: ".nojekyll", text: "" },
    { address: "_headers", text: renderHeaders(base, options.hashed ?? []) },
  ];
  if (site.shortUrl.as !== "redirects") return files;
  const links = [...(options.shortLinks ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [
    ...files,
    { address: "_redirects", text: links.map((link) => `${base}s/${link.code} ${base}${link.address} 302\n`).join("") },
    {
      address: "short-links.map",
      text: links.map((link) => `${base}s/${link.code} ${base}${link.address};\n`).join(""),
    },
  ];
}

/** The path below which the site lies at its host: `/`, or `/news/`. */
function basePath(site: Pick<Site, "url">): string {
  return site.url === undefined ? "/" : new URL(site.url).pathname.replace(/\/*$/, "/");
}

/** Not `immutable` for pages: they keep their addresses and are asked for anew each time, which costs a 304. */
function renderHeaders(base: string, hashed: readonly string[]): string {
  const forever = [`${base}media/*`, ...[...hashed].sort().map((address) => base + address)].slice(0, HEADER_RULES);
  const rules = [`${base}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n`];
  for (const path of forever) rules.push(`${path}\n  Cache-Control: ${FOREVER}\n`);
  return rules.join("");
}
