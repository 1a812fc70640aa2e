import type { ArticleView, Frame } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** *Get short URL*: a real link to the short page; with script it copies the absolute address and says so. */
export function renderShortLink(frame: Frame, short: NonNullable<ArticleView["short"]>): Html {
  const words = wordsOf(frame);
  return html`<a id="short" rel="nofollow" href="${short.href}"${attribute("data-copy", short.absolute)} data-said="${words.say("short.copied", { address: "{address}" })}">${words.say("short")}</a>`;
}
