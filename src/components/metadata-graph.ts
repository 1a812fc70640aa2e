/** The nodes that schema.org's descriptions of several pages share. Types only: https://github.com/google/schema-dts */
import type { BreadcrumbList, NewsMediaOrganization, Organization, Person, Place, Thing } from "schema-dts";
import type { Author, Topic } from "../newsroom/newsroom.ts";
import type { Frame, Link } from "../edition/views.ts";
import { absoluteHref, type PageFacts } from "./metadata-facts.ts";
import { keep } from "../memo.ts";

/** Addresses as far as they are addresses. */
function webOnly(addresses: readonly string[]): string[] {
  return addresses.filter((address) => /^https?:/i.test(address));
}

const sameAs = (addresses: readonly string[]) => {
  const web = webOnly(addresses);
  return web.length === 0 ? {} : { sameAs: web };
};

/** By the addresses of the publisher's pages in one language. */
const publishers = keep<PageFacts["publisher"], NewsMediaOrganization>();

/** The organisation behind the site, with what news readers ask for. */
export function describePublisher({ site }: Frame, { publisher: links }: PageFacts): NewsMediaOrganization {
  return publishers(links, () => makePublisher(site, links, false));
}

/** The same with all that is known of it, as the front page has it. */
export function describeWholePublisher({ site }: Frame, { publisher: links }: PageFacts): NewsMediaOrganization {
  return makePublisher(site, links, true);
}

function makePublisher(site: Frame["site"], links: PageFacts["publisher"], whole: boolean): NewsMediaOrganization {
  const { publisher } = site;
  const { ethicsPolicy } = links.policies;
  return {
    "@type": "NewsMediaOrganization",
    ...(site.url !== undefined && { "@id": `${site.url}#publisher` }),
    name: publisher?.name ?? site.agency ?? site.title,
    ...((publisher?.url ?? site.url) !== undefined && { url: publisher?.url ?? site.url ?? "" }),
    ...(links.logo !== undefined && { logo: { "@type": "ImageObject", url: links.logo } }),
    ...links.policies,
    ...(ethicsPolicy !== undefined && { publishingPrinciples: ethicsPolicy }),
    ...(whole &&
      publisher !== undefined && {
        ...(publisher.legalName !== undefined && { legalName: publisher.legalName }),
        ...(publisher.foundingDate !== undefined && { foundingDate: publisher.foundingDate }),
        ...(publisher.address !== undefined && { address: publisher.address }),
        ...(publisher.email !== undefined && { email: publisher.email }),
        ...(publisher.telephone !== undefined && { telephone: publisher.telephone }),
        ...sameAs(publisher.sameAs),
      }),
  };
}

/** Who wrote it. A name that is the newsroom's own is not a person's. */
export function describeAuthor(
  frame: Frame,
  { name, href, author }: { readonly name: string; readonly href?: string; readonly author?: Author },
): Person | Organization {
  const { agency, title, publisher } = frame.site;
  if (author === undefined && [agency, title, publisher?.name, publisher?.legalName].includes(name))
    return { "@type": "Organization", name };
  const url = href === undefined ? undefined : absoluteHref(frame, href);
  return {
    "@type": "Person",
    name,
    ...(url !== undefined && { url }),
    ...(author?.role !== undefined && { jobTitle: author.role }),
    ...sameAs(author?.sameAs ?? []),
  };
}

type Named = Thing | Person | Place | Organization;

const things = keep<Topic, Named>();

/** A topic as the thing that it is. */
export function describeTopic(topic: Topic): Named {
  return things(topic, () => makeThing(topic));
}

function makeThing({ name, kind, sameAs: addresses }: Topic): Named {
  const same = sameAs(addresses);
  switch (kind) {
    case "person":
      return { "@type": "Person", name, ...same };
    case "place":
      return { "@type": "Place", name, ...same };
    case "organisation":
      return { "@type": "Organization", name, ...same };
    case "topic":
      return { "@type": "Thing", name, ...same };
  }
}

/** The way from the front page to here; undefined where the site has no address, since each step needs one. */
export function describeBreadcrumbs(frame: Frame, links: readonly Link[], here: string): BreadcrumbList | undefined {
  if (frame.canonical === undefined || links.length === 0) return undefined;
  const steps = links.map(({ title, href }) => ({ name: title, item: absoluteHref(frame, href) }));
  return {
    "@type": "BreadcrumbList",
    itemListElement: [
      ...steps.map(({ name, item }, index) => ({
        "@type": "ListItem" as const,
        position: index + 1,
        name,
        ...(item !== undefined && { item }),
      })),
      { "@type": "ListItem", position: links.length + 1, name: here },
    ],
  };
}
