/** How much of anything the intake takes. Each limit is far above what news needs and far below what hurts. */
import { IntakeError } from "./intake-error.ts";

const MB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of one input of a format that holds a whole site: WordPress and Ghost exports, feeds. */
  archive: 64 * MB,
  /** Bytes of one input of every other format; saved pages with their pictures inside are the largest. */
  document: 48 * MB,
  /** Bytes of one plain text: 2 MB is the most an article file may have. */
  text: 8 * MB,
  /** Characters of one article's Markdown or markup; pictures may stand in the markup. */
  markdown: 2 * MB,
  markup: 16 * MB,
  /** Characters of a headline or summary that are looked at. */
  line: 20_000,
  /** Bytes of one picture that is saved. */
  picture: 40 * MB,
  /** Bytes that a zip may unpack to, all files together. */
  unpacked: 4096 * MB,
  /** Files in a zip. */
  files: 200_000,
  /** Unpacked by packed bytes, over the whole zip, once it has unpacked more than `suspectFrom`. Text packs 3 to 10 times. */
  ratio: 60,
  suspectFrom: 24 * MB,
  /** Nested brackets in JSON, nested elements in XML. */
  depth: 400,
  /** Articles of one input. */
  items: 100_000,
} as const;

/** `12.5 MB`. */
export function renderSize(bytes: number): string {
  return bytes < MB ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MB).toFixed(1)} MB`;
}

/** Throws where one input holds more articles than are taken at once. */
export function refuseMany(articles: number): void {
  if (articles > LIMITS.items)
    throw new IntakeError(`more than ${LIMITS.items.toLocaleString("en")} articles in one file`, "split it");
}
