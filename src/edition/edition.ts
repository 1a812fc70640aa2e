/**
 * All articles at one moment: which are in, in what order, in which lists, and what each says of the others.
 * Made anew for every build from the archive's columns; cheap enough at 100,000 articles to need no state of its own.
 */
import { join } from "node:path";
import { selectChangedAt } from "../article/change.ts";
import { slugOf } from "../article/slug.ts";
import type { Article, ArticleHead } from "../article/article.ts";
import { type Archive, FLAGS } from "../archive/archive.ts";
import { headAsOf } from "./as-of.ts";
import { EditionKeys } from "./edition-keys.ts";
import type { EditionPart } from "./edition-part.ts";
import { selectOpen } from "../archive/gate.ts";
import { Graph } from "./graph.ts";
import { foldKey, keyOf } from "../archive/key.ts";
import { selectPlaces } from "./places.ts";
import { type List, type ListKind, type ListName, listAddress } from "./list-kinds.ts";
import { listKey, makeLists } from "./lists.ts";
import type { MediaIndex } from "../archive/media-index.ts";
import type { Look } from "../styles/look.ts";
import type { Author, Newsroom, Section, Topic } from "../newsroom/newsroom.ts";
import { readBodyOf } from "../archive/read-article.ts";
import { chooseRelated, RELATED_WANTED } from "../archive/related.ts";
import type { PackagedEdition } from "../archive/packaged.ts";
import type { StandingPage } from "../archive/standing-pages.ts";

export interface EditionInput {
  readonly archive: Archive;
  readonly newsroom: Newsroom;
  /** Content folder, to read bodies and comments from. */
  readonly content: string;
  readonly now: number;
  readonly preview: boolean;
  readonly standing: readonly StandingPage[];
  readonly media: MediaIndex;
  /** Addresses of the shared files, by what they are: `script`, `icon`, `manifest`, and what each page kind adds. */
  readonly assets: Readonly<Record<string, string>>;
  /** Packaged editions that may be offered. */
  readonly packages?: readonly PackagedEdition[];
  /** What is left out; nothing where unset. */
  readonly without?: readonly EditionPart[];
}

/** Heads kept, in two halves: 20 to 40 MB. */
const HEAD_MEMORY = 12_000;

export class Edition {
  readonly archive: Archive;
  readonly newsroom: Newsroom;
  readonly content: string;
  readonly now: number;
  readonly preview: boolean;
  readonly standing: readonly StandingPage[];
  readonly media: MediaIndex;
  readonly assets: Readonly<Record<string, string>>;
  readonly packages: readonly PackagedEdition[];
  readonly without: ReadonlySet<EditionPart>;
  /** 1 for each row that is in. */
  readonly open: Uint8Array;
  /** Open rows, oldest first, all languages. */
  readonly order: Uint32Array;
  /** Place of each open row in `order`; -1 of others. */
  readonly position: Int32Array;
  /** The column `headKey`, and `changedAt`, with what is not yet so of some rows left out. */
  readonly headKeys: Float64Array;
  readonly changedAt: Float64Array;
  readonly #early = new Map<number, ArticleHead>();
  readonly graph: Graph;
  /** The topics that the newsroom knows, by slug. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** By kind, language and name, oldest article first in each. */
  readonly lists: ReadonlyMap<string, List>;
  readonly keys: EditionKeys;
  /** Addresses of pages of the newsroom's own that search engines may list, sorted. Told once, before pages are drawn. */
  ownPages: readonly string[] = [];
  #heads = new Map<number, ArticleHead>();
  #formerHeads: ReadonlyMap<number, ArticleHead> = new Map();
  readonly #listsOf = new Map<string, readonly List[]>();
  #languages: readonly string[] | undefined;
  #places: ReadonlySet<number> | undefined;

  /** The newsroom's own rules of style. */
  readonly look: Look;

