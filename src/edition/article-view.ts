/** What an article's page is given, and the key of all that decides its bytes. */
import { absoluteAddress, relativeAddress, shortAddress } from "../article/address.ts";
import type { ArticleHead } from "../article/article.ts";
import { selectReferences } from "../article/body.ts";
import { audioAddress } from "../media/audio.ts";
import { attachmentAddress } from "../media/media-file.ts";
import { selectDiscussion } from "./discussion-view.ts";
import type { Edition } from "./edition.ts";
import { makeFrame } from "./frame.ts";
import { makeItem, sectionLink, selectImage } from "./item.ts";
import { FLAGS } from "../archive/archive.ts";
import { foldKey } from "../archive/key.ts";
import type { RowPages } from "./page-ref.ts";
import { isMediaPath } from "../archive/read-article.ts";
import { selectSeries, seriesKey } from "./series.ts";
import { selectShownMedia } from "./shown-media.ts";
import { ownAddress, selectLinks, standingHref } from "./text-links.ts";
import type { ArticleView, RelatedItem } from "./views.ts";

/** Reads the article of a row and looks up all that its page prints. `styles` is the stylesheet of article pages. */
export function makeArticleView(edition: Edition, row: number, styles: string): ArticleView {
  const article = edition.article(row);
  const translations = selectTranslations(edition, row, article);
  const frame = makeFrame(edition, { address: article.address, lang: article.lang, styles, section: article.section });
  const { to } = frame;
  const references = selectReferences(article.body, article.lang);
  const { images, recordings } = selectShownMedia(edition, references.images, to);
  const image =
    article.image === undefined || article.retracted !== undefined
      ? undefined
      : selectImage(edition, article.image, to);
  const audio = selectAudio(edition, article, to);
  const placeName = article.dateline?.place;
  const place =
    placeName === undefined ? undefined : edition.list("place", article.lang, edition.slugOf(placeName, article.lang));
  const discussion = selectDiscussion(edition, row, article, to);
  const short = selectShort(edition, article, to);
  const policy = edition.site.publisher?.correctionsPolicy;
  const policyHref = policy === undefined ? undefined : standingHref(edition, policy, article.lang, to);
  const series = selectSeries(edition, row, to);
  return {
    kind: "article",
    frame,
    article,
    ...(article.section === undefined ? {} : { sectionLink: sectionLink(edition, article.section, article.lang, to) }),
    authors: article.byline.map((name) => {
      const author = edition.author(name);
      return author === undefined
        ? { name }
        : { name, author, href: to(edition.listHref({ kind: "author", lang: article.lang, name: author.slug })) };
    }),
    topics: article.tags.map((tag) => {
      const topic = edition.topicOfTag(tag, article.lang);
      return { topic, href: to(edition.listHref({ kind: "topic", lang: article.lang, name: topic.slug })) };
    }),
    ...(place === undefined || placeName === undefined
      ? {}
      : { place: { title: placeName, href: to(edition.listHref(place)) } }),
    ...(image === undefined ? {} : { image }),
    images,
    ...(recordings.size === 0 ? {} : { recordings }),
    links: selectLinks(
      edition,
      references,
      { file: `articles/${article.path}.md`, address: article.address, lang: article.lang },
      to,
    ),
    ...(audio === undefined ? {} : { audio }),
    related: selectRelated(edition, row, article, to),
    ...(series === undefined ? {} : { series }),
    later: selectLater(edition, row).map((newer) => makeItem(edition, newer, to)),
    translations,
    ...(short === undefined ? {} : { short }),
    ...(discussion === undefined ? {} : { discussion }),
    ...(policyHref === undefined ? {} : { correctionsPolicy: policyHref }),
  };
}

function selectTranslations(edition: Edition, row: number, article: ArticleHead): ArticleView["translations"] {
  return edition.graph
    .translations(row)
    .filter((other) => other !== row)
    .map((other) => {
      const head = edition.head(other);
      return {
        title: head.title,
        lang: head.lang,
        href: relativeAddress(article.address, head.address),
        original: article.translates === head.path,
        ...(edition.site.url === undefined ? {} : { absolute: absoluteAddress(edition.site.url, head.address) }),
      };
    });
}

function selectRelated(
  edition: Edition,
  row: number,
  article: ArticleHead,
  to: (address: string) => string,
): RelatedItem[] {
  const references = edition.archive.ragged("related").of(row);
  let next = 0;
  const named = article.related.flatMap((entry): RelatedItem[] => {
    if (entry.kind === "link") {
      const own = ownAddress(edition, entry.url);
      return [
        {
          title: entry.title ?? entry.url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""),
          href: own === undefined ? entry.url : to(own),
          external: own === undefined,
          chosenBy: "editor",
          ...(entry.source === undefined ? {} : { source: entry.source }),
        },
      ];
    }
    const reference = references[next++] ?? 0;
    const found = edition.graph.resolve(reference);
    if (found >= 0 && found !== row) return [linkTo(edition, found, to, "editor")];
    // A path is a name too, and what it names may be held back.
    if (entry.kind === "path" || edition.graph.isHeld(reference)) return [];
    return [{ title: entry.title, external: false, chosenBy: "editor" }];
  });
  const chosen = Array.from(edition.archive.ragged("chosen").of(row)).filter((other) => edition.open[other] === 1);
  return [...named, ...chosen.map((other) => linkTo(edition, other, to, "edition"))];
}

