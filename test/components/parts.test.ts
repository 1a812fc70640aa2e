import assert from "node:assert/strict";
import test from "node:test";
import { renderArticleAudio, renderDuration } from "../../src/components/article-audio.ts";
import { renderArticleTools } from "../../src/components/article-tools.ts";
import { renderBreadcrumbs } from "../../src/components/breadcrumbs.ts";
import { renderByline } from "../../src/components/byline.ts";
import { renderClockLine } from "../../src/components/clock-line.ts";
import { renderChangesAbove, renderChangesBelow } from "../../src/components/corrections-note.ts";
import { renderDatelinePart } from "../../src/components/dateline.ts";
import { renderDesk } from "../../src/components/desk.ts";
import { cutDescription, selectOpening } from "../../src/components/opening.ts";
import { renderEditionMoment } from "../../src/components/edition-moment.ts";
import { renderImprint } from "../../src/components/imprint.ts";
import { renderKicker } from "../../src/components/kicker.ts";
import { renderLaterLinks } from "../../src/components/later-links.ts";
import { renderLedgerEntry } from "../../src/components/ledger-entry.ts";
import { renderLine } from "../../src/components/line.ts";
import { renderMasthead } from "../../src/components/masthead.ts";
import { renderPager } from "../../src/components/pager.ts";
import { renderFigure } from "../../src/components/picture.ts";
import { renderRelatedLinks } from "../../src/components/related-links.ts";
import { renderRetractionNotice } from "../../src/components/retraction-notice.ts";
import { renderShortLink } from "../../src/components/short-link.ts";
import { renderSiteFooter } from "../../src/components/site-footer.ts";
import { renderSourceLine } from "../../src/components/source-line.ts";
import { renderTagList } from "../../src/components/tag-list.ts";
import { renderThread } from "../../src/components/thread.ts";
import { renderTimeLine } from "../../src/components/time-line.ts";
import { renderTranslations } from "../../src/components/translations.ts";
import { assertGolden } from "./golden.ts";
import { HOUR, MOMENT, makeSampleViews } from "./sample-views.ts";

const views = makeSampleViews("en");
const arabic = makeSampleViews("ar");
const frame = views.frame("article");
const view = views.article();
const { article } = view;
const dated = { publishedAt: MOMENT, dayOnly: false };

/** Each part by the name of its golden file. */
const PARTS: Readonly<Record<string, () => unknown>> = {
  "clock-line": () => renderClockLine(frame, dated),
  "clock-line-updated": () => renderClockLine(frame, { ...dated, updatedAt: MOMENT + HOUR }),
  "clock-line-day-only": () => renderClockLine(frame, { publishedAt: MOMENT, dayOnly: true }),
  "clock-line-ar": () => renderClockLine(arabic.frame("article"), dated),
  "edition-moment-printed": () => renderEditionMoment(views.frame("front", { editionAt: MOMENT }), true),
  "edition-moment-list": () => renderEditionMoment(views.frame("list", { editionAt: MOMENT }), false),
  "edition-moment-shared": () => renderEditionMoment(frame, false),
  masthead: () => renderMasthead(frame, { front: false, asks: false }),
  "masthead-front": () => renderMasthead(views.frame("front", { editionAt: MOMENT }), { front: true, asks: false }),
  "masthead-ar": () => renderMasthead(arabic.frame("article"), { front: false, asks: false }),
  "masthead-search": () => renderMasthead(frame, { front: false, asks: true }),
  "site-footer": () => renderSiteFooter(frame),
  "short-link": () => view.short && renderShortLink(frame, view.short),
  "article-tools": () => renderArticleTools(view),
  dateline: () => article.dateline && renderDatelinePart({ dateline: article.dateline, placeHref: "places/v.html" }),
  kicker: () => renderKicker({ section: view.sectionLink, text: "Shipping" }),
  byline: () => renderByline(frame, view.authors),
  "byline-ar": () => renderByline(arabic.frame("article"), arabic.article().authors),
  figure: () => renderFigure({ image: views.image, sizes: "100vw", first: true }),
  "article-audio": () => view.audio && renderArticleAudio(frame, view.audio),
  "changes-above": () => renderChangesAbove(frame, article.corrections),
  "changes-below": () => renderChangesBelow(frame, article.corrections, "policy.html"),
  "retraction-notice": () =>
    renderRetractionNotice(frame, { at: MOMENT, dayOnly: false, reason: "The photograph was older." }),
  "related-links": () => renderRelatedLinks(frame, view.related),
  "later-links": () => renderLaterLinks(frame, view.later),
  "tag-list": () => renderTagList(frame, view.topics),
  "source-line": () => renderSourceLine(frame, article.source),
  translations: () => renderTranslations(frame, view.translations),
  "thread-mail": () => renderThread(frame, views.discussion(), article.title),
  "thread-form": () =>
    renderThread(
      frame,
      views.discussion({ way: { channel: "form", href: "https://letters.example/take" } }),
      article.title,
    ),
  "thread-link": () =>
    renderThread(frame, views.discussion({ way: { channel: "link", href: "https://forum.example/1" } }), article.title),
  "thread-closed": () =>
    renderThread(frame, views.discussion({ state: "closed", comments: [], count: 0 }), article.title),
  imprint: () => renderImprint(view),
  "time-line": () => renderTimeLine(views.frame("front", { editionAt: MOMENT }), views.front().latest),
  desk: () =>
    renderDesk(frame, { link: { title: "Coast", href: "coast.html" }, items: [views.item(2), views.item(3)] }),
  line: () => renderLine(frame, views.item(2)),
  "line-retracted": () =>
    renderLine(frame, views.item(2, { retracted: { at: MOMENT, dayOnly: true, reason: "Wrong." } })),
  "ledger-entry": () => views.ledger[0] && renderLedgerEntry(frame, views.ledger[0]),
  pager: () => renderPager(frame, { newer: { title: "3", href: "3.html" }, older: { title: "1", href: "1.html" } }),
  breadcrumbs: () => renderBreadcrumbs(frame, [{ title: "Topics", href: "index.html" }]),
};

