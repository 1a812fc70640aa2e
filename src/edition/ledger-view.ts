/** The corrections ledger: every correction, clarification, update and retraction of the archive. */
import type { CorrectionKind } from "../article/article.ts";
import { FLAGS } from "../archive/archive.ts";
import type { Edition } from "./edition.ts";
import { makeFrame } from "./frame.ts";
import { foldKeys } from "../archive/key.ts";
import { countPages, pageBeforeHead, selectPage } from "./lists.ts";
import type { PageRef } from "./page-ref.ts";
import type { LedgerEntry, LedgerView, Link } from "./views.ts";
import { keepByName } from "../memo.ts";

/** An entry before it is linked. */
export interface LedgerRow {
  readonly row: number;
  readonly at: number;
  readonly dayOnly: boolean;
  readonly kind: CorrectionKind | "retraction";
  readonly text: string;
}

const ledgers = keepByName<Edition, string, readonly LedgerRow[]>();

/** The entries of a language, oldest first. Only articles that were corrected or retracted are looked at. */
export function selectLedger(edition: Edition, lang: string): readonly LedgerRow[] {
  return ledgers(edition, lang, () => {
    const flags = edition.archive.column("flags");
    const marked = FLAGS.corrected | FLAGS.retracted;
    return Array.from(edition.order)
      .filter((row) => ((flags[row] ?? 0) & marked) !== 0 && edition.langOf(row) === lang)
      .flatMap((row): LedgerRow[] => {
        const { corrections, retracted } = edition.head(row);
        const entries = corrections.map((correction): LedgerRow => ({ row, ...correction }));
        return retracted === undefined
          ? entries
          : [
              ...entries,
              { row, at: retracted.at, dayOnly: retracted.dayOnly, kind: "retraction", text: retracted.reason },
            ];
      })
      .sort((one, other) => one.at - other.at || (edition.position[one.row] ?? 0) - (edition.position[other.row] ?? 0));
  });
}

/** Entries linked from a page, newest first. */
export function makeLedgerEntries(
  edition: Edition,
  rows: readonly LedgerRow[],
  to: (address: string) => string,
): LedgerEntry[] {
  return [...rows].reverse().map(({ row, at, dayOnly, kind, text }) => {
    const { title, address } = edition.head(row);
    return { kind, at, dayOnly, text, article: { title, href: to(address) } };
  });
}

const ledgerAddress = (folder: string, page?: number): string =>
  `${folder}corrections${page === undefined ? "" : `/${page}`}.html`;
const indexes = (ledger: readonly LedgerRow[]): number[] => ledger.map((_entry, index) => index);

/** Refs of the ledger's pages: a stable list, as those of articles are. */
export function* selectLedgerPages(edition: Edition): Generator<PageRef> {
  for (const lang of edition.languages) {
    const ledger = selectLedger(edition, lang);
    const folder = edition.folderOf(lang);
    const key = (places: readonly number[]) => edition.keys.ofHeads(places.map((place) => ledger[place]?.row ?? -1));
    yield {
      address: ledgerAddress(folder),
      lang,
      print: foldKeys([edition.keys.ofFrame(lang), ledger.length, key(selectPage(indexes(ledger)))]),
    };
    const pages = countPages(ledger.length);
    for (let page = 1; page <= pages; page++) {
      yield {
        address: ledgerAddress(folder, page),
        lang,
        page,
        print: foldKeys([
          edition.keys.ofFrame(lang),
          page,
          page === pages ? 1 : 0,
          key(selectPage(indexes(ledger), page)),
        ]),
      };
    }
  }
}

/** What one page of the ledger is given. `feeds` are site-relative. */
export function makeLedgerView(
  edition: Edition,
  ref: PageRef,
  styles: string,
  feeds: readonly (Link & { readonly type: string })[],
): LedgerView {
  const { address, lang, page } = ref;
  const ledger = selectLedger(edition, lang);
  const rows = selectPage(indexes(ledger), page).flatMap((place) => ledger[place] ?? []);
  const head = page === undefined;
  const frame = makeFrame(edition, { address, lang, styles, ...(head ? { editionAt: rows.at(-1)?.at } : {}) });
  const pages = countPages(ledger.length);
  const link = (target: number | undefined): Link => ({
    title: target === undefined ? frame.corrections.title : String(target),
    href: frame.to(ledgerAddress(edition.folderOf(lang), target)),
  });
  const before = head ? pageBeforeHead(ledger.length) : page > 1 ? page - 1 : undefined;
  return {
    kind: "ledger",
    frame,
    entries: makeLedgerEntries(edition, rows, frame.to),
    ...(head ? {} : { page, newer: link(page < pages ? page + 1 : undefined) }),
    ...(before === undefined ? {} : { older: link(before) }),
    feeds: feeds.map((feed) => ({ ...feed, href: frame.to(feed.href) })),
  };
}
