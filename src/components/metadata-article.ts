/** What machines read in the head of an article's page: https://schema.org/NewsArticle, Open Graph, its other languages. */
import { plainHeadline } from "./headline.ts";
import { identityUri } from "../article/alias.ts";
import type {
  AudioObject,
  CorrectionComment,
  CreativeWork,
  ImageObject,
  LiveBlogPosting,
  NewsArticle,
  Place,
} from "schema-dts";
import { renderDateline } from "../article/dateline.ts";
import { renderIso } from "../article/instant.ts";
import { selectLiveEntries } from "../article/live-entries.ts";
import type { ArticleView } from "../edition/views.ts";
import { type Html, html, jsonScript } from "../html.ts";
import { kindOfArticle } from "./article-kind.ts";
import {
  absoluteHref,
  type PageFacts,
  renderMachineLinks,
  renderSocial,
  type SharedPicture,
  shareable,
} from "./metadata-facts.ts";
import { describeAuthor, describeBreadcrumbs, describePublisher, describeTopic } from "./metadata-graph.ts";

function describePlace({ article }: ArticleView): Place | undefined {
  const { dateline } = article;
  if (dateline?.place === undefined) return undefined;
  const { place, region, country } = dateline;
  const around = region !== undefined || country !== undefined;
  return {
    "@type": "Place",
    name: place,
    ...(around && {
      address: {
        "@type": "PostalAddress",
        addressLocality: place,
        ...(region !== undefined && { addressRegion: region }),
        ...(country !== undefined && { addressCountry: country }),
      },
    }),
  };
}

function describeImage({ image }: ArticleView): ImageObject | undefined {
  if (image?.absolute === undefined) return undefined;
  const { absolute, width, height, caption, credit } = image;
  return {
    "@type": "ImageObject",
    url: absolute,
    width: String(width),
    height: String(height),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { creditText: credit }),
  };
}

function describeAudio({ frame, audio }: ArticleView): AudioObject | undefined {
  const contentUrl = audio === undefined ? undefined : absoluteHref(frame, audio.src);
  if (audio === undefined || contentUrl === undefined) return undefined;
  return {
    "@type": "AudioObject",
    contentUrl,
    encodingFormat: audio.type,
    ...(audio.duration !== undefined && { duration: `PT${Math.round(audio.duration)}S` }),
  };
}

/** Corrections by what they say; a retraction is the last of them. */
function describeCorrections({ frame, article }: ArticleView): CorrectionComment[] {
  const { timeZone } = frame.site;
  const changes =
    article.retracted === undefined
      ? article.corrections
      : [...article.corrections, { ...article.retracted, text: article.retracted.reason }];
  return changes.map(({ at, dayOnly, text }) => ({
    "@type": "CorrectionComment",
    text,
    datePublished: renderIso(at, timeZone, dayOnly),
  }));
}

function describeTranslations({
  translations,
}: ArticleView): Pick<NewsArticleParts, "translationOfWork" | "workTranslation"> {
  const known = translations.flatMap(({ absolute, original, lang }) =>
    absolute === undefined
      ? []
      : [{ original, work: { "@type": "CreativeWork" as const, "@id": absolute, inLanguage: lang } }],
  );
  const from = known.find(({ original }) => original)?.work;
  const into = from === undefined ? known.map(({ work }) => work) : [];
  return {
    ...(from !== undefined && { translationOfWork: from }),
    ...(into.length > 0 && { workTranslation: into }),
  };
}

/** What both kinds of document say of themselves. */
type NewsArticleParts = Omit<Extract<NewsArticle, { "@type": "NewsArticle" }>, "@type" | "dateline">;

type OrUndefined<Value> = { readonly [Key in keyof Value]: Value[Key] | undefined };

const orNone = <Entry>(entries: readonly Entry[]): readonly Entry[] | undefined =>
  entries.length === 0 ? undefined : entries;

