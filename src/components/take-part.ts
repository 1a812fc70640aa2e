import type { Discussion, Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** The way to take part that the site sets: a prefilled letter, a plain form, or a link. */
export function renderTakePart(frame: Frame, way: NonNullable<Discussion["way"]>, title: string): Html {
  const words = wordsOf(frame);
  switch (way.channel) {
    case "mail":
      return html`<p><a class="take-part" href="${way.href}">${words.say("discussion.mail")}</a></p>`;
    case "link":
      return html`<p><a class="take-part external" rel="external" href="${way.href}">${words.say("discussion.link")}</a></p>`;
    case "form":
      return html`<form class="take-part" method="post" action="${way.href}">
<input type="hidden" name="article" value="${frame.canonical ?? frame.address}"><input type="hidden" name="title" value="${title}">
<p><label for="comment-name">${words.say("discussion.name")}</label><input type="text" id="comment-name" name="name" autocomplete="name" required></p>
<p><label for="comment-text">${words.say("discussion.text")}</label><textarea id="comment-text" name="text" rows="5" required></textarea></p>
<p><button type="submit">${words.say("discussion.send")}</button></p>
</form>`;
  }
}
