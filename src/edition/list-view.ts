/** What the pages of a list are given. */
import { relativeAddress } from "../article/address.ts";
import { foldKey, foldKeys } from "../archive/key.ts";
import type { Edition } from "./edition.ts";
import { makeFrame } from "./frame.ts";
import { makeItem, selectImage } from "./item.ts";
import { authorOf, LIST_KINDS, type List, type ListKind, topicName } from "./list-kinds.ts";
import { countPages, pageBeforeHead, selectPage } from "./lists.ts";
import type { PageRef } from "./page-ref.ts";
import type { Link, ListSubject, ListView } from "./views.ts";

/** Of the newest articles of a topic, so many are looked at for the topics that stand beside it. */
const OFTEN_LOOKED_AT = 200;
const OFTEN_SHOWN = 8;

/** Refs of all pages of the lists of one kind: heads, then their older pages. */
export function* selectListPages(edition: Edition, kind: ListKind): Generator<PageRef> {
  for (const list of edition.listsOf(kind)) {
    const frame = foldKey(edition.keys.ofFrame(list.lang), LIST_KINDS[kind].keyOf(list, edition));
    const head = foldKeys([
      frame,
      list.rows.length,
      edition.keys.ofHeads(selectPage(list.rows)),
      momentKey(edition, selectPage(list.rows)),
      kind === "topic"
        ? foldKey(edition.keys.ofHeads(list.rows.slice(-OFTEN_LOOKED_AT)), edition.keys.ofTopicNames)
        : 0,
    ]);
    yield { address: edition.listHref(list), lang: list.lang, print: head, list };
    const pages = countPages(list.rows.length);
    for (let page = 1; page <= pages; page++) {
      const print = foldKeys([frame, page, page === pages ? 1 : 0, edition.keys.ofHeads(selectPage(list.rows, page))]);
      yield { address: edition.listHref(list, page), lang: list.lang, print, list, page };
    }
  }
}

function selectOften(edition: Edition, list: List, to: (address: string) => string) {
  const found = new Map<number, { count: number; newest: number }>();
  const topics = edition.archive.ragged("topics");
  for (const row of list.rows.slice(-OFTEN_LOOKED_AT))
    for (const topic of Array.from(topics.of(row)))
      found.set(topic, { count: (found.get(topic)?.count ?? 0) + 1, newest: row });
  const names = edition.archive.tables.topics;
  return [...found]
    .map(([topic, { count, newest }]) => ({ slug: names.name(topic), count, newest }))
    .filter(({ slug, count }) => slug !== list.name && count > 1)
    .sort((one, other) => other.count - one.count || (one.slug < other.slug ? -1 : 1))
    .slice(0, OFTEN_SHOWN)
    .map(({ slug, newest }) => {
      // Named as an article of this list names it: those are in the page's print, the other topic's are not.
      const topic = edition.topic(slug, topicName({ name: slug, rows: [newest] }, edition));
      return {
        title: topic.name,
        href: to(edition.listHref({ kind: "topic", lang: list.lang, name: slug })),
        kind: topic.kind,
      };
    });
}

/** What is known of a list beside its title. */
function makeSubject(
  edition: Edition,
  list: List,
  title: string,
  to: (address: string) => string,
  head: boolean,
): ListSubject {
  const { lang, name, kind } = list;
  switch (kind) {
    case "section":
      return { kind, section: edition.section(name) };
    case "topic":
      return { kind, topic: edition.topic(name, title), often: head ? selectOften(edition, list, to) : [] };
    case "author": {
      const author = authorOf(list, edition);
      const portrait =
        author.portrait === undefined ? undefined : selectImage(edition, { src: author.portrait, alt: "" }, to);
      return { kind, author, ...(portrait === undefined ? {} : { portrait }) };
    }
    case "place": {
      const topic = edition.list("topic", lang, name);
      return topic === undefined
        ? { kind, name: title }
        : { kind, name: title, topic: { title: topicName(topic, edition), href: to(edition.listHref(topic)) } };
    }
    default:
      return { kind: "plain", word: LIST_KINDS[kind].word ?? "list.archive" };
  }
}

/** When the newest of some articles last changed: the moment of a list, which only its own articles can move. */
export function momentOf(edition: Edition, rows: readonly number[]): number | undefined {
  let moment: number | undefined;
  for (const row of rows) {
    const { publishedAt, updatedAt, corrections, retracted } = edition.head(row);
    for (const at of [publishedAt, updatedAt, retracted?.at, ...corrections.map((correction) => correction.at)]) {
      if (at !== undefined && at <= edition.now && (moment === undefined || at > moment)) moment = at;
    }
  }
  return moment;
}

/** A key of what the clock decides of that moment: which of the articles' changes are still to come. Reads an article only where one is. */
function momentKey(edition: Edition, rows: readonly number[]): number {
  const changedAt = edition.archive.column("changedAt");
  let key = 1;
  for (const row of rows) if ((changedAt[row] ?? 0) > edition.now) key = foldKey(key, momentOf(edition, [row]) ?? 0);
  return key;
}

/** What one page of a list is given. `feeds` are site-relative. */
export function makeListView(
  edition: Edition,
  ref: PageRef,
  styles: string,
  feeds: readonly (Link & { readonly type: string })[],
): ListView {
  const { list, page } = ref;
  if (list === undefined) throw new TypeError(`${ref.address} is not the page of a list`);
  const rows = selectPage(list.rows, page);
  const head = page === undefined;
  const frame = makeFrame(edition, {
    address: ref.address,
    lang: list.lang,
    styles,
    section: list.kind === "section" ? list.name : undefined,
    editionAt: head ? momentOf(edition, rows) : undefined,
  });
  const { to } = frame;
  const { titleOf, heading, crumbs, order } = LIST_KINDS[list.kind];
  const title = titleOf(list, edition);
  const pages = countPages(list.rows.length);
  const link = (target: number | undefined): Link => ({
    title: target === undefined ? title : String(target),
    href: relativeAddress(ref.address, edition.listHref(list, target)),
  });
  const before = head ? pageBeforeHead(list.rows.length) : page > 1 ? page - 1 : undefined;
  return {
    kind: "list",
    frame,
    subject: makeSubject(edition, list, title, to, head),
    title,
    ...(heading === undefined ? {} : { heading }),
    items: (order === undefined ? [...rows].reverse() : rows).map((row) => makeItem(edition, row, to)),
    ...(head ? { total: list.rows.length } : { page, newer: link(page < pages ? page + 1 : undefined) }),
    ...(before === undefined ? {} : { older: link(before) }),
    feeds: feeds.map((feed) => ({ ...feed, href: to(feed.href) })),
    breadcrumbs: [
      frame.home,
      ...crumbs(list, frame, (name, address) => ({ title: name, href: to(edition.folderOf(list.lang) + address) })),
      ...(head ? [] : [link(undefined)]),
    ],
  };
}
