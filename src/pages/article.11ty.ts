/** The page of an article: `2021/01/15/<slug>.html`. */
import { renderArticlePage } from "../components/article-page.ts";
import { makeArticleView, selectArticlePages } from "../edition/article-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { addArticleMetadata } from "./metadata.ts";
import { definePages } from "./page-template.ts";

export default definePages("article", selectArticlePages, (edition, ref) =>
  renderArticlePage(
    addArticleMetadata(edition, makeArticleView(edition, ref.row ?? -1, stylesFor("article", edition.look))),
  ),
);
