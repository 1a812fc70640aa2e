/** What machines read in the heads of the pages around the articles: front pages, lists, standing pages, indexes. */
import type { CollectionPage, ProfilePage, Thing, WebPage, WebSite } from "schema-dts";
import type { Frame, FrontView, Link, ListView } from "../edition/views.ts";
import { type Html, html, jsonScript } from "../html.ts";
import { type PageFacts, renderMachineLinks, renderSocial, type SocialProps, shareable } from "./metadata-facts.ts";
import { describeAuthor, describeBreadcrumbs, describeTopic, describeWholePublisher } from "./metadata-graph.ts";

function renderGraph(nodes: readonly (Thing | undefined)[]): Html {
  const given = nodes.filter((node) => node !== undefined);
  return html`${jsonScript("application/ld+json", { "@context": "https://schema.org", "@graph": given })}\n`;
}

const own = ({ canonical }: Frame) => (canonical === undefined ? {} : { "@id": canonical, url: canonical });

/** The site and who is behind it. */
export function renderFrontMetadata({ frame }: FrontView, facts: PageFacts): Html {
  const { site, lang, tagline } = frame;
  const website: WebSite = {
    "@type": "WebSite",
    ...own(frame),
    name: site.title,
    ...(tagline !== undefined && { description: tagline.text }),
    inLanguage: lang,
    publisher: describeWholePublisher(frame, facts),
    ...(site.license !== undefined && { license: site.license }),
    ...(site.copyright !== undefined && { copyrightNotice: site.copyright }),
  };
  const social = renderSocial(frame, {
    title: site.title,
    type: "website",
    description: tagline?.text,
    picture: facts.card,
  });
  return html`${renderMachineLinks(facts, site.publisher?.sameAs)}${social}${renderGraph([website])}`;
}

interface Described {
  readonly page: CollectionPage | ProfilePage;
  readonly social: SocialProps;
}

function describeList(view: ListView, facts: PageFacts): Described {
  const { frame, subject, title } = view;
  const base = { ...own(frame), name: title, inLanguage: frame.lang };
  const social = (description: string | undefined): SocialProps => ({
    title,
    type: "website",
    description,
    picture: facts.card,
  });
  switch (subject.kind) {
    case "section": {
      const description = subject.section.description?.[frame.lang];
      const page: CollectionPage = {
        "@type": "CollectionPage",
        ...base,
        ...(description !== undefined && { description }),
      };
      return { page, social: social(description) };
    }
    case "topic": {
      const { description, aliases } = subject.topic;
      const about = describeTopic(subject.topic);
      const page: CollectionPage = {
        "@type": "CollectionPage",
        ...base,
        ...(description !== undefined && { description }),
        ...(aliases.length > 0 && { alternateName: aliases }),
        about,
      };
      return { page, social: social(description) };
    }
    case "author": {
      const { author, portrait } = subject;
      const person = describeAuthor(frame, {
        name: author.name,
        author,
        ...(frame.canonical !== undefined && { href: frame.canonical }),
      });
      const page: ProfilePage = {
        "@type": "ProfilePage",
        ...base,
        ...(author.biography !== undefined && { description: author.biography }),
        ...(portrait?.absolute !== undefined && {
          primaryImageOfPage: { "@type": "ImageObject", url: portrait.absolute },
        }),
        mainEntity: person,
      };
      const { absolute, width = 0, height = 0 } = portrait ?? {};
      const own = absolute === undefined ? undefined : shareable({ url: absolute, width, height, alt: author.name });
      const picture = own ?? facts.card;
      return { page, social: { title, type: "profile", description: author.biography, picture } };
    }
    case "place": {
      const page: CollectionPage = {
        "@type": "CollectionPage",
        ...base,
        about: { "@type": "Place", name: subject.name },
      };
      return { page, social: social(undefined) };
    }
    case "plain":
      return { page: { "@type": "CollectionPage", ...base }, social: social(undefined) };
  }
}

/** A list and what it is of. */
export function renderListMetadata(view: ListView, facts: PageFacts): Html {
  const { frame, subject, title, breadcrumbs } = view;
  const { page, social } = describeList(view, facts);
  const me = subject.kind === "author" ? subject.author.sameAs : [];
  return html`${renderMachineLinks(facts, me)}${renderSocial(frame, social)}${renderGraph([page, describeBreadcrumbs(frame, breadcrumbs, title)])}`;
}

/** Any other page: a standing page, an index, the ledger. */
export function renderPageMetadata(
  frame: Frame,
  {
    title,
    collection,
    above = [frame.home],
  }: { readonly title: string; readonly collection: boolean; readonly above?: readonly Link[] },
  facts: PageFacts,
): Html {
  const page: WebPage = {
    "@type": collection ? "CollectionPage" : "WebPage",
    ...own(frame),
    name: title,
    inLanguage: frame.lang,
    ...(frame.site.url !== undefined && { publisher: { "@id": `${frame.site.url}#publisher` } }),
  };
  const social = renderSocial(frame, { title, type: "website", picture: facts.card });
  return html`${renderMachineLinks(facts)}${social}${renderGraph([page, describeBreadcrumbs(frame, above, title)])}`;
}
