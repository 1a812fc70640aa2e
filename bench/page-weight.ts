/** `npm run bench -- --weight`: what a reader downloads with a page: bytes as hosts send them, and requests, in a real browser without its cache. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../test/browser/chromium.ts";
import { compress, MEASURED_PAGES, openSampleSite } from "./sample-site.ts";

/** The budget of an article of 400 words without a picture. */
const BUDGET = 10_000;

interface Weight {
  /** The page itself, compressed: HTML with its styles. */
  readonly page: number;
  /** Requests that the first paint waits for, the page among them. */
  readonly blocking: number;
  readonly requests: number;
  /** Scripts, icons and data, compressed. */
  readonly scripts: number;
  readonly pictures: number;
}

async function weigh(browser: Browser, url: string, file: string): Promise<Weight> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    // It fetches what a reader may want next, not this page.
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const found = { requests: 0, blocking: 1, scripts: 0, pictures: 0 };
  const sizes: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        found.requests++;
        if (request.resourceType() === "image") found.pictures += responseBodySize;
        else if (request.resourceType() !== "document") found.scripts += responseBodySize;
      }),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(sizes);
  found.blocking += await page.evaluate(() => {
    const timed: readonly (PerformanceEntry & { readonly renderBlockingStatus?: string })[] =
      performance.getEntriesByType("resource");
    return timed.filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking").length;
  });
  await context.close();
  return { page: compress(readFileSync(file)).length, ...found };
}

const site = await openSampleSite(mkdtempSync(join(tmpdir(), "dateline-weight-")));
const browser = await launchChromium();
try {
  console.log(`${"".padEnd(28)}   page, kB  first paint waits for  requests  scripts, kB  pictures, kB`);
  for (const [name, address] of Object.entries(MEASURED_PAGES)) {
    const weight = await weigh(browser, site.url + address, join(site.output, address));
    const kilo = (bytes: number, width: number): string => (bytes / 1000).toFixed(1).padStart(width);
    console.log(
      `${name.padEnd(28)} ${kilo(weight.page, 10)} ${String(weight.blocking).padStart(22)} ${String(weight.requests).padStart(9)} ${kilo(weight.scripts, 12)} ${kilo(weight.pictures, 13)}`,
    );
    if (name === "article, 425 words" && weight.page > BUDGET) {
      console.log(`Above the budget of ${BUDGET} bytes.`);
      process.exitCode = 1;
    }
  }
  console.log("Of the same length: eleventy-base-blog 5.2 kB and a module of 2 kB, Hugo's PaperMod 9.4 kB.");
} finally {
  await browser.close();
  await site.close();
}
