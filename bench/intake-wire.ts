/**
 * Measures the wire text reader: the Reuters records are joined into text in several layouts and read back.
 * `node --import tsx bench/intake-wire.ts [--list]`. The folder is that of `corporaFolder`.
 */
import { DateTime } from "luxon";
import { readWireText } from "../src/intake/wire/wire-text.ts";
import { compareDateline, expectDateline, type ReutersRecord, readReuters, corporaFolder } from "./reuters.ts";

/** A way in which a record may have been printed. `date` is what a reader can know of it then. */
interface Layout {
  readonly name: string;
  print(record: ReutersRecord): string;
  date(record: ReutersRecord): string;
}

const at = (record: ReutersRecord) => DateTime.fromISO(record.date, { zone: "utc" });
const toMinute = (record: ReutersRecord) => at(record).toFormat("yyyy-MM-dd'T'HH:mm");
const toDay = (record: ReutersRecord) => at(record).toFormat("yyyy-MM-dd");
const toSecond = (record: ReutersRecord) => at(record).toFormat("yyyy-MM-dd'T'HH:mm:ss");
const spell = (record: ReutersRecord, format: string) => at(record).setLocale("en").toFormat(format);
const head = (record: ReutersRecord) => `${record.dateline} ${record.paragraphs[0] ?? ""}`;
const rest = (record: ReutersRecord) => record.paragraphs.slice(1);
const COLUMNS = 72;

function wrap(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

const LAYOUTS: readonly Layout[] = [
  {
    name: "title, ISO instant, text; empty lines",
    print: (record) => [record.title, record.date, head(record), ...rest(record)].join("\n\n"),
    date: toSecond,
  },
  {
    name: "title, `26 February 1987 15:18 GMT`, text; empty lines",
    print: (record) =>
      [record.title, spell(record, "d MMMM yyyy HH:mm 'GMT'"), head(record), ...rest(record)].join("\n\n"),
    date: toMinute,
  },
  {
    name: "clock line run together above the title, indented paragraphs",
    print: (record) =>
      [
        spell(record, "HH:mm 'GMT'd MMMM yyyy"),
        record.title,
        "",
        ...[head(record), ...rest(record)].map((text) => `    ${text}\n`),
      ].join("\n"),
    date: toMinute,
  },
  {
    name: "title, `Feb. 26, 1987 at 3:18 p.m. UTC`, text; single line ends",
    print: (record) =>
      [record.title, spell(record, "MMM'.' d, yyyy 'at' h:mm a 'UTC'"), head(record), ...rest(record)].join("\n"),
    date: toMinute,
  },
  {
    name: "title, dateline alone in its line, text, `Published: 26.02.1987` at the end",
    print: (record) =>
      [record.title, record.dateline, ...record.paragraphs, spell(record, "'Published:' dd.MM.yyyy")].join("\n\n"),
    date: toDay,
  },
  {
    name: "wire file: `26-FEB-1987 15:18:59.34`, title, wrapped at 72, ` Reuter` at the end",
    print: (record) =>
      [
        `${spell(record, "dd-MMM-yyyy HH:mm:ss").toUpperCase()}.34`,
        "",
        record.title,
        "",
        ...[head(record), ...rest(record)].map((text) => `${wrap(text)}\n`),
        " REUTER",
      ].join("\n"),
    date: toSecond,
  },
  {
    name: "page: kicker, title, byline, date, tools, text, related, tags, footer",
    print: (record) =>
      [
        "BUSINESS",
        record.title,
        "By Marisol Vey",
        spell(record, "EEEE, MMMM d, yyyy 'at' HH:mm 'GMT'"),
        "Share",
        "Save",
        "",
        ...[head(record), ...rest(record)].map((text) => `${text}\n`),
        "",
        "Related stories",
        "Harbour Dues Rise for the Third Year in Port Arden",
        "Ferry Company Sells Two of Its Oldest Ships",
        "Tags: Shipping, Trade, Port Arden",
        "Community standardsDiscussion",
        "© 1987 Harbour Press. All rights reserved.",
      ].join("\n"),
    date: toMinute,
  },
];

interface Score {
  records: number;
  place: number;
  all: number;
  broken: number;
  title: number;
  date: number;
  paragraphs: number;
}

function readBack(layout: Layout, record: ReutersRecord, score: Score, list: boolean): void {
  const items = readWireText(layout.print(record));
  const [item] = items;
  const expected = expectDateline(record);
  score.records += 1;
  const title = items.length === 1 && item?.title === record.title;
  const date = item?.date?.startsWith(layout.date(record)) === true;
  // A sign-off that the record keeps at the end of its last paragraph is no text.
  const wanted = expected === undefined ? undefined : record.paragraphs.map((text) => text.replace(/ REUTER$/, ""));
  const paragraphs = wanted === undefined || JSON.stringify(item?.paragraphs) === JSON.stringify(wanted);
  const dateline = expected === undefined ? undefined : compareDateline(item?.dateline, expected);
  if (title) score.title += 1;
  if (date) score.date += 1;
  if (paragraphs) score.paragraphs += 1;
  if (dateline === undefined) score.broken += 1;
  if (dateline?.place === true) score.place += 1;
  if (dateline?.all === true) score.all += 1;
  if (!list || (title && date && paragraphs && dateline?.all !== false)) return;
  const index = (wanted ?? []).findIndex((text, at) => item?.paragraphs[at] !== text);
  console.log(
    `  ${record.id} items ${items.length}${title ? "" : ` title ${JSON.stringify(item?.title)} wanted ${JSON.stringify(record.title)}`}${date ? "" : ` date ${item?.date} wanted ${layout.date(record)}`}`,
  );
  if (dateline?.all === false)
    console.log(`    dateline ${JSON.stringify(item?.dateline)} wanted ${JSON.stringify(record.dateline)}`);
  if (!paragraphs)
    console.log(
      `    paragraph ${index} of ${record.paragraphs.length}/${item?.paragraphs.length}: ${JSON.stringify(item?.paragraphs[index]?.slice(0, 90))} wanted ${JSON.stringify(wanted?.[index]?.slice(0, 90))}`,
    );
}

const records = readReuters();
if (records === undefined) {
  console.log(`bench/intake-wire: no reuters.jsonl in ${corporaFolder()}; passed over`);
} else {
  const list = process.argv.includes("--list");
  const only = process.argv.find((argument) => /^\d$/.test(argument));
  const share = (count: number, of: number) => (count / of).toFixed(4);
  console.log("place   all     headline date    paragraphs  layout");
  for (const [index, layout] of LAYOUTS.entries()) {
    if (only !== undefined && Number(only) !== index) continue;
    const score: Score = { records: 0, place: 0, all: 0, broken: 0, title: 0, date: 0, paragraphs: 0 };
    for (const record of records) readBack(layout, record, score, list);
    const whole = score.records - score.broken;
    console.log(
      `${share(score.place, whole)}  ${share(score.all, whole)}  ${share(score.title, score.records)}   ${share(score.date, score.records)}  ${share(score.paragraphs, score.records)}      ${layout.name}`,
    );
  }
  const texts = records.map((record) => LAYOUTS[1]?.print(record) ?? "");
  // Processor time, so that what else runs on the machine does not count.
  const started = process.cpuUsage();
  for (const text of texts) readWireText(text);
  const { user, system } = process.cpuUsage(started);
  console.log(`${Math.round(texts.length / ((user + system) / 1e6))} wire texts a second of processor time, one core`);
}
