/** A feed as the edition has it: its articles with their texts, all addresses absolute. */
import type { Article } from "../article/article.ts";
import { selectChangedAt } from "../article/change.ts";
import { wordsOf } from "../components/words.ts";
import type { Edition } from "../edition/edition.ts";
import type { FeedSubject } from "../edition/feed-address.ts";
import { FEED_LENGTH, selectFeedRows } from "../edition/feed-view.ts";
import { directionOf } from "../edition/frame.ts";
import { type LedgerRow, selectLedger } from "../edition/ledger-view.ts";
import type { Strings } from "../edition/newsroom.ts";
import { isMediaPath } from "../edition/read-article.ts";
import type { Feed, FeedImage, FeedItem, FeedSound } from "../feeds/feed.ts";
import { type FeedWords, renderFeedContent } from "../feeds/feed-content.ts";
import { type Html, html } from "../html.ts";
import { pictureFiles } from "../media/pictures.ts";
import { makeWireContext, mediaAddressOf } from "./wire-context.ts";

/** Texts are rendered once for the formats and feeds that carry them; so many are kept. */
const ITEMS_KEPT = 1000;
const items = new WeakMap<Edition, Map<number, FeedItem>>();

function stringsOf(edition: Edition, lang: string): Strings {
  return edition.newsroom.strings[lang] ?? {};
}

function feedWords(edition: Edition, lang: string): FeedWords {
  const words = wordsOf({ lang, strings: stringsOf(edition, lang) });
  return {
    change: (kind) => words.say(`kind.${kind}`),
    retracted: (moment) => words.say("retracted", { moment }),
  };
}

function selectFeedImage(edition: Edition, { image, retracted }: Article, url: string): FeedImage | undefined {
  const facts = image === undefined || retracted !== undefined ? undefined : edition.media.pictures.get(image.src);
  if (image === undefined || facts === undefined) return undefined;
  const address = mediaAddressOf(edition, image.src);
  const file = pictureFiles(facts, image.src).find((one) => one.address === address);
  if (file === undefined) return undefined;
  const { alt, caption, credit } = image;
  return {
    url: url + file.address,
    type: file.type,
    width: file.width,
    height: file.height,
    alt,
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  };
}

const TRANSCRIPT_TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  txt: "text/plain",
  vtt: "text/vtt",
  srt: "application/x-subrip",
  json: "application/json",
};

function selectFeedSound(edition: Edition, { audio, retracted, lang }: Article, url: string): FeedSound | undefined {
  const elsewhere = webAddress(audio?.src);
  if (audio === undefined || retracted !== undefined) return undefined;
  const facts = edition.media.sounds.get(audio.src);
  const own = facts === undefined ? undefined : mediaAddressOf(edition, audio.src);
  const duration = audio.duration ?? facts?.duration;
  const context = makeWireContext(edition, lang);
  const { transcript } = audio;
  const written =
    transcript === undefined
      ? undefined
      : (webAddress(transcript) ??
        (isMediaPath(transcript) ? context.mediaUrl(transcript) : prefix(url, context.find(transcript)?.address)));
  const ending = written?.split(".").at(-1)?.toLowerCase() ?? "";
  const type = TRANSCRIPT_TYPES[ending];
  const heard = prefix(url, own) ?? elsewhere;
  if (heard === undefined) return undefined;
  return {
    url: heard,
    type:
      facts?.type ??
      (/\.(ogg|oga|opus)$/i.test(audio.src)
        ? "audio/ogg"
        : /\.(m4a|mp4)$/i.test(audio.src)
          ? "audio/mp4"
          : "audio/mpeg"),
    bytes: facts?.bytes ?? 0,
    ...(duration === undefined ? {} : { duration }),
    ...(written === undefined || type === undefined ? {} : { transcript: { url: written, type } }),
  };
}

/** An address elsewhere as it may stand in a feed, where only the characters of RFC 3986 may. */
function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:/i.test(address) && URL.canParse(address)
    ? new URL(address).href
    : undefined;
}

function prefix(url: string, address: string | undefined): string | undefined {
  return address === undefined ? undefined : url + address;
}

