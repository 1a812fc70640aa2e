/**
 * The kinds of lists: one row each, read by all that makes, links, names, feeds or counts lists. A new kind is a new row
 * here, a template in `src/pages/`, and the words that it names (`docs/extending.md`).
 */
import type { ArticleHead } from "../article/article.ts";
import { dayStartsAt, renderDayOfYear, renderMonth } from "../article/instant.ts";
import type { Archive } from "../archive/archive.ts";
import { foldKey, keyOf } from "../archive/key.ts";
import type { MediaIndex } from "../archive/media-index.ts";
import type { Ragged } from "../archive/ragged.ts";
import type { Author, Newsroom, Section, Topic, TopicKind } from "../newsroom/newsroom.ts";
import type { EditionKeys } from "./edition-keys.ts";
import type { EditionPart } from "./edition-part.ts";
import { orderParts } from "./series.ts";
import type { Frame, Link } from "./views.ts";

export const LIST_KIND_NAMES = ["section", "topic", "author", "place", "series", "month", "day-of-year"] as const;
export type ListKind = (typeof LIST_KIND_NAMES)[number];

/** What says which list: its kind, its language, and its name in addresses. */
export interface ListName {
  readonly kind: ListKind;
  readonly lang: string;
  /** Slug; `2021-01` of a month, `01-15` of a day of the year. */
  readonly name: string;
}

/** The articles of one section, topic, … in one language, oldest first. */
export interface List extends ListName {
  readonly rows: readonly number[];
}

/** What the rows ask an edition for. */
export interface ListSource {
  readonly newsroom: Newsroom;
  readonly media: MediaIndex;
  readonly keys: EditionKeys;
  head(row: number): ArticleHead;
  topic(slug: string, fallbackName: string): Topic;
  topicOfTag(tag: string, lang: string): Topic;
  section(slug: string): Section;
  list(kind: ListKind, lang: string, name: string): List | undefined;
}

/** Under which names, as numbers, a row is listed: one, or none below 0; or as many as a list of numbers has. */
export type Choice = { readonly one: (row: number) => number } | { readonly all: Ragged };

