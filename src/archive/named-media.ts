/** What a text or a file of the newsroom's names below `media/`: there, and of the kind that is meant. */
import { join } from "node:path";
import { belowMedia } from "../article/media-path.ts";
import type { Problem } from "../article/problem.ts";
import { isRecording, namesBeside } from "../article/recording.ts";
import { mediaNamesOf } from "./media-names.ts";
import { type MediaKind, natureOfFile, PICTURE_ADVICE } from "../media/media-kind.ts";

export interface MediaShelf {
  readonly content: string;
  /** Paths below `media/`. */
  readonly media: ReadonlySet<string>;
}

/** What a text shows may be any of the first three. */
const MEANT = {
  picture: { a: "picture", advice: PICTURE_ADVICE },
  sound: { a: "sound", advice: "save it as MP3, Ogg, WAV or M4A" },
  video: { a: "film", advice: "save it as MP4 or WebM" },
  document: { a: "file", advice: "save it as PDF, or as text, table or archive" },
} as const;
export type MeantKind = keyof typeof MEANT | "shown";

/** What an editor takes a file for that the text shows, by its ending. */
function selectShown(src: string): "picture" | "sound" | "video" {
  if (/\.(?:mp4|m4v|mov|webm|ogv|avi|mkv|wmv|flv|mpe?g)$/i.test(src)) return "video";
  return isRecording(src) ? "sound" : "picture";
}

const IS: Readonly<Record<MediaKind, string>> = {
  picture: "picture",
  sound: "sound",
  video: "film",
  captions: "file of captions",
  document: "document",
};

/** What is wrong with a named file; undefined where nothing is. A document may be of any kind that is published. */
export function faultOfMedia(
  { content, media }: MediaShelf,
  src: string,
  meant: MeantKind,
): Pick<Problem, "fault" | "instead"> | undefined {
  const isShown = meant === "shown";
  const as = isShown ? selectShown(src) : meant;
  const { a, advice } = MEANT[as];
  const names = mediaNamesOf(media);
  const found = names.find(src);
  if (found === undefined) {
    const near = names.guess(src);
    const instead =
      near === undefined ? `Put the ${a} at media/${belowMedia(src)}, or correct the path.` : `Write ${near}.`;
    return { fault: `there is no such ${a}`, instead };
  }
  const { kind, name } = natureOfFile(join(content, "media", found));
  if (kind === as || (as === "document" && kind !== undefined)) return undefined;
  if (isShown && (kind === "picture" || kind === "sound" || kind === "video")) return undefined;
  const other = kind === undefined ? "" : ` ${IS[kind]}`;
  return {
    fault:
      name === "empty"
        ? "is an empty file"
        : `is ${/^[AEFILMNORSX]/.test(name) ? "an" : "a"} ${name}${other || " file"}, and no ${a} that readers can ${as === "sound" ? "hear" : as === "video" ? "play" : "open"}`,
    instead: `${advice.charAt(0).toUpperCase()}${advice.slice(1)}, and name that file.`,
  };
}

/** The files below `media/` behind something that a text shows: itself, and the captions and poster of a film or sound. */
export function selectShownFiles(media: ReadonlySet<string>, written: string): string[] {
  const names = mediaNamesOf(media);
  const src = names.find(written) ?? written;
  if (!isRecording(src)) return [src];
  const { captions, posters } = namesBeside(src);
  const poster = posters.find((name) => media.has(name));
  return [src, ...(media.has(captions) ? [captions] : []), ...(poster === undefined ? [] : [poster])];
}
