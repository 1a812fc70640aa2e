/** The page behind a short code: `s/k3/x9q2p.html`. */
import { renderShortPage } from "../components/short-page.ts";
import { makeShortView, selectShortPages } from "../edition/short-view.ts";
import { definePages } from "./page-template.ts";

export default definePages("short", selectShortPages, (edition, ref) =>
  renderShortPage(makeShortView(edition, ref.row ?? -1)),
);
