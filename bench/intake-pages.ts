/**
 * Measures the reader of saved pages: `node --import tsx bench/intake-pages.ts [--list] [--half a|b] [--only NAME] [--without KIND,…]`.
 * `--list` prints a line for each page; `--half` takes every other page, so that a rule made on one half is checked on the other;
 * `--without` takes witnesses away first: data (JSON-LD), graph (Open Graph), meta, microdata, names (classes and ids).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readHtml } from "../src/intake/page/html.ts";
import type { WireItem } from "../src/intake/wire-item.ts";
import { POORER } from "./poorer-page.ts";
import { comparable, f1Of, type Score, scoreNames, scoreText } from "./page-scores.ts";
import { corporaFolder } from "./reuters.ts";

interface ExtractionGold {
  readonly articleBody: string;
  readonly url?: string;
}

interface PageGold {
  readonly title?: string;
  readonly publishing_date?: string;
  readonly authors?: readonly string[];
  readonly topics?: readonly string[];
  readonly body?: {
    readonly summary: readonly string[];
    readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[];
  };
}

interface ReadingGold {
  readonly text: string;
}

interface Saved<Gold> {
  readonly name: string;
  readonly markup: string;
  readonly gold: Gold;
}

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
/** What is taken away from each page, in turn. */
const losses = (option("--without") ?? "")
  .split(",")
  .filter((name) => name !== "")
  .map((name) => {
    const take = POORER[name];
    if (take === undefined) throw new Error(`--without is one of ${Object.keys(POORER).join(", ")}, not ${name}`);
    return take;
  });
const isListed = process.argv.includes("--list");

function readSaved<Gold>(folder: string): Saved<Gold>[] | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".html.gz"))
    .sort();
  const half = option("--half");
  const only = option("--only");
  return names
    .filter(
      (name, index) =>
        (half === undefined || (index % 2 === 0) === (half === "a")) && (only === undefined || name.includes(only)),
    )
    .map((name) => ({
      name: name.slice(0, -".html.gz".length),
      markup: losses.reduce(
        (markup, take) => take(markup),
        gunzipSync(readFileSync(join(folder, name))).toString("utf8"),
      ),
      gold: JSON.parse(readFileSync(join(folder, name.replace(/\.html\.gz$/, ".json")), "utf8")),
    }));
}

function timed<Gold>(page: Saved<Gold>, url?: string): { item: WireItem | undefined; ms: number } {
  const start = process.cpuUsage();
  const item = readHtml(page.markup, url === undefined ? {} : { url })[0];
  const { user, system } = process.cpuUsage(start);
  return { item, ms: (user + system) / 1000 };
}

function print(label: string, scores: readonly Score[]): void {
  const { precision, recall, f1 } = f1Of(scores);
  console.log(`${label.padEnd(44)} ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`);
}

function measureExtraction(pages: readonly Saved<ExtractionGold>[]): number[] {
  const times: number[] = [];
  const scores = pages.map((page) => {
    const { item, ms } = timed(page, page.gold.url);
    times.push(ms);
    const score = scoreText(page.gold.articleBody, item?.paragraphs.join("\n\n") ?? "");
    if (isListed)
      console.log(
        `${page.name.slice(0, 10)} P ${score.precision.toFixed(3)} R ${score.recall.toFixed(3)} ${ms.toFixed(0)} ms ${page.gold.url ?? ""}`,
      );
    return score;
  });
  console.log(`\nextraction: ${pages.length} pages`);
  print("body F1", scores);
  return times;
}

/** Against what a reading mode keeps: the share of its text that is kept, and of ours that it has too. */
function measureReadability(pages: readonly Saved<ReadingGold>[]): number[] {
  const times: number[] = [];
  const scores = pages.map((page) => {
    const { item, ms } = timed(page);
    times.push(ms);
    const own = [item?.standfirst ?? "", ...(item?.paragraphs ?? [])].join("\n\n");
    const score = scoreText(page.gold.text, own);
    if (isListed)
      console.log(`${page.name} P ${score.precision.toFixed(3)} R ${score.recall.toFixed(3)} ${ms.toFixed(0)} ms`);
    return score;
  });
  console.log(`\nreadability: ${pages.length} pages`);
  print("text kept (recall) and precision", scores);
  return times;
}

