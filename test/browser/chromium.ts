/** Real Chromium for tests: the machine's own where there is one, else the one that a package carries. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

/** Path of the machine's Chromium: `CHROME_PATH` first, then the usual places. */
export function findChromium(): string | undefined {
  return [process.env.CHROME_PATH, ...PLACES].find((path) => path !== undefined && path !== "" && existsSync(path));
}

/** Starts Chromium without a window and without its sandbox (tests run in containers). Close it in `after`. */
export async function launchChromium(more: { readonly args?: readonly string[] } = {}): Promise<Browser> {
  const own = findChromium();
  if (own !== undefined) {
    return chromium.launch({ executablePath: own, args: ["--no-sandbox", ...QUIET, ...(more.args ?? [])] });
  }
  const { default: carried } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await carried.executablePath(),
    args: [...carried.args, ...(more.args ?? [])],
  });
}
