/** The sample newsroom, built as the README says, and visited as its readers do. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build } from "../../src/build/build.ts";
import { checkDist, renderFinding } from "../../src/check/check-links.ts";
import { selectFolders } from "../../src/newsroom/folders.ts";
import { launchChromium } from "../browser/chromium.ts";
import { serve } from "../browser/serve.ts";

const NOW = Date.UTC(2026, 10, 20, 18, 30);
const ARTICLE = "2026/11/20/sunline-cable-signed.html";
const scratch = mkdtempSync(join(tmpdir(), "dateline-visit-"));
const dist = join(scratch, "dist");
let browser: Browser;

before(async () => {
  await build({ folders: selectFolders({ output: dist, cache: join(scratch, "cache") }), now: NOW });
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** One page of every kind. */
const KINDS = [
  "index.html",
  "ar/index.html",
  "es/index.html",
  ARTICLE,
  "2026/11/19/kittiwake-aground-live.html",
  "2026/11/20/hallow-quay-moves-uphill.html",
  "sections/economy.html",
  "topics/sunline.html",
  "authors/mara-ellin.html",
  "places/port-amber.html",
  "archive/index.html",
  "archive/2026.html",
  "archive/2026/11.html",
  "archive/on/11-20.html",
  "topics/index.html",
  "authors/index.html",
  "places/index.html",
  "corrections.html",
  "about.html",
  "listen.html",
  "search.html",
  "library.html",
  "offline.html",
  "404.html",
];

test("the page of a year leads to the years beside it and to the whole archive, which leads to all", () => {
  const yearsOf = (address: string): string[] =>
    [...readFileSync(join(dist, address), "utf8").matchAll(/<a href="(\d{4})\.html"/g)].map(([, year]) => year ?? "");
  assert.deepEqual(yearsOf("archive/2022.html"), ["2023", "2022", "2021"]);
  assert.deepEqual(yearsOf("archive/2026.html"), ["2026", "2025"]);
  assert.match(readFileSync(join(dist, "archive/2022.html"), "utf8"), /class="kicker"><a href="index\.html">/);
  assert.ok(yearsOf("archive/index.html").length >= 7);
});

test("no link is dead, no address is unfit for a host", () => {
  assert.deepEqual(checkDist(dist, { url: "https://northline.example/" }).map(renderFinding), []);
});

test("every kind of page is valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:document"],
    rules: {
      // Headlines are as long as they are.
      "long-title": "off",
      // A script with `integrity` does not run from a file.
      "require-sri": "off",
    },
  });
  for (const address of KINDS) {
    const report = await validator.validateString(readFileSync(join(dist, address), "utf8"));
    assert.deepEqual(
      report.results.flatMap(({ messages }) =>
        messages.map(({ line, message, ruleId }) => `${address}:${line} ${ruleId}: ${message}`),
      ),
      [],
    );
  }
});

test("what is embargoed, a draft or over leaves no trace in any file", () => {
  const held = ["articles/2026/11", "articles/2026/10"];
  assert.ok(held.length > 0);
  const manifest = readFileSync(join(dist, "SHA256SUMS"), "utf8");
  for (const name of ["embargo", "draft", "expired"]) assert.ok(!manifest.includes(`/${name}`), name);
});

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("axe finds nothing on any kind of page, at both widths, in light and dark", async () => {
  for (const [width, colorScheme] of [
    [390, "dark"],
    [1280, "light"],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const address of KINDS) {
      await page.goto(pathToFileURL(join(dist, address)).href);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        // Targets of 24 px are a rule of WCAG 2.2, and off unless asked for.
        const { violations } = await axe.run({ rules: { "target-size": { enabled: true } } });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      assert.deepEqual(found, [], `${address} at ${width} px, ${colorScheme}`);
    }
    await context.close();
  }
});

interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

async function begin(start: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const origin = start.slice(0, start.lastIndexOf("/") + 1);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:"))
      complaints.push(`leaves the site: ${request.url()}`);
  });
  await page.goto(start);
  return { page, complaints, close: () => context.close() };
}

async function click(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
}

