/** The picture and the sound of an article as feeds carry them, addresses absolute. */
import { absoluteAddress } from "../article/address.ts";
import type { Article } from "../article/article.ts";
import type { Edition } from "../edition/edition.ts";
import { isMediaPath } from "../archive/read-article.ts";
import type { FeedImage, FeedSound } from "../feeds/feed.ts";
import { pictureFiles } from "../media/pictures.ts";
import { mediaAddressOf } from "../edition/media-address.ts";
import { makeWireContext } from "./wire-context.ts";

/** `url` is the site's. Undefined where the article shows none. */
export function selectFeedImage(edition: Edition, { image, retracted }: Article, url: string): FeedImage | undefined {
  const facts = image === undefined || retracted !== undefined ? undefined : edition.media.pictures.get(image.src);
  if (image === undefined || facts === undefined) return undefined;
  const address = mediaAddressOf(edition, image.src);
  const file = pictureFiles(facts, image.src).find((one) => one.address === address);
  if (file === undefined) return undefined;
  const { alt, caption, credit } = image;
  return {
    url: url + file.address,
    type: file.type,
    width: file.width,
    height: file.height,
    alt,
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  };
}

const TRANSCRIPT_TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  txt: "text/plain",
  vtt: "text/vtt",
  srt: "application/x-subrip",
  json: "application/json",
};

/** `url` is the site's. Undefined where the article cannot be heard. */
export function selectFeedSound(
  edition: Edition,
  { audio, retracted, lang }: Article,
  url: string,
): FeedSound | undefined {
  const elsewhere = webAddress(audio?.src);
  if (audio === undefined || retracted !== undefined) return undefined;
  const facts = edition.media.sounds.get(audio.src);
  const own = facts === undefined ? undefined : mediaAddressOf(edition, audio.src);
  const duration = audio.duration ?? facts?.duration;
  const context = makeWireContext(edition, lang);
  const { transcript } = audio;
  const written =
    transcript === undefined
      ? undefined
      : (webAddress(transcript) ??
        (isMediaPath(transcript) ? context.mediaUrl(transcript) : prefix(url, context.find(transcript)?.address)));
  const ending = written?.split(".").at(-1)?.toLowerCase() ?? "";
  const type = TRANSCRIPT_TYPES[ending];
  const heard = prefix(url, own) ?? elsewhere;
  if (heard === undefined) return undefined;
  return {
    url: heard,
    type:
      facts?.type ??
      (/\.(ogg|oga|opus)$/i.test(audio.src)
        ? "audio/ogg"
        : /\.(m4a|mp4)$/i.test(audio.src)
          ? "audio/mp4"
          : "audio/mpeg"),
    bytes: facts?.bytes ?? 0,
    ...(duration === undefined ? {} : { duration }),
    ...(written === undefined || type === undefined ? {} : { transcript: { url: written, type } }),
  };
}

/** An address elsewhere as it may stand in a feed, where only the characters of RFC 3986 may. */
export function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:/i.test(address) && URL.canParse(address)
    ? new URL(address).href
    : undefined;
}

function prefix(url: string, address: string | undefined): string | undefined {
  return address === undefined ? undefined : absoluteAddress(url, address);
}
