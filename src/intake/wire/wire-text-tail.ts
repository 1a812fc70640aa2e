/** The tail of an article in plain text: sign-offs, related headlines, tags, notices, read from the end up to its last paragraph. */
import { isDayLine, noteDoubts, readDateLine } from "./wire-text-date.ts";
import { addNames, addPicture, type Found, type Surroundings } from "./wire-text-found.ts";
import { isFurniture, isRelatedHeading, isRule, readInlineRelated } from "./wire-text-furniture.ts";
import { readAddress, readByline, readLabel } from "./wire-text-line.ts";
import { isSignOff, readCaption, readCorrection, readReporters } from "./wire-text-note.ts";
import { isTagHeading, readTagLine } from "./wire-text-tags.ts";
import { countWords, endsSentence, isProse, type Unit } from "./wire-text-unit.ts";

/** How the body is set, against which the tail stands out. */
interface Setting {
  /** Empty lines between paragraphs, the commonest number. */
  readonly gap: number;
  /** True where most of the text is sentences, as against tables. */
  readonly prose: boolean;
  /** True where the unit before this one ends a sentence, so that no table follows it. */
  closed(unit: Unit): boolean;
}

function readSetting(units: readonly Unit[], start: number): Setting {
  const gaps = new Map<number, number>();
  let sentences = 0;
  let total = 0;
  for (let index = start; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) continue;
    if (isProse(unit) || unit.text.length >= 60) {
      total += 1;
      if (endsSentence(unit.text)) sentences += 1;
      if (index > start) gaps.set(unit.gap, (gaps.get(unit.gap) ?? 0) + 1);
    }
  }
  const gap = [...gaps].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 1;
  const closed = (unit: Unit) =>
    endsSentence(units[units.indexOf(unit) - 1]?.text ?? "") && !/:$/.test(units[units.indexOf(unit) - 1]?.text ?? "");
  return { gap, closed, prose: total >= 2 && sentences >= total * 0.5 };
}

const LONGEST_HEADLINE = 200;
/** More lines than this are no list of headlines but a table. */
const LONGEST_RUN = 40;

