/** Prints of the land: desert, hill town, road, stage, square, mountain, grove. */
import { chance, chips, circle, CLAY, clipped, cut, DUSK, INK, line, MIST, MOSS, moved, OCHRE, outline, PAPER, path, type Point, poly, print, rays, RED, rect, SEA, sea, sky, turned } from "./kit.ts";

export function sunlineFields(): string {
  const random = chance(21);
  const [vx, vy]: Point = [760, 330];
  let scene = rect(0, 0, 1200, 800, OCHRE);
  scene += rays(random, [vx, vy - 40], [125, 1100], 62, [Math.PI * 0.98, Math.PI * 2.02], 30, "#f0d9a4");
  scene += circle(vx, vy - 40, 104, PAPER) + circle(vx, vy - 40, 84, RED);
  scene += path("M0 330L90 268L180 300L300 236L420 306L520 288L600 326L760 316L900 326L1000 270L1090 300L1200 244L1200 380L0 380Z", DUSK);
  scene += chips(random, { x: 0, y: 285, w: 500, h: 40 }, 40, MIST, 0.5, 30) + chips(random, { x: 960, y: 285, w: 240, h: 40 }, 24, MIST, -0.5, 30);
  scene += rect(0, vy, 1200, 480, CLAY);
  scene += clipped(outline([[0, vy], [1200, vy], [1200, 800], [0, 800]]), rays(random, [vx, vy], [60, 1300], 60, [0.02, Math.PI - 0.02], 12, "#e2a36a"));
  const at = (lane: number, depth: number, lift = 0): Point => [vx + (lane * 520) / depth, vy + (470 - lift * 330) / depth];
  const depths = Array.from({ length: 13 }, (_, index) => 1.02 * 1.19 ** (12 - index));
  for (const depth of depths) {
    for (let lane = -13; lane <= 8; lane += 1.5) {
      const [left] = at(lane, depth);
      if (left > 1260 || at(lane + 1.12, depth)[0] < -60) continue;
      const corners: Point[] = [at(lane, depth, 0.12), at(lane + 1.12, depth, 0.12), at(lane + 1.22, depth * 1.06, 0.36), at(lane + 0.1, depth * 1.06, 0.36)];
      scene += poly([at(lane + 0.05, depth), at(lane + 1.1, depth), at(lane + 1.3, depth * 0.97), at(lane + 0.2, depth * 0.96)], "#7d3a22");
      scene += line([at(lane + 0.55, depth * 1.03, 0.2), at(lane + 0.55, depth * 1.03, 0)], 9 / depth, INK);
      scene += poly(corners, depth > 3.4 ? DUSK : INK);
      if (depth < 6) {
        const mix = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
        const [a, b, c, d] = corners as [Point, Point, Point, Point];
        for (const t of [0.25, 0.5, 0.75]) scene += line([mix(a, b, t), mix(d, c, t)], 3.6 / depth, MIST);
        scene += line([mix(a, d, 0.5), mix(b, c, 0.5)], 3.6 / depth, MIST);
      }
    }
  }
  return print(scene);
}

/** A house with its gable to the side; its foot at y = 0. */
function house(w: number, h: number, wall: string, roof: string, window: string): string {
  let drawing = rect(-w / 2, -h, w, h, wall) + poly([[-w / 2 - 8, -h], [-w / 2 + w * 0.16, -h - h * 0.55], [w / 2 - w * 0.16, -h - h * 0.55], [w / 2 + 8, -h]], roof);
  for (const x of [-w * 0.3, w * 0.14]) drawing += rect(x, -h * 0.72, w * 0.17, h * 0.3, window) + line([[x + w * 0.085, -h * 0.72], [x + w * 0.085, -h * 0.42]], 2, wall);
  drawing += rect(-w * 0.07, -h * 0.5, w * 0.14, h * 0.5, INK) + rect(w * 0.22, -h * 1.72, w * 0.11, h * 0.3, INK);
  for (let index = 1; index < 5; index++) drawing += line([[-w * 0.45 + index * 2, -h - (h * 0.55 * index) / 5], [w * 0.45 - index * 2, -h - (h * 0.55 * index) / 5]], 2, INK, 'opacity="0.45"');
  return drawing;
}

