/** Prints of the sea: ferry, storm, harbour, regatta, eagle. */
import { chance, chips, circle, clipped, cut, INK, line, MIST, moved, OCHRE, outline, type Point, PAPER, path, poly, print, rays, RED, rect, SEA, sea, sky, turned, DUSK } from "./kit.ts";

function lighthouse(x: number, base: number, height: number, bands: string): string {
  const w = height * 0.11;
  const body = (from: number, to: number, fill: string) => {
    const at = (part: number) => w * (1.25 - part * 0.5);
    return poly([[x - at(from), base - height * from], [x + at(from), base - height * from], [x + at(to), base - height * to], [x - at(to), base - height * to]], fill);
  };
  let tower = "";
  for (let band = 0; band < 5; band++) tower += body(band / 5, (band + 1) / 5, band % 2 === 0 ? PAPER : bands);
  tower += rect(x - w * 1.1, base - height * 1.03, w * 2.2, height * 0.04, INK);
  tower += rect(x - w * 0.6, base - height * 1.17, w * 1.2, height * 0.14, OCHRE);
  for (const offset of [-0.6, 0, 0.6]) tower += rect(x + w * offset - 2, base - height * 1.17, 4, height * 0.14, INK);
  return tower + path(`M${x - w * 0.9} ${base - height * 1.17}L${x} ${base - height * 1.3}L${x + w * 0.9} ${base - height * 1.17}Z`, INK);
}

/** A ferry seen from her port side, bow to the left, 700 long, keel at y = 0. */
function ferry(hull: string): string {
  let ship = path("M-350 -120L-300 -10Q-290 0 -270 0L300 0Q335 0 345 -40L352 -120Z", hull);
  ship += poly([[-338, -92], [351, -92], [352, -80], [-333, -80]], PAPER);
  ship += path("M-300 -120L-285 -190L320 -190L330 -120Z", PAPER);
  ship += path("M-255 -190L-235 -250L230 -250L240 -190Z", PAPER);
  ship += path("M-225 -250L-205 -300L-95 -300L-85 -250Z", PAPER);
  ship += line([[-300, -120], [-285, -190], [320, -190], [330, -120]], 5, INK) + line([[-255, -190], [-235, -250], [230, -250], [240, -190]], 5, INK);
  for (let x = -262; x < 300; x += 36) ship += rect(x, -166, 22, 24, INK);
  for (let x = -215; x < 210; x += 36) ship += rect(x, -232, 20, 20, x % 5 === 0 ? OCHRE : INK);
  for (let x = -205; x < -100; x += 24) ship += rect(x, -288, 17, 20, INK);
  ship += poly([[60, -250], [72, -345], [140, -345], [150, -250]], RED) + rect(68, -330, 76, 14, PAPER) + rect(66, -350, 80, 10, INK);
  ship += line([[-150, -300], [-150, -385]], 6, INK) + line([[-180, -355], [-120, -355]], 4, INK);
  for (let x = -40; x < 60; x += 46) ship += path(`M${x - 18} -262q18 -22 36 0Z`, RED);
  return ship + line([[-350, -120], [352, -120]], 6, INK);
}

export function kittiwake(): string {
  const random = chance(11);
  let scene = rect(0, 0, 1200, 800, DUSK);
  scene += sky(random, { x: 0, y: 10, w: 1200, h: 430 }, MIST, 7, (part) => 3 + part * 9, -0.02);
  scene += rays(random, [1010, 172], [40, 900], 9, [2.75, 3.05], 26, PAPER);
  scene += rays(random, [1010, 172], [40, 320], 6, [-0.25, 0.15], 18, PAPER);
  scene += path("M880 470Q930 405 1000 400Q1090 398 1200 450L1200 520L860 520Z", INK);
  scene += chips(random, { x: 930, y: 410, w: 250, h: 60 }, 26, MIST, 0.6);
  scene += lighthouse(1010, 408, 210, RED);
  scene += rect(0, 470, 1200, 330, SEA) + sea(random, { x: 0, y: 468, w: 1200, h: 130 }, MIST, 6, 60);
  scene += turned(-7, 520, 610, moved(520, 640, 1.02, ferry(INK)));
  scene += path("M120 690L190 600L260 622L330 572L420 640L500 612L600 650L690 600L760 660L840 632L900 690L980 740L1000 800L60 800Z", INK);
  scene += chips(random, { x: 160, y: 620, w: 760, h: 130 }, 120, PAPER, 1.1, 26);
  scene += rays(random, [300, 640], [20, 150], 30, [3.5, 5.7], 7, PAPER) + rays(random, [880, 690], [14, 120], 24, [3.8, 5.9], 6, PAPER);
  scene += clipped(outline([[0, 680], [1200, 640], [1200, 800], [0, 800]]), sea(random, { x: 0, y: 650, w: 1200, h: 170 }, PAPER, 5, 105));
  return print(scene);
}

