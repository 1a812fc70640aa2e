/** A standing page from `content/pages/`: `about.html`. */
import { renderStandingPage } from "../components/standing-page.ts";
import { makeStandingView, selectStandingPages } from "../edition/standing-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { addPageMetadata, standingLanguages } from "./metadata.ts";
import { definePages } from "./page-template.ts";

export default definePages("standing", selectStandingPages, (edition, ref) => {
  const view = makeStandingView(edition, ref, stylesFor("standing", edition.look));
  const languages = standingLanguages(edition, ref.name);
  return renderStandingPage(addPageMetadata(edition, view, { title: view.title, collection: false, languages }));
});
