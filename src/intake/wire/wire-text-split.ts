/** Parts a paste that holds several articles: by rules and sign-offs between them, or by the heads that return. */
import { takeDateline } from "../../article/dateline.ts";
import { readDateLine } from "./wire-text-date.ts";
import { isFurniture, isRule } from "./wire-text-furniture.ts";
import { isKickerWord, isLoneDateline, readBareByline, readByline, readLabel } from "./wire-text-line.ts";
import { isSignOff, readCaption } from "./wire-text-note.ts";
import { countWords, endsSentence, isProse, type Unit } from "./wire-text-unit.ts";

const SURE_DATELINE = 0.85;
const HEAD_REACH = 9;
/** Very long inputs are looked at in full, but each decision sees only its neighbourhood. */
const STRONG_RULE = /^(?:[=_#*~-]{5,}|[=_#*~\s-]{9,})$/;

function isDateline(text: string): boolean {
  return (takeDateline(text)?.confidence ?? 0) >= SURE_DATELINE || isLoneDateline(text);
}

function maySign(rest: string): boolean {
  return readByline(rest) !== undefined || readBareByline(rest) !== undefined;
}

function isMeta(text: string): boolean {
  return text.length <= 160 && (readDateLine(text, {}, maySign) !== undefined || readByline(text) !== undefined);
}

function isHeadLike(unit: Unit): boolean {
  return !isProse(unit) && unit.text.length <= 170 && !/[.。;,،]["”»]?$/u.test(unit.text);
}

/** True where an article may begin here: a short line first, and a dateline, byline or date before the text goes on. */
function opensArticle(units: readonly Unit[], at: number, strong: boolean): boolean {
  const first = units.slice(at, at + 4).find((unit) => !isFurniture(unit.text) && !isRule(unit.text));
  if (first === undefined) return false;
  const headed = isHeadLike(first) && !isDateline(first.text);
  let head = strong ? headed || isDateline(first.text) || isMeta(first.text) : headed && countWords(first.text) >= 3;
  if (!head) return false;
  for (let index = at; index < Math.min(units.length, at + HEAD_REACH); index++) {
    const unit = units[index];
    if (unit === undefined) break;
    if (isDateline(unit.text) || (isMeta(unit.text) && units.slice(index + 1, index + 8).some(isProse))) return true;
    if (isProse(unit)) return strong && head && countWords(first.text) >= 4 && first !== unit;
    head = true;
  }
  return false;
}

/** What is asked of every unit of a paste again and again, answered once. */
class Contents {
  readonly #units: readonly Unit[];
  /** How many of the units before each place are prose, and how many prose or datelines. */
  readonly #prose: Uint32Array;
  readonly #text: Uint32Array;
  /** The last prose before each place. */
  readonly #lastProse: Uint32Array;
  constructor(units: readonly Unit[]) {
    this.#units = units;
    this.#prose = new Uint32Array(units.length + 1);
    this.#text = new Uint32Array(units.length + 1);
    this.#lastProse = new Uint32Array(units.length + 1);
    for (const [index, unit] of units.entries()) {
      const prose = isProse(unit);
      this.#prose[index + 1] = (this.#prose[index] ?? 0) + (prose ? 1 : 0);
      this.#text[index + 1] = (this.#text[index] ?? 0) + (prose || isDateline(unit.text) ? 1 : 0);
      this.#lastProse[index + 1] = prose ? index : (this.#lastProse[index] ?? 0);
    }
  }
  hasText(from: number, to = from + 1): boolean {
    return count(this.#text, from, to) > 0;
  }
  /** True where more than a standfirst stands between the two places: two paragraphs, or a dateline. */
  hasBody(from: number, to: number): boolean {
    const prose = count(this.#prose, from, to);
    if (prose >= 2 || count(this.#text, from, to) > prose) return true;
    return prose === 1 && isDateline(this.#units[this.#lastProse[to] ?? 0]?.text ?? "");
  }
}

const count = (sums: Uint32Array, from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);

/** Rules, sign-offs and furniture in a row. */
interface Break {
  /** The first unit behind it. */
  readonly end: number;
  /** The last unit in it that parts articles by itself; -1 where none does. */
  readonly lastStrong: number;
}

function findBreak(units: readonly Unit[], from: number): Break {
  let end = from + 1;
  while (
    end < units.length &&
    (isRule(units[end]?.text ?? "") || isSignOff(units[end]?.text ?? "") || isFurniture(units[end]?.text ?? ""))
  )
    end += 1;
  let lastStrong = end - 1;
  while (lastStrong >= from && !isStrong(units[lastStrong]?.text ?? "")) lastStrong -= 1;
  return { end, lastStrong };
}

const isStrong = (text: string): boolean => STRONG_RULE.test(text) || !isRule(text);

/** Where the head begins whose dateline, byline or date stands at `anchor`; undefined where no headline stands above it. */
function findHeadAbove(units: readonly Unit[], anchor: number, floor: number): number | undefined {
  let index = anchor - 1;
  while (
    index > floor &&
    (isMeta(units[index]?.text ?? "") || (isFurniture(units[index]?.text ?? "") && !isRule(units[index]?.text ?? "")))
  )
    index -= 1;
  const headline = units[index];
  if (headline === undefined || index <= floor) return undefined;
  let start: number | undefined;
  const caption = readCaption(headline.text) !== undefined;
  if (
    isHeadLike(headline) &&
    !caption &&
    countWords(headline.text) >= 3 &&
    !isSignOff(headline.text) &&
    !isRule(headline.text)
  )
    start = index;
  else if (isProse(headline) && index - 1 > floor) {
    // A standfirst between headline and date.
    const above = units[index - 1];
    if (
      index < anchor - 1 &&
      above !== undefined &&
      isHeadLike(above) &&
      countWords(above.text) >= 4 &&
      headline.gap === 0
    )
      start = index - 1;
  }
  if (start === undefined)
    return index < anchor - 1 &&
      isMeta(units[index + 1]?.text ?? "") &&
      units[anchor] !== undefined &&
      isDateline(units[anchor].text)
      ? index + 1
      : undefined;
  const above = units[start - 1];
  if (above !== undefined && start - 1 > floor && (isKickerWord(above.text) || readLabel(above.text) !== undefined))
    start -= 1;
  return start;
}

/** The articles of a paste, each as its units. A single article comes back whole. */
export function splitArticles(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const starts = [0];
  const contents = new Contents(units);
  let floor = 0;
  let prose = false;
  let pause: Break | undefined;
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) break;
    if (isRule(unit.text) || (unit.text.length < 20 && isSignOff(unit.text))) {
      if (pause === undefined || index >= pause.end) pause = findBreak(units, index);
      const { end, lastStrong } = pause;
      if (contents.hasText(starts.at(-1) ?? 0, index) && opensArticle(units, end, lastStrong >= index)) {
        starts.push(end);
        floor = end;
        prose = false;
        index = end - 1;
      }
      continue;
    }
    const anchor =
      prose &&
      index > floor + 1 &&
      (isDateline(unit.text) || (isMeta(unit.text) && units.slice(index + 1, index + 4).some(isProse)));
    if (anchor) {
      const start = findHeadAbove(units, index, floor);
      if (start !== undefined && contents.hasBody(starts.at(-1) ?? 0, start)) {
        starts.push(start);
        floor = index;
        prose = false;
      }
    }
    if (contents.hasText(index)) {
      prose = true;
      floor = Math.max(floor, index);
    }
  }
  return starts.map((start, index) => trimRules(units.slice(start, starts[index + 1])));
}

function trimRules(units: readonly Unit[]): readonly Unit[] {
  let end = units.length;
  while (end > 0 && isRule(units[end - 1]?.text ?? "")) end -= 1;
  let start = 0;
  while (start < end && isRule(units[start]?.text ?? "")) start += 1;
  return units.slice(start, end);
}

/** Lines that return in most articles of a paste, or three times in one: the page's, not the article's. */
export function findRepeated(articles: readonly (readonly Unit[])[]): ReadonlySet<string> {
  const inArticles = new Map<string, number>();
  const repeated = new Set<string>();
  for (const units of articles) {
    const here = new Map<string, number>();
    for (const { text } of units) {
      if (text.length > 80 || /\d/.test(text) || (endsSentence(text) && countWords(text) > 8)) continue;
      here.set(text, (here.get(text) ?? 0) + 1);
    }
    for (const [text, count] of here) {
      if (count >= 3 && countWords(text) <= 6) repeated.add(text);
      inArticles.set(text, (inArticles.get(text) ?? 0) + 1);
    }
  }
  if (articles.length > 1)
    for (const [text, count] of inArticles) if (count >= Math.max(2, articles.length * 0.5)) repeated.add(text);
  return repeated;
}
