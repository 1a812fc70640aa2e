/** Sitemaps: https://www.sitemaps.org/protocol.html, with the languages of a page and Google's extension for news. */
import { renderRfc3339 } from "../article/instant.ts";
import { type Html, html } from "../html.ts";
import { renderXmlDocument } from "./xml-document.ts";

/** The protocol's limit for one file. */
export const SITEMAP_LENGTH = 50_000;

export interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  readonly changedAt?: number | undefined;
  /** The same page in all its languages, itself among them; empty where it has but one. `x-default` is the original's. */
  readonly languages: readonly { readonly lang: string; readonly url: string }[];
}

export interface NewsEntry {
  readonly url: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly publishedAt: number;
}

const changed = (at: number | undefined): Html | undefined =>
  at === undefined ? undefined : html`<lastmod>${renderRfc3339(at)}</lastmod>`;

/** One sitemap. */
export function renderSitemap(entries: readonly SitemapEntry[]): string {
  const lines = entries.map(
    ({ url, changedAt, languages }) =>
      html`<url><loc>${url}</loc>${changed(changedAt)}${languages.map(({ lang, url: other }) => html`<xhtml:link rel="alternate" hreflang="${lang}" href="${other}"/>`)}</url>\n`,
  );
  return renderXmlDocument(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${lines}</urlset>`);
}

/** The index of all sitemaps. */
export function renderSitemapIndex(sitemaps: readonly Pick<SitemapEntry, "url" | "changedAt">[]): string {
  const lines = sitemaps.map(({ url, changedAt }) => html`<sitemap><loc>${url}</loc>${changed(changedAt)}</sitemap>\n`);
  return renderXmlDocument(html`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines}</sitemapindex>`);
}

/** Articles of the last two days: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export function renderNewsSitemap(entries: readonly NewsEntry[], publication: string): string {
  const lines = entries.map(
    ({ url, title, lang, publishedAt }) =>
      html`<url><loc>${url}</loc><news:news><news:publication><news:name>${publication}</news:name><news:language>${newsLanguage(lang)}</news:language></news:publication><news:publication_date>${renderRfc3339(publishedAt)}</news:publication_date><news:title>${title}</news:title></news:news></url>\n`,
  );
  return renderXmlDocument(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${lines}</urlset>`);
}

/** Two or three letters; Chinese alone keeps its script's country. */
function newsLanguage(lang: string): string {
  const [language = lang, ...rest] = lang.toLowerCase().split("-");
  if (language !== "zh") return language;
  return rest.includes("hant") || rest.includes("tw") || rest.includes("hk") ? "zh-tw" : "zh-cn";
}
