/** Every kind of page, drawn from the sample views, by its name; with the stylesheet each is given. */
import { renderArticlePage } from "../../src/components/article-page.ts";
import { renderFrontPage } from "../../src/components/front-page.ts";
import { renderIndexPage } from "../../src/components/index-page.ts";
import { renderLedgerPage } from "../../src/components/ledger-page.ts";
import { renderListPage } from "../../src/components/list-page.ts";
import { renderShortPage } from "../../src/components/short-page.ts";
import { renderStandingPage } from "../../src/components/standing-page.ts";
import { renderTakeAwayPage } from "../../src/components/take-away-page.ts";
import { renderToolPage } from "../../src/components/tool-page.ts";
import { renderYearPage } from "../../src/components/year-page.ts";
import type { StyleKind } from "../../src/styles/styles.ts";
import { MOMENT, type SampleViews } from "./sample-views.ts";

export interface SamplePage {
  readonly name: string;
  /** Undefined for the page behind a short code, which has no stylesheet. */
  readonly kind?: StyleKind;
  readonly markup: string;
}

/** Draws them all. */
export function drawSamplePages(views: SampleViews): SamplePage[] {
  const retracted = { at: MOMENT, dayOnly: false, reason: views.ledger[0]?.text ?? "" };
  const form = views.discussion({ way: { channel: "form", href: "https://letters.example/take" } });
  const tools = ["listen", "search", "library", "offline", "not-found"] as const;
  const pages: { name: string; kind?: StyleKind; page: { toString(): string } }[] = [
    { name: "article", kind: "article", page: renderArticlePage(views.article()) },
    { name: "article-form", kind: "article", page: renderArticlePage(views.article({ discussion: form })) },
    { name: "article-retracted", kind: "article", page: renderArticlePage(views.article({}, { retracted })) },
    {
      name: "article-of-a-series",
      kind: "article",
      page: renderArticlePage(
        views.article({
          series: {
            title: "The long drought",
            href: "../../../series/the-long-drought.html",
            part: 3,
            total: 7,
            previous: { title: "A river on paper", href: "../10/river.html" },
            next: { title: "Rain & no more", href: "../20/rain.html" },
          },
        }),
      ),
    },
    {
      name: "article-one-author",
      kind: "article",
      page: renderArticlePage(views.article({ authors: [{ name: "Ingrid Solvay", author: views.author }] })),
    },
    { name: "front", kind: "front", page: renderFrontPage(views.front()) },
    {
      name: "front-headlines",
      kind: "front",
      page: renderFrontPage({ ...views.front(), sections: views.front().sections.slice(1), corrections: [] }),
    },
    ...views.subjects.map((subject) => ({
      name: `list-${subject.kind}`,
      kind: "list" as const,
      page: renderListPage(views.list(subject, subject.kind === "place" ? { heading: "list.place" } : {})),
    })),
    {
      name: "list-day-of-year",
      kind: "list",
      page: renderListPage(views.list({ kind: "plain", word: "list.archive" }, { heading: "list.on-this-day" })),
    },
    ...views.subjects.slice(0, 1).map((subject) => ({
      name: "list-older",
      kind: "list" as const,
      page: renderListPage(views.list(subject, { page: 2, newer: { title: "3", href: "3.html" } })),
    })),
    { name: "ledger", kind: "ledger", page: renderLedgerPage(views.ledgerPage()) },
    { name: "year", kind: "year", page: renderYearPage(views.year()) },
    { name: "index", kind: "index", page: renderIndexPage(views.index()) },
    { name: "standing", kind: "standing", page: renderStandingPage(views.standing()) },
    ...tools.map((kind) => ({ name: kind, kind, page: renderToolPage(views.tool(kind)) })),
    { name: "take-away", kind: "take-away", page: renderTakeAwayPage(views.takeAway()) },
    {
      name: "short",
      page: renderShortPage({
        kind: "short",
        lang: "en",
        title: views.head(1).title,
        href: "../../2021/01/15/harbour.html",
        canonical: "https://wire.example/2021/01/15/harbour.html",
      }),
    },
  ];
  return pages.map(({ page, ...known }) => ({ ...known, markup: page.toString() }));
}
