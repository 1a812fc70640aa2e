/** Heads cut in lino, lit from the left, and the mark of the house. */
import { chance, circle, clipped, cut, DUSK, INK, line, MIST, moved, OCHRE, PAPER, path, print, RED, rect, SEA, sky } from "./kit.ts";

interface Head {
  readonly seed: number;
  readonly ground: string;
  readonly skin: string;
  readonly coat: string;
  /** Behind the head, and over the brow. */
  readonly hairBack: string;
  readonly hairFront: string;
  readonly hair: string;
  readonly hairLines: string;
  readonly glasses: boolean;
  readonly beard: boolean;
  readonly old: boolean;
  readonly hat?: string;
}

const FACE = "M-118 -60C-122 -170 -70 -214 0 -214C70 -214 122 -170 118 -60C116 20 84 96 44 128Q0 156 -44 128C-84 96 -116 20 -118 -60Z";

/** A head of about 280 by 380 about the point (0, 0). */
function head(from: Head): string {
  const random = chance(from.seed);
  let face = path(from.hairBack, from.hair);
  face += path("M-62 90L-70 220L70 220L62 90Z", from.skin) + path("M0 110L-66 130Q-20 200 70 206L62 100Z", INK, 'opacity="0.85"');
  face += path(FACE, from.skin);
  let shade = path("M26 -214C120 -214 160 -150 130 -20C120 60 80 150 0 150C34 110 44 90 30 70Q10 62 22 44Q50 30 40 -10Q70 -30 56 -70Q34 -100 60 -130Q40 -170 26 -214Z", INK);
  for (let index = 0; index < 26; index++) {
    const y = -190 + index * 12.5;
    const edge = 34 + Math.sin(index * 0.7) * 14;
    shade += cut([edge + 74, y], [edge - 26 - random() * 26, y + 12], 6, INK, 0.2);
    if (index % 2 === 0) shade += cut([edge + 26 + random() * 20, y + 5], [edge + 80, y - 4], 3.5, from.skin, 0.4);
  }
  face += clipped(FACE, shade);
  face += path("M-92 -62Q-62 -84 -26 -64Q-60 -70 -92 -62Z", INK) + path("M30 -66Q62 -84 94 -62Q62 -72 30 -66Z", from.skin);
  face += path("M-88 -30Q-60 -54 -30 -30Q-60 -16 -88 -30Z", PAPER) + circle(-58, -34, 12, INK) + line([[-90, -32], [-60, -47], [-28, -31]], 6, INK);
  face += path("M34 -30Q62 -52 90 -30Q62 -18 34 -30Z", from.skin) + circle(62, -34, 11, INK);
  face += path("M-8 -40L-34 36Q-24 54 6 48Q-10 40 -14 30L4 -40Z", INK) + path("M-48 84Q-4 66 44 84Q0 96 -48 84Z", RED) + line([[-54, 84], [0, 84], [50, 84]], 4, INK);
  face += cut([-24, 106], [24, 106], 5, INK) + path("M-128 -46Q-150 -40 -138 0Q-130 24 -114 18Z", from.skin) + line([[-132, -26], [-126, 6]], 4, INK);
  if (from.old) for (const [x1, y1, x2, y2] of [[-96, -8, -64, -2], [-100, 2, -66, 8], [-52, 56, -66, 92], [-70, -112, -10, -118], [-64, -132, -6, -138], [-108, -36, -122, -52], [-108, -28, -126, -30], [-84, 40, -76, 78]] as const) face += cut([x1, y1], [x2, y2], 6, INK);
  if (from.beard) {
    face += path("M-116 -10C-112 60 -90 150 0 168C90 150 112 60 116 -10Q90 40 60 58Q0 44 -60 58Q-96 36 -116 -10Z", from.hair) + path("M-46 82Q0 72 46 82Q0 94 -46 82Z", RED);
    for (let index = 0; index < 40; index++) {
      const x = -98 + random() * 196;
      const y = 66 + random() * 60 - Math.abs(x) * 0.36;
      if (y > 74 && y < 98 && Math.abs(x) < 56) continue;
      face += cut([x, y], [x * 0.9, y + 26], 5, from.hairLines);
    }
  }
  face += path(from.hairFront, from.hair);
  face += clipped(from.hairFront, Array.from({ length: 34 }, (_, index) => cut([-150 + index * 9, -250 + Math.abs(index - 17) * 4], [-170 + index * 10.5, -60 + random() * 60], 5, from.hairLines)).join(""));
  if (from.glasses) for (const x of [-60, 62]) face += circle(x, -32, 46, "none", `stroke="${INK}" stroke-width="9"`) + circle(x, -32, 40, PAPER, 'opacity="0.18"');
  if (from.glasses) face += line([[-16, -38], [0, -46], [18, -38]], 8, INK) + line([[-106, -38], [-132, -46]], 8, INK) + cut([-84, -52], [-66, -60], 6, PAPER);
  if (from.hat !== undefined) face += path("M-150 -128Q-150 -262 0 -268Q150 -262 150 -128Q0 -166 -150 -128Z", from.hat) + path("M-158 -112Q0 -168 158 -112L154 -146Q0 -196 -154 -146Z", INK);
  return face;
}

