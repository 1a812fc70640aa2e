/** *Take this paper with you*: `take-away.html`, in each language, where editions are packaged. */
import { renderTakeAwayPage } from "../components/take-away-page.ts";
import { makeTakeAwayView, selectTakeAwayPages } from "../edition/take-away-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { definePages } from "./page-template.ts";

export default definePages("take-away", selectTakeAwayPages, (edition, ref) =>
  renderTakeAwayPage(makeTakeAwayView(edition, ref, stylesFor("take-away", edition.look))),
);
