/** What the pages of a list are given. */
import { relativeAddress } from "../article/address.ts";
import { dayStartsAt, renderDayOfYear, renderMonth } from "../article/instant.ts";
import type { Edition } from "./edition.ts";
import { makeFrame } from "./frame.ts";
import { makeItem, selectImage } from "./item.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import { countPages, type List, type ListKind, pageBeforeHead, selectPage } from "./lists.ts";
import type { PageRef } from "./page-ref.ts";
import type { Link, ListSubject, ListView } from "./views.ts";

/** Of the newest articles of a topic, so many are looked at for the topics that stand beside it. */
const OFTEN_LOOKED_AT = 200;
const OFTEN_SHOWN = 8;

/** Refs of all pages of the lists of one kind: heads, then their older pages. */
export function* selectListPages(edition: Edition, kind: ListKind): Generator<PageRef> {
  for (const list of edition.listsOf(kind)) {
    const frame = foldKey(edition.keys.ofFrame(list.lang), subjectKey(edition, list));
    const head = foldKeys([
      frame,
      list.rows.length,
      edition.keys.ofHeads(selectPage(list.rows)),
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

/** A key of a topic's name: what the newsroom says, and the article that names it where the newsroom does not. */
function topicTitleKey(edition: Edition, { name, rows }: List): number {
  return foldKey(edition.keys.ofTopic(name), edition.keys.ofHeads(rows.slice(0, 1)));
}

function subjectKey(edition: Edition, list: List): number {
  switch (list.kind) {
    case "topic":
      return topicTitleKey(edition, list);
    case "place": {
      const topic = edition.list("topic", list.lang, list.name);
      return foldKey(
        keyOf(placeName(edition, list.rows)),
        topic === undefined ? edition.keys.ofTopic(list.name) : topicTitleKey(edition, topic),
      );
    }
    case "author": {
      const portrait = edition.newsroom.authors.find(({ slug }) => slug === list.name)?.portrait;
      return foldKey(edition.keys.ofAuthor(list.name), portrait === undefined ? 0 : edition.media.keyOf(portrait));
    }
    case "section":
    case "month":
    case "day-of-year":
      return keyOf(list.name);
  }
}

/** A topic's name as the newsroom has it, else as its first article wrote it. */
export function topicName(edition: Edition, slug: string, rows: readonly number[]): string {
  const known = edition.newsroom.topics.find((topic) => topic.slug === slug);
  if (known !== undefined) return known.name;
  const first = rows[0];
  if (first === undefined) return slug;
  const { tags, lang } = edition.head(first);
  return tags.find((tag) => edition.topicOfTag(tag, lang).slug === slug) ?? slug;
}

/** A place's name as its newest article's dateline prints it. */
export function placeName(edition: Edition, rows: readonly number[]): string {
  const newest = rows.at(-1);
  return (newest === undefined ? undefined : edition.head(newest).dateline?.place) ?? "";
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
      const topic = edition.topic(slug, topicName(edition, slug, [newest]));
      return { title: topic.name, href: to(`${edition.folderOf(list.lang)}topics/${slug}.html`), kind: topic.kind };
    });
}

interface Titled {
  readonly title: string;
  readonly subject: ListSubject;
}

function describeList(edition: Edition, list: List, to: (address: string) => string, head: boolean): Titled {
  const { lang, name, rows } = list;
  switch (list.kind) {
    case "section": {
      const section = edition.section(name);
      return { title: section.names[lang] ?? section.name, subject: { kind: "section", section } };
    }
    case "topic": {
      const topic = edition.topic(name, topicName(edition, name, rows));
      return {
        title: topic.name,
        subject: { kind: "topic", topic, often: head ? selectOften(edition, list, to) : [] },
      };
    }
    case "author": {
      const author = edition.newsroom.authors.find(({ slug }) => slug === name);
      if (author === undefined) throw new RangeError(`no author has the slug ${name}`);
      const portrait =
        author.portrait === undefined ? undefined : selectImage(edition, { src: author.portrait, alt: "" }, to);
      return {
        title: author.name,
        subject: { kind: "author", author, ...(portrait === undefined ? {} : { portrait }) },
      };
    }
    case "place": {
      const title = placeName(edition, rows);
      const topic = edition.list("topic", lang, name);
      const link: Link | undefined =
        topic === undefined
          ? undefined
          : { title: topicName(edition, name, topic.rows), href: to(edition.listHref(topic)) };
      return { title, subject: { kind: "place", name: title, ...(link === undefined ? {} : { topic: link }) } };
    }
    case "month": {
      const [year = 0, month = 0] = name.split("-").map(Number);
      return {
        title: renderMonth(dayStartsAt({ year, month, day: 1 }, "utc"), "utc", lang),
        subject: { kind: "month", year, month },
      };
    }
    case "day-of-year": {
      const [month = 0, day = 0] = name.split("-").map(Number);
      // 2020 is a leap year, so every day of the year has its name.
      return {
        title: renderDayOfYear(dayStartsAt({ year: 2020, month, day }, "utc"), "utc", lang),
        subject: { kind: "day-of-year", month, day },
      };
    }
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
  const { title, subject } = describeList(edition, list, to, head);
  const pages = countPages(list.rows.length);
  const link = (target: number | undefined): Link => ({
    title: target === undefined ? title : String(target),
    href: relativeAddress(ref.address, edition.listHref(list, target)),
  });
  const before = head ? pageBeforeHead(list.rows.length) : page > 1 ? page - 1 : undefined;
  return {
    kind: "list",
    frame,
    subject,
    title,
    items: [...rows].reverse().map((row) => makeItem(edition, row, to)),
    ...(head ? { total: list.rows.length } : { page, newer: link(page < pages ? page + 1 : undefined) }),
    ...(before === undefined ? {} : { older: link(before) }),
    feeds: feeds.map((feed) => ({ ...feed, href: to(feed.href) })),
    breadcrumbs: selectBreadcrumbs(edition, list, frame, head ? undefined : link(undefined)),
  };
}

function selectBreadcrumbs(edition: Edition, list: List, frame: ListView["frame"], headLink: Link | undefined): Link[] {
  const { to, home, topics, archive, strings } = frame;
  const folder = edition.folderOf(list.lang);
  const above: Readonly<Record<ListKind, readonly Link[]>> = {
    section: [],
    topic: [topics],
    author: [{ title: strings["index.authors"] ?? "Authors", href: to(`${folder}authors/index.html`) }],
    place: [{ title: strings["index.places"] ?? "Places", href: to(`${folder}places/index.html`) }],
    month: [archive, { title: list.name.slice(0, 4), href: to(`${folder}archive/${list.name.slice(0, 4)}.html`) }],
    "day-of-year": [archive],
  };
  return [home, ...above[list.kind], ...(headLink === undefined ? [] : [headLink])];
}