export interface ListKindRow {
  /** Folder of its pages, below the language's. */
  readonly folder: string;
  /** A list's name as it stands in an address, where that is another. */
  readonly inAddress?: (name: string) => string;
  readonly choose: (archive: Archive) => Choice;
  /** A list's name for a number that was chosen. */
  readonly nameOf: (number: number, archive: Archive) => string;
  /** Names that have a page though nothing is in them yet. */
  readonly always?: (newsroom: Newsroom) => readonly string[];
  /** The order of its rows, where that is not the one of publication; its pages then begin with the first. */
  readonly order?: (rows: readonly number[], source: Pick<ListSource, "head">) => readonly number[];
  /** What leaves these lists out, with `--without`. */
  readonly part?: EditionPart;
  readonly titleOf: (list: List, source: ListSource) => string;
  readonly descriptionOf?: (list: List, source: ListSource) => string | undefined;
  /** A key of the title, and of all that the newsroom says of it. */
  readonly keyOf: (list: List, source: ListSource) => number;
  /** Key of the words that say in the margin what kind of list it is; where unset, `src/components/list-subject.ts` knows more of it. */
  readonly word?: string;
  /** Key of the words that the title stands in, as `{title}`, or `{place}` or `{day}`. */
  readonly heading?: string;
  /** What stands above its pages, the front page aside. */
  readonly crumbs: (list: List, frame: Frame, link: (title: string, address: string) => Link) => readonly Link[];
  /** The page that lists them all, `index.html` in their folder: its entries may have kinds. `index.<folder>` is its title's words. */
  readonly index?: {
    readonly kindOf?: (list: List, source: ListSource) => TopicKind;
    /** That there is none where nothing is in it. */
    readonly ifAny?: true;
  };
  /** Whether its heads stand in the sitemap, and whether every language has a page of that name. */
  readonly sitemap?: "alone" | "in all languages";
  readonly feeds?: true;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** A topic's name as the newsroom has it, else as its first article wrote it. */
export function topicName({ name, rows }: Pick<List, "name" | "rows">, source: ListSource): string {
  const known = source.newsroom.topics.find((topic) => topic.slug === name);
  if (known !== undefined) return known.name;
  const first = rows[0];
  if (first === undefined) return name;
  const { tags, lang } = source.head(first);
  return tags.find((tag) => source.topicOfTag(tag, lang).slug === name) ?? name;
}

/** A key of a topic's name: what the newsroom says, and the article that names it where the newsroom does not. */
const topicKey = ({ name, rows }: List, { keys }: ListSource): number =>
  foldKey(keys.ofTopic(name), keys.ofHeads(rows.slice(0, 1)));

/** A place's name as its newest article's dateline prints it. */
function placeName({ rows }: List, source: ListSource): string {
  const newest = rows.at(-1);
  return (newest === undefined ? undefined : source.head(newest).dateline?.place) ?? "";
}

export function authorOf({ name }: ListName, { newsroom }: Pick<ListSource, "newsroom">): Author {
  const author = newsroom.authors.find(({ slug }) => slug === name);
  if (author === undefined) throw new RangeError(`no author has the slug ${name}`);
  return author;
}

const indexLink = (
  folder: string,
  fallback: string,
  { strings }: Frame,
  link: (title: string, address: string) => Link,
): Link => link(strings[`index.${folder.slice(0, -1)}`] ?? fallback, `${folder}index.html`);

const numbersIn = (name: string): readonly number[] => name.split("-").map(Number);

export const LIST_KINDS: Readonly<Record<ListKind, ListKindRow>> = {
  section: {
    folder: "sections/",
    choose: (archive) => {
      const sections = archive.column("section");
      return { one: (row) => sections[row] ?? -1 };
    },
    nameOf: (number, { tables }) => tables.sections.name(number),
    // A section of the navigation has a page before it has an article.
    always: ({ sections }) => (sections ?? []).map(({ slug }) => slug),
    titleOf: ({ name, lang }, source) => {
      const section = source.section(name);
      return section.names[lang] ?? section.name;
    },
    descriptionOf: ({ name, lang }, source) => source.section(name).description?.[lang],
    keyOf: ({ name }) => keyOf(name),
    crumbs: () => [],
    sitemap: "in all languages",
    feeds: true,
  },
  topic: {
    folder: "topics/",
    choose: (archive) => ({ all: archive.ragged("topics") }),
    nameOf: (number, { tables }) => tables.topics.name(number),
    titleOf: (list, source) => source.topic(list.name, topicName(list, source)).name,
    keyOf: topicKey,
    crumbs: (_list, { topics }) => [topics],
    index: { kindOf: (list, source) => source.topic(list.name, list.name).kind },
    sitemap: "alone",
  },
  author: {
    folder: "authors/",
    choose: (archive) => ({ all: archive.ragged("authors") }),
    nameOf: (number, { tables }) => tables.authors.name(number),
    titleOf: (list, source) => authorOf(list, source).name,
    descriptionOf: (list, source) => authorOf(list, source).biography,
    keyOf: (list, { newsroom, keys, media }) => {
      const portrait = newsroom.authors.find(({ slug }) => slug === list.name)?.portrait;
      return foldKey(keys.ofAuthor(list.name), portrait === undefined ? 0 : media.keyOf(portrait));
    },
    crumbs: (_list, frame, link) => [indexLink("authors/", "Authors", frame, link)],
    index: {},
    sitemap: "alone",
    feeds: true,
  },
  place: {
    folder: "places/",
    part: "places",
    choose: (archive) => {
      const places = archive.column("place");
      return { one: (row) => places[row] ?? -1 };
    },
    nameOf: (number, { tables }) => tables.places.name(number),
    titleOf: placeName,
    keyOf: (list, source) => {
      const topic = source.list("topic", list.lang, list.name);
      const named = topic === undefined ? source.keys.ofTopic(list.name) : topicKey(topic, source);
      return foldKey(keyOf(placeName(list, source)), named);
    },
    heading: "list.place",
    crumbs: (_list, frame, link) => [indexLink("places/", "Places", frame, link)],
    index: {},
    sitemap: "alone",
  },
  series: {
    folder: "series/",
    choose: (archive) => {
      const series = archive.column("series");
      return { one: (row) => series[row] ?? -1 };
    },
    nameOf: (number, { tables }) => tables.series.name(number),
    order: orderParts,
    titleOf: ({ name, rows }, source) => source.head(rows[0] ?? 0).series?.name ?? name,
    keyOf: ({ name, rows }, { keys }) => foldKey(keyOf(name), keys.ofHeads(rows.slice(0, 1))),
    word: "list.series",
    crumbs: (_list, frame, link) => [indexLink("series/", "Series", frame, link)],
    index: { ifAny: true },
    sitemap: "alone",
    feeds: true,
  },
  month: {
    folder: "archive/",
    inAddress: (name) => name.replace("-", "/"),
    choose: (archive) => {
      const days = archive.column("day");
      return { one: (row) => Math.floor((days[row] ?? 0) / 100) };
    },
    nameOf: (number) => `${String(Math.floor(number / 100)).padStart(4, "0")}-${two(number % 100)}`,
    titleOf: ({ name, lang }) => {
      const [year = 0, month = 0] = numbersIn(name);
      return renderMonth(dayStartsAt({ year, month, day: 1 }, "utc"), "utc", lang);
    },
    keyOf: ({ name }) => keyOf(name),
    word: "list.archive",
    crumbs: ({ name }, { archive }, link) => [archive, link(name.slice(0, 4), `archive/${name.slice(0, 4)}.html`)],
    sitemap: "alone",
  },
  "day-of-year": {
    folder: "archive/on/",
    part: "days",
    choose: (archive) => {
      const days = archive.column("day");
      return { one: (row) => (days[row] ?? 0) % 10_000 };
    },
    nameOf: (number) => `${two(Math.floor(number / 100))}-${two(number % 100)}`,
    titleOf: ({ name, lang }) => {
      const [month = 0, day = 0] = numbersIn(name);
      // 2020 is a leap year, so every day of the year has its name.
      return renderDayOfYear(dayStartsAt({ year: 2020, month, day }, "utc"), "utc", lang);
    },
    keyOf: ({ name }) => keyOf(name),
    word: "list.archive",
    heading: "list.on-this-day",
    crumbs: (_list, { archive }) => [archive],
  },
};

/** Address of a list's head page or of one of its older pages. `folder` is the language's: empty or `ar/`. */
export function listAddress(folder: string, { kind, name }: ListName, page?: number): string {
  const row = LIST_KINDS[kind];
  const base = `${folder}${row.folder}${row.inAddress?.(name) ?? name}`;
  return page === undefined ? `${base}.html` : `${base}/${page}.html`;
}

/** Names at the root of the site that lists take for their folders. */
export const LIST_FOLDERS: readonly string[] = Object.values(LIST_KINDS).map(
  ({ folder }) => folder.split("/")[0] ?? "",
);