export function hallowQuay(): string {
  const random = chance(22);
  let scene = rect(0, 0, 1200, 800, MIST) + sky(random, { x: 0, y: 0, w: 1200, h: 330 }, PAPER, 7, (part) => 4 + part * 8, 0.03);
  scene += path("M0 640L0 470Q160 400 300 330Q480 240 640 160Q760 110 900 96Q1080 90 1200 130L1200 700Z", MOSS);
  scene += clipped("M0 640L0 470Q160 400 300 330Q480 240 640 160Q760 110 900 96Q1080 90 1200 130L1200 700Z", chips(random, { x: 0, y: 90, w: 1200, h: 600 }, 420, "#a9ab74", -0.5, 34));
  scene += line([[210, 640], [330, 560], [270, 500], [470, 420], [430, 370], [660, 290], [640, 250], [800, 190]], 17, PAPER);
  const frame = (x: number, y: number, s: number) => moved(x, y, s, line([[-40, 0], [-40, -52], [0, -88], [40, -52], [40, 0]], 6, PAPER) + line([[-40, -52], [40, -52]], 5, PAPER) + line([[0, -88], [0, 0]], 4, PAPER) + line([[-40, 0], [40, 0]], 8, PAPER));
  for (const [x, y] of [[700, 176], [810, 150], [930, 136], [1050, 148], [860, 226], [980, 214], [1110, 226]] as const) scene += frame(x, y, 0.92);
  scene += moved(780, 236, 0.7, house(130, 62, PAPER, RED, DUSK)) + moved(1040, 290, 0.7, house(130, 62, OCHRE, INK, PAPER));
  const walls = [PAPER, OCHRE, RED, PAPER, MIST, "#e3c89a"];
  const roofs = [RED, INK, DUSK, INK, RED, DUSK];
  for (const [row, y, from] of [[0, 400, 560], [1, 470, 420], [2, 540, 300], [3, 614, 110]] as const) {
    for (let x = from + (row % 2) * 30, index = row; x < 1190; x += 118 + random() * 22, index++) {
      const wall = walls[index % walls.length] ?? PAPER;
      const roof = wall === RED ? INK : (roofs[(index * 5 + row) % roofs.length] ?? RED);
      scene += moved(x, y + random() * 12, 0.86, house(118 + random() * 18, 58 + random() * 16, wall, roof, wall === PAPER ? DUSK : PAPER));
    }
  }
  scene += poly([[0, 622], [1200, 640], [1200, 676], [0, 668]], INK);
  for (let x = 10; x < 1200; x += 46) scene += line([[x, 630], [x + 4, 668]], 3, MIST);
  scene += rect(0, 660, 1200, 150, SEA);
  for (const [x, y] of [[150, 650], [420, 640], [700, 656], [960, 640]] as const) scene += rays(random, [x, y + 20], [6, 130], 26, [3.6, 5.8], 8, PAPER);
  scene += sea(random, { x: 0, y: 655, w: 1200, h: 160 }, PAPER, 5, 90);
  return print(scene);
}

/** A walker, feet at y = 0, about 150 tall. */
function person(coat: string, pole: boolean): string {
  let figure = line([[-12, 0], [-4, -60], [14, -2]], 15, INK) + path("M-26 -58Q-30 -118 0 -124Q30 -118 26 -58Z", coat) + circle(2, -140, 17, "#d9a679") + path("M-18 -142Q0 -172 24 -146L28 -140L-18 -138Z", INK);
  figure += line([[18, -108], [44, -86]], 10, coat);
  return pole ? figure + line([[52, -20], [30, -260]], 6, INK) : figure;
}

