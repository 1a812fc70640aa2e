/** What stands in which sitemap. There are none where the site has no address. Reads no article: addresses come when one is drawn. */
import type { Edition } from "./edition.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import { LIST_KINDS, listAddress } from "./list-kinds.ts";
import type { PageRef } from "./page-ref.ts";
import { standingAddress } from "./text-links.ts";
import { keep } from "../memo.ts";

/** Below the protocol's 50,000, and 50 MB with all languages; with room for pages of the newsroom's own. */
const PART_LENGTH = 40_000;
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
/** Google News reads so many. */
const NEWS_LENGTH = 1000;

export interface Sitemap {
  /** Site-relative. */
  readonly address: string;
  readonly kind: "month" | "pages" | "news";
  /** Of a month or of the news, oldest first. */
  readonly rows: readonly number[];
  /** Of other pages, site-relative. */
  readonly pages: readonly SitePage[];
}

/** A page that is no article: a front page, the head of a list, a standing page. */
export interface SitePage {
  readonly address: string;
  readonly languages: readonly { readonly lang: string; readonly address: string }[];
}

const plans = keep<Edition, readonly Sitemap[]>();

function partsOf<Value>(values: readonly Value[]): Value[][] {
  const count = Math.ceil(values.length / PART_LENGTH);
  return Array.from({ length: count }, (_part, index) => values.slice(index * PART_LENGTH, (index + 1) * PART_LENGTH));
}

const partName = (name: string, index: number): string => `sitemaps/${name}${index === 0 ? "" : `-${index + 1}`}.xml`;

/** Articles of the last two days before the edition's moment, newest first; a retracted one is no news. */
function selectNews(edition: Edition): number[] {
  const publishedAt = edition.archive.column("publishedAt");
  const rows: number[] = [];
  for (let index = edition.order.length - 1; index >= 0 && rows.length < NEWS_LENGTH; index--) {
    const row = edition.order[index] ?? 0;
    if ((publishedAt[row] ?? 0) < edition.now - TWO_DAYS) break;
    if (!edition.isRetracted(row)) rows.push(row);
  }
  return rows;
}

function selectPages(edition: Edition): SitePage[] {
  const { languages, standing } = edition;
  const inAll = (name: string) => languages.map((lang) => ({ lang, address: edition.folderOf(lang) + name }));
  const pages: SitePage[] = inAll("index.html").map(({ address }) => ({ address, languages: inAll("index.html") }));
  for (const list of edition.lists.values()) {
    const address = edition.listHref(list);
    const { sitemap } = LIST_KINDS[list.kind];
    if (!languages.includes(list.lang) || sitemap === undefined) continue;
    pages.push({ address, languages: sitemap === "in all languages" ? inAll(listAddress("", list)) : [] });
  }
  for (const page of standing) {
    const same = standing.filter(({ name, lang }) => name === page.name && languages.includes(lang));
    if (!languages.includes(page.lang)) continue;
    pages.push({
      address: standingAddress(edition, page),
      languages: same.map((other) => ({ lang: other.lang, address: standingAddress(edition, other) })),
    });
  }
  return pages.map((page) => (page.languages.length > 1 ? page : { ...page, languages: [] }));
}

/** All sitemaps but their index: a month each, the other pages, the news. */
export function selectSitemaps(edition: Edition): readonly Sitemap[] {
  if (edition.site.url === undefined) return [];
  return plans(edition, () => {
    const months = new Map<string, number[]>();
    for (const { name, rows } of edition.listsOf("month")) months.set(name, [...(months.get(name) ?? []), ...rows]);
    const { position } = edition;
    const news = selectNews(edition);
    return [
      ...[...months]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([month, rows]) =>
          partsOf(rows.sort((one, other) => (position[one] ?? 0) - (position[other] ?? 0))).map(
            (part, index): Sitemap => ({ address: partName(month, index), kind: "month", rows: part, pages: [] }),
          ),
        ),
      ...partsOf(selectPages(edition)).map((pages, index): Sitemap => ({
        address: partName("pages", index),
        kind: "pages",
        rows: [],
        pages,
      })),
      ...(news.length === 0 ? [] : [{ address: "sitemaps/news.xml", kind: "news", rows: news, pages: [] } as const]),
    ];
  });
}

/** The pages of a sitemap, those of the newsroom's own at the end of the last: they may be known only when others are planned. */
export function selectSitePages(edition: Edition, { kind, pages, address }: Sitemap): readonly SitePage[] {
  const last = selectSitemaps(edition).findLast((sitemap) => sitemap.kind === "pages");
  if (kind !== "pages" || address !== last?.address) return pages;
  return [...pages, ...edition.ownPages.map((own) => ({ address: own, languages: [] }))];
}

/** When the newest of a sitemap's articles last changed; undefined of one with no articles. */
export function sitemapChangedAt(edition: Edition, { rows }: Sitemap): number | undefined {
  const changedAt = edition.changedAt;
  let newest: number | undefined;
  for (const row of rows) newest = Math.max(newest ?? Number.NEGATIVE_INFINITY, changedAt[row] ?? 0);
  return newest;
}

function rowsKey(edition: Edition, rows: readonly number[]): number {
  const addressKey = edition.archive.column("addressKey");
  const changedAt = edition.changedAt;
  let key = 1;
  for (const row of rows) {
    key = foldKey(foldKey(key, addressKey[row] ?? 0), changedAt[row] ?? 0);
    for (const other of edition.graph.translations(row)) key = foldKey(key, addressKey[other] ?? 0);
  }
  return key;
}

/** Refs of the sitemaps and of their index. */
export function* selectSitemapPages(edition: Edition): Generator<PageRef> {
  const sitemaps = selectSitemaps(edition);
  const { site } = edition;
  if (sitemaps.length === 0) return;
  const frame = keyOf(JSON.stringify([site.url, site.title, site.language, site.languages]));
  let index = frame;
  for (const sitemap of sitemaps) {
    const { address, kind, rows } = sitemap;
    index = foldKeys([index, keyOf(address), sitemapChangedAt(edition, sitemap) ?? 0]);
    const content =
      kind === "month"
        ? rowsKey(edition, rows)
        : kind === "news"
          ? edition.keys.ofHeads(rows)
          : keyOf(
              selectSitePages(edition, sitemap)
                .map((page) => `${page.address} ${page.languages.length}`)
                .join("\n"),
            );
    yield { address, lang: site.language, name: address, print: foldKeys([frame, content]) };
  }
  yield { address: "sitemap.xml", lang: site.language, name: "index", print: index };
}
