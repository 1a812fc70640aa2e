/** Former addresses: which there are, where each leads, and what the page at one is given. */
import { absoluteAddress, relativeAddress } from "../article/address.ts";
import { foldKeys, keyOf } from "../archive/key.ts";
import { keep } from "../memo.ts";
import type { Edition } from "./edition.ts";
import { feedAddress, feedSubjectOf, formatsOf } from "./feed-address.ts";
import type { List } from "./list-kinds.ts";
import { countPages } from "./lists.ts";
import type { PageRef } from "./page-ref.ts";
import { standingAddress } from "./text-links.ts";
import type { ShortView } from "./views.ts";

export interface Alias {
  /** Site-relative, of the file that leads on. */
  readonly address: string;
  readonly lang: string;
  /** Of the article that it leads to. */
  readonly row?: number;
  /** Of another page. */
  readonly to?: { readonly title: string; readonly address: string };
  /** The file and key that an editor wrote it in; one that follows from something else gives way to any page. */
  readonly written?: { readonly file: string; readonly key: string };
}

/** Lists of which topics, authors and sections have one of each. */
const NAMED = { topic: "topics", author: "authors", section: "sections" } as const;

function* ofArticles(edition: Edition): Generator<Alias> {
  const aliases = edition.archive.ragged("aliases");
  const names = edition.archive.tables.aliases;
  if (names.size === 0) return;
  for (const row of edition.order)
    for (let index = 0, count = aliases.count(row); index < count; index++)
      yield {
        address: names.name(aliases.at(row, index)),
        lang: edition.langOf(row),
        row,
        get written() {
          return { file: `articles/${edition.head(row).path}.md`, key: "aliases" };
        },
      };
}

/** The head of a list, its older pages and its feeds below a name that it had. */
function* ofList(edition: Edition, list: List, title: string, slug: string): Generator<Alias> {
  const { kind, lang } = list;
  const former: List = { ...list, name: slug };
  const pages = [undefined, ...Array.from({ length: countPages(list.rows.length) }, (_none, index) => index + 1)];
  for (const page of pages)
    yield { address: edition.listHref(former, page), lang, to: { title, address: edition.listHref(list, page) } };
  const [own, then] = [feedSubjectOf(list), feedSubjectOf(former)];
  if (own === undefined || then === undefined || edition.site.url === undefined) return;
  for (const format of formatsOf(own))
    yield {
      address: feedAddress(edition, then, format),
      lang,
      to: { title: `${kind} ${title}`, address: feedAddress(edition, own, format) },
    };
}

interface NamedThing {
  readonly name: string;
  readonly slug: string;
  readonly aliases?: readonly string[];
  readonly former?: readonly string[];
}

function* ofNamed(edition: Edition, kind: keyof typeof NAMED, thing: NamedThing): Generator<Alias> {
  const lists = edition.listsOf(kind).filter(({ name }) => name === thing.slug);
  for (const list of lists) {
    for (const name of thing.aliases ?? []) {
      const slug = edition.slugOf(name, list.lang);
      if (slug !== thing.slug && edition.list(kind, list.lang, slug) === undefined)
        yield* ofList(edition, list, thing.name, slug);
    }
  }
  for (const address of thing.former ?? []) {
    const list =
      lists.find(({ lang }) => lang !== edition.site.language && address.startsWith(edition.folderOf(lang))) ??
      lists.find(({ lang }) => lang === edition.site.language) ??
      lists[0];
    if (list !== undefined)
      yield {
        address,
        lang: list.lang,
        to: { title: thing.name, address: edition.listHref(list) },
        written: { file: `_data/${NAMED[kind]}.yaml`, key: `${thing.name}.aliases` },
      };
  }
}

