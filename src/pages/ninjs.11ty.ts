/** A month of the archive as ninjs: `archive/2021/01.json`. */
import { absoluteAddress } from "../article/address.ts";
import type { Article } from "../article/article.ts";
import { dayStartsAt, renderMonth } from "../article/instant.ts";
import type { Edition } from "../edition/edition.ts";
import { selectMonthData } from "../edition/month-data-view.ts";
import { headlineKey } from "../archive/read-article.ts";
import { type ExportContext, renderUrn } from "../feeds/export-context.ts";
import { renderNinjsCollection } from "../feeds/ninjs.ts";
import { definePages } from "./page-template.ts";
import { makeWireContext } from "./wire-context.ts";

/** Without a word of articles that are not open: what refers to one goes without that reference. */
function withoutHeld(edition: Edition, article: Article, context: ExportContext): Article {
  const { translates, related, ...rest } = article;
  return {
    ...rest,
    related: related.filter((entry) => {
      if (entry.kind === "path") return context.find(entry.path) !== undefined;
      return entry.kind === "link" || !edition.graph.isHeld(-headlineKey(entry.title));
    }),
    ...(translates === undefined || context.find(translates) === undefined ? {} : { translates }),
  };
}

/** The Markdown of a text goes out unless it names an article that is held. */
function bodiesOf(edition: Edition, rows: readonly number[]): NonNullable<ExportContext["bodies"]> {
  const links = edition.archive.ragged("links");
  const silent = new Set(
    rows
      .filter((row) => Array.from(links.of(row)).some((link) => edition.graph.isHeld(link)))
      .map((row) => edition.head(row).path),
  );
  return ({ path }) => (silent.has(path) ? ["main"] : ["main", "source"]);
}

export default definePages("ninjs", selectMonthData, (edition, { address, list, lang }) => {
  if (list === undefined) throw new TypeError(`${address} is not the data of a month`);
  const { site } = edition;
  const [year = 0, month = 0] = list.name.split("-").map(Number);
  const context = { ...makeWireContext(edition, lang), bodies: bodiesOf(edition, list.rows) };
  const articles = list.rows.map((row) => withoutHeld(edition, edition.article(row), context));
  const uri = site.url === undefined ? renderUrn(`${site.title} ${address}`) : absoluteAddress(site.url, address);
  const name = renderMonth(dayStartsAt({ year, month, day: 1 }, "utc"), "utc", lang);
  const collection = renderNinjsCollection(articles, { uri, title: `${site.title}, ${name}` }, context);
  return `${JSON.stringify(collection)}\n`;
});