  constructor(input: EditionInput) {
    this.archive = input.archive;
    this.newsroom = input.newsroom;
    this.content = input.content;
    this.now = input.now;
    this.preview = input.preview;
    this.standing = input.standing;
    this.media = input.media;
    this.assets = input.assets;
    this.packages = input.packages ?? [];
    this.without = new Set(input.without);
    this.open = selectOpen(this.archive, { now: this.now, preview: this.preview, future: this.site.future });
    this.order = this.archive.order().filter((row) => this.open[row] === 1);
    this.position = new Int32Array(this.archive.count).fill(-1);
    for (let index = 0; index < this.order.length; index++) this.position[this.order[index] ?? 0] = index;
    [this.headKeys, this.changedAt] = this.#readEarly();
    this.graph = new Graph(this.archive, this.order, this.open);
    this.topics = new Map(this.newsroom.topics.map((topic) => [topic.slug, topic]));
    this.lists = makeLists(this.archive, this.order, this.newsroom, this.without, this);
    this.keys = new EditionKeys(this);
    this.look = {
      logo: this.site.publisher?.logo !== undefined,
      tokens: this.site.tokens,
      sheets: this.newsroom.sheets ?? [],
    };
  }

  /** Finds the open rows whose files date a change after the edition's moment. */
  #readEarly(): [headKeys: Float64Array, changedAt: Float64Array] {
    let [headKeys, changedAt] = [this.archive.column("headKey"), this.archive.column("changedAt")];
    const publishedAt = this.archive.column("publishedAt");
    for (const row of this.order) {
      // What is shown ahead of its date is shown as it is.
      if ((changedAt[row] ?? 0) <= this.now || (publishedAt[row] ?? 0) > this.now) continue;
      if (this.#early.size === 0) [headKeys, changedAt] = [headKeys.slice(), changedAt.slice()];
      const head = headAsOf(this.archive.head(row), this.now);
      this.#early.set(row, head);
      headKeys[row] = keyOf(JSON.stringify(head));
      changedAt[row] = selectChangedAt(head);
    }
    return [headKeys, changedAt];
  }

  get site() {
    return this.newsroom.site;
  }

  /** Folder of a language's pages: empty for the site's own, else `ar/`. */
  folderOf(lang: string): string {
    return lang === this.site.language ? "" : `${lang.toLowerCase()}/`;
  }

  langOf(row: number): string {
    return this.archive.tables.langs.name(this.archive.column("lang")[row] ?? 0);
  }

  head(row: number): ArticleHead {
    let head = this.#early.get(row) ?? this.#heads.get(row);
    if (head === undefined) {
      if (this.#heads.size >= HEAD_MEMORY) {
        this.#formerHeads = this.#heads;
        this.#heads = new Map();
      }
      head = this.#formerHeads.get(row) ?? this.archive.head(row);
      this.#heads.set(row, head);
    }
    return head;
  }

  /** The whole article; reads its file. */
  article(row: number): Article {
    const head = this.head(row);
    return { ...head, body: readBodyOf(this.content, head.path) };
  }

  isRetracted(row: number): boolean {
    return ((this.archive.column("flags")[row] ?? 0) & FLAGS.retracted) !== 0;
  }

  list(kind: ListKind, lang: string, name: string): List | undefined {
    return this.lists.get(listKey({ kind, lang, name }));
  }

  /** The lists of one kind, by language and name. */
  listsOf(kind: ListKind, lang?: string): readonly List[] {
    const key = `${kind} ${lang ?? ""}`;
    let found = this.#listsOf.get(key);
    if (found === undefined) {
      found = [...this.lists.values()].filter(
        (list) => list.kind === kind && (lang === undefined || list.lang === lang),
      );
      this.#listsOf.set(key, found);
    }
    return found;
  }

  /** Some open rows of one language, newest first: the first so many that are wanted. */
  newest(lang: string, most: number, isWanted: (row: number) => boolean): number[] {
    const number = this.archive.tables.langs.find(lang);
    const langs = this.archive.column("lang");
    const rows: number[] = [];
    for (let index = this.order.length - 1; index >= 0 && rows.length < most; index--) {
      const row = this.order[index] ?? 0;
      if (langs[row] === number && isWanted(row)) rows.push(row);
    }
    return rows;
  }

