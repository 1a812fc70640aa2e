/** Where the files below `media/` are published. */
import { audioAddress } from "../media/audio.ts";
import { attachmentAddress } from "../media/media-file.ts";
import { pictureFiles } from "../media/pictures.ts";
import type { Edition } from "./edition.ts";

/** Pixels: wide enough for a column of any feed reader. */
const PICTURE_WIDTH = 1200;

/** Site-relative address of the file that stands for a picture or sound; undefined where it is not known. */
export function mediaAddressOf(edition: Edition, written: string): string | undefined {
  const src = edition.media.find(written);
  if (src === undefined) return undefined;
  const { pictures, sounds, attachments } = edition.media;
  const picture = pictures.get(src);
  if (picture !== undefined) {
    const files = pictureFiles(picture, src);
    const plain = files.filter(({ type }) => type === files.at(-1)?.type);
    return (plain.filter(({ width }) => width <= PICTURE_WIDTH).at(-1) ?? plain[0])?.address;
  }
  const sound = sounds.get(src);
  if (sound !== undefined) return audioAddress(sound, src);
  const attachment = attachments.get(src);
  return attachment === undefined ? undefined : attachmentAddress(src, attachment.hash);
}
