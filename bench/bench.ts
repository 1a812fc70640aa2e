/** `npm run bench`: builds the same pages with Dateline and with each peer found on the machine, in turns, and prints medians and ratios. */
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  type Contestant,
  clear,
  findAstro,
  hasProgram,
  PEER_NAMES,
  type PeerName,
  readyDateline,
  readyPeer,
} from "./contestants.ts";
import { type Measured, measure } from "./process-tree.ts";
import { comparePages, countPages, weighArticles } from "./same-pages.ts";

const HELP = `npm run bench -- [options]      measures Dateline against its peers on the same pages

  --articles N     articles of the seeded archive            (1000: some minutes)
  --against NAMES  hugo, bare, eleventy, jekyll, astro; all  (hugo, bare; who is not installed is passed over)
  --from DIR       where Astro is: a folder in which npm install astro@5 @astrojs/rss @astrojs/sitemap was run
  --node PATH      also Dateline on another Node: npm install node@24 in some folder, node_modules/node/bin/node there
  --everything     also Dateline with the search index, with the check of links, and with all that no peer has
  --rounds N       times that each is run, in turns          (3)
  --folder DIR     where the sites are made and removed      (/dev/shm, else the folder for temporary files)
  --edits N        instead: N random edits, each republish compared with a full build
  --kills N        instead: N publishes killed at random moments while a reader follows links through the site
  --intake DIR     instead: the readers of foreign formats and of datelines, on reuters.jsonl, pages/ and extraction/ in DIR
  --weight         instead: what a reader downloads with each kind of page of the sample newsroom
  --queries N      instead: N two-word questions of the search index, each cold, in Chromium from file://, and 200 against
                   brute force (--articles 10000,100000)
  --preview        instead: from saving an article to its new words in the browser, with npm start (--articles 10000)
  --packages       instead: size and seconds of a zip, a book, a single file and a ZIM file (--articles 1600)
  --lighthouse     instead: Lighthouse on the same pages, where it is installed (--from DIR names the folder), --runs N each (3)
  --help`;

const HOUSE = resolve(import.meta.dirname, "..");

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Says why a peer cannot be run here; undefined where it can. */
function findWant(peer: PeerName, from: string | undefined): string | undefined {
  switch (peer) {
    case "hugo":
      return hasProgram("hugo") ? undefined : "Debian has it: apt-get install hugo";
    case "jekyll":
      return hasProgram("jekyll")
        ? undefined
        : "Debian has it: apt-get install jekyll ruby-jekyll-feed ruby-jekyll-redirect-from ruby-jekyll-sitemap";
    case "astro":
      return findAstro(from) === undefined
        ? "run npm install astro@5 @astrojs/rss @astrojs/sitemap in some folder, and name it with --from"
        : undefined;
    case "bare":
    case "eleventy":
      return undefined;
  }
}

function selectPeers(given: string | undefined, from: string | undefined): PeerName[] {
  const names = given === "all" ? PEER_NAMES : (given?.split(",") ?? ["hugo", "bare"]);
  return names.flatMap((name) => {
    const peer = PEER_NAMES.find((known) => known === name);
    if (peer === undefined) throw new RangeError(`--against ${name}: write ${PEER_NAMES.join(", ")}`);
    const want = findWant(peer, from);
    if (want !== undefined) console.log(`${peer} is passed over; ${want}`);
    return want === undefined ? [peer] : [];
  });
}

const CORPORA = ["reuters.jsonl", "pages", "extraction"];

/** The folder of corpora: the one given, or `corpora` in it; undefined where neither holds any. */
function selectCorpora(given: string): string | undefined {
  return [resolve(given), resolve(given, "corpora")].find((folder) =>
    CORPORA.some((name) => existsSync(join(folder, name))),
  );
}

function runNode(args: readonly string[], env: Readonly<Record<string, string>>): void {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", ...args], {
    cwd: HOUSE,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exitCode = 1;
}

/** Flags as another script takes them; those that were not given are left to it. */
function selectFlags(given: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : `--${name}=${value}`));
}

type Runs = Map<Contestant, Measured[]>;

