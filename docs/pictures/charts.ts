/** Charts and the map, in the letters of the social cards. */
import { chance, chips, circle, clipped, INK, line, MIST, OCHRE, PAPER, path, type Point, poly, RED, rect, SEA, sea } from "./kit.ts";

const FONT = "font-family=\"'Source Serif 4'\"";

function label(x: number, y: number, text: string, size = 26, more = ""): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${INK}" ${FONT} ${more}>${text}</text>`;
}

function sheet(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800"><rect width="1200" height="800" fill="${PAPER}"/>${content}</svg>`;
}

function heading(title: string, unit: string): string {
  return rect(60, 56, 1080, 7, INK) + rect(60, 68, 1080, 2, INK) + label(60, 122, title, 42, 'font-weight="600"') + label(60, 162, unit, 26);
}

/** Base rate by the month in which it changed, as months since January 2021. */
const RATE: readonly Point[] = [[0, 0.5], [9, 0.75], [13, 1.25], [16, 2], [19, 3], [21, 4], [22, 5], [46, 4.75], [50, 4.5], [54, 4.25], [57, 4], [60, 3.75], [63, 3.5], [66, 3.25], [71, 3.25]];

export function baseRate(): string {
  const x = (month: number) => 110 + (month / 72) * 990;
  const y = (rate: number) => 700 - (rate / 5.5) * 470;
  let chart = heading("Up fast, down slowly", "Base rate of the Bank of Norrend, per cent");
  for (let rate = 0; rate <= 5; rate++) {
    chart += rect(110, y(rate) - 0.75, 990, rate === 0 ? 3 : 1.5, rate === 0 ? INK : "#c9bfa6");
    chart += label(92, y(rate) + 9, String(rate), 26, 'text-anchor="end"');
  }
  for (let year = 2021; year <= 2026; year++) {
    const at = x((year - 2021) * 12);
    chart += rect(at - 0.75, 700, 1.5, 12, INK) + label(at + 82, 746, String(year), 26, 'text-anchor="middle"');
  }
  const steps: Point[] = RATE.flatMap(([month, rate], index): Point[] => [[x(month), y(RATE[index - 1]?.[1] ?? rate)], [x(month), y(rate)]]);
  chart += poly([...steps, [x(71), y(0)], [x(0), y(0)]], RED, 'opacity="0.12"') + line(steps, 7, RED);
  chart += circle(x(71), y(3.25), 11, RED) + label(x(71) - 4, y(3.25) - 26, "3.25", 32, 'text-anchor="end" font-weight="600"');
  chart += label(x(24), y(5) - 20, "5.00, raised on a Sunday in November 2022", 26) + label(x(0) + 8, y(0.5) - 18, "0.50", 26);
  return sheet(chart);
}

export function hallowQuayShore(): string {
  const random = chance(61);
  let chart = heading("A shelf of shingle", "The shore at Hallow Quay, seen from the side; height four times enlarged");
  const ground = (shore: number): Point[] => [[60, 330], [210, 352], [300, 470], [380, 540], [430, 560], [shore, 596]];
  const water = 604;
  chart += poly([[60, water], [1140, water], [1140, 720], [60, 720]], SEA) + clipped("M700 604L1140 604L1140 720L60 720Z", sea(random, { x: 700, y: 612, w: 440, h: 110 }, MIST, 4, 60));
  const land: Point[] = [...ground(800), [900, 640], [1060, 720], [60, 720]];
  const outline = `M${land.map(([x, y]) => `${x} ${y}`).join("L")}Z`;
  chart += poly(land, "#7d6a4a") + clipped(outline, chips(random, { x: 60, y: 340, w: 900, h: 380 }, 240, "#b09a6d", 0.1, 26));
  const house = (x: number, y: number, fill: string, dashed = false) =>
    dashed ? path(`M${x - 22} ${y}L${x - 22} ${y - 32}L${x} ${y - 54}L${x + 22} ${y - 32}L${x + 22} ${y}Z`, "none", `stroke="${INK}" stroke-width="3" stroke-dasharray="6 6"`) : poly([[x - 22, y], [x - 22, y - 32], [x + 22, y - 32], [x + 22, y]], OCHRE) + poly([[x - 28, y - 30], [x, y - 56], [x + 28, y - 30]], fill) + rect(x - 5, y - 20, 10, 20, INK);
  for (const [x, y] of [[460, 566], [520, 570], [580, 576], [640, 582]] as const) chart += house(x, y, RED);
  for (const [x, y] of [[110, 336], [170, 346]] as const) chart += house(x, y, INK, true);
  const mark = (x: number, year: string, width: string, top: number) => line([[x, 604], [x, top]], 3, INK, 'stroke-dasharray="2 9"') + label(x + 12, top + 18, year, 30, 'font-weight="600"') + label(x + 12, top + 50, width, 26);
  chart += mark(1060, "1919", "300 m", 330) + mark(953, "1985", "248 m", 400) + mark(800, "2025", "170 m", 470);
  chart += line([[430, 640], [800, 640]], 4, PAPER) + line([[430, 630], [430, 650]], 4, PAPER) + line([[800, 630], [800, 650]], 4, PAPER) + label(615, 676, "what is left", 26, `text-anchor="middle" style="fill:${PAPER}"`);
  chart += label(64, 236, "The Lift", 28, 'font-weight="600"') + label(64, 268, "41 metres above the sea", 26) + label(420, 466, "Strand and Rope Walk", 28, 'font-weight="600"') + label(420, 498, "2 to 4 metres above the sea", 26);
  return sheet(chart + rect(60, 740, 1080, 2, INK));
}

