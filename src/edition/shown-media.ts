/** What a text shows of the files below `media/`: pictures, films, sounds. */
import type { BodyImage } from "../article/body.ts";
import { namesBeside } from "../article/recording.ts";
import type { Edition } from "./edition.ts";
import { selectImage } from "./item.ts";
import { mediaAddressOf } from "./media-address.ts";
import type { ImageSource, Recording } from "./views.ts";

/** By what the editor wrote. */
export interface ShownMedia {
  readonly images: ReadonlyMap<string, ImageSource>;
  readonly recordings: ReadonlyMap<string, Recording>;
}

const FILM_TYPES: Readonly<Record<string, string>> = { webm: "video/webm", weba: "video/webm", ogv: "video/ogg" };

function selectRecording(
  edition: Edition,
  { src: written, alt }: BodyImage,
  to: (address: string) => string,
): Recording | undefined {
  const { media } = edition;
  const name = media.find(written) ?? written;
  const sound = media.sounds.get(name);
  const isFilm = media.attachments.get(name)?.kind === "video";
  const address = mediaAddressOf(edition, name);
  if ((sound === undefined && !isFilm) || address === undefined) return undefined;
  const beside = namesBeside(name);
  const captions =
    media.attachments.get(beside.captions)?.kind === "captions" ? mediaAddressOf(edition, beside.captions) : undefined;
  const picture = beside.posters.find((one) => media.pictures.has(one));
  const poster = picture === undefined ? undefined : selectImage(edition, { src: picture, alt }, to);
  return {
    kind: isFilm ? "video" : "sound",
    src: to(address),
    type: sound?.type ?? FILM_TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "video/mp4",
    ...(captions === undefined ? {} : { captions: to(captions) }),
    ...(poster === undefined ? {} : { poster }),
  };
}

/** Looks up what a text shows; links are relative to its page. */
export function selectShownMedia(
  edition: Edition,
  shown: readonly BodyImage[],
  to: (address: string) => string,
): ShownMedia {
  const images = new Map<string, ImageSource>();
  const recordings = new Map<string, Recording>();
  for (const one of shown) {
    const image = selectImage(edition, { src: one.src, alt: one.alt }, to);
    if (image !== undefined) images.set(one.src, image);
    const recording = image === undefined ? selectRecording(edition, one, to) : undefined;
    if (recording !== undefined) recordings.set(one.src, recording);
  }
  return { images, recordings };
}