function printRuns(title: string, runs: Runs): void {
  console.log(`\n${title}`);
  console.log(`${"".padEnd(36)}     wall      cpu     peak   dateline's wall, cpu to it`);
  const [own] = runs.values();
  for (const [{ name }, list] of runs) {
    const of = (pick: (run: Measured) => number) => median(list.map(pick));
    const ratio = (pick: (run: Measured) => number) =>
      median(list.map((run, index) => pick(own?.[index] ?? run) / pick(run))).toFixed(2);
    const { seconds, cpuSeconds, peak } = {
      seconds: of((run) => run.seconds),
      cpuSeconds: of((run) => run.cpuSeconds),
      peak: of((run) => run.peak),
    };
    console.log(
      `${name.padEnd(36)} ${seconds.toFixed(2).padStart(6)} s ${cpuSeconds.toFixed(2).padStart(6)} s ${peak.toFixed(0).padStart(5)} MB   ${ratio((run) => run.seconds)}, ${ratio((run) => run.cpuSeconds)}`,
    );
  }
}

/** Every contestant in turn, so often; `before` makes ready for a run, `after` clears up. */
async function runInTurns(
  contestants: readonly Contestant[],
  rounds: number,
  before: (one: Contestant) => void,
  after: (one: Contestant) => void = () => {},
): Promise<Runs> {
  const runs: Runs = new Map(contestants.map((one) => [one, []]));
  for (let round = 0; round < rounds; round++) {
    for (const one of contestants) {
      before(one);
      runs.get(one)?.push(await measure(one.command, one));
      after(one);
    }
  }
  return runs;
}

/** Some article in the middle of the archive. */
function findArticle({ content }: Contestant): string {
  const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  return join(content, files[Math.floor(files.length / 2)] ?? "");
}

/** The newest article of an archive, so that another one can be written like it. */
function findNewest({ content }: Contestant): string {
  const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  const dated = files.map((name) => join(content, name)).map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const dateOf = (text: string): string => /^date: (.*)$/m.exec(text)?.[1] ?? "";
  return dated.reduce((newest, one) => (dateOf(one.text) > dateOf(newest.text) ? one : newest)).file;
}

interface BuildBench {
  readonly articles: number;
  readonly peers: readonly PeerName[];
  readonly rounds: number;
  /** Whether Dateline is built with each further part, too. */
  readonly everything: boolean;
  /** Where the sites are made. */
  readonly folder: string;
  /** Where Astro is. */
  readonly from: string | undefined;
  /** Another Node. */
  readonly node: string | undefined;
}

/** What a part costs: the median of the differences between the builds with and without it in the same round. */
function printDifference(part: string, runs: readonly Measured[], without: readonly Measured[]): void {
  const of = (pick: (run: Measured) => number) =>
    median(runs.map((run, index) => pick(run) - pick(without[index] ?? run))).toFixed(2);
  console.log(`${part}: ${of((run) => run.seconds)} s wall, ${of((run) => run.cpuSeconds)} s cpu more`);
}

