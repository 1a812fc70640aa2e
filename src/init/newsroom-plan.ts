/** What a newsroom is begun with: its name, language, clock and address, checked. */
import { basename } from "node:path";
import { slugOf } from "../article/slug.ts";
import { UsageError } from "../article/usage-error.ts";

export interface NewsroomPlan {
  /** The name of the paper. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Where the front page will stand; none yet where unset. */
  readonly url?: string;
}

/** What was said on the command line or in answer to the questions. */
export type Wishes = { readonly [Key in keyof NewsroomPlan]?: string | undefined };

/** What is wrong with a language, a time zone or an address, in words that say what to write; undefined where nothing is. */
export const FAULTS = {
  title: (value: string) => (value.trim() === "" ? "write the name of the paper" : undefined),
  language: (value: string) => (isLanguage(value) ? undefined : "write a BCP 47 tag, such as en or pt-BR"),
  timeZone: (value: string) => (isZone(value) ? undefined : "write an IANA zone, such as Europe/Lisbon"),
  url: (value: string) =>
    value === "" || isAddress(value) ? undefined : "write an address, such as https://news.example.org/",
} as const;

/** The zone of this machine. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `my-paper` as the name of a paper: `My Paper`. */
function titleOf(folder: string): string {
  return basename(folder)
    .split(/[-_\s]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** Fills in what was not said. Throws a `UsageError` that names the flag. */
export function planNewsroom(folder: string, wishes: Wishes): NewsroomPlan {
  const values = {
    title: wishes.title ?? titleOf(folder),
    language: wishes.language ?? "en",
    timeZone: wishes.timeZone ?? ownTimeZone(),
    url: wishes.url ?? "",
  };
  for (const [key, flag] of [
    ["title", "--title"],
    ["language", "--language"],
    ["timeZone", "--time-zone"],
    ["url", "--url"],
  ] as const) {
    const fault = FAULTS[key](values[key]);
    if (fault !== undefined) throw new UsageError(`${flag} ${JSON.stringify(values[key])}: ${fault}`);
  }
  const { url, ...plan } = values;
  return { ...plan, ...(url === "" ? {} : { url: url.replace(/\/?$/, "/") }) };
}

/** The folder for a paper of which only the name was said. */
export function folderFor(title: string, lang: string): string {
  return slugOf(title, { lang }) || "newsroom";
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone !== "";
  } catch {
    return false;
  }
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
