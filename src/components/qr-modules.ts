/**
 * The modules of QR codes (ISO/IEC 18004), many of them for addresses that differ in a few letters. All but the data is
 * the same in codes of one length, and error correction is linear: what a letter in a place changes, it changes in every
 * code. So each such change is taken once from two codes that uqr makes, and a further code is the sum of its letters'
 * changes, in a tenth of the time.
 */
import { encode } from "uqr";

/** Every reader takes every mask; weighing all eight would cost more than the rest of an article's page. */
const MASK = 2;

export interface Modules {
  /** Modules a side. */
  readonly size: number;
  /** True where the module is dark. */
  readonly isDark: (x: number, y: number) => boolean;
}

/** Bits, rows of whole words: `size` rows of `stride` words. */
interface Bits {
  readonly size: number;
  readonly stride: number;
  readonly words: Uint32Array;
}

function encodeBits(text: string): Bits {
  const { data, size } = encode(text, { border: 0, ecc: "L", maskPattern: MASK });
  const stride = Math.ceil(size / 32);
  const words = new Uint32Array(size * stride);
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      const at = y * stride + (x >>> 5);
      if (dark) words[at] = (words[at] ?? 0) | (1 << (x & 31));
    });
  });
  return { size, stride, words };
}

function add(sum: Uint32Array, change: Uint32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) ^ (change[at] ?? 0);
}

/** Codes of one length: that of a text of the letter a alone, what another letter changes in it, by place and letter, and the last code. */
interface Length {
  seen: number;
  base?: Bits;
  readonly changes: Map<number, Uint32Array>;
  last?: { text: string; readonly words: Uint32Array };
}

/** Texts of a length before its changes are collected, which costs a code each. */
const WORTH_COLLECTING = 50;
/** Some 250 bytes each. */
const CHANGES_KEPT = 20_000;
const BASE = "a";
const lengths = new Map<number, Length>();
let kept = 0;

/** Whether uqr encodes the text by bytes, one a letter, as it does the base. */
function isPlain(text: string): boolean {
  return /^[ -~]*[a-z][ -~]*$/.test(text);
}

/** What a letter in a place changes in the code of the base; undefined for the base's own letter. */
function changeOf(letter: string, place: number, length: number, known: Length, base: Bits): Uint32Array | undefined {
  if (letter === BASE) return undefined;
  const key = place * 128 + letter.charCodeAt(0);
  let change = known.changes.get(key);
  if (change === undefined) {
    // A letter beside the base's own keeps the text in the mode of bytes.
    change = encodeBits(BASE.repeat(place) + letter + BASE.repeat(length - place - 1)).words;
    add(change, base.words);
    known.changes.set(key, change);
    kept++;
  }
  return change;
}

/** The code of a text, by what its letters change in the last one of its length: one address is much like the next. The next call overwrites it. */
function sumUp(text: string, known: Length): Bits {
  const { length } = text;
  const base = known.base ?? encodeBits(BASE.repeat(length));
  known.base = base;
  const last = known.last ?? { text: BASE.repeat(length), words: base.words.slice() };
  known.last = last;
  for (let place = 0; place < length; place++) {
    const [before = BASE, letter = BASE] = [last.text[place], text[place]];
    if (before === letter) continue;
    for (const changed of [before, letter]) {
      const change = changeOf(changed, place, length, known, base);
      if (change !== undefined) add(last.words, change);
    }
  }
  last.text = text;
  return { ...base, words: last.words };
}

/** The modules of a text's code at the lowest level of correction, without a border, until the next call. Throws a RangeError above 2,953 bytes. */
export function encodeModules(text: string): Modules {
  if (kept > CHANGES_KEPT) {
    lengths.clear();
    kept = 0;
  }
  let known = lengths.get(text.length);
  if (known === undefined) {
    known = { seen: 0, changes: new Map() };
    lengths.set(text.length, known);
  }
  const often = ++known.seen > WORTH_COLLECTING && text.length > 1 && isPlain(text);
  const { size, stride, words } = often ? sumUp(text, known) : encodeBits(text);
  return { size, isDark: (x, y) => (((words[y * stride + (x >>> 5)] ?? 0) >>> (x & 31)) & 1) === 1 };
}