function isHeadlineLike(text: string): boolean {
  if (text.length > LONGEST_HEADLINE || text.length < 3) return false;
  return !/[.。;:,،]["”»]?$/u.test(text);
}

interface Tail {
  readonly setting: Setting;
  readonly found: Found;
  readonly surroundings: Surroundings;
  /** True once something after this place was surely no text. */
  ended: boolean;
}

/** Lines whose words say what they are. True where the line was read. */
function readKnown(tail: Tail, unit: Unit): boolean {
  const { text } = unit;
  const { found } = tail;
  if (
    isRule(text) ||
    isFurniture(text) ||
    found.left.includes(text) ||
    (tail.surroundings.repeated.has(text) && !isProse(unit))
  ) {
    if (!isRule(text)) found.left.push(text);
    return true;
  }
  if (isSignOff(text)) {
    if (found.byline.length === 0) {
      const names = readReporters(text);
      addNames(found.byline, names);
      if (names.length > 0) found.confidence.byline = 0.8;
    }
    found.notes.push(`The agency's sign-off was left out: ${text}`);
    return true;
  }
  const correction = readCorrection(text);
  if (correction !== undefined) {
    found.corrections.unshift(correction);
    return true;
  }
  const caption = text.length < 240 ? readCaption(text) : undefined;
  if (caption !== undefined) {
    addPicture(found, caption);
    return true;
  }
  return readTail(tail, unit);
}

function readTail(tail: Tail, unit: Unit): boolean {
  const { text } = unit;
  const { found } = tail;
  const related = readInlineRelated(text);
  if (related !== undefined) {
    found.related.unshift({ title: related });
    return true;
  }
  const address = readAddress(text);
  if (address !== undefined) {
    found.sourceUrl ??= address;
    return true;
  }
  const label = readLabel(text);
  if (label?.label === "source" && label.value.length < 60) {
    found.sourceName ??= label.value;
    return true;
  }
  const line = readDateLine(text, tail.surroundings, (rest) => readByline(rest) !== undefined);
  if (line !== undefined && (line.labelled || line.rest === "")) {
    if (found.date === undefined && line.date !== undefined) {
      found.date = line.date.iso;
      found.confidence.date = Math.min(0.8, line.date.confidence);
      noteDoubts(found, "date", line.date, tail.surroundings.zone);
    }
    if (line.updated !== undefined) found.updated ??= line.updated.iso;
    return true;
  }
  const names = tail.setting.prose ? readByline(text) : undefined;
  if (names === undefined) return false;
  if (found.byline.length === 0) {
    addNames(found.byline, names);
    found.confidence.byline = 0.8;
  }
  return true;
}

/** True where the way a run of headlines is set says that they are no paragraphs. `run` is in page order. */
function standsOut(tail: Tail, run: readonly Unit[]): boolean {
  const [first] = run;
  if (first === undefined || !tail.setting.prose) return false;
  if (run.length >= 2 && run.some(({ text }) => isDayLine(text)) && tail.setting.closed(first)) return true;
  const { gap } = tail.setting;
  const tight = run.slice(1).every((unit) => unit.gap < gap);
  if (run.length >= 2 && tight && gap > 0) return true;
  if (first.gap > gap && (run.length >= 2 || tail.ended)) return true;
  const headlines = run.every(
    ({ text }) => countWords(text) >= 5 && text.length >= 30 && (text.match(/\d+/g)?.length ?? 0) <= 1,
  );
  return tail.ended && run.length >= 2 && headlines && tail.setting.closed(first);
}

/** Takes the lines gathered so far for what their place says; false gives them back to the text. */
function settleRun(tail: Tail, run: readonly Unit[]): boolean {
  if (run.length === 0) return true;
  if (!standsOut(tail, run)) return false;
  const { found } = tail;
  const titles: string[] = [];
  for (const { text } of run) {
    if (!isDayLine(text) && (countWords(text) >= 4 || text.length > 30))
      titles.push(text.replace(/^[•·▪●►▶*→»-]+\s+/u, ""));
    else found.left.push(text);
  }
  found.related.unshift(...titles.map((title) => ({ title })));
  if (titles.length > 0) found.confidence.related = 0.8;
  return true;
}

/** A few short lines below the agency's sign-off are the page's, whatever they say. */
function dropRun(tail: Tail, run: readonly Unit[]): boolean {
  if (run.length > 3) return false;
  tail.found.left.push(...run.map(({ text }) => text));
  return true;
}

function readTags(tail: Tail, unit: Unit, run: readonly Unit[]): boolean {
  const { found, setting } = tail;
  if (found.tags.length > 0) return false;
  const tags = readTagLine(unit.text, {
    ended: tail.ended || run.length > 0,
    prose: setting.prose,
    tight: unit.gap < setting.gap,
  });
  if (tags === undefined) return false;
  found.tags.push(...tags.names);
  found.confidence.tags = tags.confidence;
  return true;
}

/** Reads upwards from the end; gives the index after the last unit of the body. */
export function readTailFrom(units: readonly Unit[], start: number, found: Found, surroundings: Surroundings): number {
  const tail: Tail = { setting: readSetting(units, start), found, surroundings, ended: false };
  let end = units.length;
  let run: Unit[] = [];
  for (let index = units.length - 1; index > start; index--) {
    const unit = units[index];
    if (unit === undefined) break;
    const names = run.flatMap(({ text }) => text.replace(/^#/, "").split(/\s*[,،、]\s*/u));
    if (isTagHeading(unit.text) && names.length > 0 && names.every((name) => countWords(name) <= 5)) {
      addNames(found.tags, names);
      found.confidence.tags = 0.9;
    } else if (isRelatedHeading(unit.text)) {
      found.related.unshift(
        ...run
          .filter(({ text }) => !isDayLine(text))
          .map(({ text }) => ({ title: text.replace(/^[•·▪●►▶*→»-]+\s+/u, "") })),
      );
      if (run.length > 0) found.confidence.related = 0.95;
    } else if (run.length === 0 && readTags(tail, unit, run)) {
      // Read.
    } else if (readKnown(tail, unit)) {
      if (!settleRun(tail, run) && !(isSignOff(unit.text) && dropRun(tail, run))) break;
    } else if (run.length < LONGEST_RUN && isHeadlineLike(unit.text) && !isProse(unit)) {
      run.unshift(unit);
      continue;
    } else break;
    tail.ended = true;
    run = [];
    end = index;
  }
  if (run.length > 0 && settleRun(tail, run)) end -= run.length;
  return end;
}
