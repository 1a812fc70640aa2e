/** What the heads of pages say to machines, put into the frame of a view. */
import { absoluteAddress } from "../article/address.ts";
import { renderArticleMetadata } from "../components/metadata-article.ts";
import { type PageFacts, POLICIES, type PublisherLinks } from "../components/metadata-facts.ts";
import { renderFrontMetadata, renderListMetadata, renderPageMetadata } from "../components/metadata-pages.ts";
import type { Edition } from "../edition/edition.ts";
import { feedLinks } from "../edition/feed-address.ts";
import { listAddress } from "../edition/list-kinds.ts";
import { selectHeard } from "../edition/feed-view.ts";
import type { ArticleView, Frame, FrontView, LedgerView, Link, ListView } from "../edition/views.ts";
import type { Html } from "../html.ts";
import { articleCard, sectionCard, shareCard, siteCard } from "./cards.ts";
import { mediaAddressOf } from "../edition/media-address.ts";
import { makeWireContext } from "./wire-context.ts";
import { keepByName } from "../memo.ts";

const pageCards = keepByName<Edition, string, PageFacts["card"]>();

/** The card of a section's pages, or of the site's where they are in none. */
function cardOf(edition: Edition, lang: string, section: string | undefined): PageFacts["card"] {
  return pageCards(edition, `${lang} ${section ?? ""}`, () => {
    const own = section === undefined ? undefined : sectionCard(edition, lang, section);
    return shareCard(edition, own, siteCard(edition, lang));
  });
}

const publishers = keepByName<Edition, string, PublisherLinks>();

function linkPublisher(edition: Edition, lang: string): PublisherLinks {
  const { publisher, url } = edition.site;
  const absolute = (address: string | undefined) =>
    address === undefined || url === undefined ? undefined : absoluteAddress(url, address);
  const policyHref = (policy: string | undefined) =>
    policy === undefined || /^https?:/i.test(policy)
      ? policy
      : absolute(makeWireContext(edition, lang).find(policy)?.address);
  const policies = POLICIES.flatMap((name) => {
    const href = policyHref(publisher?.[name]);
    return href === undefined ? [] : [[name, href] as const];
  });
  const logo = publisher?.logo === undefined ? undefined : absolute(mediaAddressOf(edition, publisher.logo));
  return { policies: Object.fromEntries(policies), ...(logo === undefined ? {} : { logo }) };
}

function publisherOf(edition: Edition, lang: string): PublisherLinks {
  return publishers(edition, lang, () => linkPublisher(edition, lang));
}

function factsOf(edition: Edition, lang: string, card: PageFacts["card"]): PageFacts {
  return { publisher: publisherOf(edition, lang), ...(card === undefined ? {} : { card }) };
}

/** A page that every language has, by its name below the language's folder. */
function inAllLanguages(edition: Edition, name: string): NonNullable<PageFacts["languages"]> {
  const { url } = edition.site;
  const { languages } = edition;
  if (url === undefined || languages.length < 2) return [];
  return languages.map((lang) => ({ lang, url: `${url}${edition.folderOf(lang)}${name}` }));
}

const withMetadata = <View extends { readonly frame: Frame }>(view: View, metadata: Html): View => ({
  ...view,
  frame: { ...view.frame, metadata },
});

/** The article and its translations, the original first. */
function articleLanguages({ frame, article, translations }: ArticleView): NonNullable<PageFacts["languages"]> {
  if (frame.canonical === undefined || translations.length === 0) return [];
  const others = translations.flatMap(({ lang, absolute, original }) =>
    absolute === undefined ? [] : [{ lang, url: absolute, original }],
  );
  const all = [...others, { lang: article.lang, url: frame.canonical, original: article.translates === undefined }];
  return all
    .toSorted((one, other) => Number(other.original) - Number(one.original))
    .map(({ lang, url }) => ({ lang, url }));
}

export function addArticleMetadata(edition: Edition, view: ArticleView): ArticleView {
  const { article } = view;
  const { lang, section } = article;
  const own = shareCard(edition, articleCard(edition, article));
  const facts: PageFacts = {
    ...factsOf(edition, lang, cardOf(edition, lang, section)),
    languages: articleLanguages(view),
    ...(own === undefined ? {} : { ownCard: own }),
  };
  return withMetadata(view, renderArticleMetadata(view, facts));
}

/** Feeds of the site beside the one that every page names. */
function frontFeeds(edition: Edition, { lang, to, strings }: Frame): NonNullable<PageFacts["feeds"]> {
  const [, ...formats] = feedLinks(edition, { kind: "all", lang });
  const heard = selectHeard(edition, lang).length > 0 ? feedLinks(edition, { kind: "podcast", lang }) : [];
  const corrected = feedLinks(edition, { kind: "corrections", lang }).slice(0, 1);
  return [
    ...formats,
    ...heard.map((feed) => ({ ...feed, title: strings.audio ?? feed.title })),
    ...corrected.map((feed) => ({ ...feed, title: strings["nav.corrections"] ?? feed.title })),
  ].map((feed) => ({ ...feed, href: to(feed.href) }));
}

export function addFrontMetadata(edition: Edition, view: FrontView): FrontView {
  const { frame } = view;
  const facts: PageFacts = {
    ...factsOf(edition, frame.lang, cardOf(edition, frame.lang, undefined)),
    languages: inAllLanguages(edition, "index.html"),
    feeds: frontFeeds(edition, frame),
  };
  return withMetadata(view, renderFrontMetadata(view, facts));
}

export function addListMetadata(edition: Edition, view: ListView): ListView {
  const { subject, frame, page } = view;
  const { lang } = frame;
  const section = subject.kind === "section" ? subject.section.slug : undefined;
  const languages =
    section === undefined || page !== undefined
      ? []
      : inAllLanguages(edition, listAddress("", { kind: "section", lang, name: section }));
  return withMetadata(
    view,
    renderListMetadata(view, { ...factsOf(edition, lang, cardOf(edition, lang, section)), languages }),
  );
}

export function addLedgerMetadata(edition: Edition, view: LedgerView): LedgerView {
  const languages = view.page === undefined ? inAllLanguages(edition, "corrections.html") : [];
  return addPageMetadata(edition, view, { title: view.frame.corrections.title, collection: true, languages });
}

/** Of a standing page: where the same name stands in several languages, they are the same page. */
export function standingLanguages(edition: Edition, name: string | undefined): NonNullable<PageFacts["languages"]> {
  const { url, language } = edition.site;
  if (url === undefined) return [];
  const same = edition.standing.filter((page) => page.name === name);
  if (same.length < 2) return [];
  return same
    .toSorted(
      (one, other) =>
        Number(other.lang === language) - Number(one.lang === language) || (one.lang < other.lang ? -1 : 1),
    )
    .map((page) => ({ lang: page.lang, url: `${url}${edition.folderOf(page.lang)}${page.name}.html` }));
}

export interface PageMetadata {
  readonly title: string;
  /** True of a page that is made of links to others. */
  readonly collection: boolean;
  readonly languages?: PageFacts["languages"];
  readonly above?: readonly Link[];
}

/** Of any other page. */
export function addPageMetadata<View extends { readonly frame: Frame }>(
  edition: Edition,
  view: View,
  about: PageMetadata,
): View {
  const { lang } = view.frame;
  const facts: PageFacts = {
    ...factsOf(edition, lang, cardOf(edition, lang, undefined)),
    languages: about.languages ?? [],
  };
  const { title, collection, above } = about;
  return withMetadata(
    view,
    renderPageMetadata(view.frame, { title, collection, ...(above === undefined ? {} : { above }) }, facts),
  );
}
