import type { ListView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderBreadcrumbs } from "./breadcrumbs.ts";
import { renderFacts } from "./facts.ts";
import { renderLine } from "./line.ts";
import { nameOfSubject, renderSubject } from "./list-subject.ts";
import { cutDescription } from "./opening.ts";
import { renderPage } from "./page-frame.ts";
import { renderPager } from "./pager.ts";
import { wordsOf } from "./words.ts";

function aboutSubject({ frame, subject }: ListView): string | undefined {
  if (subject.kind === "section") return subject.section.description?.[frame.lang];
  if (subject.kind === "topic") return subject.topic.description;
  return subject.kind === "author" ? subject.author.biography : undefined;
}

/** What is known of the subject; where nothing is, and on older pages, the first headlines. */
function descriptionOf(view: ListView): string {
  const about = view.page === undefined ? aboutSubject(view) : undefined;
  const headlines = view.items.filter(({ article }) => article.retracted === undefined).slice(0, 3);
  return cutDescription(about ?? [fullTitle(view), ...headlines.map(({ article }) => article.title)].join(" · "));
}

/** The title that search engines and bookmarks show: it stands alone, so it says what the margin says on the page. */
function fullTitle(view: ListView): string {
  const words = wordsOf(view.frame);
  const name = headingOf(view);
  return view.page === undefined ? name : `${name} – ${words.say("list.page", { page: words.number(view.page) })}`;
}

function headingOf({ frame, title, heading }: ListView): string {
  return heading === undefined ? title : wordsOf(frame).say(heading, { title, place: title, day: title });
}

/** A list of articles: of a section, topic, author, place, month or day of the year; its head page or an older one. */
export function renderListPage(view: ListView): Html {
  const { frame, subject, items, total, page, feeds } = view;
  const words = wordsOf(frame);
  const place = subject.kind === "place" && html`<b class="dateline">${subject.name}</b>`;
  const facts = [
    total === undefined ? undefined : words.count("list.total", total),
    page === undefined ? undefined : words.say("list.page", { page: words.number(page) }),
  ];
  const main = html`<div class="h-feed">
<header class="row head">
<p class="kicker">${nameOfSubject(view)}</p>
<div>${renderBreadcrumbs(frame, view.breadcrumbs)}<h1 class="p-name">${place || html`<bdi>${headingOf(view)}</bdi>`}</h1>
${page === undefined && renderSubject(view)}${renderFacts(facts, feeds)}</div>
</header>
<div class="lines">
${items.map((item) => renderLine(frame, item))}</div>
${renderPager(frame, view)}
</div>`;
  return renderPage(frame, {
    kind: "list",
    title: fullTitle(view),
    description: descriptionOf(view),
    ...(feeds.length > 0 && { feeds }),
    main,
  });
}
