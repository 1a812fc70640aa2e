/** Which files are made from a picture. */
import type { PictureFacts } from "./measure-picture.ts";
import { mediaAddress } from "./media-file.ts";

export type PictureMediaType = "image/webp" | "image/jpeg" | "image/png" | "image/gif" | "image/svg+xml";

/** One file made from a picture. */
export interface PictureFile {
  /** Site-relative: `media/3f/harbour-3f12ab45-800.webp`. */
  readonly address: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly type: PictureMediaType;
}

/** Pixels: a phone's list, a phone's column, a wide column, a wide column on a sharp screen. */
const WIDTHS = [400, 800, 1200, 1600];
/** A picture between two widths gets one file at its own width where that is at least this much wider than the last. */
const WORTHWHILE = 1.2;
const EXTENSIONS: Readonly<Record<PictureMediaType, string>> = {
  "image/webp": "webp",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/svg+xml": "svg",
};

function selectWidths(own: number): number[] {
  const widths = WIDTHS.filter((width) => width <= own);
  const largest = widths.at(-1) ?? 0;
  if (largest < (WIDTHS.at(-1) ?? 0) && own >= largest * WORTHWHILE) widths.push(own);
  return widths;
}

function selectTypes(facts: PictureFacts): PictureMediaType[] {
  if (facts.type === "svg") return ["image/svg+xml"];
  if (facts.type === "gif") return ["image/gif"];
  return ["image/webp", facts.alpha ? "image/png" : "image/jpeg"];
}

/** Files made from a picture, by type, narrow to wide; never wider than the picture. GIF and SVG stay one file, as they are. */
export function pictureFiles(facts: PictureFacts, src: string): PictureFile[] {
  const asIs = facts.type === "gif" || facts.type === "svg";
  return selectTypes(facts).flatMap((type) =>
    (asIs ? [facts.width] : selectWidths(facts.width)).map((width) => ({
      address: mediaAddress(src, facts.hash, width, EXTENSIONS[type]),
      width,
      height: Math.max(1, Math.round((facts.height * width) / facts.width)),
      type,
    })),
  );
}
