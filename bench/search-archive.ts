/** An invented archive for measuring search: words drawn by Zipf's law, articles of about 350 words, the same on every run. */
import type { SearchDocument, SearchEntry } from "../src/search/write/search-document.ts";

/** A small seeded generator (mulberry32): numbers from 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ONSETS = "b c d f g h j k l m n p r s t v w z br dr pl st tr".split(" ");
const VOWELS = "a e i o u ai ea".split(" ");
const CODAS = ["", "", "", "", "n", "r", "l", "s", "t"];
/** Words of one syllable, and of no more than two, as many as a language has. */
const SHORT = 250;
const MIDDLING = 15_000;

function pick<Value>(list: readonly Value[], random: () => number): Value {
  const value = list[Math.floor(random() * list.length)];
  if (value === undefined) throw new RangeError("pick: the list is empty");
  return value;
}

/** Different invented words; the commonest are the shortest, as in any language. */
export function inventWords(count: number, random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = words.size < SHORT ? 1 : words.size < MIDDLING ? 2 : 3;
    let word = "";
    for (let index = 0; index < syllables; index++)
      word += pick(ONSETS, random) + pick(VOWELS, random) + pick(CODAS, random);
    words.add(word);
  }
  return [...words];
}

/** Ranks up to which frequency falls as 1/rank; beyond, words are names and rarities and it falls quicker. */
const KERNEL = 8000;
const TAIL_EXPONENT = 1.7;

/**
 * Running text whose words follow Zipf's law in the two regimes found in large corpora: Ferrer i Cancho and Solé, "Two
 * Regimes in the Frequency of Words", Journal of Quantitative Linguistics 8 (2001).
 */
export class ZipfText {
  readonly words: readonly string[];
  readonly #sums: Float64Array;
  readonly #random: () => number;

  constructor(words: readonly string[], random: () => number) {
    this.words = words;
    this.#random = random;
    this.#sums = new Float64Array(words.length);
    let sum = 0;
    for (let rank = 0; rank < words.length; rank++) {
      sum += rank < KERNEL ? 1 / (rank + 2.7) : (rank / KERNEL) ** -TAIL_EXPONENT / KERNEL;
      this.#sums[rank] = sum;
    }
  }

  word(): string {
    const target = this.#random() * (this.#sums[this.#sums.length - 1] ?? 0);
    let low = 0;
    let high = this.#sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return this.words[low] ?? "";
  }

  sentence(length: number): string {
    const words = Array.from({ length }, () => this.word()).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  }

  text(length: number): string {
    const sentences: string[] = [];
    for (let left = length; left > 0; left -= 18) sentences.push(this.sentence(Math.min(18, left)));
    return sentences.join(" ");
  }
}

const FIRST_DAY = Date.UTC(2010, 0, 1);
const SECTIONS = ["world", "politics", "business", "science", "culture", "sport", "weather", "opinion"];

/** Makes articles on demand, in the order of the entries, since one generator feeds all. */
export class SyntheticArchive {
  readonly #text: ZipfText;
  readonly #random: () => number;
  readonly #topics: readonly string[];
  readonly #places: readonly string[];

  constructor(seed = 1, vocabulary = 300_000) {
    this.#random = seededRandom(seed);
    const words = inventWords(vocabulary, this.#random);
    this.#text = new ZipfText(words, this.#random);
    this.#topics = Array.from({ length: 500 }, () => pick(words, this.#random));
    this.#places = Array.from({ length: 200 }, () => pick(words, this.#random));
  }

  get words(): readonly string[] {
    return this.#text.words;
  }

  /** What the plan needs of `count` articles, without making them. */
  static entries(count: number): SearchEntry[] {
    return Array.from({ length: count }, (_, row) => {
      const publishedAt = FIRST_DAY + row * 3_600_000;
      const day = new Date(publishedAt).toISOString().slice(0, 10).replaceAll("-", "/");
      return {
        row,
        address: `${day}/invented-story-of-the-day-${row}.html`,
        lang: "en",
        publishedAt,
        fingerprint: row,
      };
    });
  }

  document(entry: SearchEntry): SearchDocument {
    const random = this.#random;
    const title = this.#text.sentence(6 + Math.floor(random() * 6)).slice(0, -1);
    const tags = [...new Set(Array.from({ length: 4 }, () => pick(this.#topics, random)))];
    return {
      ...entry,
      title,
      standfirst: this.#text.sentence(22),
      body: this.#text.text(250 + Math.floor(random() * 200)),
      tags,
      topics: tags,
      place: pick(this.#places, random),
      byline: [this.#text.sentence(2)],
      section: pick(SECTIONS, random),
    };
  }
}
