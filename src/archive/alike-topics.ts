/** Different tags that would share one address: `Наука` and `Nauka`, two that are alike in 60 letters. */
import type { Problem } from "../article/problem.ts";
import { foldName, slugOf, type SlugRule } from "../article/slug.ts";
import type { Archive } from "./archive.ts";
import { keyOf } from "./key.ts";

/** Slug by the name of a topic that `topics.yaml` has. */
type KnownSlugs = ReadonlyMap<string, string>;

/** The slugs of an article's tags, each once, with a key of the name that is behind it: case, accents and punctuation make no other name. */
export function selectTopics(tags: readonly string[], known: KnownSlugs, rule: SlugRule): Map<string, number> {
  const topics = new Map<string, number>();
  for (const tag of tags) {
    const slug = known.get(tag) ?? slugOf(tag, rule);
    const name = nameKeyOf(tag);
    // Two of one article that share an address are told apart below, by a key that is neither's.
    topics.set(slug, (topics.get(slug) ?? name) === name ? name : -1);
  }
  return topics;
}

const keys = new Map<string, number>();
const KEYS_KEPT = 20_000;

function nameKeyOf(tag: string): number {
  let key = keys.get(tag);
  if (key === undefined) {
    if (keys.size >= KEYS_KEPT) keys.clear();
    key = keyOf(foldName(tag) || tag);
    keys.set(tag, key);
  }
  return key;
}

/** Watches the tags of articles as they are read. */
export class AlikeTopics {
  readonly #seen = new Map<number, { readonly name: number; readonly row: number }>();
  readonly #clashes = new Map<number, readonly [row: number, other: number]>();

  /** `topics` and `names` are numbers and name keys of one article, in the same order. */
  add(row: number, lang: number, topics: ArrayLike<number>, names: readonly number[]): void {
    for (let index = 0; index < topics.length; index++) {
      const key = (topics[index] ?? 0) * 256 + lang;
      const name = names[index] ?? 0;
      const other = this.#seen.get(key);
      if (other === undefined) this.#seen.set(key, { name, row });
      if (name === -1 || (other !== undefined && other.name !== name)) this.#clashes.set(key, [row, other?.row ?? row]);
    }
  }

  /** The clashes, those with articles that did not change among them: of these one for each topic is read, since they agreed before. */
  problems(archive: Archive, changed: ReadonlySet<number>, known: KnownSlugs, letters: SlugRule["letters"]): Problem[] {
    const ruleOf = (lang: string): SlugRule => ({ lang, ...(letters === undefined ? {} : { letters }) });
    for (const row of this.#findFirsts(archive, changed)) {
      const { tags, lang } = archive.head(row);
      const names = selectTopics(tags, known, ruleOf(lang));
      this.add(row, archive.column("lang")[row] ?? 0, archive.ragged("topics").of(row), [...names.values()]);
    }
    const publishedAt = archive.column("publishedAt");
    return [...this.#clashes].map(([key, pair]): Problem => {
      // The newer article is the one to be mended.
      const isOlder = (publishedAt[pair[0]] ?? 0) < (publishedAt[pair[1]] ?? 0);
      const [row, other] = isOlder ? [pair[1], pair[0]] : pair;
      const slug = archive.tables.topics.name(Math.floor(key / 256));
      const nameIn = (head: { readonly tags: readonly string[]; readonly lang: string }, not?: string): string =>
        head.tags.find((tag) => tag !== not && (known.get(tag) ?? slugOf(tag, ruleOf(head.lang))) === slug) ?? slug;
      const [one, two] = [archive.head(row), archive.head(other)];
      const first = nameIn(two);
      const found = nameIn(one, row === other ? first : undefined);
      // Where one of the two has its address from topics.yaml, the other is the one that needs a slug.
      const loose = known.has(found) ? first : found;
      return {
        file: `articles/${one.path}.md`,
        key: "tags",
        found,
        fault: `has the same address as the tag ${first} of articles/${two.path}.md`,
        instead: `Give it one of its own in topics.yaml: \`${JSON.stringify(loose)}: {slug: another-name}\`.`,
      };
    });
  }

  #findFirsts(archive: Archive, changed: ReadonlySet<number>): Set<number> {
    const topics = archive.ragged("topics");
    const langs = archive.column("lang");
    const firsts = new Map<number, number>();
    if (this.#seen.size > 0)
      for (let row = 0; row < archive.count; row++) {
        if (changed.has(row) || archive.isRemoved(row)) continue;
        for (let at = 0, count = topics.count(row); at < count; at++) {
          const key = topics.at(row, at) * 256 + (langs[row] ?? 0);
          if (this.#seen.has(key) && !firsts.has(key)) firsts.set(key, row);
        }
      }
    return new Set(firsts.values());
  }
}
