import type { PlacedPlayer } from "../article/player-block.ts";
import { type Html, html } from "../html.ts";
import { renderPicture } from "./picture.ts";
import type { ImageSource } from "../edition/views.ts";
import type { Words } from "./words.ts";

/** A film, post, sound, map or chart of another house: what it is, where it leads. The page asks nothing of that house. */
export interface PlayerCardProps {
  readonly player: PlacedPlayer;
  readonly poster?: ImageSource | undefined;
  readonly words: Words;
  readonly sizes: string;
}

/** The card: one link, with the poster where there is one. */
export function renderPlayerCard({ player, poster, words, sizes }: PlayerCardProps): Html {
  const { kind, service, title, url } = player;
  const what = words.say(`player.${kind}`);
  const address = url.replace(/^https:\/\/(?:www\.)?/, "");
  return html`<figure class="elsewhere"><a href="${url}" rel="external noreferrer">${poster && renderPicture({ image: poster, sizes })}<span class="what">${what} · <bdi>${service}</bdi></span>${title !== undefined && html`<b dir="auto">${title}</b>`}<bdi class="where">${address}</bdi></a></figure>`;
}