async function walk(start: string, options: BrowserContextOptions): Promise<void> {
  const { page, complaints, close } = await begin(start, options);
  const home = page.url();
  const headline = async () => (await page.locator("h1").textContent())?.trim() ?? "";
  // By section.
  await click(page, 'header a:has-text("Economy")');
  assert.equal(await headline(), "Economy");
  await click(page, 'main a:has-text("Bank of Norrend holds its rate")');
  assert.match(await headline(), /^Bank of Norrend/);
  // By the field in the masthead, which needs no script.
  await page.locator("header input[name=q]").fill("sunline");
  await Promise.all([page.waitForURL(/search\.html\?q=sunline$/), page.keyboard.press("Enter")]);
  assert.equal(await page.locator("header input").count(), 0);
  await page.goBack();
  // By topic.
  await click(page, 'main a:has-text("Bank of Norrend"):not(h1 *)');
  await page.goto(home);
  // By date.
  await click(page, 'footer a:has-text("Archive")');
  await click(page, 'main a:has-text("November")');
  await click(page, 'main a:has-text("Norrend and Zahrawan sign")');
  assert.match(await headline(), /^Norrend and Zahrawan/);
  // All parts of an agency's page.
  const text = (await page.locator("body").textContent()) ?? "";
  for (const part of [
    /15:40 GMT 20 November 2026/,
    /PORT AMBER \(Northline\)/i,
    /Related/,
    /In this story/,
    /Community standards/,
    /Discussion/,
    /Listen Live/,
    /Get short URL/,
  ])
    assert.match(text, part);
  // The short link brings the reader back.
  const short = await page.locator('a:has-text("Get short URL")').getAttribute("href");
  assert.ok(short !== null);
  const article = page.url();
  await page.goto(new URL(short, article).href);
  await page.waitForURL(article);
  // The stream waits for the reader.
  await click(page, 'a:has-text("Listen Live")');
  assert.equal(await page.locator("audio").getAttribute("preload"), "none");
  assert.deepEqual(complaints, []);
  await close();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "with scripts off";
  test(`a visit by section, topic and date from file://, ${how}`, () =>
    walk(pathToFileURL(join(dist, "index.html")).href, { javaScriptEnabled }));
  for (const base of ["/", "/some/path/"]) {
    test(`the same over http at ${base}, ${how}`, async (context) => {
      const host = await serve(dist, { base });
      context.after(host.kill);
      await walk(`${host.url}index.html`, { javaScriptEnabled });
    });
  }
}

test("Get short URL copies the absolute short address and says so, from file:// too", async () => {
  const { page, close } = await begin(pathToFileURL(join(dist, ARTICLE)).href);
  await page.locator('a:has-text("Get short URL")').click();
  const status = page.locator('[role="status"]').filter({ hasText: "https://nl.example/" });
  await status.first().waitFor();
  await close();
});

test("nothing moves while a page loads over the web, nor when scripts add to it", async (context) => {
  const host = await serve(dist, {});
  context.after(host.kill);
  for (const address of [
    ARTICLE,
    "index.html",
    "sections/economy.html",
    "topics/sunline.html",
    "search.html?q=sunline",
  ]) {
    // A fresh context, so that the worker is installed while the page is looked at.
    const fresh = await browser.newContext({ viewport: { width: 412, height: 823 } });
    const page = await fresh.newPage();
    await page.addInitScript(`window.moved = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries())
          window.moved.push(value + ": " + sources.map(({ node }) => node?.outerHTML?.slice(0, 80)).join(", "));
      }).observe({ type: "layout-shift", buffered: true });`);
    await page.goto(host.url + address);
    const last = address.startsWith("search") ? ".search-hit" : "#save-offline";
    await page.locator(last).first().waitFor({ state: "attached" });
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))");
    assert.deepEqual(await page.evaluate("window.moved"), [], address);
    await fresh.close();
  }
});

/** Presses Tab until a link or button of that text has the focus, which must be visible at every stop. */
async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const found = document.activeElement;
      const style = found === null ? undefined : getComputedStyle(found);
      const drawn = style !== undefined && (style.outlineStyle !== "none" || found instanceof HTMLMediaElement);
      return { text: found?.textContent?.trim() ?? "", drawn };
    });
    assert.ok(focused.drawn, `${page.url()}: the focus cannot be seen on ${focused.text}`);
    if (text.test(focused.text)) return;
  }
  assert.fail(`${page.url()}: no stop of Tab is ${text}`);
}

test("a whole visit by keyboard alone: section, article, topic, search, and the theme", async (context) => {
  const host = await serve(dist, {});
  context.after(host.kill);
  const { page, complaints, close } = await begin(`${host.url}index.html`);
  const enter = async (text: RegExp): Promise<void> => {
    await tabTo(page, text);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  };
  await enter(/^Economy$/);
  await enter(/^Bank of Norrend holds its rate/);
  await tabTo(page, /^Skip to the text$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Get short URL$/);
  await page.keyboard.press("Enter");
  await page.locator('[role="status"]').filter({ hasText: "https://nl.example/" }).first().waitFor();
  await enter(/^Bank of Norrend$/);
  assert.equal(await page.locator("h1").textContent(), "Bank of Norrend");
  await page.keyboard.press("/");
  await page.keyboard.type("sunline");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=sunline$/);
  await page.locator(".search-hit").first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.match(page.url(), /\/2026\/\d\d\/\d\d\/[a-z-]+\.html$/);
  await tabTo(page, /^Light or dark/);
  await page.keyboard.press("Space");
  assert.match((await page.locator("html").getAttribute("data-theme")) ?? "", /^(dark|light)$/);
  assert.deepEqual(complaints, []);
  await close();
});
