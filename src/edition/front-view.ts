/** What a front page is given: the lead, the seconds, the sections, the latest, and what was corrected today. */
import { dayStartsAt, selectDay } from "../article/instant.ts";
import type { Edition } from "./edition.ts";
import { selectHeard } from "./feed-view.ts";
import { makeFrame } from "./frame.ts";
import { makeItem, sectionLink } from "./item.ts";
import { foldKeys, keyOf } from "../archive/key.ts";
import { makeLedgerEntries, selectLedger } from "./ledger-view.ts";
import type { PageRef } from "./page-ref.ts";
import type { FrontView } from "./views.ts";

const SECONDS = 4;
const LATEST = 14;
const PER_SECTION = 4;
/** Among so many of the newest articles the lead is looked for: one with a picture, where there is one. */
const LEAD_AMONG = 12;

interface Choice {
  readonly lead: number | undefined;
  readonly seconds: readonly number[];
  readonly latest: readonly number[];
  readonly sections: readonly { readonly slug: string; readonly rows: readonly number[] }[];
}

function choose(edition: Edition, lang: string): Choice {
  const worthy = (row: number) => !edition.isRetracted(row);
  const rows = edition.newest(lang, Math.max(LEAD_AMONG, LATEST), () => true);
  const fresh = rows.slice(0, LEAD_AMONG).filter(worthy);
  const path = edition.newsroom.lead[lang];
  const pinned = path === undefined ? -1 : edition.graph.resolve(keyOf(path));
  const lead =
    pinned >= 0 && worthy(pinned) ? pinned : (fresh.find((row) => edition.head(row).image !== undefined) ?? fresh[0]);
  const seconds = edition.newest(lang, SECONDS, (row) => row !== lead && worthy(row));
  const shown = new Set([lead, ...seconds]);
  const slugs =
    edition.newsroom.sections?.map(({ slug }) => slug) ?? edition.listsOf("section", lang).map(({ name }) => name);
  const sections = slugs
    .map((slug) => ({
      slug,
      rows: (edition.list("section", lang, slug)?.rows ?? [])
        .slice(-PER_SECTION * 4)
        .reverse()
        .filter((row) => !shown.has(row) && worthy(row))
        .slice(0, PER_SECTION),
    }))
    .filter((section) => section.rows.length > 0);
  return { lead, seconds, latest: rows.slice(0, LATEST), sections };
}

/** Corrections made on the edition's own day. */
function correctedToday(edition: Edition, lang: string) {
  const { timeZone } = edition.site;
  const start = dayStartsAt(selectDay(edition.now, timeZone), timeZone);
  return selectLedger(edition, lang).filter(({ at }) => at >= start && at <= edition.now);
}

/** Refs of the front pages, one a language. Their bytes carry the edition's moment, so they change with every edition. */
export function* selectFrontPages(edition: Edition): Generator<PageRef> {
  for (const lang of edition.languages) {
    const { lead, seconds, latest, sections } = choose(edition, lang);
    const rows = [
      ...(lead === undefined ? [] : [lead]),
      ...seconds,
      ...latest,
      ...sections.flatMap((section) => section.rows),
    ];
    const corrected = correctedToday(edition, lang).map(({ row }) => row);
    // Its head names the podcast where there is one.
    const heard = selectHeard(edition, lang).length > 0 ? 1 : 0;
    yield {
      address: `${edition.folderOf(lang)}index.html`,
      lang,
      print: foldKeys([
        edition.keys.ofFrame(lang),
        edition.now,
        edition.keys.ofHeads(rows),
        edition.keys.ofHeads(corrected),
        heard,
      ]),
    };
  }
}

/** What the front page of a language is given. */
export function makeFrontView(edition: Edition, ref: PageRef, styles: string): FrontView {
  const { address, lang } = ref;
  const frame = makeFrame(edition, { address, lang, styles, editionAt: edition.now });
  const { to } = frame;
  const item = (row: number) => makeItem(edition, row, to);
  const { lead, seconds, latest, sections } = choose(edition, lang);
  const { month, day } = selectDay(edition.now, edition.site.timeZone);
  const two = (number: number) => String(number).padStart(2, "0");
  const onThisDay = edition.list("day-of-year", lang, `${two(month)}-${two(day)}`);
  return {
    kind: "front",
    frame,
    ...(lead === undefined ? {} : { lead: item(lead) }),
    seconds: seconds.map(item),
    latest: latest.map(item),
    sections: sections.map(({ slug, rows }) => ({ link: sectionLink(edition, slug, lang, to), items: rows.map(item) })),
    corrections: makeLedgerEntries(edition, correctedToday(edition, lang), to),
    ...(onThisDay === undefined
      ? {}
      : { onThisDay: { title: `${month}-${day}`, href: to(edition.listHref(onThisDay)) } }),
  };
}
