/** Chooses headline, kicker, standfirst and a bare byline among the lines at the head of an article, by their order and length. */
import { addNames, type Found } from "./wire-text-found.ts";
import { isKickerWord, isPersonName, readBareByline } from "./wire-text-line.ts";
import { countWords, endsSentence, isProse, type Unit } from "./wire-text-unit.ts";

/** A line of the head that is nothing else by its words. */
export interface HeadLine {
  readonly unit: Unit;
  /** True where a date line stood above it. */
  readonly dated: boolean;
  /** Its place in the article. */
  readonly index: number;
}

const LABEL_WORDS = 3;
const LABEL_LENGTH = 26;
const LONGEST_HEADLINE = 260;
const NAVIGATION_RUN = 3;
/** Below a clock line the tools of the page stand; a short headline there must be longer than their labels. */
const LEAST_DATED_HEADLINE = 18;

/** One to three words: a tool, a section, a name; seldom a headline. */
function isShort(text: string): boolean {
  return countWords(text) <= LABEL_WORDS && text.length <= LABEL_LENGTH;
}

/** Rows of short lines at the top of a page are its menu. */
function withoutMenus(lines: readonly HeadLine[], found: Found): readonly HeadLine[] {
  const kept: HeadLine[] = [];
  let run: HeadLine[] = [];
  const close = () => {
    if (run.length >= NAVIGATION_RUN) found.left.push(...run.map((line) => line.unit.text));
    else kept.push(...run);
    run = [];
  };
  for (const line of lines) {
    const follows = run.length === 0 || line.index === (run.at(-1)?.index ?? 0) + 1;
    if (isShort(line.unit.text) && follows) run.push(line);
    else {
      close();
      if (isShort(line.unit.text)) run.push(line);
      else kept.push(line);
    }
  }
  close();
  return kept;
}

/** A window's title, `Harbour reopens - Harbour Press`, gives way to the headline that it begins with; a line that comes twice stands once. */
function withoutRepeats(lines: readonly HeadLine[], found: Found): readonly HeadLine[] {
  return lines.filter((line, index) => {
    const { text } = line.unit;
    if (found.media.some((picture) => picture.caption === text)) return false;
    const again = lines.some((other, at) => {
      if (at === index) return false;
      if (other.unit.text === text) return at < index;
      return (
        text.startsWith(other.unit.text) &&
        !isShort(other.unit.text) &&
        /^\s*[|–—:·-]/u.test(text.slice(other.unit.text.length))
      );
    });
    if (again) found.left.push(text);
    return !again;
  });
}

/** Ended by a full stop that is not the stop of initials: `EXPORTS TO THE U.S.` is a headline. */
function isClosed(text: string): boolean {
  return /[.。؛]["”»]?$/u.test(text) && !/(?:^|[\s.])\p{Lu}\.$/u.test(text);
}

function pickHeadline(lines: readonly HeadLine[]): number {
  const full = (line: HeadLine) =>
    !isShort(line.unit.text) && line.unit.text.length <= LONGEST_HEADLINE && !isKickerWord(line.unit.text);
  const bare = lines.findIndex((line) => full(line) && !isClosed(line.unit.text) && !line.unit.text.endsWith(":"));
  if (bare >= 0) return bare;
  const any = lines.findIndex((line) => full(line) && !isProse(line.unit));
  if (any >= 0) return any;
  const names = lines.filter((line) => !isKickerWord(line.unit.text) && !line.unit.text.endsWith(":"));
  const [first] = names;
  if (first === undefined) return -1;
  const fits = first.dated
    ? names.length === 1 && first.unit.text.length >= LEAST_DATED_HEADLINE
    : names.filter((line) => isShort(line.unit.text)).length <= 2;
  return fits ? lines.indexOf(first) : -1;
}

/** Fills `title`, `kicker`, `standfirst` and, where none was read, `byline`. `end` is where the body begins. */
export function chooseHeadline(all: readonly HeadLine[], found: Found, end: number): void {
  const lines = withoutRepeats(withoutMenus(all, found), found);
  const at = found.title === undefined ? pickHeadline(lines) : -1;
  const headline = lines[at];
  if (headline !== undefined) {
    found.title = headline.unit.text.replace(/^#+\s+/, "");
    found.confidence.title = isShort(headline.unit.text) ? 0.5 : headline.dated ? 0.85 : 0.95;
  }
  const after: HeadLine[] = [];
  lines.forEach((line, index) => {
    if (index === at) return;
    if (headline !== undefined && index < at) readBefore(line, lines[index + 1] === headline, found);
    else if (headline === undefined && found.title === undefined) found.left.push(line.unit.text);
    else after.push(line);
  });
  readAfter(after, found, end);
}

function readBefore(line: HeadLine, adjacent: boolean, found: Found): void {
  const text = line.unit.text.replace(/\s?:$/, "");
  const fits = countWords(text) <= 6 && text.length <= 50;
  if (fits && found.kicker === undefined && (adjacent || isKickerWord(text))) {
    found.kicker = text;
    found.confidence.kicker = isKickerWord(text) || line.unit.text.endsWith(":") ? 0.9 : 0.7;
  } else found.left.push(line.unit.text);
}

const LEAST_STANDFIRST = 30;

/** Below the headline a line of sentence length sums up; a person's name beside the date signs; the rest is furniture by its place. */
function readAfter(lines: readonly HeadLine[], found: Found, end: number): void {
  const summary: string[] = [];
  for (const { unit, index } of lines) {
    const names = found.byline.length === 0 ? readBareByline(unit.text) : undefined;
    if (
      names !== undefined &&
      (isPersonName(unit.text) || names.length > 0) &&
      (found.date !== undefined || index >= end - 2)
    ) {
      addNames(found.byline, names);
      found.confidence.byline = 0.6;
    } else if (
      unit.text.length >= LEAST_STANDFIRST ||
      countWords(unit.text) > LABEL_WORDS ||
      (endsSentence(unit.text) && countWords(unit.text) > LABEL_WORDS)
    ) {
      summary.push(unit.text.replace(/^[•·▪●*-]\s+/u, ""));
    } else found.left.push(unit.text);
  }
  if (summary.length === 0 || found.standfirst !== undefined) return;
  found.standfirst = summary.join(" ");
  found.confidence.standfirst = summary.length === 1 ? 0.85 : 0.6;
}
