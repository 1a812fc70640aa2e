import type { Discussion, Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderCommentPart } from "./comment.ts";
import { renderTakePart } from "./take-part.ts";
import { wordsOf } from "./words.ts";

/** The discussion under an article: its comments as a thread, the community standards, the way to take part. */
export function renderThread(frame: Frame, discussion: Discussion, title: string): Html {
  const words = wordsOf(frame);
  const { comments, count, state, standards, way } = discussion;
  return html`<section class="row part discussion" id="discussion" aria-labelledby="discussion-label">
<h2 id="discussion-label">${words.say("discussion")}</h2>
<div>
<p class="about">${count === 0 ? words.say("comments.none") : words.count("comments", count)}${state === "closed" && html`. ${words.say("discussion.closed")}`}${
    standards !== undefined && html` · <a href="${standards.href}">${standards.title}</a>`
  }</p>
${comments.length > 0 && html`<ol class="thread">\n${comments.map((comment) => renderCommentPart(frame, comment))}</ol>\n`}${
    state === "open" && way !== undefined && renderTakePart(frame, way, title)
  }
</div>
</section>`;
}