export function houseOnWheels(): string {
  const random = chance(23);
  let scene = rect(0, 0, 1200, 800, "#e9c98a") + sky(random, { x: 0, y: 0, w: 1200, h: 420 }, PAPER, 6, (part) => 5 + part * 9, 0.02);
  scene += path("M0 520Q300 420 620 430Q900 400 1200 300L1200 800L0 800Z", MIST) + clipped("M0 520Q300 420 620 430Q900 400 1200 300L1200 800L0 800Z", chips(random, { x: 0, y: 320, w: 1200, h: 300 }, 150, PAPER, -0.15, 40));
  scene += poly([[0, 690], [1200, 540], [1200, 800], [0, 800]], INK) + clipped(outline([[0, 700], [1200, 550], [1200, 800], [0, 800]]), chips(random, { x: 0, y: 560, w: 1200, h: 240 }, 150, MIST, -0.12, 44));
  for (const x of [70, 330, 1130]) scene += line([[x, 690 - x * 0.12], [x, 150 - x * 0.06]], 9, INK) + line([[x - 40, 176 - x * 0.06], [x + 40, 172 - x * 0.06]], 6, INK);
  scene += line([[0, 168], [70, 172], [200, 190], [330, 158], [700, 90], [1130, 104], [1200, 100]], 3, INK);
  let load = rect(-330, -62, 660, 26, RED) + rect(-346, -44, 692, 12, INK);
  for (let x = -306; x <= 306; x += 47) load += circle(x, -18, 20, INK) + circle(x, -18, 8, MIST);
  load += moved(0, -62, 1, house(470, 190, PAPER, RED, DUSK));
  for (let row = 1; row < 8; row++) load += line([[-232, -62 - row * 23], [232, -62 - row * 23]], 2.5, INK, 'opacity="0.35"');
  load += poly([[-235, -252], [-160, -356], [160, -356], [235, -252]], RED);
  for (let row = 0; row < 6; row++) for (let x = -150 + (row % 2) * 14 - row * 14; x < 160 + row * 14; x += 30) load += path(`M${x} ${-348 + row * 17}q14 18 28 0`, "none", `stroke="${INK}" stroke-width="3" opacity="0.6"`);
  load += line([[-252, -62], [-200, -252], [-200, -62]], 4, INK) + line([[252, -62], [200, -252], [200, -62]], 4, INK);
  load += rect(355, -120, 130, 82, DUSK) + rect(430, -160, 56, 60, DUSK) + rect(440, -150, 36, 34, PAPER) + circle(380, -20, 22, INK) + circle(456, -20, 22, INK) + circle(380, -20, 8, MIST) + circle(456, -20, 8, MIST);
  scene += turned(-7.1, 530, 630, moved(530, 628, 1, load));
  scene += moved(1110, 622, 0.98, person(OCHRE, true)) + moved(165, 706, 0.98, person(DUSK, true)) + moved(96, 726, 1, person(RED, false));
  scene += moved(58, 768, 1, path("M-34 -22Q-40 -50 -10 -50L22 -52Q34 -74 46 -58L56 -50Q54 -40 40 -40L34 -20L34 0L26 0L22 -20L-16 -18L-20 0L-28 0Z", OCHRE));
  return print(scene);
}

export function theatre(): string {
  const random = chance(24);
  let scene = rect(0, 0, 1200, 800, INK);
  scene += poly([[600, 40], [350, 590], [850, 590]], "#6d5a3a") + clipped(outline([[600, 40], [350, 590], [850, 590]]), rays(random, [600, 30], [20, 700], 26, [1.1, 2.05], 16, OCHRE));
  scene += path("M200 600Q600 540 1000 600L1060 660L140 660Z", "#d8cba8") + chips(random, { x: 220, y: 585, w: 760, h: 70 }, 120, PAPER, 0, 40) + chips(random, { x: 180, y: 620, w: 840, h: 36 }, 60, MIST, 0, 34);
  let boat = path("M-190 -40Q-120 0 0 4Q120 0 190 -44L150 34Q0 60 -150 34Z", CLAY) + line([[-186, -36], [0, 10], [186, -40]], 7, INK);
  for (const y of [14, 30]) boat += line([[-160 + y, y], [160 - y, y]], 3, INK);
  boat += path("M-34 -10L-22 -150Q0 -170 22 -150L38 -8Z", RED) + circle(0, -184, 24, "#d9a679") + path("M-28 -180Q-26 -216 2 -214Q30 -212 26 -176Q16 -196 -10 -196Q-24 -190 -22 -150Q-34 -160 -28 -180Z", INK);
  boat += line([[18, -140], [78, -186]], 13, RED) + line([[80, -186], [80, -172]], 4, PAPER) + rect(66, -172, 28, 38, OCHRE) + rays(random, [80, -152], [24, 92], 26, [0, 6.28], 7, PAPER) + rect(68, -170, 24, 34, PAPER);
  scene += moved(600, 590, 1.05, boat);
  scene += sea(random, { x: 330, y: 600, w: 560, h: 50 }, PAPER, 2, 60);
  for (const side of [1, -1]) {
    let curtain = path("M0 0L250 0Q230 300 150 480Q190 560 180 662L0 662Z", RED);
    for (let fold = 0; fold < 9; fold++) curtain += cut([14 + fold * 27, 6], [8 + fold * 18, 655], 17, "#5e120e") + cut([26 + fold * 26, 20], [18 + fold * 16, 420], 5, "#d9806a");
    scene += moved(side === 1 ? 26 : 1174, 26, 1, curtain, side === -1);
  }
  scene += path("M0 0L1200 0L1200 92Q1100 156 1000 96Q900 156 800 96Q700 156 600 96Q500 156 400 96Q300 156 200 96Q100 156 0 92Z", RED) + line([[26, 98], [100, 122], [200, 100], [300, 122], [400, 100], [500, 122], [600, 100], [700, 122], [800, 100], [900, 122], [1000, 100], [1100, 122], [1174, 98]], 7, OCHRE);
  scene += rect(0, 660, 1200, 18, OCHRE) + rect(0, 678, 1200, 130, "#2b2722");
  for (let row = 0; row < 2; row++) for (let x = 20 + row * 40; x < 1200; x += 82) scene += circle(x + random() * 14, 722 + row * 42, 24, INK) + path(`M${x - 40} ${800}Q${x - 34} ${742 + row * 40} ${x + 6} ${742 + row * 40}Q${x + 46} ${742 + row * 40} ${x + 50} 800Z`, INK) + cut([x - 16, 706 + row * 42], [x + 16, 702 + row * 42], 6, CLAY);
  return print(scene);
}

