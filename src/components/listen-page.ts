import type { ToolView } from "../edition/views.ts";
import { type Html, html, safeUrl } from "../html.ts";
import { renderPage } from "./page-frame.ts";
import { renderToolHeader } from "./tool-header.ts";
import { wordsOf } from "./words.ts";

/** *Listen Live*: the browser's own player, which loads nothing until asked and says so when the reader is offline. */
export function renderListenPage({ frame, scripts }: ToolView): Html {
  const words = wordsOf(frame);
  const stream = frame.site.listenLive;
  const title = frame.listen?.title ?? words.say("listen.none");
  const href = stream && safeUrl(stream.url);
  const player =
    stream &&
    html`<audio id="live" controls preload="none" aria-label="${title}"><source src="${href}" type="${stream.type}"></audio>
<p id="live-status" role="status" data-offline="${words.say("listen.offline")}" data-failed="${words.say("listen.failed")}" data-playing="${words.say("listen.playing")}"></p>
<p><a class="external" rel="external" href="${href}">${words.say("listen.direct")}</a></p>`;
  const main = html`${renderToolHeader(title, words.say("listen.about"))}
<div class="row"><span></span><div class="player">${player}</div></div>`;
  return renderPage(frame, {
    kind: "tool",
    title,
    description: words.say("listen.about"),
    main,
    media: stream ? [stream.url] : [],
    scripts: scripts ?? [],
  });
}
