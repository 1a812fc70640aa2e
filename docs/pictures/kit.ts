/** The tools of the print shop: seeded chance, gouged lines, shapes. Everything is SVG text on a block of 1200 by 800. */

export const INK = "#1d1b18";
export const PAPER = "#f4ecd9";
export const RED = "#a3211b";
export const SEA = "#2c5a60";
export const MIST = "#8fb0a8";
export const OCHRE = "#d39b3c";
export const DUSK = "#33405c";
export const CLAY = "#c9693c";
export const MOSS = "#5d6b3a";

export type Point = readonly [number, number];

/** Numbers from 0 to 1 that are the same on every run; mulberry32. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const n = (value: number) => Number(value.toFixed(1));

export function poly(points: readonly Point[], fill: string, more = ""): string {
  return `<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}Z" fill="${fill}" ${more}/>`;
}

export function rect(x: number, y: number, w: number, h: number, fill: string): string {
  return poly([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], fill);
}

export function circle(x: number, y: number, r: number, fill: string, more = ""): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;
}

export function path(d: string, fill: string, more = ""): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(points: readonly Point[], width: number, colour: string, more = ""): string {
  return `<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

/** One cut of the gouge: thin, thick, thin. */
export function cut(from: Point, to: Point, width: number, colour: string, belly = 0.5): string {
  const [x1, y1] = from;
  const [x2, y2] = to;
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const nx = (-(y2 - y1) / length) * width * 0.5;
  const ny = ((x2 - x1) / length) * width * 0.5;
  const mx = x1 + (x2 - x1) * belly;
  const my = y1 + (y2 - y1) * belly;
  return `<path d="M${n(x1)} ${n(y1)}Q${n(mx + nx * 2)} ${n(my + ny * 2)} ${n(x2)} ${n(y2)}Q${n(mx - nx * 2)} ${n(my - ny * 2)} ${n(x1)} ${n(y1)}Z" fill="${colour}"/>`;
}

/** A band of roughly level cuts, as in a printed sky: `density` is cuts for every 100 pixels of height. */
export function sky(
  random: () => number,
  area: { x: number; y: number; w: number; h: number },
  colour: string,
  density: number,
  width: (height: number) => number,
  slope = 0,
): string {
  let marks = "";
  const rows = (area.h * density) / 100;
  for (let row = 0; row < rows; row++) {
    const y = area.y + ((row + random() * 0.5) * area.h) / rows;
    const part = (y - area.y) / area.h;
    for (let x = area.x - random() * 200; x < area.x + area.w; ) {
      const length = 90 + random() * 260;
      const drop = slope * length;
      marks += cut([x, y], [x + length, y + drop + (random() - 0.5) * 5], width(part) * (0.6 + random() * 0.8), colour);
      x += length + 14 + random() * 60;
    }
  }
  return marks;
}

/** Cuts that all point away from a centre: rays, beams, spray. */
export function rays(
  random: () => number,
  centre: Point,
  radii: readonly [number, number],
  count: number,
  angles: readonly [number, number],
  width: number,
  colour: string,
): string {
  let marks = "";
  for (let index = 0; index < count; index++) {
    const angle = angles[0] + ((angles[1] - angles[0]) * (index + random() * 0.6)) / count;
    const from = radii[0] * (1 + random() * 0.15);
    const to = radii[1] * (0.7 + random() * 0.3);
    const at = (radius: number): Point => [centre[0] + Math.cos(angle) * radius, centre[1] + Math.sin(angle) * radius];
    marks += cut(at(from), at(to), width * (0.6 + random() * 0.7), colour, 0.7);
  }
  return marks;
}

/** Swell seen from the side: rows of crescents that grow towards the reader. */
export function sea(
  random: () => number,
  area: { x: number; y: number; w: number; h: number },
  colour: string,
  rows: number,
  size: number,
): string {
  let marks = "";
  for (let row = 0; row < rows; row++) {
    const part = (row + 1) / rows;
    const y = area.y + area.h * part ** 1.5 - size * 0.2;
    const length = size * (0.5 + part * 1.8);
    for (let x = area.x - random() * length; x < area.x + area.w; x += length * (0.9 + random() * 0.5)) {
      const rise = length * (0.1 + random() * 0.12);
      const thick = 2 + part * size * 0.09;
      marks += path(
        `M${n(x)} ${n(y)}q${n(length * 0.45)} ${n(-rise * 2)} ${n(length)} 0q${n(-length * 0.5)} ${n(-rise * 2 + thick * 2)} ${n(-length)} 0Z`,
        colour,
      );
    }
  }
  return marks;
}

/** Short marks left by the gouge within an area. */
export function chips(
  random: () => number,
  area: { x: number; y: number; w: number; h: number },
  count: number,
  colour: string,
  angle = 0,
  size = 22,
): string {
  let marks = "";
  for (let index = 0; index < count; index++) {
    const x = area.x + random() * area.w;
    const y = area.y + random() * area.h;
    const turn = angle + (random() - 0.5) * 0.5;
    const length = size * (0.5 + random());
    marks += cut([x, y], [x + Math.cos(turn) * length, y + Math.sin(turn) * length], size * 0.16, colour);
  }
  return marks;
}

let clips = 0;
/** Shows `inside` only within the outline. */
export function clipped(outline: string, inside: string): string {
  const id = `clip${++clips}`;
  return `<clipPath id="${id}"><path d="${outline}"/></clipPath><g clip-path="url(#${id})">${inside}</g>`;
}

export function outline(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}Z`;
}

export function turned(degrees: number, x: number, y: number, inside: string): string {
  return `<g transform="rotate(${degrees} ${x} ${y})">${inside}</g>`;
}

export function moved(x: number, y: number, scale: number, inside: string, mirror = false): string {
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${mirror ? -scale : scale} ${scale})">${inside}</g>`;
}

/** The finished print: everything with the slightly torn edge of cut lino, on paper, with a margin. */
export function print(content: string, width = 1200, height = 800, margin = 26): string {
  const frame = outline([
    [margin + 3, margin],
    [width - margin, margin + 2],
    [width - margin - 2, height - margin],
    [margin, height - margin - 3],
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<filter id="lino" filterUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><feTurbulence type="fractalNoise" baseFrequency="0.035" numOctaves="2" seed="7"/><feDisplacementMap in="SourceGraphic" scale="5"/></filter>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<g filter="url(#lino)">${clipped(frame, content)}</g></svg>`,
  ].join("");
}
