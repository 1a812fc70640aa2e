import type { ArticleView, Frame } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** `4:05` or `1:02:09`, from seconds. */
export function renderDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const pair = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${pair(minutes)}:${pair(whole % 60)}` : `${minutes}:${pair(whole % 60)}`;
}

/** The spoken version: the browser's own player, which loads nothing until asked, and the transcript. */
export function renderArticleAudio(frame: Frame, audio: NonNullable<ArticleView["audio"]>): Html {
  const words = wordsOf(frame);
  const duration = audio.duration === undefined ? "" : ` ${renderDuration(audio.duration)}`;
  return html`<figure class="sound">
<figcaption>${words.say("audio")}<span class="clock">${duration}</span>${
    audio.transcript !== undefined && html` <a href="${audio.transcript}">${words.say("audio.transcript")}</a>`
  }</figcaption>
<audio controls preload="none"${attribute("aria-label", words.say("audio"))}><source src="${audio.src}" type="${audio.type}"></audio>
</figure>`;
}
