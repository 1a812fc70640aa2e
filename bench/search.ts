/**
 * Measures search: `node --import tsx bench/search.ts [--articles 10000,100000] [--queries 40]`. For each size it writes an
 * index to a temporary folder, asks two-word questions of it in Chromium from file:// (each in a page of its own, with
 * nothing loaded before), and compares 200 answers with brute force. The Reuters records are measured where they are.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import type { CDPSession } from "playwright-core";
import { bundleScript } from "../src/build/scripts.ts";
import { SearchEngine } from "../src/search/read/search-engine.ts";
import { createAnalysis, wordsOf } from "../src/search/text/analysis.ts";
import type { SearchDocument } from "../src/search/write/search-document.ts";
import { stemmerOf } from "../src/search/write/stemmers.ts";
import { launchChromium } from "../test/browser/chromium.ts";
import { SyntheticArchive, seededRandom } from "./search-archive.ts";
import { readReuters, type WriteFigures } from "./search-write.ts";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000,100000" },
    queries: { type: "string", default: "40" },
    help: { type: "boolean", default: false },
  },
});

/** Words that half the articles have are no question. */
const COMMONEST = 100;
const BRUTE_FORCE = 200;

interface Cost {
  readonly files: number;
  readonly compressed: number;
  readonly milliseconds: number;
}

