/** The front page of each language: `index.html`, `ar/index.html`. */
import { renderFrontPage } from "../components/front-page.ts";
import { makeFrontView, selectFrontPages } from "../edition/front-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { addFrontMetadata } from "./metadata.ts";
import { definePages } from "./page-template.ts";

export default definePages("front", selectFrontPages, (edition, ref) =>
  renderFrontPage(addFrontMetadata(edition, makeFrontView(edition, ref, stylesFor("front", edition.look)))),
);
