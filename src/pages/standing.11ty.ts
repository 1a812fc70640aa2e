/** A standing page from `content/pages/`: `about.html`. */
import { renderStandingPage } from "../components/standing-page.ts";
import { makeStandingView, selectStandingPages } from "../edition/standing-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { definePages } from "./page-template.ts";

export default definePages("standing", selectStandingPages, (edition, ref) =>
  renderStandingPage(makeStandingView(edition, ref, stylesFor("standing"))),
);