for (const [name, draw] of Object.entries(PARTS)) {
  test(`the part ${name} is drawn as it was last looked at`, () => assertGolden(name, String(draw())));
}

test("parts that have nothing to show print nothing", () => {
  assert.equal(renderByline(frame, []), undefined);
  assert.equal(renderKicker({}), undefined);
  assert.equal(renderRelatedLinks(frame, []), undefined);
  assert.equal(renderLaterLinks(frame, []), undefined);
  assert.equal(renderTagList(frame, []), undefined);
  assert.equal(renderTranslations(frame, []), undefined);
  assert.equal(renderChangesAbove(frame, []), undefined);
  assert.equal(renderChangesBelow(frame, [], "policy.html"), undefined);
  assert.equal(renderPager(frame, {}), undefined);
  assert.equal(renderSourceLine(frame, undefined), undefined);
  assert.equal(renderTimeLine(frame, []), undefined);
});

test("a discussion that is closed offers no way to take part", () => {
  const closed = renderThread(frame, views.discussion({ state: "closed" }), "x").toString();
  assert.doesNotMatch(closed, /mailto:/);
  assert.match(renderThread(frame, views.discussion(), "x").toString(), /mailto:/);
});

test("durations are minutes and seconds, and hours where there are any", () => {
  assert.equal(renderDuration(245), "4:05");
  assert.equal(renderDuration(59.6), "1:00");
  assert.equal(renderDuration(3729), "1:02:09");
});

test("a kicker that says the section's name again is printed once", () => {
  const section = { title: "Opinion", href: "opinion.html" };
  assert.equal(String(renderKicker({ section, text: "opinion" })), String(renderKicker({ section })));
  assert.match(String(renderKicker({ section, text: "Letters" })), /Opinion<\/a> <span>Letters/);
});

test("what search engines show of a page is its first words, cut after a whole one", () => {
  assert.equal(selectOpening("![A quay](a.jpg)\n\n## Fog\n\nThe *tide* turned.\n\nSecond.", "en"), "Fog");
  assert.equal(selectOpening("The *tide* turned.\n\nSecond.", "en"), "The tide turned.");
  assert.equal(selectOpening("", "en"), undefined);
  const cut = cutDescription("barley ".repeat(40).trim());
  assert.ok(cut.length <= 160 && cut.endsWith("barley…"), cut);
});