  /** Keys of the addresses of all pages that are no article's. */
  get places(): ReadonlySet<number> {
    this.#places ??= selectPlaces(this);
    return this.#places;
  }

  /** The languages that have at least one open article, and the site's own. */
  get languages(): readonly string[] {
    if (this.#languages === undefined) {
      const used = new Set(this.listsOf("month").map(({ lang }) => lang));
      this.#languages = this.site.languages.filter((lang) => lang === this.site.language || used.has(lang));
    }
    return this.#languages;
  }

  /** Site-relative. */
  listHref(list: ListName, page?: number): string {
    return listAddress(this.folderOf(list.lang), list, page);
  }

  topic(slug: string, fallbackName: string): Topic {
    return this.topics.get(slug) ?? { name: fallbackName, slug, kind: "topic", aliases: [], sameAs: [] };
  }

  readonly #topicsOfTags = new Map<string, Topic>();

  /** A name → its slug in the addresses of a language. */
  slugOf(name: string, lang: string): string {
    return slugOf(name, { lang, letters: this.site.addresses });
  }

  /** A tag as an article of a language writes it → its topic. */
  topicOfTag(tag: string, lang: string): Topic {
    const key = `${lang} ${tag}`;
    let topic = this.#topicsOfTags.get(key);
    if (topic === undefined) {
      topic = this.newsroom.topics.find(({ name }) => name === tag) ?? this.topic(this.slugOf(tag, lang), tag);
      this.#topicsOfTags.set(key, topic);
    }
    return topic;
  }

  section(slug: string): Section {
    return (
      this.newsroom.sections?.find((section) => section.slug === slug) ?? {
        slug,
        name: slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " "),
        names: {},
      }
    );
  }

  author(name: string): Author | undefined {
    return this.newsroom.authors.find((author) => author.name === name || author.aliases?.includes(name) === true);
  }

  mediaPath(src: string): string {
    return join(this.content, "media", src);
  }

  /** Recomputes which articles the machine chose for those whose choice may have changed. `changedTopics` holds the earliest instant of a change by topic number. */
  chooseRelated(changed: ReadonlySet<number>, changedTopics: ReadonlyMap<number, number>, all: boolean): void {
    const topics = this.archive.ragged("topics");
    const related = this.archive.ragged("related");
    const chosen = this.archive.ragged("chosen");
    const publishedAt = this.archive.column("publishedAt");
    const named = this.archive.column("named");
    const resolvedKey = this.archive.column("resolvedKey");
    const pathKey = this.archive.column("pathKey");
    for (const row of this.order) {
      let key = 1;
      for (let index = 0, count = related.count(row); index < count; index++) {
        const target = this.graph.named(row, index);
        key = foldKey(key, target < 0 ? 7 : (pathKey[target] ?? 0));
      }
      const translations = this.graph.translations(row);
      for (const other of translations) key = foldKey(key, pathKey[other] ?? 0);
      let due = all || changed.has(row) || key !== resolvedKey[row];
      if (changedTopics.size > 0)
        for (let index = 0, count = topics.count(row); !due && index < count; index++)
          due = (changedTopics.get(topics.at(row, index)) ?? Number.POSITIVE_INFINITY) <= (publishedAt[row] ?? 0);
      if (!due) continue;
      resolvedKey[row] = key;
      const wanted = RELATED_WANTED - (named[row] ?? 0);
      const lang = this.langOf(row);
      const rowsOfTopic = (topic: number): readonly number[] =>
        this.list("topic", lang, this.archive.tables.topics.name(topic))?.rows ?? [];
      const without = new Set([
        row,
        ...Array.from(related.of(row), (_reference, index) => this.graph.named(row, index)),
        ...translations,
      ]);
      chosen.set(row, wanted <= 0 ? [] : chooseRelated(this.archive, row, rowsOfTopic, this.position, without, wanted));
    }
  }
}
