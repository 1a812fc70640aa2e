/** One segment of the index, read file by file as queries need it. Files once read are kept. */
import { BLOCK, blockKey, DENSE_LEVEL, LEVELS, symbolOf } from "../text/format.ts";
import { entryAt, indexOfWord, NumberReader, readRows, readWords, shardOf } from "./number-reader.ts";
import type { DocumentBlock, Head, LoadScript, LongFilters, TermShard } from "./payload.ts";
import { parseBlock, parseHead, parseLongFilters, parseTermShard, parseText } from "./payload.ts";

/** Articles that have a term. */
export interface Postings {
  /** Rows in rising order. */
  readonly rows: Uint32Array;
  /** Their weights as written, which `weightAt` reads; empty for words too common to keep them, and for filters. */
  readonly levels: string;
  /** Where the term stands: its shard, and its place in it. */
  readonly shard: number;
  readonly index: number;
}

/** A word that readers may mean, and about how often it is used. */
export interface Form {
  readonly form: string;
  readonly uses: number;
}

/** Shards that one prefix may open; a prefix that needs more is too short to mean anything. */
const MOST_SHARDS = 6;

/** Middle of the band of weights that a level stands for. */
function weightOf(level: number): number {
  return (level + 0.5) / LEVELS;
}

const WEIGHTS = Float32Array.from({ length: LEVELS }, (_, level) => weightOf(level));

/** Weight taken for words too common to keep theirs. */
const DENSE_WEIGHT = weightOf(DENSE_LEVEL);

/** Weight of a term, 0 to 1, in the article whose row is number `index` of its postings. */
export function weightAt({ levels }: Postings, index: number): number {
  if (levels === "") return DENSE_WEIGHT;
  const pair = symbolOf(levels.charCodeAt(index >> 1));
  return WEIGHTS[(index & 1) === 0 ? Math.floor(pair / LEVELS) : pair % LEVELS] ?? 0;
}

export class Segment {
  readonly name: string;
  readonly lang: string;
  readonly head: Head;
  readonly #load: LoadScript;
  readonly #shards = new Map<number, Promise<TermShard>>();
  readonly #blocks = new Map<number, Promise<DocumentBlock>>();

  private constructor(name: string, lang: string, head: Head, load: LoadScript) {
    this.name = name;
    this.lang = lang;
    this.head = head;
    this.#load = load;
  }

  static async open(name: string, lang: string, load: LoadScript): Promise<Segment> {
    return new Segment(name, lang, parseHead(await load(`${name}/head`)), load);
  }

  get articles(): number {
    return this.head.articles;
  }

  #shard(index: number): Promise<TermShard> {
    const known = this.#shards.get(index);
    if (known) return known;
    const read = this.#load(`${this.name}/t${index}`).then(parseTermShard);
    this.#shards.set(index, read);
    read.catch(() => this.#shards.delete(index));
    return read;
  }

  /** Postings of a term; undefined where no article has it. */
  async postings(term: string): Promise<Postings | undefined> {
    const index = shardOf(this.head.terms, term);
    const shard = await this.#shard(index);
    const at = indexOfWord(shard.terms, term);
    if (at < 0) return undefined;
    return { rows: readRows(entryAt(shard.rows, at)), levels: entryAt(shard.levels, at), shard: index, index: at };
  }

  /** Word positions in each article of `postings`; undefined for words too common to keep them. */
  async positions(postings: Postings): Promise<readonly Uint32Array[] | undefined> {
    if (postings.levels === "") return undefined;
    const text = parseText(await this.#load(`${this.name}/p${postings.shard}`));
    const numbers = new NumberReader(entryAt(text, postings.index));
    return Array.from(postings.rows, () => {
      const positions = new Uint32Array(numbers.number() + 1);
      let last = 0;
      for (let index = 0; index < positions.length; index++) {
        last += numbers.number();
        positions[index] = last;
      }
      return positions;
    });
  }

  async #words(kind: "f" | "e", boundaries: readonly string[], prefix: string): Promise<Form[]> {
    const first = shardOf(boundaries, prefix);
    const last = Math.min(shardOf(boundaries, `${prefix}\uffff`), first + MOST_SHARDS - 1);
    const found: Form[] = [];
    const indexes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const texts = await Promise.all(indexes.map((index) => this.#load(`${this.name}/${kind}${index}`).then(parseText)));
    for (const text of texts) {
      readWords(text, 1, (form, coded) => {
        if (form.startsWith(prefix)) found.push({ form, uses: 2 ** (symbolOf(coded.charCodeAt(0)) / 4) });
      });
    }
    return found;
  }

  /** Words that begin with `prefix`. */
  formsFrom(prefix: string): Promise<Form[]> {
    return this.#words("f", this.head.forms, prefix);
  }

  /** Words that end with `ending`. */
  async formsTo(ending: string): Promise<Form[]> {
    const reversed = (word: string): string => [...word].reverse().join("");
    const found = await this.#words("e", this.head.endings, reversed(ending));
    return found.map(({ form, uses }) => ({ form: reversed(form), uses }));
  }

  /** What is shown of the article of a row: its block, and its place in it. */
  async document(row: number): Promise<readonly [block: DocumentBlock, index: number]> {
    const number = Math.floor(row / BLOCK);
    let block = this.#blocks.get(number);
    if (block === undefined) {
      block = this.#load(`${this.name}/${blockKey(number)}`).then(parseBlock);
      this.#blocks.set(number, block);
      block.catch(() => this.#blocks.delete(number));
    }
    return [await block, row % BLOCK];
  }

  /** First row of a year and the first after it; equal where the year has no article. */
  rowsOfYear(year: number): readonly [from: number, until: number] {
    const { years } = this.head;
    const index = years.findIndex(([known]) => known === year);
    if (index < 0) return [0, 0];
    return [years[index]?.[1] ?? 0, years[index + 1]?.[1] ?? this.articles];
  }

  async longFilters(): Promise<LongFilters> {
    return parseLongFilters(await this.#load(`${this.name}/filters`));
  }
}
