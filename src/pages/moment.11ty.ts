/** The edition's moment, for the pages that do not carry it themselves: `assets/moment.js`, the one file that every edition changes. */
import { foldKey } from "../archive/key.ts";
import { definePages } from "./page-template.ts";

export default definePages(
  "moment",
  (edition) => [{ address: "assets/moment.js", lang: edition.site.language, print: foldKey(7, edition.now) }],
  (edition) => `window.dateline&&dateline.moment(${edition.now});\n`,
);
