/** Text set in the house's letters for cards and icons: the fonts, line breaks by measured widths, SVG to PNG. */
import { createRequire } from "node:module";
import type * as resvg from "@resvg/resvg-js";
import { escapeText } from "../html.ts";

const require = createRequire(import.meta.url);
const FONTS: NonNullable<resvg.ResvgRenderOptions["font"]> = {
  loadSystemFonts: false,
  fontFiles: [
    "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    "noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf",
    "frank-ruhl-libre/600SemiBold/FrankRuhlLibre_600SemiBold.ttf",
  ].map((file) => require.resolve(`@expo-google-fonts/${file}`)),
  defaultFontFamily: "Source Serif 4",
};
/** Loaded when something is to be drawn: most builds draw no letters, and its binary costs them 20 ms. */
function readSvg(svg: string, fitTo?: resvg.ResvgRenderOptions["fitTo"]): resvg.Resvg {
  const { Resvg }: typeof resvg = require("@resvg/resvg-js");
  return new Resvg(svg, { font: FONTS, ...(fitTo === undefined ? {} : { fitTo }) });
}

const FAMILIES = "font-family=\"'Source Serif 4','Noto Naskh Arabic','Frank Ruhl Libre'\"";

/** Letters that the fonts have; a text with any other would show empty boxes. */
const COVERED =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Part of the name of whatever is drawn here: another resvg or other fonts may draw other bytes. */
export const LETTERING = "resvg2.6.2-serif4.0.4.1";

export const INK = "#1c1a17";
export const PAPER = "#fbf9f4";
export const ACCENT = "#a3211b";

/** What letters are drawn with; the house's colours where a newsroom gives none of its own. */
export interface Inks {
  readonly paper?: string;
  readonly ink?: string;
  readonly accent?: string;
}

/** True where the fonts have every letter of the text. */
export function canSet(text: string): boolean {
  return COVERED.test(text);
}

/** Text without the pictographs that no font here has. */
export function withoutPictographs(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

const widths = new Map<string, number>();

/** Width of a word's ink in hundredths of the type size. */
function measureWord(word: string): number {
  const known = widths.get(word);
  if (known !== undefined) return known;
  const text = `<text x="100" y="150" font-size="100" font-weight="600" ${FAMILIES}>${escapeText(word)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${word.length * 150 + 200}" height="200">${text}</svg>`;
  const width = readSvg(svg).getBBox()?.width ?? 0;
  if (widths.size > 20_000) widths.clear();
  widths.set(word, width);
  return width;
}

const SPACE = 27;

function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let used = 0;
  for (const word of words) {
    const needed = measureWord(word);
    const last = lines.length - 1;
    if (last >= 0 && used + SPACE + needed <= width) {
      lines[last] += ` ${word}`;
      used += SPACE + needed;
    } else {
      lines.push(word);
      used = needed;
    }
  }
  return lines;
}

/** Lines of about equal length, none wider than `width` (pixels) at `size`, unless one word is. */
export function breakLines(text: string, size: number, width: number): string[] {
  const words = text.split(" ");
  const full = (width / size) * 100;
  const count = fill(words, full).length;
  let narrow = full / count / 1.5;
  let wide = full;
  while (wide - narrow > 5) {
    const middle = (narrow + wide) / 2;
    if (fill(words, middle).length > count) narrow = middle;
    else wide = middle;
  }
  return fill(words, wide);
}

/** True where no word is wider than `width` at `size`. */
export function wordsFit(text: string, size: number, width: number): boolean {
  return text.split(" ").every((word) => (measureWord(word) * size) / 100 <= width);
}

export interface Line {
  readonly text: string;
  readonly size: number;
  readonly y: number;
  readonly dir: "ltr" | "rtl";
  readonly weight?: 400 | 600;
  readonly colour?: string;
  /** Letter spacing in hundredths of the size; joined scripts take none. */
  readonly spacing?: number;
}

/** One line of text between two margins, set from the side where its script begins. */
export function setLine(line: Line, from: number, to: number): string {
  const rtl = line.dir === "rtl";
  const spacing = rtl || line.spacing === undefined ? "" : ` letter-spacing="${(line.spacing * line.size) / 100}"`;
  const place = rtl ? `x="${to}" text-anchor="end"` : `x="${from}"`;
  const text = rtl ? `\u2067${line.text}\u2069` : line.text;
  return `<text ${place} y="${line.y}" font-size="${line.size}" font-weight="${line.weight ?? 600}" fill="${line.colour ?? INK}"${spacing} ${FAMILIES}>${escapeText(text)}</text>`;
}

/** PNG of an SVG at its own size or scaled to `width`; the same bytes everywhere. */
export function renderPng(svg: string, width?: number): Buffer {
  return readSvg(svg, width === undefined ? undefined : { mode: "width", value: width })
    .render()
    .asPng();
}

/** The SVG with its text turned into outlines, so that it needs no font. */
export function renderOutlines(svg: string): string {
  return readSvg(svg).toString();
}
