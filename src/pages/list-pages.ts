/** What the templates of all lists share: sections, topics, authors, places, months and days of the year. */
import { renderListPage } from "../components/list-page.ts";
import { makeListView, selectListPages } from "../edition/list-view.ts";
import type { ListKind } from "../edition/lists.ts";
import { stylesFor } from "../styles/styles.ts";
import { definePages, type PageTemplate } from "./page-template.ts";

/** The head page and the older pages of every list of a kind. */
export function defineListPages(kind: ListKind): PageTemplate {
  return definePages(
    kind,
    (edition) => selectListPages(edition, kind),
    (edition, ref) => renderListPage(makeListView(edition, ref, stylesFor("list"), [])),
  );
}
