/** Social cards: the picture that other sites show beside a link. Drawn once for each content. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { KeptFiles, type OnDamage } from "./kept-files.ts";
import {
  ACCENT,
  breakLines,
  canSet,
  INK,
  type Inks,
  LETTERING,
  PAPER,
  renderPng,
  setLine,
  withoutPictographs,
  wordsFit,
} from "./lettering.ts";
import { hashContent } from "../content-hash.ts";

/** What a card says. */
export interface Card {
  readonly title: string;
  /** Name of the site, at the top. */
  readonly site: string;
  /** Section or kicker, below the title. */
  readonly label?: string;
  /** As printed; for a section its agency. */
  readonly dateline?: string;
  readonly dir: "ltr" | "rtl";
  /** The house's where unset. */
  readonly inks?: Inks;
}

/** Pixels; what Open Graph readers expect. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const RECIPE = `r1-${LETTERING}`;
const MARGIN = 72;
const MEASURE = CARD_SIZE.width - 2 * MARGIN;
/** Type sizes in pixels, the largest that fits is taken, with the lines it may have. */
const LADDER = [
  { size: 96, lines: 2 },
  { size: 80, lines: 3 },
  { size: 66, lines: 4 },
  { size: 54, lines: 5 },
] as const;

function fitTitle(title: string): { size: number; lines: string[] } {
  for (const { size, lines: limit } of LADDER) {
    const lines = breakLines(title, size, MEASURE);
    if (lines.length <= limit && wordsFit(title, size, MEASURE)) return { size, lines };
  }
  const { size, lines: limit } = LADDER[LADDER.length - 1] ?? { size: 54, lines: 5 };
  const lines = breakLines(title, size, MEASURE);
  const kept = lines.slice(0, limit);
  return { size, lines: lines.length > limit ? kept.map((line, at) => (at === limit - 1 ? `${line} …` : line)) : kept };
}

function rule(y: number, height: number, colour: string): string {
  return `<rect x="${MARGIN}" y="${y}" width="${MEASURE}" height="${height}" fill="${colour}"/>`;
}

function drawCard(card: Card): string {
  const title = withoutPictographs(card.title);
  const { size, lines } = fitTitle(title);
  const { dir } = card;
  const { paper = PAPER, ink = INK, accent = ACCENT } = card.inks ?? {};
  const leading = size * (dir === "rtl" ? 1.42 : 1.12);
  const dateline = withoutPictographs(card.dateline ?? "");
  const block = lines.length * leading + (dateline === "" ? 0 : 54);
  const top = 150 + Math.max(0, (CARD_SIZE.height - 150 - 112 - block) / 2);
  const first = top + (dateline === "" ? 0 : 54);
  const text = (line: Omit<Parameters<typeof setLine>[0], "dir">) =>
    setLine({ colour: ink, ...line, dir }, MARGIN, CARD_SIZE.width - MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}">`,
    `<rect width="${CARD_SIZE.width}" height="${CARD_SIZE.height}" fill="${paper}"/>`,
    text({ text: withoutPictographs(card.site), size: 40, y: 92 }),
    rule(118, 6, ink),
    rule(129, 1.5, ink),
    dateline === "" ? "" : text({ text: dateline, size: 30, y: top + 24, colour: accent, spacing: 4 }),
    ...lines.map((line, at) => text({ text: line, size, y: first + size * 0.82 + at * leading })),
    rule(CARD_SIZE.height - 92, 1.5, ink),
    card.label === undefined
      ? ""
      : text({ text: withoutPictographs(card.label), size: 30, y: CARD_SIZE.height - 48, weight: 400 }),
    "</svg>",
  ].join("");
}

/** Address of a card, site-relative; undefined where no card can be drawn, since the fonts lack its script. */
export function cardAddress(card: Card): string | undefined {
  const texts = [card.title, card.site, card.label ?? "", card.dateline ?? ""];
  if (!texts.every(canSet) || withoutPictographs(card.title) === "") return undefined;
  const hash = hashContent(
    JSON.stringify([
      RECIPE,
      ...[card.title, card.site, card.label, card.dateline, card.dir],
      ...(card.inks === undefined ? [] : [card.inks]),
    ]),
  );
  return `media/cards/${hash.slice(0, 2)}/${hash}.png`;
}

/** Draws cards into `outputDir`; the same bytes on every run. Returns the addresses of those drawn. */
export function drawCards(
  wanted: readonly Card[],
  folders: { readonly cacheDir: string; readonly outputDir: string; readonly onDamage?: OnDamage | undefined },
): string[] {
  const kept = new KeptFiles(folders.cacheDir, folders.onDamage);
  const addresses = new Set<string>();
  for (const card of wanted) {
    const address = cardAddress(card);
    if (address === undefined || addresses.has(address)) continue;
    addresses.add(address);
    let drawn: Uint8Array | undefined = kept.read(address);
    if (drawn === undefined) {
      drawn = renderPng(drawCard(card));
      kept.write(address, drawn);
    }
    const output = path.join(folders.outputDir, address);
    mkdirSync(path.dirname(output), { recursive: true });
    writeFileSync(output, drawn);
  }
  return [...addresses];
}
