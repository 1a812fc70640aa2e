import { renderBody } from "../article/body.ts";
import type { TextLink } from "../article/body-parser.ts";
import type { Frame, ImageSource, Recording } from "../edition/views.ts";
import type { Html } from "../html.ts";
import { selectPaperAddress } from "./paper-address.ts";
import { renderPlayerCard } from "./player-card.ts";
import { renderGallery } from "./gallery.ts";
import { printSize } from "./file-size.ts";
import { renderFigure } from "./picture.ts";
import { renderRecording } from "./recording.ts";
import { wordsOf } from "./words.ts";

/** A Markdown text of this page: an article's or a standing page's. */
export interface TextProps {
  readonly markdown: string;
  readonly dateline?: Html | undefined;
  readonly images?: ReadonlyMap<string, ImageSource> | undefined;
  readonly recordings?: ReadonlyMap<string, Recording> | undefined;
  readonly links?: ReadonlyMap<string, TextLink | string> | undefined;
}

const SIZES = "(min-width:48em) 38em, 92vw";

/** `Caption | Credit`, as the title of a picture in the text gives them. */
function captionOf(title: string): Pick<ImageSource, "caption" | "credit"> {
  const [caption, credit] = title.split("|").map((part) => part.trim());
  return { ...(caption && { caption }), ...(credit && { credit }) };
}

function withTitle(image: ImageSource, alt: string, title: string): ImageSource {
  return { ...image, ...(alt && { alt }), ...captionOf(title) };
}

/** The text with its pictures drawn and its own links resolved. */
export function renderText(frame: Frame, { markdown, dateline, images, recordings, links }: TextProps): Html {
  const words = wordsOf(frame);
  return renderBody(markdown, {
    lang: frame.lang,
    ...(dateline && { dateline }),
    image: (src, alt, title) => {
      const recording = recordings?.get(src);
      if (recording !== undefined) return renderRecording(frame, { recording, alt, sizes: SIZES, ...captionOf(title) });
      const image = images?.get(src);
      return image && renderFigure({ image: withTitle(image, alt, title), sizes: SIZES });
    },
    gallery: (figures) => renderGallery(figures, words.say("text.gallery")),
    player: (player, poster) => {
      const image = poster && images?.get(poster.src);
      return renderPlayerCard({ player, words, sizes: SIZES, poster: image && { ...image, alt: poster.alt } });
    },
    link: (href) => links?.get(href),
    size: (bytes) => printSize(bytes, frame.lang),
    paperAddress: (href) => selectPaperAddress(frame, href),
    tableLabel: words.say("text.table"),
    notesLabel: words.say("text.notes"),
    backLabel: words.say("text.back"),
  });
}
