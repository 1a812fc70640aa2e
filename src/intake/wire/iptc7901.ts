/**
 * IPTC 7901, the text wire of agencies outside North America. Head, after SOH: source and number (`bkn014`), priority,
 * category (`pl`), word count, optional information; then the keyword line (`Parliament/Families/`). Text, after STX:
 * head lines, the last ending in `=`, then the story in wrapped lines. After ETX: day, time, zone, month and year
 * (`212322 GMT Nov 18`). IPTC Recommendation 7901, revision 5 (1995); https://iptc.org/standards/iptc-7901/
 */
import { monthNumber } from "../../article/month.ts";
import { parseByline } from "../../article/printed-byline.ts";
import { decodeText } from "../text/decode-text.ts";
import { IntakeError } from "../intake-error.ts";
import { LIMITS } from "../limits.ts";
import { paragraphsToHtml, splitParagraphs } from "../text/plain-paragraphs.ts";
import { finishDraft, newDraft, noteToEditors, type WireDraft } from "../wire-draft.ts";
import { splitFrames, type WireFrame, withoutControls } from "./wire-frames.ts";
import type { WireItem } from "../wire-item.ts";

const HEAD_LINE = /^([A-Za-z]{2,8})\s?(\d{2,6})\s+(\d)\s+([A-Za-z]{1,4})\s+(\d{1,6})\b\s*(.*)$/;
const END_LINE =
  /\b(\d{2})(\d{2})(\d{2})\s+(?:(GMT|UTC|MEZ|MESZ|CET|CEST|BST|MSK)\s+)?(\p{L}{3,9})\.?\s+(\d{4}|\d{2})\b/gu;
const ZONES: Readonly<Record<string, string>> = {
  GMT: "+00:00",
  UTC: "+00:00",
  MEZ: "+01:00",
  CET: "+01:00",
  BST: "+01:00",
  MESZ: "+02:00",
  CEST: "+02:00",
  MSK: "+03:00",
};
/** From here on the text is for editors. */
const NOTEBOOK =
  /^(?:\*(?: ?\*){2,}|_{4,}|#+ ?(?:Notebook|Notizblock|dpa-Notizblock|Notebook\b.*)|The following information is not (?:intended )?for publication.*|Die folgenden Informationen sind nicht zur Veröffentlichung.*)$/im;
/** Marks of the desk among the head lines. */
const MARK =
  /^(?:\(?(?:refile|recast|repeat|repetition|lead|\d+(?:st|nd|rd|th) lead|roundup|update \d*|urgent|eil|flash|zusammenfassung|wiederholung|neu|with photos?|mit bild)\b[^.]{0,40}\)?)$/i;

/** ISO 646 gives ten code positions to national letters; these are the German ones (DIN 66003). */
const GERMAN: Readonly<Record<string, string>> = {
  "[": "Ä",
  "\\": "Ö",
  "]": "Ü",
  "{": "ä",
  "|": "ö",
  "}": "ü",
  "~": "ß",
};

/** Brackets inside words are letters of a national version of the seven-bit code. */
function withNationalLetters(text: string, draft: WireDraft): string {
  const inWords = text.match(/\p{L}[{|}~]\p{L}/gu)?.length ?? 0;
  if (inWords < 3 || !/^[\u0000-\u007f]*$/.test(text)) return text;
  draft.notes.push("The seven-bit code was read as its German version.");
  return text.replace(/\[[^\]\n]*\]\(https?:[^)\s]*\)|[[\\\]{|}~]/g, (sign) => GERMAN[sign] ?? sign);
}

/** Files whose control characters were lost: the form of the first head line begins a message. */
function splitBare(input: string): WireFrame[] {
  const lines = input.replace(/\r\n?/g, "\n").split("\n");
  const starts = lines.flatMap((line, index) => (HEAD_LINE.test(withoutControls(line).trim()) ? [index] : []));
  return starts.map((start, order) => {
    const rest = lines.slice(start + 1, starts[order + 1] ?? lines.length);
    const first = rest.findIndex((line) => line.trim() !== "");
    return {
      head: [lines[start] ?? "", ...rest.slice(first, first + 1)],
      text: rest.slice(first + 1).join("\n"),
      trailer: "",
      line: start + 1,
    };
  });
}

