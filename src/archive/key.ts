/** Short keys of long things, so that 100,000 articles can be compared as numbers. Not for anything that must resist an attacker. */
import { hash } from "node:crypto";

const LOW_BITS = 0x1fffff;

/** A key of 53 bits as a whole number, from two multiplicative hashes of 32 bits. The same text has the same key on every machine. */
export function keyOf(text: string): number {
  let one = 0x9e3779b9 ^ text.length;
  let other = 0x85ebca6b + text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul((other << 5) ^ (other >>> 27) ^ unit, 0x27d4eb2f);
  }
  return finish(one, other);
}

function finish(one: number, other: number): number {
  let high = one ^ (other >>> 15);
  let low = other ^ (one >>> 13);
  high = Math.imul(high ^ (high >>> 16), 0x7feb352d);
  low = Math.imul(low ^ (low >>> 15), 0x846ca68b);
  high ^= Math.imul(low ^ (low >>> 14), 0x9e3779b1);
  low ^= high >>> 11;
  return (high & LOW_BITS) * 0x100000000 + (low >>> 0);
}

/** Folds a number into a running key; order matters. */
export function foldKey(key: number, number: number): number {
  const low = (key >>> 0) ^ (number >>> 0);
  const high = ((key / 0x100000000) >>> 0) ^ Math.imul((number / 0x100000000) >>> 0, 0x01000193);
  return finish(Math.imul(high ^ 0x5bd1e995, 0x01000193) ^ low, Math.imul(low, 0x27d4eb2f) + high);
}

/** The key of some numbers, in order. */
export function foldKeys(numbers: Iterable<number>): number {
  let key = 1;
  for (const number of numbers) key = foldKey(key, number);
  return key;
}

/** A key of 48 bits of some bytes, taken from their SHA-256. */
export function keyOfBytes(bytes: Uint8Array): number {
  return Number.parseInt(hash("sha256", bytes, "hex").slice(0, 12), 16);
}
