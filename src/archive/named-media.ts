/** What a text or a file of the newsroom's names below `media/`: there, and of the kind that is meant. */
import { join } from "node:path";
import { belowMedia } from "../article/media-path.ts";
import type { Problem } from "../article/problem.ts";
import { mediaNamesOf } from "./media-names.ts";
import { type MediaKind, natureOfFile, PICTURE_ADVICE } from "../media/media-kind.ts";

export interface MediaShelf {
  readonly content: string;
  /** Paths below `media/`. */
  readonly media: ReadonlySet<string>;
}

const MEANT = {
  picture: { a: "picture", advice: PICTURE_ADVICE },
  sound: { a: "sound", advice: "save it as MP3, Ogg, WAV or M4A" },
  document: { a: "file", advice: "save it as PDF, or as text, table or archive" },
} as const;
export type MeantKind = keyof typeof MEANT;

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
  const { a, advice } = MEANT[meant];
  const names = mediaNamesOf(media);
  const found = names.find(src);
  if (found === undefined) {
    const near = names.guess(src);
    const instead =
      near === undefined ? `Put the ${a} at media/${belowMedia(src)}, or correct the path.` : `Write ${near}.`;
    return { fault: `there is no such ${a}`, instead };
  }
  const { kind, name } = natureOfFile(join(content, "media", found));
  if (kind === meant || (meant === "document" && kind !== undefined)) return undefined;
  const other = kind === undefined ? "" : ` ${IS[kind]}`;
  return {
    fault:
      name === "empty"
        ? "is an empty file"
        : `is ${/^[AEFILMNORSX]/.test(name) ? "an" : "a"} ${name}${other || " file"}, and no ${a} that readers can ${meant === "sound" ? "hear" : "open"}`,
    instead: `${advice.charAt(0).toUpperCase()}${advice.slice(1)}, and name that file.`,
  };
}
