/** The time of day inside a printed date: `15:45`, `3:45 p.m.`, `15h45`, `15.45 Uhr`, `1545 GMT`, `15時45分`, `오후 3:45`. */

/** Hour and so on, 24 hours a day, with the place in the text that printed it. */
export interface PrintedClock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly start: number;
  readonly end: number;
}

const HALF = "\\s*(?:([ap])\\.?\\s?m\\b\\.?|([صم])(?!\\p{L}))";
const BEFORE = "(?:(오전|오후|上午|下午|午前|午後)\\s*)?";
const COLON = new RegExp(
  `${BEFORE}((?:[01]?\\d|2[0-4])):([0-5]\\d)(?::([0-5]\\d)(?:[.,]\\d+)?)?(?:${HALF})?(?:\\s*(?:Uhr|hrs|hours|h|ч)(?![\\p{L}]))?`,
  "iu",
);
const POINT = new RegExp(
  `(?<![\\d.,])((?:[01]?\\d|2[0-3]))\\.([0-5]\\d)(?:\\s*(?:Uhr|hrs|hours|h|klo|WIB|WITA)(?![\\p{L}])|${HALF})`,
  "iu",
);
const LETTER_H = /(?<![\d\p{L}])((?:[01]?\d|2[0-3]))\s?h(?:rs?)?\s?([0-5]\d)?(?![\p{L}\d])/iu;
const WHOLE_HOUR = /(?<![\d.:])(1[0-2]|0?[1-9])(?:\s*([ap])\.?\s?m\b\.?)|(?<![\d.:])([01]?\d|2[0-3])\s+Uhr/iu;
const FOUR_DIGITS =
  /(?<!\d)([01]\d|2[0-3])([0-5]\d)(?=\s?(?:GMT|UTC|Z|ET|EST|EDT|hrs|hours|H|Uhr)(?!\p{L}))(?:\s?(?:hrs|hours|H|Uhr))?/u;
const HAN = /(上午|下午|午前|午後)?\s*(\d{1,2})[時时点시]\s?(?:(\d{1,2})\s?[分분])?/u;

function clock(
  found: RegExpExecArray,
  hour: number,
  minute: string | undefined,
  second: string | undefined,
  half: string | undefined,
): PrintedClock | undefined {
  const late = half !== undefined && /^(?:p|م|오후|下午|午後)$/iu.test(half);
  const early = half !== undefined && !late;
  if (half !== undefined && hour > 12 && early) return undefined;
  const full = late && hour < 12 ? hour + 12 : early && hour === 12 ? 0 : hour;
  if (full > 24 || (full === 24 && Number(minute ?? 0) > 0)) return undefined;
  return {
    hour: full % 24,
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    start: found.index,
    end: found.index + found[0].length,
  };
}

/** The first clock in the text, by the surest form. */
export function findPrintedClock(text: string): PrintedClock | undefined {
  const colon = COLON.exec(text);
  if (colon !== null) return clock(colon, Number(colon[2]), colon[3], colon[4], colon[1] ?? colon[5] ?? colon[6]);
  const point = POINT.exec(text);
  if (point !== null) return clock(point, Number(point[1]), point[2], undefined, point[3] ?? point[4]);
  const four = FOUR_DIGITS.exec(text);
  if (four !== null) return clock(four, Number(four[1]), four[2], undefined, undefined);
  const han = HAN.exec(text);
  if (han !== null) return clock(han, Number(han[2]), han[3], undefined, han[1]);
  const whole = WHOLE_HOUR.exec(text);
  if (whole !== null) return clock(whole, Number(whole[1] ?? whole[3]), undefined, undefined, whole[2]);
  const letter = LETTER_H.exec(text);
  return letter === null ? undefined : clock(letter, Number(letter[1]), letter[2], undefined, undefined);
}
