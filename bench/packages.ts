/** `npm run bench -- --packages`: an invented archive of some 4,000 pages, built, and packaged in each form: size and seconds of each. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { zimwriterIsThere } from "../src/package/zim.ts";
import { clear, readyDateline } from "./contestants.ts";
import { measure } from "./process-tree.ts";

const { values } = parseArgs({ options: { articles: { type: "string" }, folder: { type: "string" } } });
const LAUNCHER = resolve(import.meta.dirname, "../src/cli/dateline.js");

/** The newest month that is whole. */
function findMonth(files: readonly string[]): string {
  const months = files.flatMap((name) => /^archive\/(\d{4})\/(\d{2})\.html$/.exec(name)?.slice(1).join("-") ?? []);
  return months.sort().at(-2) ?? "all";
}

async function bench(folder: string, articles: number): Promise<void> {
  const site = readyDateline(folder, articles, "everything");
  clear(site);
  await measure(site.command, site);
  const files = readdirSync(site.output, { recursive: true, encoding: "utf8" });
  const pages = files.filter((name) => name.endsWith(".html")).length;
  const load = (loadavg()[0] ?? 0).toFixed(0);
  console.log(`${articles} articles, ${pages} pages, ${files.length} files and folders; load ${load}\n`);
  console.log("| form | edition | size | wall | processor | peak |\n|---|---|---|---|---|---|");
  // One month as a single file: more does not open in comfort on a phone.
  const editions = { zip: "all", epub: "all", html: findMonth(files), zim: "all" };
  for (const [form, edition] of Object.entries(editions)) {
    if (form === "zim" && !zimwriterIsThere()) {
      console.log("| zim | | needs zimwriterfs (Debian: zim-tools) | | | |");
      continue;
    }
    const command = [process.execPath, LAUNCHER, "package", "--edition", edition, "--as", form, "--json"];
    const run = await measure([...command, "--from", site.output, "--to", join(folder, "packages")], site);
    const [file] = JSON.parse(run.output.slice(run.output.indexOf("["))) as readonly { readonly bytes: number }[];
    const figures = [run.seconds, run.cpuSeconds].map((seconds) => `${seconds.toFixed(1)} s`);
    console.log(
      `| ${[form, edition, `${((file?.bytes ?? 0) / 1e6).toFixed(1)} MB`, ...figures, `${run.peak.toFixed(0)} MB`].join(" | ")} |`,
    );
  }
}

const folder = mkdtempSync(
  join(values.folder ?? (existsSync("/dev/shm") ? "/dev/shm" : tmpdir()), "dateline-packages-"),
);
try {
  await bench(folder, Number(values.articles ?? 1600));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
