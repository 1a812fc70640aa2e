/** The same articles in the form that each peer reads, as its own docs advise. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeOf, shortAddress } from "../../src/article/address.ts";
import { type SampleArticle, sampleArticles } from "../archive.ts";

/** What every peer is told of an article, beside its text. */
interface Facts {
  readonly address: string;
  readonly short: string;
  readonly section: string;
  readonly month: string;
  /** Addresses of the articles that the editor named. */
  readonly related: readonly string[];
}

function factsOf(article: SampleArticle, addresses: readonly string[]): Facts {
  const address = `${article.date.slice(0, 10).replaceAll("-", "/")}/${article.slug}.html`;
  return {
    address,
    short: shortAddress(codeOf(address)),
    section: article.section.replace(/^./, (letter) => letter.toUpperCase()),
    month: article.date.slice(0, 7),
    related: article.related.map((index) => addresses[index] ?? ""),
  };
}

const list = (values: readonly string[]): string => `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;

/** Front matter lines that all peers share. */
const common = ({ title, date, dateline }: SampleArticle): string[] => [
  `title: ${title}`,
  `date: ${date}`,
  `dateline: ${JSON.stringify(dateline)}`,
  `place: ${dateline.replace(/ \(.*/, "")}`,
];

/** The form of those whose keys are their own choice. */
const plain = (article: SampleArticle, { address, short, section, month, related }: Facts): string[] => [
  ...common(article),
  `byline: ${article.byline}`,
  `standfirst: ${article.standfirst}`,
  `address: ${address}`,
  `short: ${short}`,
  `topics: ${list(article.tags)}`,
  `section: ${section}`,
  `month: "${month}"`,
  `related: ${list(related)}`,
];

const FORMS = {
  /** https://gohugo.io/content-management/front-matter/: aliases make the short-link redirects, taxonomies the lists, paths name other pages. */
  hugo: (article: SampleArticle, { address, short, section, month, related }: Facts) => [
    ...common(article),
    `byline: ${article.byline}`,
    `standfirst: ${article.standfirst}`,
    `url: /${address}`,
    `aliases: [/${short}]`,
    `topics: ${list(article.tags)}`,
    `desks: [${section}]`,
    `months: ["${month}"]`,
    `related: ${list(related.map((other) => `/posts/${other.replace(/\/\d\d\/([^/]+)\.html$/, "/$1")}`))}`,
  ],
  bare: plain,
  /** https://www.11ty.dev/docs/collections/: tags make the collections. */
  eleventy: (article: SampleArticle, { address, short, section, month, related }: Facts) => [
    ...common(article),
    `byline: ${article.byline}`,
    `standfirst: ${article.standfirst}`,
    `permalink: /${address}`,
    `short: /${short}`,
    `topics: ${list(article.tags)}`,
    `section: ${section}`,
    `month: "${month}"`,
    `related: ${list(related)}`,
  ],
  /**
   * https://jekyllrb.com/docs/posts/: tags and categories make the lists, jekyll-redirect-from the short links; author and
   * description are what its plugins look for.
   */
  jekyll: (article: SampleArticle, { address, short, section, related }: Facts) => [
    ...common(article),
    `author: ${article.byline}`,
    `description: ${article.standfirst}`,
    `permalink: /${address}`,
    `redirect_from: [/${short}]`,
    `tags: ${list(article.tags)}`,
    `categories: [${section}]`,
    `related: ${list(related)}`,
  ],
  /** https://docs.astro.build/en/guides/content-collections/: what a schema names, pages ask for. */
  astro: plain,
} as const;
export type PeerForm = keyof typeof FORMS;

/** A file below the folder of a year and month. Jekyll takes a post's date from its name. */
function nameOf(form: PeerForm, { slug, date }: SampleArticle): string {
  return form === "jekyll" ? `${date.slice(0, 10)}-${slug}.md` : `${slug}.md`;
}

/** Writes the articles as a peer reads them, one Markdown file each. */
export function writePeerContent(form: PeerForm, folder: string, articles: number): void {
  const addresses: string[] = [];
  for (const article of sampleArticles({ articles })) {
    const facts = factsOf(article, addresses);
    addresses.push(facts.address);
    const file = join(folder, article.date.slice(0, 4), article.date.slice(5, 7), nameOf(form, article));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `---\n${FORMS[form](article, facts).join("\n")}\n---\n\n${article.paragraphs.join("\n\n")}\n`);
  }
}
