/** What the templates of all lists share: sections, topics, authors, places, months and days of the year. */
import { renderListPage } from "../components/list-page.ts";
import type { Edition } from "../edition/edition.ts";
import { feedLinks, feedSubjectOf } from "../edition/feed-address.ts";
import { makeListView, selectListPages } from "../edition/list-view.ts";
import type { List, ListKind } from "../edition/list-kinds.ts";
import { monthDataAddress } from "../edition/month-data-view.ts";
import type { ListView } from "../edition/views.ts";
import { stylesFor } from "../styles/styles.ts";
import { addListMetadata } from "./metadata.ts";
import { definePages, type PageTemplate } from "./page-template.ts";

/** What there is of a list for machines: its feeds, or a month's articles as data. Site-relative. */
function alternatesOf(edition: Edition, list: List | undefined): ListView["feeds"] {
  if (list === undefined) return [];
  if (list.kind === "month")
    return edition.without.has("data")
      ? []
      : [{ title: "ninjs", type: "application/json", href: monthDataAddress(edition, list) }];
  const subject = feedSubjectOf(list);
  return subject === undefined ? [] : feedLinks(edition, subject);
}

/** The head page and the older pages of every list of a kind. */
export function defineListPages(kind: ListKind): PageTemplate {
  return definePages(
    kind,
    (edition) => selectListPages(edition, kind),
    (edition, ref) =>
      renderListPage(
        addListMetadata(
          edition,
          makeListView(edition, ref, stylesFor("list", edition.look), alternatesOf(edition, ref.list)),
        ),
      ),
  );
}
