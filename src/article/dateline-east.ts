/** Datelines of the Chinese, Japanese, Korean and Italian press, which put the agency first or hold place, day and agency in one bracket. */
import { agenciesOf, isKnownAgency } from "./agency.ts";
import type { DatelineParts } from "./dateline-bracket.ts";
import { type DatelineHead, readDatelineHead } from "./dateline-head.ts";
import { alternatives } from "./printed-name.ts";

const HAN_DAY = "(?:(?:\\d{4}年)?\\d{1,2}月)?\\d{1,2}日";
const CHINESE = new RegExp(
  `^[（(]?(${alternatives(agenciesOf("chinese"))})(?:记者[^\\d，。]{2,12}?)?([\\p{Script=Han}·]{2,12}?)(${HAN_DAY})?(?:专?[电電]|讯|訊)[）)]?\\s*(?:[（(]记者[^）)]{2,30}[）)])?`,
  "u",
);
const SQUARE = /^[[［]([^[\]［］\s]{1,24})\s+(?:(\d{1,2}日|\d{1,2}月\d{1,2}日)\s+)?([^[\]［］\s]{2,16})[\]］]/u;
const LENTICULAR = /^【([^【】=＝]{2,20})】/u;
const KOREAN = /^[([]([^()[\]=]{1,16})=([^()[\]=]{2,16})[)\]]/u;
const FIRST = new RegExp(`^\\((${alternatives(agenciesOf("first"))})\\)\\s*[-–—]\\s*`, "iu");
const CLOSING = /^\s*(?:[-–—―−ー_]{1,3}|:)?\s*/u;

function finish(dateline: DatelineParts, text: string, printedEnd: number, closed: string): DatelineHead {
  const gap = CLOSING.exec(text.slice(printedEnd))?.[0] ?? "";
  return { dateline, printedEnd, end: printedEnd + gap.length, closed: gap.trim() || closed };
}

function parts(place: string, agency: string, date: string | undefined): DatelineParts {
  return date === undefined ? { place, agency } : { place, agency, date };
}

/** The agency stands first, then a dateline like any other, which must have a date. */
function readFirst(text: string): DatelineHead | undefined {
  const opened = FIRST.exec(text);
  if (opened === null) return undefined;
  const head = readDatelineHead(text.slice(opened[0].length), true);
  if (head === undefined || head.dateline.date === undefined || head.dateline.agency !== undefined) return undefined;
  return {
    dateline: { ...head.dateline, agency: opened[1] ?? "" },
    printedEnd: opened[0].length + head.printedEnd,
    end: opened[0].length + head.end,
    closed: head.closed,
  };
}

/** `新华社北京1月15日电`, `[東京 15日 ロイター]`, `【北京共同】`, `(서울=연합뉴스)`, `(ANSA) - ROMA, 15 GEN`. */
export function readEasternHead(text: string): DatelineHead | undefined {
  const chinese = CHINESE.exec(text);
  if (chinese !== null && (chinese[3] !== undefined || /[电電]/.test(chinese[0]))) {
    return finish(parts(chinese[2] ?? "", chinese[1] ?? "", chinese[3]), text, chinese[0].trimEnd().length, "电");
  }
  const square = SQUARE.exec(text);
  if (square !== null && isKnownAgency(square[3] ?? "")) {
    return finish(parts(square[1] ?? "", square[3] ?? "", square[2]), text, square[0].length, "]");
  }
  const lenticular = LENTICULAR.exec(text);
  const inside = lenticular?.[1] ?? "";
  const agency = agenciesOf("lenticular").find((name) => inside.endsWith(name) && inside.length > name.length);
  if (lenticular !== null && agency !== undefined) {
    const place = inside.slice(0, -agency.length).trim();
    return finish(parts(place, agency, undefined), text, lenticular[0].length, "】");
  }
  const korean = KOREAN.exec(text);
  if (korean !== null && isKnownAgency(korean[2] ?? "")) {
    return finish(parts(korean[1] ?? "", korean[2] ?? "", undefined), text, korean[0].length, ")");
  }
  return readFirst(text);
}
