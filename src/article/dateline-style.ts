/** Prints a dateline in the manner of its agency, without the dash that closes it. */
import { type AgencyStyle, agencyStyle } from "./agency.ts";
import type { Dateline } from "./article.ts";

const ARABIC_SCRIPT = /\p{Script=Arabic}/u;

function join(parts: readonly (string | undefined)[], by: string): string {
  return parts.filter((part) => part !== undefined && part !== "").join(by);
}

function printAgency(style: AgencyStyle, head: string, agency: string, date: string | undefined): string {
  switch (style) {
    case "brackets":
      return `${head} (${agency})`;
    case "slashes":
      return /newswire|CNW|aktuell/i.test(agency) ? `${head} /${agency}/` : `${head.replace(/\.$/, "")}. /${agency}/`;
    case "dash":
      return `${head} — ${agency}`;
    case "comma":
      return `${head}, ${agency}`;
    case "wire":
      return date === undefined ? `${head}--(${agency})` : `${head} (${agency})`;
    case "stops":
    case "first":
    case "chinese":
    case "square":
    case "lenticular":
    case "korean":
      return `${head} (${agency})`;
    default:
      return style satisfies never;
  }
}

/** Styles in which place, day and agency are not simply one after the other. Undefined where the parts do not fit the style. */
function printOwnOrder(
  style: AgencyStyle,
  where: string,
  agency: string,
  date: string | undefined,
): string | undefined {
  switch (style) {
    case "stops":
      return /^\p{Script=Cyrillic}/u.test(agency)
        ? `${join([where, date], ". ")}. ${agency}`
        : `${join([where, date], ". ")} (${agency})`;
    case "first":
      return date === undefined ? undefined : `(${agency}) - ${where}, ${date}`;
    case "chinese":
      return /^\p{Script=Han}+$/u.test(where) ? `${agency}${where}${date ?? ""}电` : undefined;
    case "square":
      return /\s/.test(where) ? undefined : `[${join([where, date, agency], " ")}]`;
    case "lenticular":
      return date === undefined ? `【${where}${agency}】` : undefined;
    case "korean":
      return date === undefined ? `(${where}=${agency})` : undefined;
    default:
      return undefined;
  }
}

/** The words of whoever typed it; else its parts as their agency prints them: `LA CROSSE, Wis. (AP)`, `KYIV, Dec 24 (Reuters)`. `parseDateline` reads them back. */
export function renderDateline(dateline: Dateline): string {
  const { place = "", region, country, agency, date, printed } = dateline;
  if (printed !== undefined) return printed;
  const comma = ARABIC_SCRIPT.test(place) ? "، " : ", ";
  const where = join([place, region, country], comma);
  const head = join([where, date], comma);
  if (agency === undefined) return head;
  const style = agencyStyle(agency);
  const plain = region === undefined && country === undefined;
  const own = plain || style === "stops" || style === "first" ? printOwnOrder(style, where, agency, date) : undefined;
  return own ?? printAgency(style, head, agency, date);
}
