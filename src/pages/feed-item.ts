/** Articles, and what was changed in them, as items of feeds. */
import { absoluteAddress } from "../article/address.ts";
import { selectChangedAt } from "../article/change.ts";
import { wordsOf } from "../components/words.ts";
import type { Edition } from "../edition/edition.ts";
import { directionOf } from "../edition/frame.ts";
import type { LedgerRow } from "../edition/ledger-view.ts";
import type { Strings } from "../newsroom/newsroom.ts";
import type { FeedItem } from "../feeds/feed.ts";
import { itemUri } from "../feeds/export-context.ts";
import { type FeedWords, renderFeedContent } from "../feeds/feed-content.ts";
import { type Html, html } from "../html.ts";
import { selectFeedImage, selectFeedSound, webAddress } from "./feed-media.ts";
import { keep } from "../memo.ts";
import { makeWireContext } from "./wire-context.ts";

/** Texts are rendered once for the formats and feeds that carry them; so many are kept. */
const ITEMS_KEPT = 1000;
const itemsOf = keep<Edition, Map<number, FeedItem>>();

/** The words of the interface in a language. */
export function stringsOf(edition: Edition, lang: string): Strings {
  return edition.newsroom.strings[lang] ?? {};
}

function feedWords(edition: Edition, lang: string): FeedWords {
  const words = wordsOf({ lang, strings: stringsOf(edition, lang) });
  return {
    change: (kind) => words.say(`kind.${kind}`),
    retracted: (moment) => words.say("retracted", { moment }),
  };
}

function makeItem(edition: Edition, row: number, url: string): FeedItem {
  const article = edition.article(row);
  const { lang, retracted, standfirst, source } = article;
  const page = absoluteAddress(url, article.address);
  const image = selectFeedImage(edition, article, url);
  const sound = selectFeedSound(edition, article, url);
  const via = webAddress(source?.url);
  const label = stringsOf(edition, lang)["kind.retraction"];
  const summary = retracted === undefined ? standfirst : retracted.reason;
  const content = renderFeedContent(article, {
    context: makeWireContext(edition, lang),
    words: feedWords(edition, lang),
    page,
    dir: directionOf(lang),
    ...(image === undefined ? {} : { image }),
  });
  return {
    id: itemUri(article, makeWireContext(edition, lang)),
    url: page,
    title: retracted === undefined || label === undefined ? article.title : `${label}: ${article.title}`,
    ...(summary === undefined ? {} : { summary }),
    content,
    publishedAt: article.publishedAt,
    changedAt: selectChangedAt(article),
    authors: article.byline.map((name) => {
      const author = edition.author(name);
      return author === undefined
        ? { name }
        : { name, url: url + edition.listHref({ kind: "author", lang, name: author.slug }) };
    }),
    tags: article.tags,
    lang,
    ...(image === undefined ? {} : { image }),
    ...(sound === undefined ? {} : { sound }),
    ...(via === undefined ? {} : { via }),
  };
}

/** An article as an item; `url` is the site's. */
export function itemOf(edition: Edition, row: number, url: string): FeedItem {
  const kept = itemsOf(edition, () => new Map());
  let item = kept.get(row);
  if (item === undefined) {
    if (kept.size >= ITEMS_KEPT) kept.clear();
    item = makeItem(edition, row, url);
    kept.set(row, item);
  }
  return item;
}

/** An entry of the ledger: what was changed, and of which article. */
export function makeLedgerItem(edition: Edition, { row, at, kind, text }: LedgerRow, url: string): FeedItem {
  const head = edition.head(row);
  const { title, address, lang, byline, tags } = head;
  const page = absoluteAddress(url, address);
  const label = stringsOf(edition, lang)[`kind.${kind}`] ?? kind;
  const dir = directionOf(lang);
  const story: Html = html`<p>${text}</p><p><a href="${page}">${title}</a></p>`;
  return {
    id: `${itemUri(head, makeWireContext(edition, lang))}#${kind}-${at}`,
    url: page,
    title: `${label}: ${title}`,
    summary: text,
    content: dir === "rtl" ? html`<div lang="${lang}" dir="rtl">${story}</div>` : story,
    publishedAt: at,
    changedAt: at,
    authors: byline.map((name) => ({ name })),
    tags,
    lang,
  };
}