export function kittiwakeNew(): string {
  const random = chance(12);
  let scene = rect(0, 0, 1200, 800, PAPER) + rect(0, 0, 1200, 480, "#e9c98a");
  scene += sky(random, { x: 0, y: 10, w: 1200, h: 430 }, PAPER, 6, (part) => 4 + part * 8);
  scene += path("M0 480L0 360Q120 300 260 352Q380 400 520 410L700 440L760 480Z", INK) + chips(random, { x: 20, y: 370, w: 480, h: 90 }, 60, MIST, 0.3);
  for (const [x, y, w] of [[90, 352, 46], [160, 340, 40], [232, 352, 52], [310, 384, 42], [390, 404, 46]] as const) {
    scene += rect(x, y - 30, w, 34, PAPER) + poly([[x - 6, y - 30], [x + w / 2, y - 58], [x + w + 6, y - 30]], RED) + rect(x + w / 2 - 5, y - 18, 10, 12, INK);
  }
  scene += rect(0, 478, 1200, 330, SEA) + sea(random, { x: 0, y: 480, w: 1200, h: 320 }, MIST, 9, 90);
  scene += moved(690, 640, 1.12, ferry(DUSK));
  scene += clipped(outline([[240, 615], [1140, 615], [1200, 800], [0, 800]]), sea(random, { x: 100, y: 600, w: 1100, h: 210 }, PAPER, 6, 70));
  for (const [x, y, s] of [[180, 120, 1.4], [330, 190, 0.9], [470, 90, 1.1], [980, 130, 1.5], [1090, 230, 0.8]] as const) {
    scene += moved(x, y, s, path("M-50 -6Q-24 -34 0 0Q24 -34 50 -6Q22 -20 0 12Q-22 -20 -50 -6Z", INK));
  }
  return print(scene);
}

export function stormHalvard(): string {
  const random = chance(13);
  let scene = rect(0, 0, 1200, 800, INK);
  scene += sky(random, { x: 0, y: 0, w: 1200, h: 560 }, SEA, 10, (part) => 5 + part * 8, -0.12);
  scene += rays(random, [860, 205], [50, 1000], 12, [2.9, 3.28], 30, PAPER) + rays(random, [860, 205], [50, 420], 8, [-0.32, 0.1], 26, PAPER);
  scene += lighthouse(860, 600, 350, RED);
  scene += path("M0 470C160 420 250 160 470 130C610 112 660 210 610 280C580 238 520 232 490 280C440 360 560 470 700 560L760 640L1200 610L1200 800L0 800Z", SEA);
  const crest: Point[] = [[470, 140], [600, 220], [560, 250], [500, 270], [470, 330], [510, 420], [590, 500], [690, 570]];
  for (let index = 0; index < 30; index++) {
    const start = index * 22;
    scene += path(`M${20 + start * 0.3} ${490 + index * 11}C${190 + index * 6} ${430 + index * 11} ${270 + index * 4} ${200 + index * 14} ${440 + index * 5} ${170 + index * 12}q${-6} ${14} ${-30} ${24}C${290 + index * 4} ${230 + index * 13} ${210 + index * 6} ${450 + index * 10} ${20 + start * 0.3} ${490 + index * 11}Z`, index % 3 === 0 ? PAPER : MIST, 'opacity="0.95"');
  }
  for (const [x, y] of crest) scene += rays(random, [x, y], [4, 130], 24, [-2.7, 0.9], 8, PAPER) + circle(x, y, 12, PAPER);
  for (let index = 0; index < 90; index++) scene += circle(480 + random() * 420, 60 + random() * 330, 2 + random() * 6, PAPER);
  scene += poly([[640, 640], [1200, 590], [1200, 800], [600, 800]], INK);
  for (let row = 0; row < 5; row++) {
    const y = 640 + row * 34;
    scene += line([[620, y + 10], [1200, y - 36]], 4, MIST);
    for (let x = 640 + (row % 2) * 50; x < 1200; x += 100) scene += line([[x, y + 8 - (x - 620) * 0.08], [x + 2, y + 42 - (x - 620) * 0.08]], 4, MIST);
  }
  scene += sea(random, { x: 0, y: 690, w: 680, h: 120 }, PAPER, 4, 110);
  return print(scene);
}

