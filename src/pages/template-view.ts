/**
 * What a newsroom's own templates see of the edition: `edition` and `collections.articles`. Read-only; an article is read
 * from the archive when a template asks for it, its text when it asks for that. Documented in docs/templates.md.
 */
import { shortAddress } from "../article/address.ts";
import { selectParagraphs } from "../article/body.ts";
import { renderDateline } from "../article/dateline.ts";
import type { Edition } from "../edition/edition.ts";
import { type List, LIST_KINDS } from "../edition/list-kinds.ts";
import type { Site } from "../newsroom/newsroom.ts";
import { keep } from "../memo.ts";
import { itemOf } from "./feed-item.ts";
import { lazily, once } from "./lazy-object.ts";
import { mediaAddressOf } from "../edition/media-address.ts";

/** An article. Addresses begin with `/`, as Eleventy's `page.url` does. */
export interface TemplateArticle {
  readonly title: string;
  readonly url: string;
  readonly date: Date;
  readonly updated: Date | undefined;
  /** As printed: `WASHINGTON (Sputnik)`. */
  readonly dateline: string | undefined;
  readonly byline: readonly string[];
  /** Slug of the section. */
  readonly section: string | undefined;
  readonly kicker: string | undefined;
  readonly standfirst: string | undefined;
  readonly tags: readonly string[];
  readonly lang: string;
  readonly retracted: boolean;
  /** Of the picture as it was given, with its description. */
  readonly image: { readonly url: string; readonly alt: string } | undefined;
  /** Folder and file name below `articles/`, without `.md`. */
  readonly path: string;
  readonly shortUrl: string;
  /** The text as HTML, without dateline and headline; addresses as in feeds. */
  readonly content: string;
  /** The first paragraph as text. */
  readonly opening: string;
}

/** A topic, a section or an author, in one language. */
export interface TemplateList {
  readonly title: string;
  readonly slug: string;
  readonly url: string;
  readonly lang: string;
  readonly count: number;
  /** Newest first. */
  readonly articles: readonly TemplateArticle[];
}

/** The edition. Articles are newest first, in all languages; lists by language, then by slug. */
export interface TemplateEdition {
  /** The edition's moment. */
  readonly date: Date;
  readonly preview: boolean;
  /** The site's languages that have articles, its own first. */
  readonly languages: readonly string[];
  readonly articles: readonly TemplateArticle[];
  readonly topics: readonly TemplateList[];
  readonly sections: readonly TemplateList[];
  readonly authors: readonly TemplateList[];
}

/** An article as Eleventy's collections have their items. https://www.11ty.dev/docs/collections/#collection-item-data-structure */
export interface CollectedArticle {
  readonly url: string;
  readonly date: Date;
  readonly inputPath: string;
  readonly outputPath: string;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly page: CollectedPage;
  readonly data: TemplateArticle & { readonly page: CollectedPage };
  readonly content: string;
  readonly templateContent: string;
}

interface CollectedPage {
  readonly url: string;
  readonly date: Date;
  readonly inputPath: string;
  readonly outputPath: string;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly lang: string;
}

type ArticleOf = (row: number) => TemplateArticle;

function articleMakers(edition: Edition) {
  const head = (row: number) => edition.head(row);
  return {
    title: (row: number) => head(row).title,
    url: (row: number) => `/${head(row).address}`,
    date: (row: number) => new Date(head(row).publishedAt),
    updated: (row: number) => {
      const { updatedAt } = head(row);
      return updatedAt === undefined ? undefined : new Date(updatedAt);
    },
    dateline: (row: number) => {
      const { dateline } = head(row);
      return dateline === undefined ? undefined : renderDateline(dateline);
    },
    byline: (row: number) => head(row).byline,
    section: (row: number) => head(row).section,
    kicker: (row: number) => head(row).kicker,
    standfirst: (row: number) => head(row).standfirst,
    tags: (row: number) => head(row).tags,
    lang: (row: number) => head(row).lang,
    retracted: (row: number) => edition.isRetracted(row),
    image: (row: number) => {
      const { image, retracted } = head(row);
      const address = image === undefined || retracted !== undefined ? undefined : mediaAddressOf(edition, image.src);
      return image === undefined || address === undefined ? undefined : { url: `/${address}`, alt: image.alt };
    },
    path: (row: number) => head(row).path,
    shortUrl: (row: number) => `/${shortAddress(head(row).shortCode)}`,
    content: (row: number) => itemOf(edition, row, edition.site.url ?? "/").content.toString(),
    opening: (row: number) => selectParagraphs(edition.article(row).body, head(row).lang)[0] ?? "",
  };
}