/** What an earlier rule called the pages of files that did not change since. */
function* ofMoved(edition: Edition): Generator<Alias> {
  const { articles = {}, lists = {} } = edition.archive.notes.moved ?? {};
  for (const [address, path] of Object.entries(articles)) {
    const row = edition.graph.resolve(keyOf(path));
    if (row >= 0) yield { address, lang: edition.langOf(row), row };
  }
  for (const [key, former] of Object.entries(lists)) {
    const list = edition.lists.get(key);
    if (list === undefined) continue;
    for (const slug of former)
      if (edition.list(list.kind, list.lang, slug) === undefined) yield* ofList(edition, list, list.name, slug);
  }
}

function* findAliases(edition: Edition): Generator<Alias> {
  yield* ofArticles(edition);
  for (const page of edition.standing)
    for (const address of page.aliases ?? [])
      yield {
        address,
        lang: page.lang,
        to: { title: page.title, address: standingAddress(edition, page) },
        written: { file: `pages/${page.name}.md`, key: "aliases" },
      };
  for (const topic of edition.newsroom.topics) yield* ofNamed(edition, "topic", topic);
  for (const author of edition.newsroom.authors) yield* ofNamed(edition, "author", author);
  for (const section of edition.newsroom.sections ?? []) yield* ofNamed(edition, "section", section);
  yield* ofMoved(edition);
}

const aliasesOf = keep<Edition, ReadonlyMap<string, Alias>>();

/** All former addresses by themselves; of several that claim one, the first. */
export function selectAliases(edition: Edition): ReadonlyMap<string, Alias> {
  return aliasesOf(edition, () => {
    const found = new Map<string, Alias>();
    for (const alias of findAliases(edition)) if (!found.has(alias.address)) found.set(alias.address, alias);
    return found;
  });
}

const articleKeysOf = keep<Edition, ReadonlySet<number>>();

/** True where an article's page stands at a former address of something else; those of articles were compared when they were read. */
export function isArticlePage(edition: Edition, address: string): boolean {
  if (selectAliases(edition).get(address)?.row !== undefined && edition.archive.notes.moved === undefined) return false;
  const keys = articleKeysOf(edition, () => {
    const column = edition.archive.column("addressKey");
    return new Set(Array.from(edition.order, (row) => column[row] ?? 0));
  });
  return keys.has(keyOf(address.toLowerCase()));
}

/** Where an alias leads, and by what name. */
export function aliasTarget(
  edition: Edition,
  { row, to }: Alias,
): { readonly title: string; readonly address: string } {
  if (row !== undefined) return edition.head(row);
  if (to === undefined) throw new TypeError("an alias leads nowhere");
  return to;
}

/** A key of where an alias leads; reads no article. */
export function aliasKey(edition: Edition, { address, row, to }: Alias): number {
  const column = edition.archive.column("headKey");
  return foldKeys([keyOf(address), row === undefined ? keyOf(JSON.stringify(to)) : (column[row] ?? 0)]);
}

/** What stands at former addresses that are pages. The archive's short codes have theirs only where the site has such pages. */
export function* selectAliasPages(edition: Edition): Generator<PageRef> {
  const site = keyOf(edition.site.url ?? "");
  for (const alias of selectAliases(edition).values()) {
    const { address, lang, written } = alias;
    if (!/\.html?$/i.test(address) || (/^s\/..\/.....\.html$/.test(address) && edition.site.shortUrl.as !== "pages"))
      continue;
    const print = foldKeys([site, aliasKey(edition, alias)]);
    yield { address, lang, weight: 1 / 8, print, ...(written === undefined ? {} : { name: WRITTEN }) };
  }
}

/** Name of the refs of aliases that an editor wrote. */
export const WRITTEN = "written";

/** What the page at a former address is given. */
export function makeAliasView(edition: Edition, { address, lang }: PageRef): ShortView {
  const alias = selectAliases(edition).get(address);
  if (alias === undefined) throw new TypeError(`${address} is not a former address`);
  const target = aliasTarget(edition, alias);
  const { url } = edition.site;
  return {
    kind: "short",
    lang,
    title: target.title,
    href: relativeAddress(address, target.address),
    ...(url === undefined ? {} : { canonical: absoluteAddress(url, target.address) }),
  };
}