function describeArticle(view: ArticleView, facts: PageFacts): NewsArticleParts {
  const { frame, article, topics } = view;
  const { site, canonical } = frame;
  const { retracted, standfirst, source } = article;
  const gist = standfirst !== undefined && retracted === undefined;
  const things = topics.map(({ topic }) => ({ topic, thing: describeTopic(topic) }));
  // What the editors named first, and what is no name of a person, place or organisation, is what it is about.
  const about = things.filter(({ topic }, index) => index === 0 || topic.kind === "topic").map(({ thing }) => thing);
  const mentions = things.filter(({ topic }, index) => index > 0 && topic.kind !== "topic").map(({ thing }) => thing);
  const basis: CreativeWork | undefined =
    source === undefined
      ? undefined
      : {
          "@type": "CreativeWork",
          name: source.name,
          ...(source.url !== undefined && /^https?:/i.test(source.url) && { url: source.url }),
        };
  const changedAt = article.updatedAt ?? article.publishedAt;
  const { translationOfWork, workTranslation } = describeTranslations(view);
  // JSON leaves out what is undefined; an object that always has the same keys is made in a fraction of the time.
  const parts: OrUndefined<NewsArticleParts> = {
    "@id": canonical && (identityUri(article, site.url) ?? canonical),
    identifier: article.id,
    url: canonical,
    headline: plainHeadline(frame, article),
    description: gist ? standfirst : undefined,
    inLanguage: article.lang,
    datePublished: renderIso(article.publishedAt, site.timeZone, article.dayOnly),
    dateModified: renderIso(
      retracted?.at ?? changedAt,
      site.timeZone,
      retracted === undefined ? article.updatedAt === undefined && article.dayOnly : retracted.dayOnly,
    ),
    author: orNone(view.authors.map((author) => describeAuthor(frame, author))),
    publisher: describePublisher(frame, facts),
    articleSection: view.sectionLink?.title,
    locationCreated: describePlace(view),
    image: retracted === undefined ? describeImage(view) : undefined,
    audio: retracted === undefined ? describeAudio(view) : undefined,
    about: orNone(about),
    mentions: orNone(mentions),
    correction: orNone(describeCorrections(view)),
    creativeWorkStatus: retracted === undefined ? undefined : "Retracted",
    isBasedOn: basis,
    translationOfWork,
    workTranslation,
    license: site.license,
    copyrightNotice: site.copyright,
    speakable: { "@type": "SpeakableSpecification", cssSelector: gist ? ["h1", ".standfirst"] : ["h1"] },
  };
  return parts as NewsArticleParts;
}

function describeDocument(view: ArticleView, facts: PageFacts): NewsArticle | LiveBlogPosting {
  const { article, frame } = view;
  const kind = kindOfArticle(article);
  const parts = describeArticle(view, facts);
  if (kind === "LiveBlogPosting") {
    const { timeZone } = frame.site;
    const entries = article.retracted === undefined ? selectLiveEntries(article, timeZone) : [];
    return {
      "@type": kind,
      ...parts,
      coverageStartTime: renderIso(article.publishedAt, timeZone, article.dayOnly),
      ...(entries.length > 0 && {
        liveBlogUpdate: entries.map(({ at, headline, text }) => ({
          "@type": "BlogPosting",
          headline,
          datePublished: renderIso(at, timeZone),
          ...(text !== "" && { articleBody: text }),
        })),
      }),
    };
  }
  return {
    "@type": kind,
    ...parts,
    ...(article.dateline !== undefined && { dateline: renderDateline(article.dateline) }),
  };
}

/** The article's own picture, as other sites show it. */
function ownPicture({ image, article }: ArticleView): SharedPicture | undefined {
  if (image?.absolute === undefined || article.retracted !== undefined) return undefined;
  const { absolute: url, width, height, alt } = image;
  return shareable({ url, width, height, alt });
}

/** What machines read of an article. Its own card, where the site draws one for each, comes before its picture. */
export function renderArticleMetadata(view: ArticleView, facts: PageFacts): Html {
  const { frame, article, sectionLink } = view;
  const { retracted } = article;
  const { timeZone } = frame.site;
  const crumbs = describeBreadcrumbs(
    frame,
    [frame.home, ...(sectionLink === undefined ? [] : [sectionLink])],
    plainHeadline(frame, article),
  );
  const nodes = [describeDocument(view, facts), ...(crumbs === undefined ? [] : [crumbs])];
  const social = renderSocial(frame, {
    title: plainHeadline(frame, article),
    type: "article",
    description: retracted === undefined ? article.standfirst : undefined,
    picture: facts.ownCard ?? ownPicture(view) ?? facts.card,
    publishedAt: renderIso(article.publishedAt, timeZone, article.dayOnly),
    changedAt: article.updatedAt === undefined ? undefined : renderIso(article.updatedAt, timeZone),
    section: sectionLink?.title,
  });
  return html`${renderMachineLinks(facts)}${social}${jsonScript("application/ld+json", { "@context": "https://schema.org", "@graph": nodes })}
`;
}