interface Head {
  readonly source: string;
  readonly number: string;
  readonly information: string;
}

function readHead(frame: WireFrame, draft: WireDraft): Head | undefined {
  const lines = frame.head.map((line) => withoutControls(line).trim());
  const at = lines.findIndex((line) => HEAD_LINE.test(line));
  const [, source, number, priority, category, , information = ""] = HEAD_LINE.exec(lines[at] ?? "") ?? [];
  if (source === undefined || number === undefined) return undefined;
  if (Number(priority) <= 2) draft.notes.push(`Priority ${priority}: urgent.`);
  draft.notes.push(`The sender's category is ${category}.`);
  const names = lines
    .slice(at + 1)
    .join("/")
    .split("/")
    .map((name) => name.replace(/[#=]+$/, "").trim());
  for (const name of new Set(names)) if (name !== "") draft.subjects.push({ name, kind: "topic" });
  return { source, number, information };
}

/** The last time that is printed; the end line stands after ETX, or last in the text. */
function readEnd(frame: WireFrame, draft: WireDraft): void {
  const last = [...`${frame.text.slice(-600)}\n${frame.trailer}`.matchAll(END_LINE)].at(-1);
  const [, day, hour, minute, zone, word = "", year = ""] = last ?? [];
  const month = monthNumber(word);
  if (month === undefined || day === undefined) return;
  const century = year.length === 4 ? "" : Number(year) > 70 ? "19" : "20";
  const iso = `${century}${year}-${String(month).padStart(2, "0")}-${day}T${hour}:${minute}`;
  draft.date = zone === undefined ? iso : `${iso}${ZONES[zone] ?? ""}`;
}

/** `Sperrfrist 1200`, `EMBARGO until 10:00 GMT`: a time without a day is for an editor. */
function readMark(line: string, draft: WireDraft): boolean {
  if (/^\W*(?:sperrfrist|embargo|hold for release)\b/i.test(line)) draft.needs.push(`the sender embargoes it: ${line}`);
  else if (/^\W*(?:kill|annul|withdrawal|r(?:ü|ue)ckzug|achtung.{0,20}nicht verwenden)\b/i.test(line)) {
    draft.retracted = { date: draft.date, reason: line };
  } else if (/^\W*(?:correction|corrects|berichtigung|korrektur)\b\s*[:(]/i.test(line)) {
    draft.corrections.push({ kind: "correction", text: line.replace(/^\W*\w+\s*[:(]\s*/, "").replace(/\)$/, "") });
  } else if (MARK.test(line)) draft.notes.push(`Marked ${line}.`);
  else return false;
  return true;
}

function readHeadLines(lines: readonly string[], draft: WireDraft): void {
  const headline: string[] = [];
  for (const raw of lines) {
    const line = raw
      .replace(/\s*=+\s*$/, "")
      .replace(/\s+/g, " ")
      .trim();
    if (line === "" || readMark(line, draft)) continue;
    if (/^(?:by|von|par|por|di)\s+\p{Lu}/iu.test(line) && headline.length > 0) draft.byline.push(...parseByline(line));
    else headline.push(line);
  }
  const [first = "", second, ...more] = headline;
  // A headline that fills its line runs on into the next.
  const runsOn = second !== undefined && first.length > 48 && !/[.!?]$/.test(first);
  draft.title = runsOn ? `${first} ${second}` : first === "" ? undefined : first;
  const rest = runsOn ? more : headline.slice(1);
  if (rest.length > 0) draft.standfirst = rest.join(" ");
}

/** Head lines end at the line that ends in `=`, at an empty line, or after the first line. */
function splitText(text: string): { head: string[]; story: string } {
  const lines = text.split("\n");
  while (lines[0]?.trim() === "") lines.shift();
  const near = lines.slice(0, 8);
  const mark = near.findLastIndex(
    (line, index) => /=\s*$/.test(line) && near.slice(0, index).every((one) => one.trim() !== ""),
  );
  const empty = near.findIndex((line) => line.trim() === "");
  const count = mark !== -1 ? mark + 1 : empty > 0 ? empty : 1;
  return { head: lines.slice(0, count), story: lines.slice(count).join("\n") };
}

/** Notes for editors behind the story; links among them are related addresses. */
function readNotebook(notebook: string, draft: WireDraft): void {
  for (const [, title = "", url = ""] of notebook.matchAll(/\[([^\]\n]{2,200})\]\((https?:\/\/[^\s)]+)\)/g)) {
    draft.related.push({ title, url });
  }
  const text = notebook
    .replace(/^[\s#*_-]+/gm, "")
    .replace(END_LINE, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text !== "") draft.notes.push(noteToEditors(text.slice(0, 1000)));
}

/** Source and number begin anew each day; a cancellation is about the message that it names. */
function readIdentity(head: Head, text: string, draft: WireDraft): void {
  const { source, number, information } = head;
  draft.source.name =
    /\b\p{Lu}{2,8}\b/u.exec(information)?.[0] ??
    /\b(?:dpa|afp|apa|ansa|ritzau|ntb|tt)\b/.exec(information)?.[0] ??
    source;
  const day = draft.date?.slice(0, 10);
  const own = /\b\d{6}-\d{2}-\d{4,6}\b/;
  const named = draft.retracted === undefined ? undefined : (own.exec(text)?.[0] ?? namedMessage(text, source, number));
  const id = named ?? own.exec(information)?.[0] ?? `${source}${number}`;
  if (own.test(id)) draft.id = `iptc7901:${id}`;
  else if (day !== undefined) draft.id = `iptc7901:${id}:${day}`;
}

/** `ecw003` in the words of `ecw004`. */
function namedMessage(text: string, source: string, number: string): string | undefined {
  const all = text.match(new RegExp(`\\b${source}\\s?\\d{${number.length}}\\b`, "gi")) ?? [];
  return all
    .map((one) => one.replace(/\s/, "").toLowerCase())
    .find((one) => one !== `${source}${number}`.toLowerCase());
}

function readFrame(frame: WireFrame): WireItem {
  const draft = newDraft("iptc7901");
  readEnd(frame, draft);
  const head = readHead(frame, draft);
  const text = withNationalLetters(withoutControls(frame.text), draft);
  const { head: headLines, story } = splitText(text);
  readHeadLines(headLines, draft);
  const cut = NOTEBOOK.exec(story)?.index ?? story.length;
  readNotebook(story.slice(cut), draft);
  const paragraphs = splitParagraphs(story.slice(0, cut)).filter((one) => one.replace(END_LINE, "").trim() !== "");
  draft.html = paragraphsToHtml(paragraphs);
  if (head !== undefined) readIdentity(head, `${headLines.join(" ")} ${story.slice(0, 400)}`, draft);
  return finishDraft(draft);
}

/** True for a text that is IPTC 7901 but for its control characters, which were lost on the way. */
export function looksLikeIptc7901(head: string): boolean {
  return splitBare(head.trimStart().slice(0, 400))[0]?.line === 1;
}

/** Reads a file of IPTC 7901 messages, with or without its control characters: an article for each message. */
export function readIptc7901(input: string | Uint8Array): WireItem[] {
  const text = decodeText(input, LIMITS.text, undefined, "windows-1252");
  const frames = splitFrames(text) ?? splitBare(text);
  if (frames.length === 0) {
    throw new IntakeError(
      "no IPTC 7901 message was found",
      "a message begins with source, number, priority, category and words (abc0123 4 pl 171)",
      1,
    );
  }
  return frames.map(readFrame);
}
