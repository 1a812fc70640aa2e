/** Month names of the languages that the house does not print itself, from the CLDR, for pages that say their language. */
import { MONTH_PATTERN, monthNumber } from "../../article/month.ts";
import { alternatives, nameKey } from "../../article/printed-name.ts";

interface Months {
  readonly pattern: string;
  readonly numbers: ReadonlyMap<string, number>;
}

const OWN: ReadonlySet<string> = new Set(["en", "ru", "ar", "es", "fr", "de"]);
const byLanguage = new Map<string, Months | undefined>();

function namesOf(language: string): readonly (readonly [string, number])[] {
  const names: (readonly [string, number])[] = [];
  for (const month of ["long", "short"] as const) {
    const alone = new Intl.DateTimeFormat(language, { month, timeZone: "UTC", calendar: "gregory" });
    const inDate = new Intl.DateTimeFormat(language, {
      day: "numeric",
      month,
      year: "numeric",
      timeZone: "UTC",
      calendar: "gregory",
    });
    for (let index = 0; index < 12; index++) {
      const day = new Date(Date.UTC(2021, index, 15));
      const genitive = inDate.formatToParts(day).find((part) => part.type === "month")?.value ?? "";
      for (const name of [alone.format(day), genitive]) {
        const bare = name.replace(/\.$/, "");
        if (/\p{L}{2}/u.test(bare) && !/\d/.test(bare)) names.push([bare, index + 1]);
      }
    }
  }
  return names;
}

function monthsOf(language: string): Months | undefined {
  const base = language.split("-")[0]?.toLowerCase() ?? "";
  if (base === "" || OWN.has(base)) return undefined;
  if (byLanguage.has(base)) return byLanguage.get(base);
  let months: Months | undefined;
  if (Intl.DateTimeFormat.supportedLocalesOf([base]).length > 0) {
    const names = namesOf(base);
    const pattern = alternatives(new Set(names.map(([name]) => name)));
    months = { pattern, numbers: new Map(names.map(([name, number]) => [nameKey(name), number])) };
  }
  byLanguage.set(base, months);
  return months;
}

/** A pattern (for the flags `iu`) for a month's name in the language, or in those that the house prints. */
export function monthPattern(language: string | undefined): string {
  const months = language === undefined ? undefined : monthsOf(language);
  return months === undefined || months.pattern === ""
    ? MONTH_PATTERN
    : `(?:(?:${months.pattern})(?![\\p{L}\\p{M}])|${MONTH_PATTERN})`;
}

/** 1 to 12. The language's own names count first: `listopad` is October in Croatian and November in Polish. */
export function monthOf(word: string, language: string | undefined): number | undefined {
  const own = language === undefined ? undefined : monthsOf(language)?.numbers.get(nameKey(word));
  return own ?? monthNumber(word);
}
