/** Writes the index of an archive into a folder, in a process of its own, and prints what it took as JSON. Called by `search.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { planSearch } from "../src/search/write/plan.ts";
import type { SearchDocument, SearchEntry, SearchFile } from "../src/search/write/search-document.ts";
import { writeSearch } from "../src/search/write/write-search.ts";
import { SyntheticArchive } from "./search-archive.ts";

/** What the writing took. */
export interface WriteFigures {
  readonly articles: number;
  /** Milliseconds, without making the articles and without the disk. */
  readonly milliseconds: number;
  /** The same in processor time, which other work on the machine does not lengthen as much. */
  readonly processor: number;
  /** Largest resident set of the process, MB, with the articles' entries and the generator. */
  readonly memory: number;
  readonly files: number;
  readonly bytes: number;
}

interface Record {
  readonly title: string;
  readonly date: string;
  readonly dateline: string;
  readonly topics: readonly string[];
  readonly paragraphs: readonly string[];
}

function isRecord(value: unknown): value is Record {
  return typeof value === "object" && value !== null && "paragraphs" in value && "topics" in value;
}

/** The Reuters records as documents. */
export function readReuters(path: string): SearchDocument[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, row): SearchDocument[] => {
    const record: unknown = line === "" ? undefined : JSON.parse(line);
    if (!isRecord(record)) return [];
    const publishedAt = Date.parse(record.date);
    return [
      {
        row,
        address: `${record.date.slice(0, 10).replaceAll("-", "/")}/record-${row}.html`,
        lang: "en",
        publishedAt: Number.isNaN(publishedAt) ? 0 : publishedAt,
        fingerprint: row,
        title: record.title,
        body: record.paragraphs.join("\n"),
        tags: record.topics,
        topics: record.topics,
        place: record.dateline.split(",")[0] ?? "",
        byline: [],
      },
    ];
  });
}

/** Articles made at a time: to look at the clock for each would cost more than to make it. */
const BATCH = 500;

function makeBatch(
  archive: SyntheticArchive,
  entries: readonly SearchEntry[],
  from: number,
  into: Map<number, SearchDocument>,
): void {
  into.clear();
  for (const entry of entries.slice(from, from + BATCH)) into.set(entry.row, archive.document(entry));
}

async function main(source: string, folder: string): Promise<void> {
  const records = source.endsWith(".jsonl") ? readReuters(source) : undefined;
  const archive = new SyntheticArchive();
  const entries: readonly SearchEntry[] = records ?? SyntheticArchive.entries(Number(source));
  const processorTime = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let elsewhere = 0;
  let processorElsewhere = 0;
  const aside = <Value>(make: () => Value): Value => {
    const from = performance.now();
    const processorFrom = processorTime();
    const made = make();
    elsewhere += performance.now() - from;
    processorElsewhere += processorTime() - processorFrom;
    return made;
  };
  const made = new Map<number, SearchDocument>(records?.map((record) => [record.row, record]));
  const read = (row: number): SearchDocument => {
    if (!made.has(row) && records === undefined) aside(() => makeBatch(archive, entries, row, made));
    const document = made.get(row);
    if (document === undefined) throw new RangeError(`no row ${row}`);
    return document;
  };
  const plan = planSearch(entries, "UTC");
  const started = performance.now();
  const processorStarted = processorTime();
  let files = 0;
  let bytes = 0;
  let waiting: SearchFile[] = [];
  const store = (): void => {
    for (const file of waiting) {
      const path = join(folder, file.address);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
      bytes += Buffer.byteLength(file.text);
    }
    files += waiting.length;
    waiting = [];
  };
  for await (const file of writeSearch(plan, read, { timeZone: "UTC", sections: {} })) {
    waiting.push(file);
    if (waiting.length === BATCH) aside(store);
  }
  aside(store);
  const figures: WriteFigures = {
    articles: entries.length,
    milliseconds: performance.now() - started - elsewhere,
    processor: processorTime() - processorStarted - processorElsewhere,
    memory: process.resourceUsage().maxRSS / 1000,
    files,
    bytes,
  };
  console.log(JSON.stringify(figures));
}

const [, , source, folder] = process.argv;
if (import.meta.filename === process.argv[1] && source !== undefined && folder !== undefined)
  await main(source, folder);