export function assembly(): string {
  const random = chance(25);
  let scene = rect(0, 0, 1200, 800, DUSK);
  scene += sky(random, { x: 0, y: 0, w: 1200, h: 470 }, "#5a6a8a", 7, () => 7, 0.01);
  scene += path("M470 250Q470 110 600 104Q730 110 730 250Z", MIST) + rect(452, 244, 296, 30, PAPER) + rect(574, 66, 52, 46, PAPER) + line([[600, 66], [600, 20]], 5, PAPER) + path("M600 22L650 34L600 48Z", RED);
  for (let rib = -4; rib <= 4; rib++) scene += path(`M${600 + rib * 30} 246Q${600 + rib * 29} 150 ${600 + rib * 7} 110`, "none", `stroke="${INK}" stroke-width="4"`);
  scene += poly([[330, 350], [600, 268], [870, 350]], PAPER) + poly([[400, 340], [600, 284], [800, 340]], INK) + circle(600, 320, 17, OCHRE);
  scene += rect(140, 350, 920, 30, PAPER) + rect(160, 380, 880, 190, INK);
  for (let x = 190; x < 1030; x += 70) scene += rect(x, 384, 34, 182, PAPER) + cut([x + 10, 390], [x + 10, 560], 5, MIST) + cut([x + 24, 390], [x + 24, 560], 5, MIST) + rect(x - 6, 380, 46, 10, PAPER) + rect(x - 6, 560, 46, 12, PAPER);
  for (let x = 230; x < 1000; x += 70) scene += rect(x, 420, 24, 70, OCHRE) + line([[x + 12, 420], [x + 12, 490]], 3, INK) + rect(x, 514, 24, 52, OCHRE);
  for (let step = 0; step < 4; step++) scene += rect(130 - step * 16, 572 + step * 15, 940 + step * 32, 12, step % 2 === 0 ? MIST : PAPER);
  scene += rect(0, 632, 1200, 170, INK);
  for (let x = 235; x < 1000; x += 70) for (let y = 640; y < 790; y += 13) scene += cut([x - 12 + random() * 20, y], [x + 16 + random() * 20, y], 4, OCHRE);
  scene += chips(random, { x: 0, y: 640, w: 1200, h: 160 }, 70, MIST, 0, 46);
  for (const [x, y, s, colour] of [[120, 740, 1.15, RED], [270, 712, 0.9, PAPER], [390, 772, 1.25, OCHRE], [560, 720, 0.95, RED], [700, 780, 1.3, MIST], [850, 716, 0.92, PAPER], [960, 760, 1.2, RED], [1110, 730, 1, OCHRE]] as const) {
    scene += moved(x, y, s, line([[-8, 0], [-3, -40], [10, 0]], 11, "#0d0c0b") + path("M-20 -36Q-22 -92 0 -94Q22 -92 20 -36Z", "#0d0c0b") + circle(0, -104, 12, "#0d0c0b") + path("M-58 -104Q-50 -158 0 -160Q50 -158 58 -104Q42 -116 29 -104Q14 -116 0 -104Q-14 -116 -29 -104Q-42 -116 -58 -104Z", colour) + line([[0, -160], [0, -170]], 4, colour));
  }
  for (let index = 0; index < 190; index++) {
    const x = random() * 1220;
    const y = random() * 780;
    scene += cut([x, y], [x - 12, y + 44], 3.4, PAPER);
  }
  return print(scene);
}