async function benchBuilds({ articles, peers, rounds, everything, folder, from, node }: BuildBench): Promise<void> {
  const own = readyDateline(folder, articles, "same pages");
  const elsewhere = node === undefined ? [] : [readyDateline(folder, articles, "same pages", node)];
  const same = [own, ...elsewhere, ...peers.map((peer) => readyPeer(peer, folder, articles, from))];
  const extents = everything ? (["search", "links", "everything"] as const) : [];
  const further = new Map(extents.map((extent) => [extent, readyDateline(folder, articles, extent)]));
  console.log(
    `${articles} articles; Node ${process.versions.node}; ${cpus()[0]?.model ?? ""}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB; load ${loadavg()[0]?.toFixed(1)}`,
  );
  const added = [...further.values()];
  // Sites that nobody looks at later go at once, since the folder may lie in memory.
  const full = await runInTurns([...same, ...added], rounds, clear, (one) => {
    if (added.includes(one)) clear(one);
  });
  comparePages(same, articles);
  for (const one of same)
    console.log(
      `${one.name}: ${Object.entries(countPages(one))
        .map(([kind, count]) => `${count} ${kind}`)
        .join(", ")}; ${weighArticles(one)} bytes an article`,
    );
  printRuns("Full build, the same pages", new Map(same.map((one) => [one, full.get(one) ?? []])));
  if (everything) {
    printRuns("Full build, further parts", new Map([own, ...added].map((one) => [one, full.get(one) ?? []])));
    for (const [part, one] of further) printDifference(part, full.get(one) ?? [], full.get(own) ?? []);
  }

  const again = same.filter((one) => one === own || elsewhere.includes(one) || one.name === "hugo");
  const edited = new Map(again.map((one) => [one, findArticle(one)]));
  const republished = await runInTurns(again, rounds, (one) =>
    appendFileSync(edited.get(one) ?? "", "\nOne more line.\n"),
  );
  printRuns("One article edited", republished);

  const newest = findNewest(own);
  const fresh = join(newest, "../ferry.md");
  const text = readFileSync(newest, "utf8").replace(/^title: .*/m, "title: A ferry for Port Amber");
  writeFileSync(
    fresh,
    text.replace(/^date: .*/m, (line) => line.replace(/T.*/, "T23:59:00Z")),
  );
  const { output } = await measure(own.command, own);
  const { written } = JSON.parse(output.slice(output.indexOf("{"))) as { readonly written: readonly string[] };
  console.log(`\nOne new article: ${written.length} files written`);
  rmSync(fresh);
  for (const one of same) clear(one);
}

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    against: { type: "string" },
    rounds: { type: "string" },
    everything: { type: "boolean" },
    node: { type: "string" },
    folder: { type: "string" },
    edits: { type: "string" },
    kills: { type: "string" },
    intake: { type: "string" },
    weight: { type: "boolean" },
    queries: { type: "string" },
    packages: { type: "boolean" },
    preview: { type: "boolean" },
    lighthouse: { type: "boolean" },
    from: { type: "string" },
    runs: { type: "string" },
    help: { type: "boolean" },
  },
});
if (values.help === true) console.log(HELP);
else if (values.weight === true) runNode(["bench/page-weight.ts"], {});
else if (values.lighthouse === true)
  runNode(["bench/lighthouse.ts", ...selectFlags({ from: values.from, runs: values.runs })], {});
else if (values.queries !== undefined)
  runNode(["bench/search.ts", ...selectFlags({ articles: values.articles, queries: values.queries })], {});
else if (values.packages === true)
  runNode(["bench/packages.ts", ...selectFlags({ articles: values.articles, folder: values.folder })], {});
else if (values.preview === true)
  runNode(["bench/preview.ts", ...selectFlags({ articles: values.articles, folder: values.folder })], {});
else if (values.edits !== undefined)
  runNode(["--test", "test/edition/republish.test.ts"], { DATELINE_EDITS: values.edits, DATELINE_EDITS_AT_ONCE: "1" });
else if (values.kills !== undefined) runNode(["--test", "test/output/crash.test.ts"], { DATELINE_KILLS: values.kills });
else if (values.intake !== undefined) {
  const corpora = selectCorpora(values.intake);
  if (corpora === undefined) {
    console.error(`--intake ${values.intake}: there is none of ${CORPORA.join(", ")} in it`);
    process.exitCode = 2;
  } else
    for (const name of ["intake-wire", "intake-pages", "dateline"])
      runNode([`bench/${name}.ts`], { DATELINE_CORPORA: corpora });
} else {
  const articles = Number(values.articles ?? 1000);
  const base = values.folder ?? (existsSync("/dev/shm") ? "/dev/shm" : tmpdir());
  const folder = join(base, `dateline-bench-${process.pid}`);
  if (values.articles === undefined)
    console.log("A small archive, to be done in some minutes; --articles 10000 measures in earnest.");
  try {
    await benchBuilds({
      articles,
      peers: selectPeers(values.against, values.from),
      rounds: Number(values.rounds ?? 3),
      everything: values.everything === true,
      folder,
      from: findAstro(values.from),
      node: values.node,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
