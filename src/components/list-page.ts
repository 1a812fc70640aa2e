import type { ListView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderBreadcrumbs } from "./breadcrumbs.ts";
import { renderFeedLinks } from "./feed-links.ts";
import { renderLine } from "./line.ts";
import { nameOfSubject, renderSubject } from "./list-subject.ts";
import { renderPage } from "./page-frame.ts";
import { renderPager } from "./pager.ts";
import { wordsOf } from "./words.ts";

function descriptionOf({ subject }: ListView): string | undefined {
  if (subject.kind === "section") return subject.section.description;
  if (subject.kind === "topic") return subject.topic.description;
  return subject.kind === "author" ? subject.author.biography : undefined;
}

/** A list of articles: of a section, topic, author, place, month or day of the year; its head page or an older one. */
export function renderListPage(view: ListView): Html {
  const { frame, subject, title, items, total, page, feeds } = view;
  const words = wordsOf(frame);
  const place = subject.kind === "place" && html`<b class="dateline">${subject.name}</b>`;
  const facts = [
    total !== undefined && words.count("list.total", total),
    page !== undefined && words.say("list.page", { page: words.number(page) }),
  ].filter((fact) => fact !== false);
  const main = html`<div class="h-feed">
<header class="row head">
<p class="kicker">${nameOfSubject(view)}</p>
<div>${renderBreadcrumbs(frame, view.breadcrumbs)}<h1 class="p-name">${place || html`<bdi>${title}</bdi>`}</h1>
${page === undefined && renderSubject(view)}<p class="facts">${facts.join(" · ")}${renderFeedLinks(feeds)}</p></div>
</header>
<div class="lines">
${items.map((item) => renderLine(frame, item))}</div>
${renderPager(frame, view)}
</div>`;
  const description = descriptionOf(view);
  return renderPage(frame, {
    kind: "list",
    title: page === undefined ? title : `${title} – ${words.say("list.page", { page: words.number(page) })}`,
    ...(description !== undefined && { description }),
    ...(feeds.length > 0 && { feeds }),
    main,
  });
}
