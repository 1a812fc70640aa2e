/** Which feeds there are, what is in each, and the keys of all that decides their bytes. */
import { FLAGS } from "../archive/archive.ts";
import type { Edition } from "./edition.ts";
import { type FeedSubject, feedAddress, feedSubjectOf, formatsOf } from "./feed-address.ts";
import { LIST_KIND_NAMES, LIST_KINDS } from "./list-kinds.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import { selectLedger } from "./ledger-view.ts";
import type { PageRef } from "./page-ref.ts";

/** A feed holds the newest of its articles, so many. */
export const FEED_LENGTH = 50;

/** The newest open rows of a language, newest first. */
function selectNewest(edition: Edition, lang: string, wanted: (row: number) => boolean): number[] {
  const number = edition.archive.tables.langs.find(lang);
  const langs = edition.archive.column("lang");
  const rows: number[] = [];
  for (let index = edition.order.length - 1; index >= 0 && rows.length < FEED_LENGTH; index--) {
    const row = edition.order[index] ?? 0;
    if (langs[row] === number && wanted(row)) rows.push(row);
  }
  return rows;
}

/** Open rows that can be heard, newest first; a retracted one cannot. */
export function selectHeard(edition: Edition, lang: string): number[] {
  const flags = edition.archive.column("flags");
  return selectNewest(edition, lang, (row) => ((flags[row] ?? 0) & (FLAGS.audio | FLAGS.retracted)) === FLAGS.audio);
}

/** Rows of a feed, newest first. A row stands in the feed of corrections as often as it was corrected. */
export function selectFeedRows(edition: Edition, subject: FeedSubject): readonly number[] {
  switch (subject.kind) {
    case "all":
      return selectNewest(edition, subject.lang, () => true);
    case "podcast":
      return selectHeard(edition, subject.lang);
    case "corrections":
      return selectLedger(edition, subject.lang)
        .slice(-FEED_LENGTH)
        .reverse()
        .map(({ row }) => row);
    default:
      return (edition.list(subject.kind, subject.lang, subject.name)?.rows ?? []).slice(-FEED_LENGTH).reverse();
  }
}

/** All feeds. */
export function selectFeedSubjects(edition: Edition): FeedSubject[] {
  if (edition.site.url === undefined) return [];
  return edition.languages.flatMap((lang): FeedSubject[] => [
    { kind: "all", lang },
    { kind: "corrections", lang },
    ...(selectHeard(edition, lang).length > 0 ? [{ kind: "podcast", lang } as const] : []),
    ...LIST_KIND_NAMES.flatMap((kind) => edition.listsOf(kind, lang).flatMap((list) => feedSubjectOf(list) ?? [])),
  ]);
}

/** A key of all that is printed of some articles in full: texts, media, who wrote them, what they link to. */
export function textsKey(edition: Edition, rows: readonly number[]): number {
  const { archive, graph, headKeys } = edition;
  let key = edition.keys.ofSources(rows);
  for (const row of rows) {
    key = foldKey(key, edition.keys.ofMedia(row));
    for (const references of [archive.ragged("links").of(row), archive.ragged("related").of(row)]) {
      for (const reference of Array.from(references)) {
        const target = graph.resolve(reference);
        key = foldKey(key, target >= 0 ? (headKeys[target] ?? 0) : graph.isHeld(reference) ? 11 : 7);
      }
    }
    key = foldKey(key, edition.keys.ofNames("authors", row));
  }
  return key;
}

/** Refs of all feeds. `name` is the format. */
export function* selectFeedPages(edition: Edition): Generator<PageRef> {
  for (const subject of selectFeedSubjects(edition)) {
    const { lang } = subject;
    const list = "name" in subject ? edition.list(subject.kind, lang, subject.name) : undefined;
    const texts = textsKey(edition, selectFeedRows(edition, subject));
    const print = foldKeys([
      edition.keys.ofFrame(lang),
      keyOf(JSON.stringify(subject)),
      list === undefined ? 0 : LIST_KINDS[list.kind].keyOf(list, edition),
      texts,
    ]);
    for (const format of formatsOf(subject)) {
      yield { address: feedAddress(edition, subject, format), lang, name: format, feed: subject, print };
    }
  }
}