/** The day as printed and the day in UTC: a page may give either. */
function daysOf(date: string | undefined): string[] {
  if (date === undefined) return [];
  const at = Date.parse(date.replace(" ", "T"));
  return [date.slice(0, 10), ...(Number.isNaN(at) ? [] : [new Date(at).toISOString().slice(0, 10)])];
}

function measurePages(pages: readonly Saved<PageGold>[]): number[] {
  const times: number[] = [];
  const tally = { title: 0, titles: 0, date: 0, dates: 0 };
  const scores: Record<"authors" | "topics" | "sections" | "whole", Score[]> = {
    authors: [],
    topics: [],
    sections: [],
    whole: [],
  };
  for (const page of pages) {
    const { item, ms } = timed(page);
    times.push(ms);
    const { gold } = page;
    const misses: string[] = [];
    if (gold.title !== undefined) {
      tally.titles++;
      if (comparable(item?.title ?? "") === comparable(gold.title)) tally.title++;
      else misses.push(`title ${JSON.stringify(item?.title)} for ${JSON.stringify(gold.title)}`);
    }
    if (gold.publishing_date !== undefined) {
      tally.dates++;
      const wanted = daysOf(gold.publishing_date);
      if (daysOf(item?.date).some((day) => wanted.includes(day))) tally.date++;
      else misses.push(`date ${item?.date} for ${gold.publishing_date}`);
    }
    if (gold.authors !== undefined) {
      const score = scoreNames(gold.authors, item?.byline ?? []);
      scores.authors.push(score);
      if (score.precision + score.recall < 2)
        misses.push(`authors ${JSON.stringify(item?.byline)} for ${JSON.stringify(gold.authors)}`);
    }
    if (gold.topics !== undefined && gold.topics.length > 0) {
      const score = scoreNames(gold.topics, item?.tags ?? []);
      scores.topics.push(score);
      if (score.precision + score.recall < 2)
        misses.push(`topics ${JSON.stringify(item?.tags)} for ${JSON.stringify(gold.topics)}`);
    }
    let line = "";
    if (gold.body !== undefined) {
      const sections = gold.body.sections.flatMap((section) => [...section.headline, ...section.paragraphs]);
      const text = item?.paragraphs ?? [];
      const standfirst = item?.standfirst === undefined ? [] : [item.standfirst];
      const inner = scoreText(sections.join("\n\n"), text.join("\n\n"));
      const whole = scoreText([...gold.body.summary, ...sections].join("\n\n"), [...standfirst, ...text].join("\n\n"));
      scores.sections.push(inner);
      scores.whole.push(whole);
      line = `body P ${inner.precision.toFixed(3)} R ${inner.recall.toFixed(3)}, with standfirst P ${whole.precision.toFixed(3)} R ${whole.recall.toFixed(3)}`;
    }
    if (isListed) console.log([`${page.name} ${line} ${ms.toFixed(0)} ms`, ...misses].join("\n    "));
  }
  console.log(`\npages: ${pages.length} pages`);
  console.log(`${"headline".padEnd(44)} ${(tally.title / Math.max(1, tally.titles)).toFixed(4)}`);
  console.log(`${"date, to the day".padEnd(44)} ${(tally.date / Math.max(1, tally.dates)).toFixed(4)}`);
  print("authors F1", scores.authors);
  print("topics F1", scores.topics);
  print("body F1 (sections: subheads and paragraphs)", scores.sections);
  print("body F1 (with summary against standfirst)", scores.whole);
  return times;
}

const corpora = corporaFolder();
const extraction = readSaved<ExtractionGold>(join(corpora, "extraction"));
const pages = readSaved<PageGold>(join(corpora, "pages"));
const readability = readSaved<ReadingGold>(join(corpora, "readability"));
if (extraction === undefined && pages === undefined && readability === undefined) {
  console.log(`bench/intake-pages: no extraction/, pages/ or readability/ in ${corpora}; passed over`);
} else {
  const times = [
    ...measureExtraction(extraction ?? []),
    ...measurePages(pages ?? []),
    ...measureReadability(readability ?? []),
  ].sort((one, other) => one - other);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  console.log(
    `\nspeed: ${((1000 * times.length) / total).toFixed(1)} pages a second of processor time; median ${times[times.length >> 1]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`,
  );
}
