/** The page at a former address: leads on. */
import { renderShortPage } from "../components/short-page.ts";
import { makeAliasView, selectAliasPages } from "../edition/alias-view.ts";
import { definePages } from "./page-template.ts";

export default definePages("alias", selectAliasPages, (edition, ref) => renderShortPage(makeAliasView(edition, ref)));
