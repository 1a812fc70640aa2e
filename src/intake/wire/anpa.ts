/**
 * ANPA 1312, the high-speed wire of North American agencies. The head: service level letter and four-digit number with
 * routing codes, then `priority category format keyword-version MM-DD words`. The text: rail lines (`^`, ending in the
 * quad marks `<` left, `=` centre, `>` right) with keyword line, notes (`Eds:`), headline and byline, then paragraphs
 * that begin with a tab; `_` is a dash, two grave accents and two apostrophes are quotation marks. The last line names
 * agency, cycle and time: `AP-WF-02-20-16 0337GMT`. ANPA Bulletin 1312; The Associated Press, "Filing the Wire".
 */

import { escapeText } from "../../html.ts";
import { parseByline } from "../../article/printed-byline.ts";
import { decodeText } from "../text/decode-text.ts";
import { IntakeError } from "../intake-error.ts";
import { LIMITS } from "../limits.ts";
import { paragraphsToHtml } from "../text/plain-paragraphs.ts";
import { finishDraft, newDraft, noteToEditors, type WireDraft } from "../wire-draft.ts";
import { splitFrames, type WireFrame, withoutControls } from "./wire-frames.ts";
import type { WireItem } from "../wire-item.ts";

/** Category letters of the second header line that are the same with all agencies. */
const CATEGORIES: Readonly<Record<string, string>> = {
  a: "National",
  e: "Entertainment",
  f: "Business",
  i: "World",
  l: "Lifestyle",
  o: "Weather",
  p: "Politics",
  s: "Sports",
  t: "Travel",
  w: "Washington",
};