function makeItem(edition: Edition, row: number, url: string): FeedItem {
  const article = edition.article(row);
  const { lang, retracted, standfirst, source } = article;
  const page = url + article.address;
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
    id: page,
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
        : { name, url: `${url}${edition.folderOf(lang)}authors/${author.slug}.html` };
    }),
    tags: article.tags,
    lang,
    ...(image === undefined ? {} : { image }),
    ...(sound === undefined ? {} : { sound }),
    ...(via === undefined ? {} : { via }),
  };
}

function itemOf(edition: Edition, row: number, url: string): FeedItem {
  let kept = items.get(edition);
  if (kept === undefined) {
    kept = new Map();
    items.set(edition, kept);
  }
  let item = kept.get(row);
  if (item === undefined) {
    if (kept.size >= ITEMS_KEPT) kept.clear();
    item = makeItem(edition, row, url);
    kept.set(row, item);
  }
  return item;
}

/** An entry of the ledger: what was changed, and of which article. */
function makeLedgerItem(edition: Edition, { row, at, kind, text }: LedgerRow, url: string): FeedItem {
  const { title, address, lang, byline, tags } = edition.head(row);
  const page = url + address;
  const label = stringsOf(edition, lang)[`kind.${kind}`] ?? kind;
  const dir = directionOf(lang);
  const story: Html = html`<p>${text}</p><p><a href="${page}">${title}</a></p>`;
  return {
    id: `${page}#${kind}-${at}`,
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

interface Titled {
  readonly title: string;
  readonly description?: string | undefined;
  /** Site-relative. */
  readonly home: string;
}

function describe(edition: Edition, subject: FeedSubject): Titled {
  const { site } = edition;
  const { lang } = subject;
  const folder = edition.folderOf(lang);
  const strings = stringsOf(edition, lang);
  const own = (name: string | undefined) => (name === undefined ? site.title : `${site.title}: ${name}`);
  switch (subject.kind) {
    case "all":
      return { title: site.title, description: site.tagline, home: `${folder}index.html` };
    case "corrections":
      return {
        title: own(strings["nav.corrections"]),
        description: strings["ledger.about"],
        home: `${folder}corrections.html`,
      };
    case "podcast":
      return { title: own(strings.audio), description: site.tagline, home: `${folder}index.html` };
    case "section": {
      const section = edition.section(subject.name);
      return {
        title: own(section.names[lang] ?? section.name),
        description: lang === site.language ? section.description : undefined,
        home: `${folder}sections/${subject.name}.html`,
      };
    }
    case "author": {
      const author = edition.newsroom.authors.find(({ slug }) => slug === subject.name);
      return {
        title: own(author?.name),
        description: author?.biography,
        home: `${folder}authors/${subject.name}.html`,
      };
    }
  }
}

/** The feed of a subject, whose address in this format is `self`. Throws where the site has no address of its own. */
export function makeFeed(edition: Edition, subject: FeedSubject, self: string): Feed {
  const { site } = edition;
  const { url, publisher, hub, copyright, license } = site;
  if (url === undefined) throw new TypeError("a site without an address has no feeds");
  const { title, description, home } = describe(edition, subject);
  const logo = publisher?.logo === undefined ? undefined : mediaAddressOf(edition, publisher.logo);
  const list =
    subject.kind === "corrections"
      ? selectLedger(edition, subject.lang)
          .slice(-FEED_LENGTH)
          .reverse()
          .map((entry, index, all) => {
            const item = makeLedgerItem(edition, entry, url);
            // Two notes of one kind and moment are told apart by their order.
            const before = all
              .slice(index + 1)
              .filter(({ row, kind, at }) => row === entry.row && kind === entry.kind && at === entry.at);
            return before.length === 0 ? item : { ...item, id: `${item.id}-${before.length + 1}` };
          })
      : selectFeedRows(edition, subject).map((row) => itemOf(edition, row, url));
  return {
    self: url + self,
    home: url + home,
    title,
    description: description ?? title,
    lang: subject.lang,
    ...(list.length === 0 ? {} : { changedAt: Math.max(...list.map(({ changedAt }) => changedAt)) }),
    publisher: publisher?.name ?? site.agency ?? site.title,
    ...(publisher?.email === undefined ? {} : { email: publisher.email }),
    ...(copyright === undefined ? {} : { copyright }),
    ...(license === undefined || !/^https?:/i.test(license) ? {} : { license }),
    ...(logo === undefined || !/\.(png|jpg)$/.test(logo) ? {} : { logo: url + logo }),
    ...(hub === undefined ? {} : { hub }),
    items: list,
  };
}
