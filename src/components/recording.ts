import type { Frame, ImageSource, Recording } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderPicture } from "./picture.ts";
import { wordsOf } from "./words.ts";

/** A film or sound of the newsroom's own within a text. */
export interface RecordingProps extends Pick<ImageSource, "caption" | "credit"> {
  readonly recording: Recording;
  /** What it shows or says. */
  readonly alt: string;
  readonly sizes: string;
}

/** Room that a film without a poster is given. Pixels. */
const UNKNOWN = { width: 1280, height: 720 };

/** The browser's own player, which loads nothing until asked; the captions are also a file to read. */
export function renderRecording(frame: Frame, { recording, alt, caption, credit, sizes }: RecordingProps): Html {
  const words = wordsOf(frame);
  const { kind, src, type, captions, poster } = recording;
  const label = words.say("text.captions");
  const source = html`<source src="${src}" type="${type}">`;
  const file = html`<a href="${src}">${alt}</a>`;
  const player =
    kind === "sound"
      ? html`${poster && renderPicture({ image: { ...poster, alt: "" }, sizes })}<audio controls preload="none" aria-label="${alt}">${source}${file}</audio>`
      : html`<video controls preload="none" playsinline aria-label="${alt}"${attribute("poster", poster?.src)} width="${(poster ?? UNKNOWN).width}" height="${(poster ?? UNKNOWN).height}">${source}${
          captions !== undefined &&
          html`<track kind="captions" src="${captions}" srclang="${frame.lang}" label="${label}">`
        }${file}</video>`;
  const below = [
    caption,
    credit !== undefined && html`<span class="credit">${credit}</span>`,
    captions !== undefined && html`<a class="captions" href="${captions}">${label}</a>`,
  ].filter((part) => part !== undefined && part !== false);
  return html`<figure class="${kind === "video" ? "film" : "sound"}">${player}${
    below.length > 0 &&
    html`<figcaption>${below.map((part, index) => html`${index > 0 && "\u2002"}${part}`)}</figcaption>`
  }</figure>`;
}