export function snowTrain(): string {
  const random = chance(26);
  let scene = rect(0, 0, 1200, 800, DUSK);
  scene += sky(random, { x: 0, y: 0, w: 1200, h: 300 }, "#60708f", 6, () => 8);
  scene += poly([[0, 430], [170, 130], [300, 300], [420, 200], [560, 420], [700, 560], [0, 800]], PAPER) + poly([[1200, 330], [1060, 90], [900, 300], [800, 260], [640, 480], [700, 640], [1200, 800]], PAPER);
  for (const [x, y, wide, high] of [[170, 130, 210, 420], [420, 200, 150, 330], [1060, 90, -230, 460], [800, 260, -140, 300]] as const) {
    const sign = Math.sign(wide);
    scene += poly([[x, y], [x + wide * 0.3, y + high * 0.3], [x + wide * 0.22, y + high * 0.42], [x + wide * 0.62, y + high * 0.72], [x + wide * 0.5, y + high], [x + wide * 1.2, y + high], [x + wide * 0.72, y + high * 0.52], [x + wide * 0.62, y + high * 0.5]], MIST);
    for (let index = 0; index < 9; index++) {
      const t = 0.12 + index * 0.09;
      scene += cut([x + wide * t * 0.5, y + high * t], [x + wide * t * 0.5 + sign * (20 + index * 4), y + high * t + 60 + index * 5], 10, DUSK);
      scene += cut([x - wide * t * 0.62, y + high * t + 10], [x - wide * t * 0.62 - sign * 16, y + high * t + 70], 6, MIST);
    }
  }
  for (let arch = 0; arch < 6; arch++) {
    const x = 90 + arch * 190;
    scene += rect(x - 22, 470, 44, 360, INK) + chips(random, { x: x - 16, y: 500, w: 30, h: 280 }, 20, MIST, 0, 18);
  }
  let spans = "M-20 430L1220 430L1220 800";
  for (let arch = 6; arch >= -1; arch--) spans += `L${112 + arch * 190 + 146} 800L${112 + arch * 190 + 146} 560Q${112 + arch * 190 + 73} 440 ${112 + arch * 190} 560L${112 + arch * 190} 800`;
  scene += path(`${spans}L-20 800Z`, INK);
  scene += rect(0, 418, 1200, 18, PAPER);
  for (let x = 8; x < 1200; x += 44) scene += cut([x, 452], [x + 30, 452], 4, MIST);
  let train = "";
  for (let car = 0; car < 3; car++) {
    const x = car * 205;
    train += rect(x, -104, 190, 84, RED) + path(`M${x - 6} -104Q${x + 95} -136 ${x + 196} -104Z`, PAPER) + rect(x, -52, 190, 8, PAPER);
    for (let window = 0; window < 5; window++) train += rect(x + 12 + window * 36, -92, 24, 30, window % 3 === car % 3 ? OCHRE : PAPER);
    for (const wheel of [36, 66, 124, 154]) train += circle(x + wheel, -12, 13, INK);
    train += rect(x + 188, -34, 20, 8, INK);
  }
  train += rect(618, -96, 120, 76, INK) + rect(640, -130, 60, 36, INK) + rect(654, -122, 32, 20, OCHRE) + rect(708, -132, 22, 40, INK) + circle(650, -12, 15, INK) + circle(706, -12, 15, INK) + path("M738 -104Q820 -60 850 0L738 0Z", OCHRE) + line([[738, -104], [738, 0]], 6, INK);
  scene += moved(90, 420, 1, train);
  scene += rays(random, [930, 412], [10, 190], 46, [3.7, 6.1], 10, PAPER);
  for (let puff = 0; puff < 9; puff++) scene += circle(800 - puff * 66, 262 - Math.sin(puff) * 16 - puff * 7, 26 + puff * 3.5, MIST) + circle(794 - puff * 66, 256 - Math.sin(puff) * 16 - puff * 7, 18 + puff * 2.5, PAPER);
  for (let index = 0; index < 150; index++) scene += circle(random() * 1200, random() * 800, 1.5 + random() * 3.5, PAPER);
  return print(scene);
}

