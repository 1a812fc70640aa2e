/** `npm run bench -- --preview`: how long a saved article takes until its new words stand in the browser that shows it. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { launchChromium } from "../test/browser/chromium.ts";
import { writeArchive } from "./archive.ts";

const { values } = parseArgs({ options: { articles: { type: "string" }, folder: { type: "string" } } });
const HOUSE = resolve(import.meta.dirname, "..");
const LAUNCHER = join(HOUSE, "src/cli/dateline.js");
const PORT = 8137;
const TIMES = 9;
/** Milliseconds between two savings: the search index follows two seconds after one, and is not to be in the way. */
const PAUSE = 4000;

/** Starts the preview, and waits until it serves. Its state stands in the house, as always. */
async function startPreview(folder: string): Promise<() => void> {
  const folders = ["--content", join(folder, "content"), "--data", join(folder, "data")];
  const child = spawn(process.execPath, [LAUNCHER, "start", ...folders, "--port", String(PORT)], { cwd: HOUSE });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      said += data;
    });
  while (!said.includes(`localhost:${PORT}`)) {
    if (child.exitCode !== null) throw new Error(`the preview ended:\n${said}`);
    await setTimeout(100);
  }
  return () => child.kill("SIGINT");
}

async function bench(folder: string, articles: number): Promise<void> {
  writeArchive({ folder, articles });
  const stop = await startPreview(folder);
  const browser = await launchChromium();
  try {
    const names = readdirSync(join(folder, "content"), { recursive: true, encoding: "utf8" });
    const file = join(
      folder,
      "content",
      names
        .filter((name) => name.endsWith(".md"))
        .sort()
        .at(-1) ?? "",
    );
    const text = readFileSync(file, "utf8");
    const [day = ""] = /^date: (\S{10})/m.exec(text)?.slice(1) ?? [];
    const slug = /([^/]+)\.md$/.exec(file)?.[1];
    const page = await browser.newPage();
    await page.goto(`http://localhost:${PORT}/${day.replaceAll("-", "/")}/${slug}.html`);
    const took: number[] = [];
    for (let time = 1; time <= TIMES; time++) {
      await setTimeout(PAUSE);
      const word = `Saved${time}.`;
      const saved = performance.now();
      writeFileSync(file, `${text}\n${word}\n`);
      await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), word, { polling: 10 });
      took.push(performance.now() - saved);
    }
    took.sort((one, other) => one - other);
    const [least, middle, most] = [0, TIMES >> 1, TIMES - 1].map((index) => took[index]?.toFixed(0));
    console.log(`${articles} articles: ${middle} ms from saving to standing in the page (${least} to ${most})`);
  } finally {
    await browser.close();
    stop();
  }
}

const folder = mkdtempSync(
  join(values.folder ?? (existsSync("/dev/shm") ? "/dev/shm" : tmpdir()), "dateline-preview-"),
);
try {
  await bench(folder, Number(values.articles ?? 10_000));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
