import type { ToolView } from "../edition/views.ts";
import type { Html } from "../html.ts";
import { renderLibraryPage } from "./library-page.ts";
import { renderListenPage } from "./listen-page.ts";
import { renderNotFoundPage } from "./not-found-page.ts";
import { renderOfflinePage } from "./offline-page.ts";
import { renderSearchPage } from "./search-page.ts";

/** One of the site's own tools. */
export function renderToolPage(view: ToolView): Html {
  switch (view.kind) {
    case "listen":
      return renderListenPage(view);
    case "search":
      return renderSearchPage(view);
    case "library":
      return renderLibraryPage(view);
    case "offline":
      return renderOfflinePage(view);
    case "not-found":
      return renderNotFoundPage(view);
  }
}