function crane(mirror: boolean): string {
  let frame = "";
  for (const [a, b] of [[[-60, 0], [-40, -300]], [[60, 0], [40, -300]], [[-60, 0], [50, -150]], [[60, 0], [-50, -150]], [[-50, -150], [40, -300]], [[50, -150], [-40, -300]]] as const) frame += line([a, b], 9, INK);
  frame += rect(-70, -345, 140, 50, INK) + rect(-58, -335, 34, 26, OCHRE);
  frame += line([[-150, -330], [330, -430]], 12, INK) + line([[-150, -330], [0, -470], [330, -430]], 5, INK) + line([[0, -470], [0, -340]], 9, INK);
  for (let step = 0; step < 9; step++) frame += line([[20 + step * 34, -352 - step * 8], [38 + step * 34, -378 - step * 6]], 4, INK);
  frame += line([[250, -415], [250, -250]], 3, INK) + rect(222, -250, 56, 40, RED);
  return moved(0, 0, 1, frame, mirror);
}

export function harbour(): string {
  const random = chance(14);
  let scene = rect(0, 0, 1200, 800, OCHRE);
  scene += circle(640, 420, 130, PAPER) + rays(random, [640, 420], [150, 900], 54, [Math.PI, Math.PI * 2], 24, "#ecd09a");
  scene += path("M0 470L0 410L90 410L90 380L150 380L150 420L260 420L260 350L300 320L340 350L340 425L470 425L470 400L560 400L560 440L1200 440L1200 480L0 480Z", CLAYISH);
  scene += rect(0, 470, 1200, 330, SEA) + sea(random, { x: 0, y: 470, w: 1200, h: 340 }, "#e9c98a", 10, 70);
  scene += rect(0, 458, 1200, 66, "#3a342c") + chips(random, { x: 0, y: 470, w: 1200, h: 50 }, 90, OCHRE, 0, 30) + rect(0, 452, 1200, 10, INK);
  scene += moved(230, 456, 0.86, crane(false)) + moved(1050, 456, 0.8, crane(true));
  scene += `<g transform="translate(0 44)">`;
  scene += path("M330 470L1130 470L1090 590Q1084 604 1060 604L420 604Q396 604 386 590Z", INK) + rect(352, 520, 760, 12, RED);
  scene += rect(900, 350, 150, 122, PAPER) + rect(925, 310, 100, 42, PAPER) + line([[900, 350], [1050, 350]], 6, INK) + rect(955, 250, 44, 60, RED) + rect(955, 262, 44, 12, INK);
  for (let x = 912; x < 1040; x += 28) scene += rect(x, 370, 16, 16, INK) + rect(x, 404, 16, 16, INK);
  const boxes = [RED, INK, MIST, PAPER, DUSK];
  for (let column = 0; column < 6; column++) for (let row = 0; row < 2 + (column % 3 === 1 ? 1 : 0); row++) scene += rect(440 + column * 74, 432 - row * 40, 68, 36, boxes[(column * 2 + row) % boxes.length] ?? RED) + line([[440 + column * 74, 432 - row * 40], [508 + column * 74, 432 - row * 40]], 3, INK);
  scene += "</g>" + sea(random, { x: 300, y: 640, w: 900, h: 120 }, "#e9c98a", 3, 80);
  scene += poly([[0, 690], [330, 660], [380, 700], [350, 800], [0, 800]], INK) + chips(random, { x: 10, y: 700, w: 330, h: 90 }, 50, OCHRE, 0.05, 30);
  for (const x of [60, 150, 250]) scene += rect(x, 650, 26, 50, INK) + path(`M${x - 8} 654q21 -26 42 0Z`, INK);
  return print(scene);
}
const CLAYISH = "#8a5a35";
const BARK = "#8d7448";

/** A rowing eight from ahead, bow towards the reader. */
function eight(colour: string, cap: string): string {
  let boat = "";
  for (let seat = 7; seat >= 0; seat--) {
    const part = 1 - seat / 8;
    const y = -250 + part * 250;
    const s = 0.35 + part * 0.75;
    const side = seat % 2 === 0 ? 1 : -1;
    boat += line([[0, y - 34 * s], [side * 130 * s, y + 2 * s], [side * 205 * s, y + 30 * s]], 8 * s, INK);
    boat += poly([[side * 196 * s, y + 20 * s], [side * 252 * s, y + 32 * s], [side * 248 * s, y + 54 * s], [side * 194 * s, y + 40 * s]], PAPER);
    boat += path(`M${-34 * s} ${y}Q${-44 * s} ${y - 62 * s} 0 ${y - 66 * s}Q${44 * s} ${y - 62 * s} ${34 * s} ${y}Z`, colour);
    boat += circle(0, y - 84 * s, 20 * s, "#d9a679") + path(`M${-21 * s} ${y - 86 * s}Q0 ${y - 122 * s} ${21 * s} ${y - 86 * s}Z`, cap);
  }
  return boat + path("M-46 -30Q0 -60 46 -30L10 130Q0 150 -10 130Z", INK) + line([[0, -30], [0, 118]], 4, PAPER);
}

