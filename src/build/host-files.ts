/** Files that hosts look for at the root of a site. */
import type { Edition } from "../edition/edition.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import type { Site } from "../newsroom/newsroom.ts";
import { type SharedFiles, stage } from "./shared-files.ts";

export interface ShortLink {
  readonly code: string;
  /** Of the article, below the site's root. */
  readonly address: string;
}

export interface HostFile {
  readonly address: string;
  readonly text: string;
}

/** Changes when these files are to be written anew from the same edition. */
const RENDERING = 1;

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

/** A name that changes with the content of its file. */
const HASHED = /-[0-9a-f]{8}\.[a-z0-9]+$/;

/** The host files of an edition, to be written again when a short link, the site's address or an asset's name changed. */
export function selectHostFiles(edition: Edition, assets: Readonly<Record<string, string>>): SharedFiles {
  const { site, archive } = edition;
  const hashed = Object.values(assets).filter((address) => HASHED.test(address));
  let print = keyOf(JSON.stringify([RENDERING, site.url, site.shortUrl.as, [...hashed].sort()]));
  if (site.shortUrl.as === "redirects") {
    const columns = [archive.column("addressKey"), archive.column("shortCode")];
    for (const row of edition.order) print = foldKey(print, foldKeys(columns.map((column) => column[row] ?? 0)));
  }
  const render = (): HostFile[] => renderHostFiles(site, { hashed, shortLinks: shortLinksOf(edition) });
  return {
    name: "host files",
    print,
    write: (staging) => render().map(({ address, text }) => stage(staging, address, text)),
  };
}

function* shortLinksOf(edition: Edition): Generator<ShortLink> {
  for (const row of edition.order) {
    const { shortCode, address } = edition.head(row);
    yield { code: shortCode, address };
  }
}
