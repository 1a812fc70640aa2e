/** Sitemaps: `sitemap.xml` (the index), `sitemaps/2021-01.xml`, `sitemaps/pages.xml`, `sitemaps/news.xml`. */
import { absoluteAddress } from "../article/address.ts";
import type { Edition } from "../edition/edition.ts";
import {
  type SitePage,
  selectSitePages,
  selectSitemapPages,
  selectSitemaps,
  sitemapChangedAt,
} from "../edition/sitemap-view.ts";
import { renderNewsSitemap, renderSitemap, renderSitemapIndex, type SitemapEntry } from "../feeds/sitemap.ts";
import { definePages } from "./page-template.ts";

type Languages = readonly { readonly lang: string; readonly address: string }[];

/** The first language is that of readers whose own is not there. */
function linkLanguages(languages: Languages, url: string): SitemapEntry["languages"] {
  const links = languages.map(({ lang, address }) => ({ lang, url: absoluteAddress(url, address) }));
  const [first] = links;
  return first === undefined ? [] : [...links, { lang: "x-default", url: first.url }];
}

function makeArticleEntry(edition: Edition, row: number, url: string): SitemapEntry {
  const languages = edition.graph.translations(row).map((other) => edition.head(other));
  return {
    url: absoluteAddress(url, edition.head(row).address),
    changedAt: edition.changedAt[row],
    languages: linkLanguages(languages, url),
  };
}

function makePageEntry({ address, languages }: SitePage, url: string): SitemapEntry {
  return { url: absoluteAddress(url, address), languages: linkLanguages(languages, url) };
}

export default definePages("sitemap", selectSitemapPages, (edition, { address }) => {
  const { url, title } = edition.site;
  if (url === undefined) throw new TypeError("a site without an address has no sitemaps");
  const sitemaps = selectSitemaps(edition);
  const sitemap = sitemaps.find((one) => one.address === address);
  if (sitemap === undefined) {
    return renderSitemapIndex(
      sitemaps.map((one) => ({ url: url + one.address, changedAt: sitemapChangedAt(edition, one) })),
    );
  }
  switch (sitemap.kind) {
    case "month":
      return renderSitemap(sitemap.rows.map((row) => makeArticleEntry(edition, row, url)));
    case "pages":
      return renderSitemap(selectSitePages(edition, sitemap).map((page) => makePageEntry(page, url)));
    case "news": {
      const heads = sitemap.rows.map((row) => edition.head(row));
      return renderNewsSitemap(
        heads.map((head) => ({ ...head, url: absoluteAddress(url, head.address) })),
        title,
      );
    }
  }
});
