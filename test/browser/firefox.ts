/** Real Firefox for tests, the unpatched one that people use, driven by WebDriver BiDi. */
import { existsSync } from "node:fs";
import { type Browser, firefox } from "playwright-core";

const PLACES = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/usr/lib/firefox-esr/firefox-esr",
  "/opt/firefox/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** Path of the machine's Firefox: `FIREFOX_PATH` first, then the usual places. */
export function findFirefox(): string | undefined {
  return [process.env.FIREFOX_PATH, ...PLACES].find((path) => path !== undefined && path !== "" && existsSync(path));
}

/** For a test's `skip`: false where Firefox is there, else what to do about it. */
export const firefoxIsMissing: string | false =
  findFirefox() === undefined ? "no Firefox here; install Debian's firefox-esr or set FIREFOX_PATH" : false;

/** Starts Firefox without a window. Close it in `after`. Throws where there is none. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error(String(firefoxIsMissing));
  // The channel chooses WebDriver BiDi; without it playwright drives only its own patched build.
  return firefox.launch({ channel: "moz-firefox", executablePath });
}
