/** `node --import tsx docs/pictures/pages.ts` takes the README's picture from `dist/`: front page and article, desk and phone, light and dark. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { launchChromium } from "../../test/browser/chromium.ts";

const HOUSE = resolve(import.meta.dirname, "../..");
const ARTICLE = "2026/11/20/sunline-cable-signed.html";
/** Pixels. */
const HEIGHT = 900;
const GAP = 24;
const VIEWS = [
  { address: "index.html", width: 1280, colorScheme: "light" },
  { address: ARTICLE, width: 390, colorScheme: "light" },
  { address: ARTICLE, width: 1280, colorScheme: "dark" },
  { address: "ar/index.html", width: 390, colorScheme: "dark" },
] as const;

const browser = await launchChromium();
const shots: { input: Buffer; left: number; top: number }[] = [];
for (const [index, { address, width, colorScheme }] of VIEWS.entries()) {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme });
  await page.goto(pathToFileURL(resolve(HOUSE, "dist", address)).href);
  const input = await page.screenshot();
  shots.push({ input, left: GAP + (width === 390 ? 1280 + GAP : 0), top: GAP + Math.floor(index / 2) * (HEIGHT + GAP) });
  await page.close();
}
await browser.close();
const width = 1280 + 390 + 3 * GAP;
const height = 2 * HEIGHT + 3 * GAP;
const sheet = await sharp({ create: { width, height, channels: 3, background: "#8a8578" } }).composite(shots).png().toBuffer();
await sharp(sheet).resize(1000).png({ palette: true, quality: 80 }).toFile(resolve(import.meta.dirname, "pages.png"));
