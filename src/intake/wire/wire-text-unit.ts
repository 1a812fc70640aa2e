/** Plain text into units: one paragraph, headline or label each, with the spacing that says what belongs together. */

export interface Unit {
  /** On one line, spaces single. */
  readonly text: string;
  /** Empty lines before it; 0 where it follows at once. */
  readonly gap: number;
  /** Columns before the first letter. */
  readonly indent: number;
  /** True where the page broke it over several lines, so that it is running text. */
  readonly wrapped: boolean;
}

interface Line {
  readonly text: string;
  readonly gap: number;
  readonly indent: number;
}

const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc]/g;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
const NEWLINE = /\r\n?|[\u0085\u2028\u2029\v]/g;
const TAB_WIDTH = 4;

/** One kind of line end, no invisible characters; the form feed, which parts pages, becomes a rule. */
export function cleanText(text: string): string {
  return text.replace(NEWLINE, "\n").replace(/\f/g, "\n\n=====\n\n").replace(INVISIBLE, "").replace(CONTROL, "");
}

function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === "\t") columns += TAB_WIDTH;
    else if (character === " " || character === "\u00a0" || character === "\u3000") columns += 1;
    else break;
  }
  return columns;
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const printed of text.split("\n")) {
    const bare = printed.replace(/\s+/g, " ").trim();
    if (bare === "") gap += 1;
    else {
      lines.push({ text: bare, gap: lines.length === 0 ? 0 : gap, indent: indentOf(printed) });
      gap = 0;
    }
  }
  return lines;
}

const NARROWEST = 36;
const WIDEST = 112;
/** Columns by which a line may fall short of the width though the next word would have fitted. */
const SLACK = 4;
/** Columns by which two full lines of one text may differ. */
const RAGGED = 12;
const SENTENCE_END = /[.!?…:;。！？؟।][\])"'”’»›」]*$/u;

function firstWord(text: string): string {
  const space = text.indexOf(" ");
  return space < 0 ? text : text.slice(0, space);
}

/** True where the next line's first word would not have fitted: the page broke the line, not the writer. */
function isFull(line: Line, next: Line, width: number): boolean {
  return line.indent + line.text.length + 1 + firstWord(next.text).length > width - SLACK;
}

/** Words and signs after which a line is not finished, whatever the next one begins with. */
const UNFINISHED =
  /(?:,|،|\s(?:the|a|an|of|to|in|and|or|for|on|at|by|with|from|that|its|his|her|was|is|el|la|los|las|de|del|que|y|en|der|die|das|den|und|von|zu|mit|le|les|des|du|et|à|в|на|и|с|по|из|от|من|في|على|إلى))$/iu;

/** True where the next line goes on in the middle of the sentence. */
function runsOn(line: Line, next: Line): boolean {
  if (next.gap > 0 || SENTENCE_END.test(line.text)) return false;
  if (next.text.length > WIDEST) return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  if (/^\p{Lo}/u.test(next.text)) return SENTENCE_END.test(next.text) || UNFINISHED.test(line.text);
  const goesOn = SENTENCE_END.test(next.text) || next.text.length * 2 > line.text.length;
  return (
    goesOn &&
    ((/^\d/.test(next.text) && !/^\d{1,2}[:.]\d{2}/.test(next.text) && line.text.length >= 50) ||
      UNFINISHED.test(line.text))
  );
}

/** True where a good part of the text stands in lines too long for a wrapped page. */
function holdsLongLines(lines: readonly Line[]): boolean {
  let long = 0;
  let all = 0;
  for (const { text } of lines) {
    all += text.length;
    if (text.length > WIDEST && text.includes(" ")) long += text.length;
  }
  return long * 4 > all;
}

/** The column at which the text was wrapped, or undefined where each line is a paragraph of its own. */
function findWrapWidth(lines: readonly Line[]): number | undefined {
  if (holdsLongLines(lines)) return undefined;
  let width = 0;
  const pairs: (readonly [Line, Line])[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || next.gap > 0) return;
    pairs.push([line, next]);
    if (runsOn(line, next)) width = Math.max(width, line.indent + line.text.length);
  });
  if (width < NARROWEST || width > WIDEST) return undefined;
  // A line broken before a capital or a figure may be a little longer than those that surely run on.
  const surely = width;
  for (const [line] of pairs) {
    const length = line.indent + line.text.length;
    if (length <= surely + RAGGED && !SENTENCE_END.test(line.text)) width = Math.max(width, length);
  }
  const full = pairs.filter(([line, next]) => isFull(line, next, width) && !SENTENCE_END.test(line.text));
  const running = full.filter(([line, next]) => runsOn(line, next)).length;
  return running >= 1 && running * 10 >= full.length * 2 ? width : undefined;
}

function continues(line: Line, next: Line, width: number): boolean {
  if (next.gap > 0) return false;
  if (next.indent > line.indent + 1) return false;
  if (isFull(line, next, width)) return true;
  const long = line.indent + line.text.length > width * 0.6;
  return long && /^\p{Ll}/u.test(next.text) && !SENTENCE_END.test(line.text);
}

/** The units of a text in order. Linear in its length. */
export function readUnits(text: string): readonly Unit[] {
  const lines = readLines(text);
  const width = findWrapWidth(lines);
  if (width === undefined) return lines.map((line) => ({ ...line, wrapped: false }));
  const units: Unit[] = [];
  let parts: string[] = [];
  let first: Line | undefined;
  let previous: Line | undefined;
  const close = () => {
    if (first !== undefined)
      units.push({ text: parts.join(" "), gap: first.gap, indent: first.indent, wrapped: parts.length > 1 });
  };
  for (const line of lines) {
    if (previous !== undefined && continues(previous, line, width)) parts.push(line.text);
    else {
      close();
      first = line;
      parts = [line.text];
    }
    previous = line;
  }
  close();
  return units;
}

const PROSE_LENGTH = 80;
const SURE_PROSE_LENGTH = 180;

/** True for running text: long enough for a sentence, and ended like one. */
export function isProse(unit: Unit): boolean {
  const { text } = unit;
  const dense = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Hangul}/u.test(text.slice(0, 40));
  const length = dense ? text.length * 2.5 : text.length;
  if (length >= SURE_PROSE_LENGTH) return true;
  return (length >= PROSE_LENGTH || (unit.wrapped && length >= 60)) && SENTENCE_END.test(text);
}

/** True where the text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** Words of a text, parted by spaces; scripts without spaces count two letters a word. */
export function countWords(text: string): number {
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}/u.test(text)) return Math.ceil(text.length / 2);
  return text.split(" ").length;
}
