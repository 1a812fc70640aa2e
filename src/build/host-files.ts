/** Files that hosts look for at the root of a site. */
import { encodeAddress } from "../article/address.ts";
import { codeOfAddress } from "../article/alias.ts";
import { type Alias, aliasKey, aliasTarget, selectAliases } from "../edition/alias-view.ts";
import type { Edition } from "../edition/edition.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import type { Site } from "../newsroom/newsroom.ts";
import { makersKey } from "./code-key.ts";
import { type SharedFiles, stage } from "./shared-files.ts";

export interface ShortLink {
  readonly code: string;
  /** Of the article, below the site's root. */
  readonly address: string;
}

/** A former address and where it leads, both below the site's root. */
export interface LeadingOn {
  readonly from: string;
  readonly to: string;
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
 * `_redirects` (Cloudflare Pages, Netlify, GitLab Pages) and its like for servers, where the site has former addresses or
 * short links that are redirects. `hashed` are addresses of assets whose names change with their content; everything below
 * `media/` is so named. The same bytes from the same input, whatever its order.
 */
export function renderHostFiles(
  site: Pick<Site, "url" | "shortUrl">,
  options: {
    readonly shortLinks?: Iterable<ShortLink>;
    readonly hashed?: readonly string[];
    readonly former?: readonly LeadingOn[];
  } = {},
): HostFile[] {
  const base = basePath(site);
  const files: HostFile[] = [
    { address: ".nojekyll", text: "" },
    { address: "_headers", text: renderHeaders(base, options.hashed ?? []) },
  ];
  const former = (options.former ?? []).map(({ from, to }) => ({
    from: base + from.replace(/(^|\/)index\.html$/, "$1"),
    to: base + encodeAddress(to),
  }));
  const short =
    site.shortUrl.as !== "redirects"
      ? []
      : [...(options.shortLinks ?? [])]
          .sort((a, b) => (a.code < b.code ? -1 : 1))
          .map(({ code, address }) => ({ from: `${base}s/${code}`, to: base + encodeAddress(address) }));
  const redirects = [
    ...former.map(({ from, to }) => `${encodeAddress(from).replaceAll(" ", "%20")} ${to} 301\n`),
    ...short.map(({ from, to }) => `${from} ${to} 302\n`),
  ];
  if (redirects.length > 0 || site.shortUrl.as === "redirects")
    files.push({ address: "_redirects", text: redirects.join("") });
  if (site.shortUrl.as === "redirects")
    files.push({ address: "short-links.map", text: short.map(({ from, to }) => `${from} ${to};\n`).join("") });
  return former.length === 0 ? files : [...files, ...renderFormer(former)];
}

/** The same rules for servers: lines of nginx's `map $uri`, of Caddy and of Apache, which all compare with the decoded path. */
function renderFormer(former: readonly LeadingOn[]): HostFile[] {
  const render = (rule: (link: LeadingOn) => string): string => former.map((link) => `${rule(link)}\n`).join("");
  return [
    { address: "former-addresses.map", text: render(({ from, to }) => `"${from}" "${to}";`) },
    { address: "former-addresses.caddy", text: render(({ from, to }) => `redir "${from}" "${to}" 301`) },
    { address: "former-addresses.conf", text: render(({ from, to }) => `Redirect 301 "${from}" "${to}"`) },
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
  let print = keyOf(JSON.stringify([site.url, site.shortUrl.as, [...hashed].sort()]));
  const aliases = [...selectAliases(edition).values()];
  print = foldKeys([print, ...aliases.map((alias) => aliasKey(edition, alias))]);
  if (site.shortUrl.as === "redirects") {
    const columns = [archive.column("addressKey"), archive.column("shortCode")];
    for (const row of edition.order) print = foldKey(print, foldKeys(columns.map((column) => column[row] ?? 0)));
  }
  const render = (): HostFile[] =>
    renderHostFiles(site, { hashed, shortLinks: shortLinksOf(edition, aliases), former: formerOf(edition, aliases) });
  return {
    name: "host files",
    print,
    code: makersKey("hostFiles"),
    write: (staging) => render().map(({ address, text }) => stage(staging, address, text)),
  };
}

function* shortLinksOf(edition: Edition, aliases: readonly Alias[]): Generator<ShortLink> {
  for (const row of edition.order) {
    const { shortCode, address } = edition.head(row);
    yield { code: shortCode, address };
  }
  for (const alias of aliases) {
    const code = codeOfAddress(alias.address);
    if (code !== undefined) yield { code, address: aliasTarget(edition, alias).address };
  }
}

/** Short codes lead on by the rules of short links. */
function formerOf(edition: Edition, aliases: readonly Alias[]): LeadingOn[] {
  return aliases
    .filter(({ address }) => codeOfAddress(address) === undefined)
    .map((alias) => ({ from: alias.address, to: aliasTarget(edition, alias).address }));
}
