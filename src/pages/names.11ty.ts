/** The indexes of names: `topics/index.html`, `authors/index.html`, `places/index.html`. */
import { renderIndexPage } from "../components/index-page.ts";
import { makeIndexView, selectIndexPages } from "../edition/archive-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { addPageMetadata } from "./metadata.ts";
import { definePages } from "./page-template.ts";

export default definePages("names", selectIndexPages, (edition, ref) => {
  const view = makeIndexView(edition, ref, stylesFor("index", edition.look));
  const title = view.frame.strings[`index.${view.of}`] ?? view.of;
  return renderIndexPage(addPageMetadata(edition, view, { title, collection: true }));
});
