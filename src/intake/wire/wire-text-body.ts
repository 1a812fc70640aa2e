/** The body of an article in plain text: paragraphs, subheads, lists and quotations into Markdown; what strayed into it is taken out. */
import { escapeInline } from "../text/markdown-print.ts";
import { addPicture, type Found, type Surroundings } from "./wire-text-found.ts";
import { isFurniture, isRelatedHeading, isRule, readInlineRelated } from "./wire-text-furniture.ts";
import { isAdvisory, isSignOff, readCaption, readCorrection } from "./wire-text-note.ts";
import { countWords, endsSentence, isProse, type Unit } from "./wire-text-unit.ts";

/** One block of the body as it will stand. */
interface Block {
  readonly kind: "paragraph" | "subhead" | "item" | "quote" | "rule";
  readonly text: string;
}

export interface BodyText {
  readonly markdown: string;
  readonly paragraphs: readonly string[];
}

/** The agency's word for the end, run on to the last paragraph. */
const END_MARK = /([.!?…。]["”»)]?)\s+(?:Enditem|\(?END\)?|-0-|-30-|ENDS|#{1,3}|Reuter|REUTER|\(?FIN\)?)$/u;
const BULLET = /^[•·▪●‣◦■□➤➢✓]\s*(?=\S)/u;
const QUOTED = /^["“”„«»「『].{10,600}["”“»」』]$/u;
const SPEAKER = /^[–—―-]\s?(?=\p{L})(?!\p{Ll}).{3,100}$/u;
const MOST_SUBHEAD_WORDS = 10;
const LONGEST_SUBHEAD = 90;

function isSubhead(units: readonly Unit[], index: number): boolean {
  const [before, unit, after] = [units[index - 1], units[index], units[index + 1]];
  if (before === undefined || unit === undefined || after === undefined) return false;
  const { text } = unit;
  if (text.length > LONGEST_SUBHEAD || countWords(text) > MOST_SUBHEAD_WORDS || text.length < 3) return false;
  if (/[.,;:…。،"”»]$/u.test(text) || /^[\p{Ll}\d"“«(–—-]/u.test(text)) return false;
  return isProse(after) && (isProse(before) || endsSentence(before.text)) && after.text.length >= 80;
}

/** What is no text of the article though it stands in it. True where the unit is read and gone. */
function readStray(unit: Unit, found: Found, surroundings: Surroundings): boolean {
  const { text } = unit;
  const related = readInlineRelated(text);
  if (related !== undefined) {
    found.related.push({ title: related });
    found.confidence.related ??= 0.9;
    return true;
  }
  if (isRule(text)) return false;
  if (isFurniture(text) || (surroundings.repeated.has(text) && !isProse(unit))) {
    found.left.push(text);
    return true;
  }
  if (/^\(/.test(text) && (isSignOff(text) || isAdvisory(text))) {
    found.notes.push(`A line from the agency to its clients was left out: ${text}`);
    return true;
  }
  const correction = readCorrection(text);
  if (correction !== undefined) {
    found.corrections.push(correction);
    return true;
  }
  const caption = text.length < 300 ? readCaption(text) : undefined;
  if (caption === undefined) return false;
  addPicture(found, caption);
  return true;
}

/** A list of headlines inside the text, below its heading: their number. */
function countListed(units: readonly Unit[], from: number): number {
  let count = 0;
  while (count < 6) {
    const unit = units[from + count];
    if (unit === undefined || isProse(unit) || endsSentence(unit.text) || countWords(unit.text) < 3) break;
    count += 1;
  }
  return count;
}

function readBlocks(units: readonly Unit[], found: Found, surroundings: Surroundings): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) continue;
    const { text } = unit;
    if (index > 0 && isRelatedHeading(text)) {
      const count = countListed(units, index + 1);
      for (const listed of units.slice(index + 1, index + 1 + count))
        found.related.push({ title: listed.text.replace(BULLET, "") });
      if (count > 0) found.confidence.related ??= 0.9;
      index += count;
    } else if (index > 0 && readStray(unit, found, surroundings)) continue;
    else if (isRule(text) && !text.startsWith("-")) blocks.push({ kind: "rule", text });
    else if (BULLET.test(text)) blocks.push({ kind: "item", text: text.replace(BULLET, "") });
    else if (/^>\s*\S/.test(text)) blocks.push({ kind: "quote", text: text.replace(/^>\s*/, "") });
    else if (QUOTED.test(text) && SPEAKER.test(units[index + 1]?.text ?? "")) {
      blocks.push({ kind: "quote", text }, { kind: "quote", text: units[index + 1]?.text ?? "" });
      index += 1;
    } else blocks.push({ kind: isSubhead(units, index) ? "subhead" : "paragraph", text });
  }
  while (blocks.at(-1)?.kind === "rule") blocks.pop();
  const last = blocks.at(-1);
  if (last?.kind === "paragraph") blocks[blocks.length - 1] = { ...last, text: last.text.replace(END_MARK, "$1") };
  return blocks;
}

const AT_START = { atLineStart: true, beforeLink: false, inCell: false } as const;
const WITHIN = { ...AT_START, atLineStart: false } as const;

function printBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return escapeInline(block.text, AT_START);
    case "subhead":
      return `## ${escapeInline(block.text, WITHIN)}`;
    case "item":
      return `- ${escapeInline(block.text, AT_START)}`;
    case "quote":
      return `> ${escapeInline(block.text, AT_START)}`;
    case "rule":
      return "---";
    default:
      return block.kind satisfies never;
  }
}

/** List items follow each other at once, paragraphs of a quotation stay in it. */
function joinBlocks(blocks: readonly Block[]): string {
  let markdown = "";
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    if (before !== undefined)
      markdown +=
        before.kind === "item" && block.kind === "item"
          ? "\n"
          : before.kind === "quote" && block.kind === "quote"
            ? "\n>\n"
            : "\n\n";
    markdown += printBlock(block);
  });
  return markdown;
}

/** Markdown and plain paragraphs of the body's units. */
export function readBody(units: readonly Unit[], found: Found, surroundings: Surroundings): BodyText {
  const blocks = readBlocks(units, found, surroundings);
  return {
    markdown: joinBlocks(blocks),
    paragraphs: blocks.filter((block) => block.kind !== "rule").map((block) => block.text),
  };
}
