/** Icons of the site as an app and in a browser's tab, drawn from its title: the initial over a newspaper's double rule. */
import {
  ACCENT,
  canSet,
  INK,
  type Inks,
  PAPER,
  renderOutlines,
  renderPng,
  setLine,
  withoutPictographs,
} from "./lettering.ts";

export interface Icon {
  /** Site-relative. */
  readonly address: string;
  readonly type: "image/png" | "image/svg+xml";
  /** As a web app manifest says it: `192x192`, `any`. */
  readonly sizes: string;
  readonly purpose: "any" | "maskable";
  readonly content: Uint8Array;
}

const SIDE = 512;
const SMALL_WORDS = new Set(["the", "el", "la", "le", "les", "los", "las", "der", "die", "das"]);

/** The first letter or digit of the title's first word that is not an article. */
function selectInitial(title: string): string {
  const words = withoutPictographs(title).split(" ");
  const word = words.find((each) => words.length === 1 || !SMALL_WORDS.has(each.toLowerCase())) ?? "";
  const bare = word.replace(/^ال(?=.)/u, "");
  return /[\p{L}\p{N}]/u.exec(bare)?.[0]?.toLocaleUpperCase("en") ?? "";
}

/** @param inset pixels kept free on each side, for platforms that cut icons to a shape */
function drawIcon(initial: string, inset: number, { paper = PAPER, ink = INK, accent = ACCENT }: Inks): string {
  const scale = (SIDE - 2 * inset) / SIDE;
  const letter = `<g transform="translate(256 0)">${centred(initial, ink)}</g>`;
  const rules = `<rect x="92" y="404" width="328" height="26" fill="${accent}"/><rect x="92" y="444" width="328" height="8" fill="${ink}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">`,
    `<rect width="${SIDE}" height="${SIDE}" fill="${paper}"/>`,
    `<g transform="translate(${inset} ${inset}) scale(${scale})">${letter}${rules}</g></svg>`,
  ].join("");
}

function centred(initial: string, ink: string): string {
  if (initial === "" || !canSet(initial)) return `<circle cx="0" cy="220" r="120" fill="${ink}"/>`;
  return setLine({ text: initial, size: 430, y: 360, dir: "ltr", colour: ink }, 0, 0).replace(
    "<text ",
    '<text text-anchor="middle" ',
  );
}

/** The icons of a site: two sizes, one that may be cut to a shape, one for Apple's home screen, one drawing. */
export function drawIcons(title: string, inks: Inks = {}): Icon[] {
  const initial = selectInitial(title);
  const plain = drawIcon(initial, 0, inks);
  const png = (name: string, width: number, purpose: Icon["purpose"], svg: string): Icon => ({
    address: `icons/${name}.png`,
    type: "image/png",
    sizes: `${width}x${width}`,
    purpose,
    content: renderPng(svg, width),
  });
  return [
    {
      address: "icons/icon.svg",
      type: "image/svg+xml",
      sizes: "any",
      purpose: "any",
      content: Buffer.from(renderOutlines(plain)),
    },
    png("icon-192", 192, "any", plain),
    png("icon-512", 512, "any", plain),
    png("maskable-512", 512, "maskable", drawIcon(initial, 64, inks)),
    png("apple-touch-180", 180, "any", drawIcon(initial, 24, inks)),
  ];
}
