/** What machines read in the head of a page, as JSON-LD. */
import { minuteOf } from "./printed-date.js";

const SITE = "https://northline.example/";
const PUBLISHER = {
  "@type": "NewsMediaOrganization",
  "@id": `${SITE}#publisher`,
  name: "Northline",
  url: SITE,
};
const SPEAKABLE = { "@type": "SpeakableSpecification", cssSelector: ["h1", ".standfirst"] };

const write = (nodes) =>
  JSON.stringify({ "@context": "https://schema.org", "@graph": nodes }).replaceAll("<", "\\u003c");

/** Links of `[name, address]`, the site first; the page itself has a name only. */
function describeBreadcrumbs(links) {
  const items = [["Northline Bench", "index.html"], ...links].map(([name, address], index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item: address === undefined ? undefined : SITE + address,
  }));
  return { "@type": "BreadcrumbList", itemListElement: items };
}

export function writeArticleGraph(
  { address, title, standfirst, date, byline, dateline, place, section, topics },
  slug,
) {
  const url = SITE + address;
  const published = minuteOf(date);
  return write([
    {
      "@type": "NewsArticle",
      "@id": url,
      url,
      headline: title,
      description: standfirst,
      inLanguage: "en",
      datePublished: published,
      dateModified: published,
      author: [{ "@type": "Person", name: byline }],
      publisher: PUBLISHER,
      articleSection: section,
      locationCreated: { "@type": "Place", name: place },
      about: topics.map((name) => ({ "@type": "Thing", name })),
      speakable: SPEAKABLE,
      dateline,
    },
    describeBreadcrumbs([[section, `sections/${slug}.html`], [title]]),
  ]);
}

/** A list's page: `above` are the links between the site and it. */
export function writeListGraph({ address, title, above, isTopic }) {
  const url = SITE + address;
  const about = isTopic ? { "@type": "Thing", name: title } : undefined;
  return write([
    { "@type": "CollectionPage", "@id": url, url, name: title, inLanguage: "en", about },
    describeBreadcrumbs([...above, [title]]),
  ]);
}

export function writeFrontGraph() {
  const url = `${SITE}index.html`;
  return write([
    { "@type": "WebSite", "@id": url, url, name: "Northline Bench", inLanguage: "en", publisher: PUBLISHER },
  ]);
}
