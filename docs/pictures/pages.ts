/**
 * Takes the README's picture, front pages and articles, desk and phone, light and dark, from the sample as it stood on its evening:
 *
 *     npm run build -- --now 2026-11-20T18:30Z --output DIST --cache CACHE
 *     node --import tsx docs/pictures/pages.ts DIST
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { launchChromium } from "../../test/browser/chromium.ts";

const HOUSE = resolve(import.meta.dirname, "../..");
const DIST = resolve(process.argv[2] ?? resolve(HOUSE, "dist"));
const EVENING = "2026-11-20T18:45Z";
const CORRECTED = "2026/11/20/kittiwake-refloated.html";
const LONG_READ = "2026/11/20/hallow-quay-moves-uphill.html";
/** Pixels. */
const HEIGHT = 900;
const GAP = 24;
const VIEWS = [
  { address: "index.html", width: 1280, colorScheme: "light" },
  { address: CORRECTED, width: 390, colorScheme: "light" },
  { address: LONG_READ, width: 1280, colorScheme: "dark" },
  { address: "ar/index.html", width: 390, colorScheme: "dark" },
] as const;

const browser = await launchChromium();
const shots: { input: Buffer; left: number; top: number }[] = [];
for (const [index, { address, width, colorScheme }] of VIEWS.entries()) {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme });
  await page.clock.setFixedTime(EVENING);
  await page.goto(pathToFileURL(resolve(DIST, address)).href);
  const input = await page.screenshot();
  shots.push({ input, left: GAP + (width === 390 ? 1280 + GAP : 0), top: GAP + Math.floor(index / 2) * (HEIGHT + GAP) });
  await page.close();
}
await browser.close();
const width = 1280 + 390 + 3 * GAP;
const height = 2 * HEIGHT + 3 * GAP;
const sheet = await sharp({ create: { width, height, channels: 3, background: "#8a8578" } }).composite(shots).png().toBuffer();
await sharp(sheet).resize(1000).png({ palette: true, quality: 80 }).toFile(resolve(import.meta.dirname, "pages.png"));