function middle(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Pairs of words that stand in one article, none of them among the commonest. */
function inventQuestions(documents: Iterable<SearchDocument>, common: ReadonlySet<string>, count: number): string[] {
  const random = seededRandom(11);
  const questions: string[] = [];
  for (const document of documents) {
    const words = [...new Set(wordsOf(`${document.title} ${document.body}`.toLowerCase()))].filter(
      (word) => !common.has(word) && !/\d/.test(word) && word.length > 2,
    );
    const [first, second] = [words[Math.floor(random() * words.length)], words[Math.floor(random() * words.length)]];
    if (first !== undefined && second !== undefined && first !== second) questions.push(`${first} ${second}`);
    if (questions.length === count) break;
  }
  return questions;
}

/** The commonest words of some articles. */
function selectCommon(documents: Iterable<SearchDocument>): Set<string> {
  const uses = new Map<string, number>();
  for (const { body } of documents)
    for (const word of wordsOf(body.toLowerCase())) uses.set(word, (uses.get(word) ?? 0) + 1);
  const sorted = [...uses].sort((a, b) => b[1] - a[1]).slice(0, COMMONEST);
  return new Set(sorted.map(([word]) => word));
}

/**
 * Runs before all other scripts of the page that is measured: tells in the page's title what its question cost, when its
 * hits have stood for a while. With `ask` in place of `q`, the question is asked in a page that has been open for as long.
 */
const STOPWATCH = `
const PATIENCE = 300;
const ask = new URLSearchParams(location.search).get("ask");
const times = { started: 0, answered: 0, hits: 0, asked: [] };
const submit = () => {
  const field = document.querySelector("[name=q]");
  field.value = ask;
  times.started = performance.now();
  field.form.requestSubmit();
};
let waiting = ask !== null;
new MutationObserver((records) => {
  for (const node of records.flatMap((record) => [...record.addedNodes])) {
    if (node instanceof HTMLScriptElement && node.src.includes("/search/")) times.asked.push(node.src.split("/search/")[1]);
  }
  if (waiting && document.querySelector(".search-filter") !== null) {
    waiting = false;
    setTimeout(submit, PATIENCE);
  }
  if (times.answered > 0) return;
  const hits = [...document.querySelectorAll(".search-hit")];
  const stands = (hit) => SHOWN.every((part) => hit.querySelector(part)?.textContent?.trim());
  if (hits.length === 0 || !hits.every(stands)) return;
  times.answered = performance.now();
  times.hits = hits.length;
  setTimeout(() => {
    const standing = document.querySelectorAll(".search-hit").length;
    document.title = JSON.stringify({ ...times, standing });
  }, PATIENCE);
}).observe(document, { childList: true, subtree: true, characterData: true });
`;

/** What every hit must show before a question counts as answered. */
const SHOWN = [".search-title", ".search-excerpt", "time"];

async function writePage(folder: string, shown: readonly string[]): Promise<void> {
  const script = await bundleScript("search");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, script.name), script.text);
  writeFileSync(join(folder, "assets/start.js"), "if (!waiting) times.started = performance.now();");
  writeFileSync(
    join(folder, "search.html"),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><script>const SHOWN = ${JSON.stringify(shown)};${STOPWATCH}</script>
<script defer src="search/index.js"></script><script defer src="assets/start.js"></script><script defer src="${script.name}"></script>
<form id="search"><input name="q"></form><div id="search-filters"></div><p id="search-status"></p><div id="search-results"></div></html>`,
  );
}

/** Milliseconds in which a question must be answered, and between two looks for the answer. */
const LONGEST = 10_000;
const LOOK = 50;
/** Milliseconds in which a closed page has gone. */
const PAUSE = 400;

/**
 * Asks a question of which nothing was loaded before. In a fresh page (`search.html?q=`), the time goes from the start of
 * the page's script to the last hit standing in the page with all that it shows; in an open one, from the submission of
 * the form. No debugger is attached to the page, as with readers: Playwright's listens to each request, some 10 ms in all.
 */
async function ask(browser: CDPSession, folder: string, question: string, open: boolean): Promise<Cost> {
  const { browserContextId } = await browser.send("Target.createBrowserContext");
  const address = `${pathToFileURL(folder).href}/search.html?${open ? "ask" : "q"}=${encodeURIComponent(question)}`;
  const { targetId } = await browser.send("Target.createTarget", { url: address, browserContextId });
  let told = "";
  for (let waited = 0; !told.startsWith("{"); waited += LOOK) {
    if (waited > LONGEST) throw new Error(`${question}: no hit`);
    await setTimeout(LOOK);
    told = (await browser.send("Target.getTargetInfo", { targetId })).targetInfo.title;
  }
  await browser.send("Target.disposeBrowserContext", { browserContextId });
  await setTimeout(PAUSE);
  const cost: { started: number; answered: number; hits: number; standing: number; asked: string[] } = JSON.parse(told);
  const { started, answered, hits, standing, asked } = cost;
  if (hits !== standing) throw new Error(`${question}: ${hits} hits at first, ${standing} at last`);
  const compressed = asked.reduce((sum, key) => sum + gzipSync(readFileSync(join(folder, "search", key))).length, 0);
  return { files: asked.length, compressed, milliseconds: answered - started };
}

/** Questions whose hits are not those of brute force: as many articles, and the same ones. */
async function countWrong(
  folder: string,
  documents: Iterable<SearchDocument>,
  questions: readonly string[],
): Promise<number> {
  const handed = new Map<string, unknown>();
  const dateline: { search: (key: string, data: unknown) => void; searchRoot?: unknown } = {
    search: (key, data) => handed.set(key, data),
  };
  const context = createContext({ window: { dateline }, dateline });
  const engine = await SearchEngine.open(async (key) => {
    runInContext(readFileSync(join(folder, `search/${key}.js`), "utf8"), context);
    return key === "index" ? dateline.searchRoot : handed.get(key);
  });
  const analysis = createAnalysis("en", stemmerOf("en"));
  const known = new Map<string, readonly string[]>();
  const termsOf = (word: string): readonly string[] => {
    const terms = known.get(word) ?? analysis.terms(word);
    known.set(word, terms);
    return terms;
  };
  const wanted = questions.map((question) => question.split(" ").map(termsOf));
  const matching = questions.map(() => new Set<string>());
  for (const document of documents) {
    const { title, standfirst = "", body, tags, place = "", byline } = document;
    const text = [title, standfirst, body, ...tags, place, ...byline].join("\n");
    const terms = new Set(wordsOf(text).flatMap(termsOf));
    wanted.forEach((words, index) => {
      if (words.every((word) => word.some((term) => terms.has(term)))) matching[index]?.add(document.address);
    });
  }
  let wrong = 0;
  for (const [index, question] of questions.entries()) {
    const expected = matching[index] ?? new Set();
    const { hits, total } = await engine.search({ query: question, limit: 100 });
    if (total !== expected.size || hits.some((hit) => !expected.has(hit.address))) wrong++;
  }
  return wrong;
}

async function measure(name: string, source: string, documents: () => Iterable<SearchDocument>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-search-"));
  const writer = fileURLToPath(new URL("search-write.ts", import.meta.url));
  const printed = execFileSync(process.execPath, ["--import", "tsx", writer, source, folder], { encoding: "utf8" });
  const written: WriteFigures = JSON.parse(printed);
  const rate = (milliseconds: number): number => Math.round((written.articles / milliseconds) * 1000);
  console.log(`\n${name}: ${written.articles} articles`);
  console.log(
    `  writer: ${rate(written.milliseconds)} articles a second (${rate(written.processor)} a second of processor time), ${Math.round(written.memory)} MB`,
  );
  console.log(`  index: ${written.files} files, ${(written.bytes / 1e6).toFixed(1)} MB`);
  const first = (count: number): SearchDocument[] => {
    const some: SearchDocument[] = [];
    for (const document of documents()) if (some.push(document) === count) break;
    return some;
  };
  const common = selectCommon(first(500));
  const questions = inventQuestions(documents(), common, Math.max(BRUTE_FORCE, Number(values.queries)));
  const sections = first(1).some((document) => document.section !== undefined);
  await writePage(folder, sections ? [...SHOWN, ".search-section"] : SHOWN);
  const browser = await launchChromium();
  const session = await browser.newBrowserCDPSession();
  const costs: Cost[] = [];
  const open: Cost[] = [];
  for (const question of questions.slice(0, Number(values.queries))) {
    costs.push(await ask(session, folder, question, false));
    open.push(await ask(session, folder, question, true));
  }
  await browser.close();
  const show = (of: (cost: Cost) => number, digits = 0, list = costs): string =>
    `${middle(list.map(of), 0.5).toFixed(digits)} (nine in ten under ${middle(list.map(of), 0.9).toFixed(digits)})`;
  console.log(
    `  two words, cold, file://: ${show((cost) => cost.files)} files, ${show((cost) => cost.compressed / 1000, 1)} KB compressed, ${show((cost) => cost.milliseconds, 1)} ms with the page, ${show((cost) => cost.milliseconds, 1, open)} ms in an open page`,
  );
  const asked = questions.slice(0, BRUTE_FORCE);
  console.log(`  brute force: ${await countWrong(folder, documents(), asked)} of ${asked.length} answers differ`);
  rmSync(folder, { recursive: true });
}

function* invented(count: number): Generator<SearchDocument> {
  const archive = new SyntheticArchive();
  for (const entry of SyntheticArchive.entries(count)) yield archive.document(entry);
}

if (values.help) {
  console.log(
    "npm run bench -- search, or: node --import tsx bench/search.ts [--articles 10000,100000] [--queries 40]",
  );
} else {
  const shared = process.env.DATELINE_SHARED ?? fileURLToPath(new URL("../../shared", import.meta.url));
  const reuters = join(shared, "corpora/reuters.jsonl");
  if (existsSync(reuters)) await measure("Reuters records", reuters, () => readReuters(reuters));
  else console.log("Reuters records: not here, left out.");
  for (const count of values.articles.split(","))
    await measure("Synthetic archive", count, () => invented(Number(count)));
}
