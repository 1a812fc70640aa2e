/** What the head of a page says to machines beside what the page itself shows; and how it is said. */
import type { Frame, Link } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";

/** A picture that other sites show beside a link. */
export interface SharedPicture {
  /** Absolute. */
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Pixels; networks show a narrower picture as a thumbnail, or not at all. */
const SHARED_WIDTH = 600;

/** A picture where other sites can show it: no drawing, no moving one, and not small. */
export function shareable(picture: SharedPicture): SharedPicture | undefined {
  return picture.width < SHARED_WIDTH || /\.(?:svg|gif)$/i.test(picture.url) ? undefined : picture;
}

/** Addresses of the publisher, absolute: those of its policies by schema.org's names. */
export interface PublisherLinks {
  readonly logo?: string;
  readonly policies: Readonly<Partial<Record<PolicyName, string>>>;
}

export const POLICIES = [
  "ethicsPolicy",
  "correctionsPolicy",
  "diversityPolicy",
  "ownershipFundingInfo",
  "actionableFeedbackPolicy",
  "masthead",
] as const;
export type PolicyName = (typeof POLICIES)[number];

export interface PageFacts {
  readonly publisher: PublisherLinks;
  /** Drawn with the words of the page's section, or of the site. */
  readonly card?: SharedPicture;
  /** Drawn with the words of this article. */
  readonly ownCard?: SharedPicture;
  /** The same page in all its languages, itself among them; the first is for readers of any other. Absolute. */
  readonly languages?: readonly { readonly lang: string; readonly url: string }[];
  /** Further feeds for the head, relative to the page. */
  readonly feeds?: readonly (Link & { readonly type: string })[];
}

/** A link of the page as an absolute address; undefined where the site has none of its own. */
export function absoluteHref(frame: Frame, href: string): string | undefined {
  if (/^https?:/i.test(href)) return href;
  const { canonical } = frame;
  if (canonical === undefined) return undefined;
  if (!/^(?:\.\.\/)*[a-z0-9][a-z0-9/.-]*$/.test(href)) return new URL(href, canonical).href;
  // A page's address as the house writes it; `URL` takes ten times as long.
  let folder = canonical.lastIndexOf("/");
  let at = 0;
  for (; href.startsWith("../", at); at += 3) folder = canonical.lastIndexOf("/", folder - 1);
  return canonical.slice(0, folder + 1) + href.slice(at);
}

export interface SocialProps {
  readonly title: string;
  readonly type: "article" | "website" | "profile";
  readonly description?: string | undefined;
  readonly picture?: SharedPicture | undefined;
  /** ISO 8601. */
  readonly publishedAt?: string | undefined;
  readonly changedAt?: string | undefined;
  readonly section?: string | undefined;
}

const property = (name: string, content: string | number | undefined): Html | undefined =>
  content === undefined ? undefined : html`<meta property="${name}" content="${content}">\n`;

/** Open Graph, https://ogp.me/, and what is left of Twitter's cards. */
export function renderSocial(frame: Frame, props: SocialProps): Html {
  const { title, type, description, picture, publishedAt, changedAt, section } = props;
  return html`${property("og:title", title)}${property("og:type", type)}${property("og:site_name", frame.site.title)}${property(
    "og:url",
    frame.canonical,
  )}${property("og:description", description)}${
    // Open Graph wants a country with the language, which a page's language may not have.
    property("og:locale", /^[a-z]{2}-[A-Z]{2}$/.test(frame.lang) ? frame.lang.replace("-", "_") : undefined)
  }${property("og:image", picture?.url)}${property("og:image:width", picture?.width)}${property("og:image:height", picture?.height)}${property(
    "og:image:alt",
    picture?.alt,
  )}${property("article:published_time", publishedAt)}${property("article:modified_time", changedAt)}${property("article:section", section)}<meta name="twitter:card" content="${picture === undefined ? "summary" : "summary_large_image"}">
`;
}

/** Links to the same page in other languages and, in the head of some pages, to further feeds and the publisher's other places. */
export function renderMachineLinks(facts: PageFacts, me: readonly string[] = []): Html {
  const { languages = [], feeds = [] } = facts;
  const alternates = [...languages, ...languages.slice(0, 1).map(({ url }) => ({ lang: "x-default", url }))];
  return html`${alternates.map(({ lang, url }) => html`<link rel="alternate" hreflang="${lang}" href="${url}">\n`)}${feeds.map(
    ({ href, type, title }) => html`<link rel="alternate"${attribute("type", type)} title="${title}" href="${href}">\n`,
  )}${me.filter((href) => /^https?:/i.test(href)).map((href) => html`<link rel="me" href="${href}">\n`)}`;
}
