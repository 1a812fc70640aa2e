/** A year of the archive: `archive/2021.html`; the newest: `archive/index.html`. */
import { renderYearPage } from "../components/year-page.ts";
import { makeYearView, selectYearPages } from "../edition/archive-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { addPageMetadata } from "./metadata.ts";
import { definePages } from "./page-template.ts";

export default definePages("year", selectYearPages, (edition, ref) => {
  const view = makeYearView(edition, ref, stylesFor("year", edition.look));
  return renderYearPage(addPageMetadata(edition, view, { title: String(view.year), collection: true }));
});