/** Hours from UTC, of the zones in which agencies of the format sign off. */
const ZONES: Readonly<Record<string, string>> = {
  GMT: "+00:00",
  UTC: "+00:00",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

const NUMBER_LINE = /^[A-Za-z]\d{4}/;
const ROUTING_LINE = /^([A-Za-z])\s+([A-Za-z])\s?(.*?)\s+(\d{1,2})-(\d{1,2})\s+(\d{1,5})?\s*$/;
const SIGN_OFF = /\b([A-Z]{2,4})-([A-Z]{2})-(\d{2})-(\d{2})-(\d{2}) (\d{2})(\d{2})([A-Z]{3})/;
const CYCLE = /^(?:AM|PM|BC|AP)-+/i;

/** Files whose control characters were lost: a number line, then a routing line, begin a message. */
function splitBare(input: string): WireFrame[] {
  const lines = input.replace(/\r\n?/g, "\n").split("\n");
  const frames: WireFrame[] = [];
  const starts = lines.flatMap((line, index) =>
    NUMBER_LINE.test(line.trim()) && ROUTING_LINE.test(withoutControls(lines[index + 1] ?? "").trim()) ? [index] : [],
  );
  for (const [order, start] of starts.entries()) {
    const until = starts[order + 1] ?? lines.length;
    frames.push({
      head: lines.slice(start, start + 2),
      text: lines.slice(start + 2, until).join("\n"),
      trailer: "",
      line: start + 1,
    });
  }
  return frames;
}

/** Typewriter signs as what they stand for. */
function typeset(text: string): string {
  return text
    .replace(/``/g, "“")
    .replace(/''/g, "”")
    .replace(/(^|\s)`(?=\S)/g, "$1‘")
    .replace(/(\s)_+(?=\s|$)/g, "$1—")
    .replace(/\s+/g, " ")
    .trim();
}

/** `CHARLES ODUM` as a name is printed; bylines of the format are in capitals. */
function titleCase(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, "");
  if ((letters.match(/\p{Lu}/gu)?.length ?? 0) < letters.length * 0.7) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc(\p{Ll})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

interface Keyword {
  /** The same over all leads of a story: `bkn--heat-hawks`. */
  readonly slug: string;
  /** `1st Ld-Writethru`, `KILL`, `Advisory`. */
  readonly version: string;
}

function parseKeyword(line: string): Keyword {
  const [slug = "", ...version] = line.replace(CYCLE, "").split(",");
  return {
    slug: slug.trim().toLowerCase(),
    version: version
      .filter((part) => !/^\s*\d+\s*$/.test(part))
      .join(",")
      .trim(),
  };
}

/** A line above the text: what it is shows in how it begins. */
function readRail(line: string, draft: WireDraft, state: { keyword?: Keyword }): void {
  const text = typeset(line);
  if (text === "") return;
  if (CYCLE.test(text) && state.keyword === undefined) state.keyword = parseKeyword(text);
  else if (/^\(?(?:Eds?|Editors?)\b[^:_]{0,20}(?::|_)|^EDITOR'?S'? NOTE\b/i.test(text))
    draft.notes.push(noteToEditors(text));
  else if (/^(?:AP|UPI|Reuters)?\s?(?:Photos?|Graphics?|Video|Audio)\b/i.test(text))
    draft.notes.push(`Goes with: ${text}`);
  else if (/^(?:\$?Adv\s?\d|For Release\b|Hold for Release\b)/i.test(text)) {
    draft.needs.push(`the sender holds it for release: ${text}`);
  } else if (/^By\s/i.test(text)) draft.byline.push(...parseByline(text).map(titleCase));
  else if (draft.byline.length > 0 && draft.title !== undefined) draft.notes.push(`Below the byline: ${text}`);
  else if (/^(?:URGENT|BULLETIN|FLASH|EDITORS:?|WITH PHOTOS?)$/i.test(text)) draft.notes.push(`Marked ${text}.`);
  else if (draft.title === undefined && text.length <= 160) draft.title = text;
  else if (draft.standfirst === undefined && /[.!?]$/.test(text)) draft.standfirst = text;
  else draft.notes.push(`A line above the text was left out: ${text}`);
}

/** `___` is the agencies' sign for a break. */
function paragraphHtml(text: string): string {
  if (/^_{2,}$/.test(text)) return "<hr>";
  return paragraphsToHtml([typeset(text)]);
}

/** Lines of the text: rail lines before the first paragraph are its head, after it subheads. */
function readText(text: string, draft: WireDraft, state: { keyword?: Keyword }): void {
  const blocks: { rail: boolean; text: string }[] = [];
  for (const raw of withoutControls(text).split("\n")) {
    const rail = raw.trimStart().startsWith("^");
    const line = raw.replace(/^\s*\^+/, "").replace(/[\s<=>^]+$/, "");
    const last = blocks.at(-1);
    const starts = rail || /^(?:\t| {2,})/.test(raw) || last === undefined || last.rail;
    if (line.trim() === "") continue;
    if (starts) blocks.push({ rail, text: line.trim() });
    else last.text += ` ${line.trim()}`;
  }
  const paragraphs: string[] = [];
  for (const block of blocks) {
    if (SIGN_OFF.test(block.text) && block.text.length < 40) continue;
    if (!block.rail) paragraphs.push(paragraphHtml(block.text));
    else if (paragraphs.length === 0) readRail(block.text, draft, state);
    else paragraphs.push(`<h2>${escapeText(typeset(block.text))}</h2>`);
  }
  draft.html = paragraphs.join("\n");
}

function readSignOff(frame: WireFrame, draft: WireDraft): void {
  const [, agency, , month, day, year, hour, minute, zone = ""] =
    SIGN_OFF.exec(`${frame.text}\n${frame.trailer}`) ?? [];
  if (agency === undefined) return;
  draft.source.name = agency;
  const offset = ZONES[zone];
  if (offset === undefined) draft.notes.push(`The zone ${zone} is not known; the time was taken as UTC.`);
  const century = Number(year) > 70 ? "19" : "20";
  draft.date = `${century}${year}-${month}-${day}T${hour}:${minute}${offset ?? "Z"}`;
}

function readHead(frame: WireFrame, draft: WireDraft): Keyword | undefined {
  const routing = frame.head.map((line) => withoutControls(line).trim()).find((line) => ROUTING_LINE.test(line));
  const [, priority = "", category = "", keyword = "", month, day] = ROUTING_LINE.exec(routing ?? "") ?? [];
  if (routing === undefined) return undefined;
  if (/[fbu]/i.test(priority)) draft.notes.push(`Priority ${priority.toLowerCase()}: flash, bulletin or urgent.`);
  if (/v/i.test(category)) draft.needs.push("it is an advisory to editors, not an article");
  draft.section = CATEGORIES[category.toLowerCase()];
  draft.confidence.section = 0.6;
  if (draft.date === undefined && month !== undefined)
    draft.notes.push(`The head names the day ${month}-${day} and no year.`);
  return keyword === "" ? undefined : parseKeyword(keyword);
}

/** A kill takes back the story of the keyword; a version field may say so, or the head of the text. */
function readKill(draft: WireDraft, keyword: Keyword | undefined): void {
  if (!/\bkill\b|\bwithdraw|\bwithhold\b/i.test(`${keyword?.version ?? ""} ${draft.title ?? ""}`)) return;
  const reason = draft.notes.find((note) => note.startsWith("Note to editors: "))?.replace("Note to editors: ", "");
  draft.retracted = { date: draft.date, reason: reason ?? "The agency killed the story." };
}

function readFrame(frame: WireFrame): WireItem {
  const draft = newDraft("anpa");
  readSignOff(frame, draft);
  const state: { keyword?: Keyword } = {};
  readText(frame.text, draft, state);
  const header = readHead(frame, draft);
  const keyword = state.keyword ?? header;
  const day = draft.date?.slice(0, 10);
  if (keyword !== undefined && day !== undefined) draft.id = `anpa:${keyword.slug}:${day}`;
  if (keyword !== undefined && /\bcorr(?:ection|ective)\b/i.test(keyword.version)) {
    draft.notes.push("The sender marks it as a correction of an earlier version.");
  }
  readKill(draft, keyword);
  if (draft.section === undefined) delete draft.confidence.section;
  return finishDraft(draft);
}

/** True for a text that is ANPA 1312 but for its control characters, which were lost on the way. */
export function looksLikeAnpa(head: string): boolean {
  return splitBare(head.trimStart().slice(0, 400))[0]?.line === 1;
}

/** Reads a file of ANPA 1312 messages, with or without its control characters: an article for each message. */
export function readAnpa(input: string | Uint8Array): WireItem[] {
  const text = decodeText(input, LIMITS.text, undefined, "windows-1252");
  const frames = splitFrames(text) ?? splitBare(text);
  if (frames.length === 0) {
    throw new IntakeError(
      "no ANPA 1312 message was found",
      "a message has a number line (a0123), a routing line (r i bc-keyword 01-15 0123) and a text",
      1,
    );
  }
  return frames.map(readFrame);
}