function goat(coat: string, grazing: boolean): string {
  const head = grazing ? path("M50 -56Q86 -50 96 -14Q104 2 90 6Q76 4 72 -10L40 -34Z", coat) + line([[84, -34], [112, -44]], 6, INK) : path("M44 -60Q56 -96 84 -104Q112 -98 104 -84Q94 -76 84 -78L62 -44Z", coat) + line([[84, -102], [70, -128]], 6, INK);
  return path("M-58 -62Q0 -78 52 -62Q64 -44 50 -28L-54 -28Q-70 -44 -58 -62Z", coat) + head + line([[-44, -30], [-48, 0]], 8, coat) + line([[-30, -30], [-30, 0]], 8, coat) + line([[32, -30], [32, 0]], 8, coat) + line([[46, -30], [50, 0]], 8, coat) + line([[-58, -60], [-72, -70]], 6, coat);
}

export function goatsPanels(): string {
  const random = chance(27);
  let scene = rect(0, 0, 1200, 800, "#eac583") + circle(180, 150, 74, PAPER) + rays(random, [180, 150], [92, 700], 44, [0, 6.28], 18, PAPER);
  scene += path("M0 400L200 340L360 380L560 330L760 384L980 340L1200 390L1200 460L0 460Z", DUSK) + rect(0, 430, 1200, 380, CLAY) + chips(random, { x: 0, y: 440, w: 1200, h: 350 }, 150, "#e2a36a", 0, 50);
  for (const [x, y, s] of [[560, 470, 0.5], [820, 480, 0.5], [1080, 470, 0.5], [330, 560, 0.9], [800, 570, 0.95], [1240, 560, 0.9]] as const) {
    let panel = poly([[-210, 6], [250, 6], [300, 60], [-180, 60]], "#7d3a22") + line([[-100, 0], [-100, -110]], 14, INK) + line([[120, 0], [120, -110]], 14, INK);
    panel += poly([[-240, -60], [230, -60], [290, -200], [-170, -200]], INK);
    for (let column = 1; column < 6; column++) panel += line([[-240 + column * 78, -60], [-170 + column * 77, -200]], 5, MIST);
    for (const t of [0.33, 0.66]) panel += line([[-240 + 70 * t, -60 - 140 * t], [230 + 60 * t, -60 - 140 * t]], 5, MIST);
    scene += moved(x, y, s, panel);
  }
  for (let index = 0; index < 200; index++) {
    const x = 110 + random() * 1060;
    const y = 590 + random() * 70;
    scene += cut([x, y], [x - 8 + random() * 16, y - 22 - random() * 20], 5, MOSS);
  }
  for (const [x, y, s, colour, low, mirror] of [[470, 660, 0.9, INK, true, false], [660, 640, 0.8, PAPER, true, true], [820, 690, 1.05, "#6b4326", true, false], [1010, 650, 0.85, INK, false, true], [600, 740, 1.2, PAPER, true, false], [980, 760, 1.25, INK, true, true]] as const) {
    scene += path(`M${x - 70 * s} ${y + 3}Q${x} ${y + 18 * s} ${x + 80 * s} ${y + 3}Z`, "#7d3a22") + moved(x, y, s, goat(colour, low), mirror);
  }
  let herder = path("M-46 0Q-60 -190 -30 -250Q0 -270 30 -250Q58 -190 50 0Z", PAPER) + cut([-20, -230], [-24, -10], 7, MIST) + cut([14, -230], [20, -10], 7, MIST) + circle(0, -286, 30, "#9c6a42") + path("M-36 -286Q-40 -334 0 -336Q40 -334 36 -286L46 -232Q30 -252 26 -284Q0 -304 -26 -284Q-30 -252 -46 -232Z", RED) + line([[-34, -304], [34, -304]], 8, INK);
  herder += line([[28, -226], [72, -170]], 20, PAPER) + line([[74, -340], [80, 6]], 9, INK) + path("M74 -340q4 -34 34 -26", "none", `stroke="${INK}" stroke-width="9" stroke-linecap="round"`);
  scene += path("M150 742Q250 770 420 746L420 740Z", "#7d3a22") + moved(240, 744, 1.12, herder);
  return print(scene);
}

