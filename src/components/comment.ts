import { renderComment } from "../article/comment-text.ts";
import type { Comment } from "../archive/discussion.ts";
import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderClockTime } from "./clock-time.ts";

/** One reader's comment with the replies to it. */
export function renderCommentPart(frame: Frame, { id, author, at, text, replies }: Comment): Html {
  return html`<li class="u-comment h-cite" id="comment-${id}">
<p class="who"><bdi class="p-author">${author}</bdi> <a class="u-url" href="#comment-${id}">${renderClockTime(frame, { at, className: "dt-published" })}</a></p>
<div class="p-content" dir="auto">${renderComment(text, (href) => ownHref(frame, href))}</div>${
    replies.length > 0 && html`\n<ol>${replies.map((reply) => renderCommentPart(frame, reply))}</ol>`
  }</li>
`;
}

/** A reader may have pasted the full address of another page of this site. */
function ownHref({ site, to }: Frame, href: string): string | undefined {
  return site.url !== undefined && href.startsWith(site.url)
    ? to(href.slice(site.url.length) || "index.html")
    : undefined;
}
