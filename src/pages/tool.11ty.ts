/** The site's own tools: `listen.html`, `search.html`, `library.html`, `offline.html`, and `404.html`. */
import { renderToolPage } from "../components/tool-page.ts";
import { makeToolView, selectToolPages } from "../edition/standing-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { definePages } from "./page-template.ts";

/** The script each tool loads beside the shared one, by its name among the edition's assets. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  search: ["search-root", "search"],
  library: ["library"],
  offline: ["library"],
};

export default definePages("tool", selectToolPages, (edition, ref) => {
  const kind =
    ref.name === "listen" || ref.name === "search" || ref.name === "library" || ref.name === "offline"
      ? ref.name
      : "not-found";
  const scripts = (SCRIPTS[kind] ?? []).flatMap((name) => edition.assets[name] ?? []);
  return renderToolPage(makeToolView(edition, ref, stylesFor(kind, edition.look), scripts));
});