function olive(random: () => number, s: number): string {
  let tree = path("M-26 0Q-40 -70 -14 -120L-70 -180L-52 -194L-6 -146L10 -200L30 -198L18 -140L74 -186L88 -170L30 -108Q20 -60 40 0Z", "#4a3a2a");
  tree += chips(random, { x: -16, y: -120, w: 30, h: 110 }, 14, OCHRE, 1.5, 20);
  for (const [x, y, r] of [[-90, -220, 76], [0, -262, 90], [96, -214, 74], [-30, -190, 70], [50, -190, 66]] as const) tree += circle(x, y, r, "#3f5244");
  for (let index = 0; index < 190; index++) {
    const angle = random() * 6.28;
    const radius = Math.sqrt(random()) * 150;
    const x = Math.cos(angle) * radius * 1.05;
    const y = -225 + Math.sin(angle) * radius * 0.72;
    const turn = random() * 3.14;
    tree += cut([x, y], [x + Math.cos(turn) * 24, y + Math.sin(turn) * 24], 7, index % 4 === 0 ? MIST : "#87a06f");
  }
  for (let index = 0; index < 26; index++) tree += circle(-130 + random() * 260, -150 - random() * 150, 5, INK);
  return moved(0, 0, s, tree);
}

export function oliveNight(): string {
  const random = chance(28);
  let scene = rect(0, 0, 1200, 800, "#1c2438") + sky(random, { x: 0, y: 0, w: 1200, h: 420 }, "#3b4a6b", 6, () => 7);
  for (let index = 0; index < 60; index++) scene += circle(random() * 1200, random() * 300, 1.5 + random() * 3, PAPER);
  scene += circle(1010, 130, 52, "#f0d9a4") + circle(1034, 118, 46, "#1c2438");
  scene += path("M0 470Q300 400 620 450Q900 400 1200 450L1200 800L0 800Z", "#2f2a24") + chips(random, { x: 0, y: 460, w: 1200, h: 330 }, 190, "#6d5a3a", 0, 50);
  scene += moved(120, 500, 0.6, olive(random, 1)) + moved(1090, 510, 0.62, olive(random, 1)) + moved(330, 480, 0.45, olive(random, 1)) + moved(880, 478, 0.45, olive(random, 1));
  const beam = (from: Point, to: Point, spread: number) => poly([from, [to[0] - spread, to[1] - spread * 0.4], [to[0] + spread, to[1] + spread * 0.4]], OCHRE, 'opacity="0.5"');
  scene += beam([330, 520], [590, 330], 70) + beam([900, 540], [640, 340], 70) + beam([770, 640], [640, 420], 60);
  scene += path("M220 700Q600 640 990 704L1040 760Q600 720 160 764Z", PAPER);
  for (let x = 200; x < 1010; x += 34) scene += line([[x, 690 + Math.abs(600 - x) * 0.03], [x - 14, 762]], 2.5, MIST);
  for (let y = 700; y < 760; y += 16) scene += line([[190, y + 14], [600, y - 24], [1010, y + 14]], 2.5, MIST);
  scene += chips(random, { x: 330, y: 690, w: 540, h: 46 }, 80, INK, 0.3, 12);
  scene += moved(610, 690, 1.55, olive(random, 1));
  const picker = (coat: string, pole: Point) => line([[-14, 0], [-4, -70], [18, 0]], 17, INK) + path("M-30 -66Q-32 -136 0 -142Q32 -136 30 -66Z", coat) + circle(4, -164, 20, "#c98f62") + path("M-18 -168Q0 -196 26 -174L26 -166L-18 -164Z", INK) + circle(22, -176, 8, PAPER) + line([[16, -120], [52, -150]], 13, coat) + line([[30, -120], pole], 6, PAPER);
  scene += moved(300, 726, 1.15, picker(RED, [200, -330])) + moved(925, 736, 1.18, picker(SEA, [190, -340]), true) + moved(790, 770, 1.22, picker(OCHRE, [120, -330]), true);
  return print(scene);
}