export function sunlineMap(): string {
  const random = chance(62);
  const north = "M0 0L1200 0L1200 210Q1120 250 1060 232Q1010 214 960 236Q920 262 870 240Q820 214 770 226Q724 236 690 214Q640 190 590 204Q560 214 548 250Q520 262 500 232Q440 214 400 240Q340 262 300 240Q240 210 190 236Q110 262 60 240L0 250Z";
  const south = "M0 800L0 640Q90 622 150 640Q220 664 290 640Q340 616 400 626Q470 640 520 622Q570 596 640 616Q700 640 760 626Q820 606 880 632Q960 664 1040 640Q1110 616 1200 636L1200 800Z";
  const east = "M1200 200Q1120 290 1096 380Q1086 450 1120 520Q1150 580 1200 640Z";
  let map = rect(0, 0, 1200, 800, "#cfdcd2");
  for (const shore of [north, south, east]) for (const [width, colour] of [[46, "#bfd0c6"], [24, "#adc3b8"]] as const) map += path(shore, "none", `stroke="${colour}" stroke-width="${width}"`);
  for (const shore of [north, south, east]) map += path(shore, "#e6d6ae", `stroke="${INK}" stroke-width="4" stroke-linejoin="round"`) + clipped(shore, chips(random, { x: 0, y: 0, w: 1200, h: 800 }, 160, "#cdb984", 0.2, 22));
  map += sea(random, { x: 60, y: 300, w: 1000, h: 260 }, "#b4c8bd", 6, 46);
  const islands: readonly Point[] = [[660, 372], [692, 352], [716, 384], [676, 408], [730, 418], [700, 436], [746, 360], [642, 404]];
  for (const [x, y] of islands) {
    const coast = Array.from({ length: 11 }, (_, corner): Point => {
      const reach = 10 + random() * 9;
      return [x + Math.cos(corner * 0.571) * reach * 1.15, y + Math.sin(corner * 0.571) * reach];
    });
    map += poly(coast, "#e6d6ae", `stroke="${INK}" stroke-width="3" stroke-linejoin="round"`);
  }
  const route: readonly Point[] = [[470, 700], [474, 626], [486, 560], [510, 500], [540, 440], [556, 390], [560, 330], [556, 262]];
  const smooth = `M${route[0]?.join(" ")}C470 650 474 600 490 550C520 470 556 430 560 360C562 320 556 290 556 250L562 196`;
  map += path(smooth, "none", `stroke="${PAPER}" stroke-width="15"`) + path(smooth, "none", `stroke="${RED}" stroke-width="7" stroke-linecap="round"`);
  map += path("M500 540C560 460 612 420 610 360C608 310 590 280 558 250", "none", `stroke="${INK}" stroke-width="3.5" stroke-dasharray="3 11" stroke-linecap="round"`);
  for (const [x, y] of [[470, 700], [562, 196]] as const) map += rect(x - 12, y - 12, 24, 24, RED) + rect(x - 5, y - 5, 10, 10, PAPER);
  for (const [x, y] of [[300, 214], [900, 190], [1130, 420], [820, 690], [200, 690]] as const) map += circle(x, y, 8, INK);
  const halo = `paint-order="stroke" style="paint-order:stroke" stroke="#e6d6ae" stroke-width="7" stroke-linejoin="round"`;
  const country = (x: number, y: number, text: string) => label(x, y, text, 34, `letter-spacing="9" font-weight="600" text-anchor="middle" ${halo}`);
  map += country(600, 100, "NORREND") + country(660, 762, "ZAHRAWAN") + `<g transform="rotate(90 1166 420)">${label(1166, 428, "SOLVARA", 30, 'letter-spacing="7" font-weight="600" text-anchor="middle"')}</g>`;
  map += label(586, 190, "Port Amber", 31, `font-weight="600" ${halo}`) + label(278, 196, "Hallow Quay", 27, `text-anchor="end" ${halo}`) + label(916, 180, "Stenwick", 27, halo) + label(1112, 410, "Monteluz", 25, 'text-anchor="end"') + label(494, 712, "Wadi Nazar", 31, `font-weight="600" ${halo}`) + label(836, 700, "Madar", 27, halo) + label(216, 700, "Ras al-Milh", 27, halo);
  map += label(772, 400, "Skarra Islands", 27) + label(800, 540, "The Sound", 40, `font-weight="400" letter-spacing="4" style="fill:${SEA}"`);
  map += label(336, 440, "Sunline,", 29, 'font-weight="600" text-anchor="start"') + label(336, 474, "1,140 km", 29) + label(676, 486, "first drawn,", 23) + label(676, 512, "2024", 23) + line([[626, 400], [668, 474]], 2.5, INK);
  map += rect(60, 548, 137, 5, INK) + rect(60, 540, 3, 20, INK) + rect(194, 540, 3, 20, INK) + label(60, 530, "300 km", 24);
  map += path("M120 330L136 380L120 368L104 380Z", INK) + label(120, 318, "N", 28, 'font-weight="600" text-anchor="middle"') + circle(120, 352, 42, "none", `stroke="${OCHRE}" stroke-width="0"`);
  return sheet(map + path("M12 12L1188 12L1188 788L12 788Z", "none", `stroke="${INK}" stroke-width="5"`) + path("M22 22L1178 22L1178 778L22 778Z", "none", `stroke="${INK}" stroke-width="1.5"`));
}