function bust(from: Head, width: number, height: number, scale: number): string {
  const random = chance(from.seed + 100);
  let scene = rect(0, 0, width, height, from.ground);
  scene += sky(random, { x: 0, y: 0, w: width, h: height }, PAPER, 6, (part) => 7 - part * 3, 0.05);
  let body = path("M-380 420Q-360 230 -160 196L-70 170L0 236L70 170L160 196Q360 230 380 420Z", from.coat) + path("M-70 168L0 236L-40 300L-112 190Z", PAPER) + path("M70 168L0 236L40 300L112 190Z", MIST);
  for (let index = 0; index < 24; index++) body += cut([60 + index * 13, 214 + index * 5], [40 + index * 14, 420], 7, INK);
  for (let index = 0; index < 9; index++) body += cut([-330 + index * 24, 300 - index * 9], [-344 + index * 24, 420], 5, PAPER);
  scene += moved(width / 2, height * 0.52, scale, body + head(from));
  return print(scene, width, height, Math.round(width / 46));
}

const BOB_BACK = "M-150 -60Q-170 -250 0 -258Q170 -250 152 -60Q160 60 130 120L-130 120Q-158 60 -150 -60Z";
const BOB_FRONT = "M-128 -30Q-150 -236 0 -240Q150 -236 130 -30Q112 -110 70 -150Q-30 -120 -92 -150Q-120 -110 -128 -30Z";
const SHORT_BACK = "M-136 -50Q-160 -240 0 -248Q160 -240 138 -50Q130 0 120 10L-120 10Q-134 0 -136 -50Z";
const SHORT_FRONT = "M-126 -60Q-150 -200 -80 -226Q-30 -262 40 -246Q140 -230 128 -60Q112 -120 96 -150Q40 -150 10 -172Q-40 -140 -96 -150Q-116 -110 -126 -60Z";

export const runaTellefs = () => {
  const random = chance(31);
  const person: Head = { seed: 31, ground: SEA, skin: "#ecd2ab", coat: DUSK, hairBack: SHORT_BACK, hairFront: SHORT_FRONT, hair: PAPER, hairLines: MIST, glasses: true, beard: false, old: true };
  let scene = rect(0, 0, 1200, 800, SEA) + sky(random, { x: 0, y: 0, w: 1200, h: 800 }, MIST, 6, (part) => 8 - part * 3, 0.03);
  scene += rect(790, 120, 300, 470, PAPER) + rect(790, 120, 300, 24, INK) + rect(790, 566, 300, 24, INK) + rect(784, 116, 14, 478, INK) + rect(1082, 116, 14, 478, INK);
  for (let y = 170; y < 560; y += 30) scene += line([[800, y], [1082, y]], 2, MIST);
  for (let x = 830; x < 1082; x += 40) scene += line([[x, 146], [x, 564]], 2, MIST);
  const tide = Array.from({ length: 70 }, (_, index) => [800 + index * 4, 352 + Math.sin(index * 0.36) * (90 + index * 0.5)] as const);
  scene += line(tide, 7, RED) + line([[1076, 250], [1140, 210], [1140, 640]], 7, INK) + circle(1140, 210, 16, OCHRE);
  let body = path("M-420 470Q-390 240 -160 196L-70 170L0 236L70 170L160 196Q390 240 420 470Z", DUSK) + path("M-70 168L0 236L-40 300L-112 190Z", PAPER) + path("M70 168L0 236L40 300L112 190Z", MIST);
  for (let index = 0; index < 26; index++) body += cut([60 + index * 13, 214 + index * 6], [40 + index * 14, 470], 7, INK);
  for (let index = 0; index < 10; index++) body += cut([-350 + index * 26, 310 - index * 10], [-364 + index * 26, 470], 5, MIST);
  return print(scene + moved(430, 420, 1.24, body + head(person)));
};

export const maraEllin = () => bust({ seed: 41, ground: OCHRE, skin: "#e0b488", coat: SEA, hairBack: BOB_BACK, hairFront: BOB_FRONT, hair: "#7a2c1a", hairLines: "#c9693c", glasses: false, beard: false, old: false }, 800, 800, 1.12);
export const jonasReth = () => bust({ seed: 42, ground: MIST, skin: "#e6c39b", coat: INK, hairBack: SHORT_BACK, hairFront: SHORT_FRONT, hair: "#3a2f26", hairLines: "#8d7448", glasses: true, beard: true, old: false }, 800, 800, 1.12);
export const toveHarlin = () => bust({ seed: 43, ground: "#c9693c", skin: "#8a5a3a", coat: OCHRE, hairBack: BOB_BACK, hairFront: SHORT_FRONT, hair: INK, hairLines: "#5a4a3a", glasses: false, beard: false, old: false, hat: DUSK }, 800, 800, 1.12);

/** The mark: a sun, or a lamp, on the line of the horizon. */
export function logo(): string {
  const beams = Array.from({ length: 13 }, (_, index) => {
    const angle = Math.PI + (Math.PI * (index + 0.5)) / 13;
    const to = index % 2 === 0 ? 214 : 174;
    return cut([300 + Math.cos(angle) * 98, 300 + Math.sin(angle) * 98], [300 + Math.cos(angle) * to, 300 + Math.sin(angle) * to], 13, INK, 0.65);
  });
  const mark = circle(300, 300, 78, RED) + beams.join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600"><rect width="600" height="600" fill="${PAPER}"/>${clipped("M0 0L600 0L600 300L0 300Z", mark)}${rect(70, 310, 460, 16, INK)}${rect(70, 340, 460, 5, INK)}${rect(150, 364, 300, 5, INK)}${rect(220, 388, 160, 5, INK)}</svg>`;
}