export function regatta(): string {
  const random = chance(15);
  let scene = rect(0, 0, 1200, 800, "#e7d3a6") + sky(random, { x: 0, y: 0, w: 1200, h: 230 }, PAPER, 7, () => 9);
  scene += rect(0, 235, 1200, 90, INK);
  for (let x = 10; x < 1200; x += 21 + random() * 10) {
    const h = 26 + random() * 18;
    const fill = [PAPER, RED, MIST, OCHRE, DUSK][Math.floor(random() * 5)] ?? PAPER;
    scene += path(`M${x - 9} 238L${x - 7} ${238 - h}q7 -8 14 0L${x + 9} 238Z`, fill) + circle(x, 230 - h, 6.5, INK);
  }
  for (let x = 0; x < 1200; x += 60) scene += line([[x + random() * 20, 260], [x + random() * 20, 318]], 3, MIST);
  for (const x of [160, 620, 1050]) scene += line([[x, 235], [x, 70]], 6, INK) + path(`M${x} 74Q${x + 50} 60 ${x + 100} 84L${x + 88} 104L${x + 100} 124Q${x + 50} 104 ${x} 120Z`, RED);
  scene += rect(0, 322, 1200, 480, SEA) + sea(random, { x: 0, y: 320, w: 1200, h: 480 }, MIST, 13, 80);
  scene += moved(350, 640, 1.15, eight(RED, PAPER)) + moved(850, 665, 1.25, eight(DUSK, OCHRE));
  for (const [x, y] of [[60, 680], [190, 560], [600, 730], [1120, 700], [1030, 560]] as const) scene += rays(random, [x, y], [4, 60], 9, [3.4, 6], 8, PAPER);
  return print(scene);
}

export function seaEagle(): string {
  const random = chance(16);
  let scene = rect(0, 0, 1200, 800, MIST) + sky(random, { x: 0, y: 0, w: 1200, h: 520 }, PAPER, 6, (part) => 4 + part * 10, 0.02);
  scene += rect(0, 540, 1200, 270, SEA) + sea(random, { x: 0, y: 535, w: 1200, h: 280 }, PAPER, 10, 64);
  scene += path("M0 800L0 300L60 250L120 262L150 330L210 350L230 450L300 520L320 620L400 690L420 800Z", INK);
  scene += path("M1200 800L1200 420L1130 400L1090 450L1060 540L990 600L960 700L900 800Z", INK);
  scene += chips(random, { x: 10, y: 300, w: 120, h: 480 }, 50, MIST, 1.2, 34) + chips(random, { x: 110, y: 480, w: 150, h: 310 }, 40, MIST, 1.1, 32);
  scene += chips(random, { x: 990, y: 470, w: 200, h: 300 }, 70, MIST, 1.3, 30);
  let bird = path("M0 -30C-60 -90 -170 -170 -330 -150C-420 -140 -500 -100 -540 -60C-480 -80 -450 -76 -430 -66C-470 -50 -490 -30 -500 -8C-450 -36 -420 -36 -400 -28C-430 -8 -440 14 -444 34C-400 4 -370 0 -346 4C-366 24 -370 40 -370 58C-330 26 -290 16 -250 22C-160 36 -90 50 -40 70L40 70C90 50 160 36 250 22C290 16 330 26 370 58C370 40 366 24 346 4C370 0 400 4 444 34C440 14 430 -8 400 -28C420 -36 450 -36 500 -8C490 -30 470 -50 430 -66C450 -76 480 -80 540 -60C500 -100 420 -140 330 -150C170 -170 60 -90 0 -30Z", INK);
  bird += path("M-40 60L-70 150L-36 138L-18 166L0 144L18 166L36 138L70 150L40 60Z", PAPER);
  bird += path("M-34 -20Q-44 -70 -10 -92Q10 -106 34 -90Q52 -78 54 -58L34 -62Q44 -40 36 -10Z", "#e3cda0") + path("M30 -92Q66 -90 60 -48Q52 -66 36 -64Z", OCHRE) + circle(24, -80, 5, INK);
  for (let side = -1; side <= 1; side += 2) {
    for (let index = 0; index < 15; index++) {
      const t = index / 15;
      bird += cut([side * (60 + t * 330), -62 - Math.sin(t * 2.6) * 66], [side * (66 + t * 370), 24 - t * 24 - Math.sin(t * 3) * 20], 8, index % 3 === 1 ? OCHRE : BARK);
    }
    for (let index = 0; index < 12; index++) bird += cut([side * (50 + index * 24), -36 - index * 5], [side * (58 + index * 25), -2 - index * 4], 7, BARK);
  }
  for (let index = 0; index < 9; index++) bird += cut([-32 + index * 8, 4 + (index % 2) * 12], [-34 + index * 8.5, 34 + (index % 3) * 9], 5, BARK);
  scene += turned(-9, 610, 300, moved(610, 310, 1.0, bird));
  return print(scene);
}
