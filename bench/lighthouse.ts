/**
 * `npm run bench -- --lighthouse`: Lighthouse, as for a phone, on the sample newsroom over http. Lighthouse itself is not among the
 * house's packages: it and what it needs are some 200 packages that nothing else uses. It is looked for in `--from DIR`,
 * in the house, and where `npx lighthouse` keeps it.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { findChromium } from "../test/browser/chromium.ts";
import { MEASURED_PAGES, openSampleSite } from "./sample-site.ts";

const ENTRY = "node_modules/lighthouse/cli/index.js";

interface Audit {
  readonly id: string;
  readonly score: number | null;
  readonly displayValue?: string;
  readonly numericValue?: number;
}
interface Category {
  readonly id: string;
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}
interface LighthouseReport {
  readonly lighthouseVersion: string;
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, Audit>>;
  readonly runWarnings: readonly string[];
}

function findLighthouse(from: string | undefined): string | undefined {
  const npx = join(process.env.npm_config_cache ?? join(homedir(), ".npm"), "_npx");
  const kept = existsSync(npx) ? readdirSync(npx).map((name) => join(npx, name)) : [];
  return [...(from === undefined ? [] : [resolve(from)]), resolve(import.meta.dirname, ".."), ...kept]
    .map((folder) => join(folder, ENTRY))
    .find((path) => existsSync(path));
}

/** Runs beside this process, which serves the pages. */
async function audit(lighthouse: string, url: string, report: string): Promise<LighthouseReport> {
  const flags = "--headless --no-sandbox --disable-gpu --disable-background-networking";
  const args = [lighthouse, url, "--quiet", "--output=json", `--output-path=${report}`, `--chrome-flags=${flags}`];
  const env = { ...process.env, CHROME_PATH: findChromium() };
  await promisify(execFile)(process.execPath, args, { env, timeout: 120_000 });
  return JSON.parse(readFileSync(report, "utf8")) as LighthouseReport;
}

/** The run in the middle by its performance. */
function middleOf(runs: readonly LighthouseReport[]): LighthouseReport {
  const by = (run: LighthouseReport): number => run.categories.performance?.score ?? 0;
  const middle = runs.toSorted((one, other) => by(one) - by(other))[Math.floor(runs.length / 2)];
  if (middle === undefined) throw new RangeError("--runs: write 1 or more");
  return middle;
}

function printReport(name: string, run: LighthouseReport, best: number): boolean {
  const scores = Object.values(run.categories).map(({ score }) => Math.round((score ?? 0) * 100));
  const value = (id: string): string => run.audits[id]?.displayValue ?? "";
  const timing = `${value("first-contentful-paint")} ${value("largest-contentful-paint")} ${value("total-blocking-time")} ${value("cumulative-layout-shift")}`;
  console.log(
    `${name.padEnd(28)} ${scores.map((score) => String(score).padStart(4)).join("")}  ${String(best).padStart(3)}   ${timing.replace(/\u00a0/g, " ")}`,
  );
  for (const { auditRefs } of Object.values(run.categories)) {
    for (const { id, weight } of auditRefs) {
      const { score, displayValue = "" } = run.audits[id] ?? { score: null };
      if (weight > 0 && score !== null && score < 0.9)
        console.log(`  ${id}: ${score}, ${displayValue.replace(/\u00a0/g, " ")}`);
    }
  }
  for (const warning of run.runWarnings) console.log(`  ${warning}`);
  return scores.every((score) => score === 100);
}

const { values } = parseArgs({ options: { from: { type: "string" }, runs: { type: "string" } } });
const lighthouse = findLighthouse(values.from);
if (lighthouse === undefined) {
  console.log(
    "Lighthouse is not on this machine; nothing was measured. Once: `npx --yes lighthouse --version`, or name a folder with `--from DIR`.",
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), "dateline-lighthouse-"));
  const site = await openSampleSite(folder);
  try {
    let first = true;
    for (const [name, address] of Object.entries(MEASURED_PAGES)) {
      const runs: LighthouseReport[] = [];
      while (runs.length < Number(values.runs ?? 3))
        runs.push(await audit(lighthouse, site.url + address, join(folder, "report.json")));
      const run = middleOf(runs);
      const best = Math.round(Math.max(...runs.map(({ categories }) => categories.performance?.score ?? 0)) * 100);
      if (first) {
        console.log(
          `Lighthouse ${run.lighthouseVersion}, mobile, the middle of ${runs.length} runs; load ${loadavg()[0]?.toFixed(1)}. Other work on the machine lowers performance alone.`,
        );
        console.log(
          `${"".padEnd(28)} ${Object.keys(run.categories).join(", ")}, best performance   first paint, largest, blocked, shift`,
        );
        first = false;
      }
      if (!printReport(name, run, best)) process.exitCode = 1;
    }
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
