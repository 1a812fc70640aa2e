/** Keys of what pages print of an edition, for their prints: two of the same number stand for the same bytes. */
import type { Archive } from "../archive/archive.ts";
import { foldKey, keyOf } from "../archive/key.ts";
import type { MediaIndex } from "../archive/media-index.ts";
import type { StandingPage } from "../archive/standing-pages.ts";
import type { Newsroom, Topic } from "../newsroom/newsroom.ts";
import type { EditionPart } from "./edition-part.ts";

/** What the keys are made from. */
interface KeySource {
  readonly archive: Archive;
  readonly newsroom: Newsroom;
  readonly media: MediaIndex;
  readonly standing: readonly StandingPage[];
  readonly assets: Readonly<Record<string, string>>;
  readonly packages: readonly unknown[];
  readonly without: ReadonlySet<EditionPart>;
  readonly languages: readonly string[];
  readonly preview: boolean;
  readonly order: Uint32Array;
  readonly headKeys: Float64Array;
  readonly topics: ReadonlyMap<string, Topic>;
  listsOf(kind: "section", lang: string): readonly { readonly name: string }[];
}

export class EditionKeys {
  readonly #edition: KeySource;
  readonly #frameKeys = new Map<string, number>();
  readonly #entryKeys = new Map<string, number>();
  readonly #nameKeys: Readonly<Record<"topics" | "authors", number[]>> = { topics: [], authors: [] };
  /** What other pages print of each row; a row stands in some eight lists. */
  #lineKeys: Float64Array | undefined;

  constructor(edition: KeySource) {
    this.#edition = edition;
  }

  /** A key of all that stands around every page of a language: site, words, sections, standing pages, shared files. */
  ofFrame(lang: string): number {
    let key = this.#frameKeys.get(lang);
    if (key === undefined) {
      const { site, sections, strings, sheets } = this.#edition.newsroom;
      // A standing page that a language does not have is linked in the site's own.
      const standing = this.#edition.standing
        .filter((page) => page.lang === lang || page.lang === site.language)
        .map(({ name, title, lang: own }) => [name, title, own]);
      // Without a list of sections, those that the language's articles are in stand in the navigation.
      const named = sections ?? this.#edition.listsOf("section", lang).map(({ name }) => name);
      const logo = site.publisher?.logo === undefined ? 0 : this.#edition.media.keyOf(site.publisher.logo);
      // Whether there are packaged editions, not which: their page alone says that.
      const offers = this.#edition.packages.length > 0;
      const { assets, languages, preview } = this.#edition;
      const without = [...this.#edition.without].sort();
      key = keyOf(
        JSON.stringify([
          site,
          named,
          strings[lang],
          standing,
          logo,
          assets,
          languages,
          preview,
          offers,
          without,
          sheets,
        ]),
      );
      this.#frameKeys.set(lang, key);
    }
    return key;
  }

  #entryKey(name: string, entry: () => unknown): number {
    let key = this.#entryKeys.get(name);
    if (key === undefined) {
      key = keyOf(`${name} ${JSON.stringify(entry()) ?? ""}`);
      this.#entryKeys.set(name, key);
    }
    return key;
  }

  /** A key of what the newsroom says of a topic. */
  ofTopic(slug: string): number {
    return this.#entryKey(`topic ${slug}`, () => this.#edition.topics.get(slug));
  }

  /** A key of the names and kinds of all topics that the newsroom knows. */
  get ofTopicNames(): number {
    return this.#entryKey("topics", () =>
      this.#edition.newsroom.topics.map(({ slug, name, kind }) => [slug, name, kind]),
    );
  }

  /** A key of what the newsroom says of an author. */
  ofAuthor(slug: string): number {
    return this.#entryKey(`author ${slug}`, () =>
      this.#edition.newsroom.authors.find((author) => author.slug === slug),
    );
  }

  /** A key of what the newsroom says of an article's topics or authors, in their order. */
  ofNames(kind: "topics" | "authors", row: number): number {
    const known = this.#nameKeys[kind];
    const numbers = this.#edition.archive.ragged(kind);
    let key = 1;
    for (let index = 0, count = numbers.count(row); index < count; index++) {
      const number = numbers.at(row, index);
      let own = known[number];
      if (own === undefined) {
        const name = this.#edition.archive.tables[kind].name(number);
        own = kind === "topics" ? this.ofTopic(name) : this.ofAuthor(name);
        known[number] = own;
      }
      key = foldKey(key, own);
    }
    return key;
  }

  /** A key of what other pages print of some articles. */
  ofHeads(rows: ArrayLike<number>): number {
    if (this.#lineKeys === undefined) {
      const { headKeys } = this.#edition;
      this.#lineKeys = new Float64Array(this.#edition.archive.count);
      for (const row of this.#edition.order) this.#lineKeys[row] = foldKey(headKeys[row] ?? 0, this.ofMedia(row));
    }
    let key = 1;
    for (let index = 0; index < rows.length; index++) key = foldKey(key, this.#lineKeys[rows[index] ?? 0] ?? 0);
    return key;
  }

  /** A key of some articles whole, text included. */
  ofSources(rows: Iterable<number>): number {
    const sourceKey = this.#edition.archive.column("sourceKey");
    const { headKeys } = this.#edition;
    let key = 1;
    for (const row of rows) key = foldKey(foldKey(key, sourceKey[row] ?? 0), headKeys[row] ?? 0);
    return key;
  }

  /** A key of the files that an article shows, plays or offers. */
  ofMedia(row: number): number {
    const media = this.#edition.archive.ragged("media");
    let key = 0;
    for (let index = 0, count = media.count(row); index < count; index++)
      key = foldKey(key, this.#edition.media.keyOf(this.#edition.archive.tables.media.name(media.at(row, index))));
    return key;
  }
}