function makeLists(edition: Edition, kind: List["kind"], articleOf: ArticleOf): readonly TemplateList[] {
  const listOf = lazily<TemplateList, List>({
    title: (list) => LIST_KINDS[list.kind].titleOf(list, edition),
    slug: ({ name }) => name,
    url: (list) => `/${edition.listHref(list)}`,
    lang: ({ lang }) => lang,
    count: ({ rows }) => rows.length,
    articles: ({ rows }) => rows.map(articleOf).reverse(),
  });
  return edition.listsOf(kind).map(listOf);
}

const viewOf = keep<Edition, TemplateEdition>();
const editions = new WeakMap<object, Edition>();

/** `edition` of a newsroom's own templates. */
export const makeTemplateEdition = (edition: Edition): TemplateEdition => viewOf(edition, () => makeView(edition));

function makeView(edition: Edition): TemplateEdition {
  const articleOf = lazily<TemplateArticle, number>(articleMakers(edition));
  const articles = once(() => Array.from(edition.order, articleOf).reverse());
  const lists = (kind: List["kind"]) => once(() => makeLists(edition, kind, articleOf));
  const [topics, sections, authors] = [lists("topic"), lists("section"), lists("author")];
  const view = lazily<TemplateEdition, undefined>({
    date: () => new Date(edition.now),
    preview: () => edition.preview,
    languages: () => edition.languages,
    articles: () => articles(),
    topics: () => topics(),
    sections: () => sections(),
    authors: () => authors(),
  })(undefined);
  editions.set(view, edition);
  return view;
}

/** The edition behind what templates see of it. Throws TypeError where it is something else. */
export function editionBehind(view: unknown): Edition {
  const edition = typeof view === "object" && view !== null ? editions.get(view) : undefined;
  if (edition === undefined)
    throw new TypeError("`edition` in this template's data is not Dateline's: name yours otherwise");
  return edition;
}

/** `collections.articles`: oldest first, as Eleventy's collections are. */
export function collectArticles(edition: Edition): readonly CollectedArticle[] {
  const makers = articleMakers(edition);
  const folder = `./src/content/articles/`;
  const slugOf = (row: number): string => makers.path(row).split("/").at(-1) ?? "";
  const page = {
    url: makers.url,
    date: makers.date,
    inputPath: (row: number) => `${folder}${makers.path(row)}.md`,
    outputPath: (row: number) => `./dist${makers.url(row)}`,
    fileSlug: slugOf,
    filePathStem: (row: number) => `/articles/${makers.path(row)}`,
    lang: makers.lang,
  };
  const pageOf = lazily<CollectedPage, number>(page);
  const dataOf = lazily<CollectedArticle["data"], number>({ ...makers, page: pageOf });
  const { lang: _lang, ...own } = page;
  const articleOf = lazily<CollectedArticle, number>({
    ...own,
    page: pageOf,
    data: dataOf,
    content: makers.content,
    templateContent: makers.content,
  });
  return Array.from(edition.order, articleOf);
}

/** `site` of a newsroom's own templates: what `_data/site.yaml` says, complete. */
export function makeTemplateSite(edition: Edition): Site {
  return edition.site;
}