/** Newer articles that name this one, save those that it names itself. */
function selectLater(edition: Edition, row: number): number[] {
  const { graph, archive } = edition;
  const named = new Set(Array.from(archive.ragged("related").of(row), (_reference, index) => graph.named(row, index)));
  return graph.later(row).filter((newer) => !named.has(newer));
}

function linkTo(
  edition: Edition,
  row: number,
  to: (address: string) => string,
  chosenBy: RelatedItem["chosenBy"],
): RelatedItem {
  const { title, address, publishedAt, retracted } = edition.head(row);
  return {
    title,
    href: to(address),
    publishedAt,
    external: false,
    chosenBy,
    ...(retracted !== undefined && { retracted: true }),
  };
}

const SOUND_TYPES: Readonly<Record<string, string>> = {
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  oga: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
  m4a: "audio/mp4",
  mp4: "audio/mp4",
};

function selectAudio(edition: Edition, article: ArticleHead, to: (address: string) => string): ArticleView["audio"] {
  const { audio } = article;
  if (audio === undefined) return undefined;
  const facts = edition.media.sounds.get(audio.src);
  const duration = audio.duration ?? facts?.duration;
  const attachment = audio.transcript === undefined ? undefined : edition.media.attachments.get(audio.transcript);
  const transcript =
    audio.transcript === undefined
      ? undefined
      : attachment !== undefined && isMediaPath(audio.transcript)
        ? to(attachmentAddress(audio.transcript, attachment.hash))
        : standingHref(edition, audio.transcript, article.lang, to);
  return {
    src: facts === undefined ? audio.src : to(audioAddress(facts, audio.src)),
    type: facts?.type ?? SOUND_TYPES[audio.src.split(".").at(-1)?.toLowerCase() ?? ""] ?? "audio/mpeg",
    ...(duration === undefined ? {} : { duration }),
    ...(transcript === undefined ? {} : { transcript }),
  };
}

function selectShort(edition: Edition, article: ArticleHead, to: (address: string) => string): ArticleView["short"] {
  const { shortUrl, url } = edition.site;
  if (shortUrl.as === "off") return undefined;
  const address = shortAddress(article.shortCode);
  const path = shortUrl.as === "pages" ? address : `s/${article.shortCode}`;
  const absolute =
    shortUrl.host === undefined
      ? url === undefined
        ? undefined
        : url + path
      : shortUrl.host + (shortUrl.as === "pages" ? address.slice(2) : article.shortCode);
  // Without pages of their own, short addresses exist only where a host redirects them; offline the article is its own address.
  const href = shortUrl.as === "pages" ? to(address) : (absolute ?? to(article.address));
  return { href, code: article.shortCode, ...(absolute === undefined ? {} : { absolute }) };
}

/** The pages of articles: each row that is in has one. */
export function selectArticlePages(edition: Edition): RowPages {
  const { archive, graph, headKeys } = edition;
  const [sourceKey, talkKey] = [archive.column("sourceKey"), archive.column("talkKey")];
  const flags = archive.column("flags");
  const [related, links, chosen] = [archive.ragged("related"), archive.ragged("links"), archive.ragged("chosen")];
  const head = (key: number, other: number) => foldKey(key, other < 0 ? 7 : (headKeys[other] ?? 0));
  const named = (key: number, target: number, reference: number) =>
    head(target < 0 && graph.isHeld(reference) ? foldKey(key, 11) : key, target);
  return {
    printOf(row) {
      let key = foldKey(edition.keys.ofFrame(edition.langOf(row)), sourceKey[row] ?? 0);
      key = foldKey(key, headKeys[row] ?? 0);
      key = foldKey(key, talkKey[row] ?? 0);
      key = foldKey(key, edition.keys.ofMedia(row));
      key = foldKey(key, seriesKey(edition, row));
      key = foldKey(foldKey(key, edition.keys.ofNames("topics", row)), edition.keys.ofNames("authors", row));
      const count = related.count(row);
      for (let index = 0; index < count; index++) key = named(key, graph.named(row, index), related.at(row, index));
      const hasParts = ((flags[row] ?? 0) & FLAGS.parts) !== 0;
      for (let index = 0, all = links.count(row); index < all; index++) {
        const target = graph.named(row, count + index);
        key = named(key, target, links.at(row, index));
        if (target < 0) key = foldKey(key, edition.places.has(links.at(row, index)) ? 13 : 0);
        // Whether a part of another page is there depends on that page's text.
        else if (hasParts) key = foldKey(key, sourceKey[target] ?? 0);
      }
      for (let index = 0, all = chosen.count(row); index < all; index++) key = head(key, chosen.at(row, index));
      for (let index = 0, all = graph.countLater(row); index < all; index++)
        key = head(foldKey(key, 3), graph.laterAt(row, index));
      for (const other of graph.translations(row)) key = head(foldKey(key, 5), other);
      return key;
    },
    addressOf: (row) => edition.head(row).address,
  };
}
