import type { OwnPageView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderPage } from "./page-frame.ts";

/** A page of the newsroom's own, in the house's frame: in the column of texts below its title, or as wide as the paper. */
export function renderOwnPage({ frame, title, description, content, inColumn, head, inline }: OwnPageView): Html {
  const main = inColumn
    ? html`<article>
${title !== undefined && html`<header class="row head"><h1>${title}</h1></header>\n`}<div class="row">
<div class="marginalia"></div>
<div class="text"><div class="body">
${content}</div></div>
</div>
</article>`
    : content;
  return renderPage(frame, {
    kind: "standing",
    main,
    inline,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(head !== undefined && { head }),
  });
}
