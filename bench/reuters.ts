/** The Reuters records that the benchmarks read, from `reuters.jsonl` in the folder of corpora. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface ReutersRecord {
  readonly id: string;
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly date: string;
  /** As printed, closing dash included. */
  readonly dateline: string;
  readonly author: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly orgs: readonly string[];
  readonly paragraphs: readonly string[];
}

/** Where the corpora lie: the folder in `DATELINE_CORPORA`, else `corpora` in the one in `DATELINE_SHARED` or in `shared` beside the checkout. */
export function corporaFolder(): string {
  return (
    process.env.DATELINE_CORPORA ??
    join(process.env.DATELINE_SHARED ?? resolve(import.meta.dirname, "../../shared"), "corpora")
  );
}

/** All records, or undefined where the file is absent. */
export function readReuters(): readonly ReutersRecord[] | undefined {
  const file = join(corporaFolder(), "reuters.jsonl");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): ReutersRecord => JSON.parse(line));
}

/** The parts that a dateline should have, made by a rule that shares nothing with the reader under test. */
export interface ExpectedDateline {
  readonly place: string;
  readonly middle?: { readonly kind: "region" | "country"; readonly name: string };
  readonly date?: string;
}

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const DATE_AT_END = new RegExp(`(?:^|[\\s,.])((?:${MONTHS})\\.? ?\\d{1,2}|\\d{1,2} (?:${MONTHS})|(?:${MONTHS}))$`, "i");

/**
 * Expected parts from the printed string: what stands before the first ` - ` (stars off), the date cut from its end, the rest
 * split at commas. A middle part is a country where the record's own list of places names it, else a region. Undefined where
 * the printed dateline is broken: no place, or no letters after it.
 */
export function expectDateline(record: ReutersRecord): ExpectedDateline | undefined {
  const printed = record.dateline.replace(/^\*+/, "").replace(/, - (?=[A-Z])/, ", ");
  const head = printed.split(/ -(?: |$)/)[0]?.trim() ?? "";
  const date = DATE_AT_END.exec(head)?.[1];
  const where = (date === undefined ? head : head.slice(0, -date.length)).trim().replace(/,$/, "");
  const [place, ...middles] = where.split(",").map((part) => part.trim());
  if (place === undefined || !/^[A-Za-z][A-Za-z .'/-]+$/.test(place) || /^today$|--/i.test(place) || middles.length > 1)
    return undefined;
  const name = middles[0];
  const expected = date === undefined ? { place } : { place, date };
  if (name === undefined || name === "") return expected;
  const kind = record.places.includes(name.toLowerCase().replace(/ /g, "-")) ? "country" : "region";
  return { ...expected, middle: { kind, name } };
}

/** Which parts the reader got right. */
export function compareDateline(
  found:
    | {
        readonly place?: string;
        readonly region?: string;
        readonly country?: string;
        readonly agency?: string;
        readonly date?: string;
      }
    | undefined,
  expected: ExpectedDateline,
): { readonly place: boolean; readonly all: boolean } {
  const place = found?.place === expected.place;
  const region = expected.middle?.kind === "region" ? expected.middle.name : undefined;
  const country = expected.middle?.kind === "country" ? expected.middle.name : undefined;
  const rest =
    found?.region === region &&
    found?.country === country &&
    found?.date === expected.date &&
    found?.agency === undefined;
  return { place, all: place && rest };
}
