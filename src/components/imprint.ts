import type { ArticleView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { renderQrCode } from "./qr-code.ts";
import { wordsOf } from "./words.ts";

/** On paper only: where the printed sheet came from, its short address, and a code that leads back to it. */
export function renderImprint({ frame, short }: ArticleView): Html | undefined {
  const address = short?.absolute ?? frame.canonical;
  const { site } = frame;
  const rights = site.copyright ?? site.publisher?.name;
  const name = html`<bdi>${site.title}</bdi>${rights !== undefined && html` · <bdi>${rights}</bdi>`}`;
  if (address === undefined) return html`<div class="imprint"><p>${name}</p></div>`;
  return html`<div class="imprint">${renderQrCode(address, wordsOf(frame).say("imprint.code"))}<p><bdi>${address}</bdi><br>${name}</p></div>`;
}
