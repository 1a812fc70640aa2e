import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page, Request } from "playwright-core";
import { bundleScript } from "../../src/build/scripts.ts";
import { article, buildIndex } from "../search/built-index.ts";
import { launchChromium } from "./chromium.ts";

const STRINGS = {
  found: "Found: {count}.",
  none: "Nothing.",
  any: "Some of the words.",
  mended: "Nothing for {from}, this is {to}.",
  failed: "Failed.",
  more: "More",
};

const ARTICLES = [
  article({
    row: 1,
    title: "Ferry <b>Ilse</b> returns to Port Ansel",
    address: "2023/04/02/ferry.html",
    publishedAt: Date.UTC(2023, 3, 2, 12),
    standfirst: "The harbour council voted to reopen the winter crossing.",
    body: "Crews said the crossing had been missed.",
    section: "world",
    tags: ["Port Ansel"],
    topics: ["port-ansel"],
    place: "PORT ANSEL",
  }),
  article({
    row: 2,
    title: "Lighthouse keepers hold their last reunion",
    address: "2024/01/09/keepers.html",
    publishedAt: Date.UTC(2024, 0, 9, 12),
    body: "The crossing was calm, and the harbour council sent flowers.",
    section: "culture",
  }),
  ...Array.from({ length: 15 }, (_, index) =>
    article({ row: 10 + index, title: `Tide table number ${index}`, body: "Figures for sailors.", section: "world" }),
  ),
];

const folder = mkdtempSync(join(tmpdir(), "dateline search "));
let browser: Browser;
let page: Page;

function put(address: string, text: string): void {
  mkdirSync(dirname(join(folder, address)), { recursive: true });
  writeFileSync(join(folder, address), text);
}

before(async () => {
  const { files } = await buildIndex(ARTICLES);
  for (const [address, text] of files) put(address, text);
  const scripts = [await bundleScript("page"), await bundleScript("search")];
  for (const script of scripts) put(script.name, script.text);
  put(
    "search.html",
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none';script-src 'self';form-action 'self';base-uri 'none'">
<script defer src="search/index.js"></script>${scripts.map((script) => `<script defer src="${script.name}"></script>`).join("")}</head><body>
<div id="search-filters"></div><form id="search" method="get"><input type="search" name="q"></form>
<p id="search-status" role="status"></p><div id="search-results"></div>
<script type="application/json" id="search-strings">${JSON.stringify(STRINGS)}</script></body></html>`,
  );
  put("2023/04/02/ferry.html", "<!doctype html><title>The ferry</title>");
  browser = await launchChromium();
  page = await browser.newPage();
});

after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function open(query: string): Promise<void> {
  await page.goto(`${pathToFileURL(folder).href}/search.html${query}`);
}

async function status(): Promise<string | null> {
  await page.waitForFunction(() => document.getElementById("search-status")?.textContent !== "");
  return page.locator("#search-status").textContent();
}

const titles = (): Promise<string[]> => page.locator(".search-title").allInnerTexts();

test("a query in the address is answered from file://, with its words marked and no markup let in", async () => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await open("?q=ferry+crossings");
  assert.equal(await status(), "Found: 1.");
  assert.deepEqual(await titles(), ["Ferry <b>Ilse</b> returns to Port Ansel"]);
  assert.deepEqual(await page.locator("mark").allInnerTexts(), ["Ferry", "crossing", "crossing"]);
  assert.equal(await page.locator(".search-hit b").count(), 0);
  assert.equal(await page.locator(".search-facts").textContent(), "World · 2 April 2023");
  assert.match((await page.locator(".search-title").getAttribute("href")) ?? "", /\/2023\/04\/02\/ferry\.html$/);
  assert.deepEqual(errors, []);
});

/** Files of the index that a page asks for, `index.js` not among them. */
async function filesAsked(query: string, until: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const note = (request: Request): number => asked.push(request.url());
  page.on("request", note);
  await open(query);
  await until();
  page.off("request", note);
  return asked
    .filter((url) => /\/search\/(?!index)/.test(url))
    .map((url) => url.replace(/.*\/search\//, "").replace(/[0-9a-f]{8,}/, "…"));
}

const EARLY = ["en-…/head.js", "stem-en-….js"];

test("head and stemmer are loaded while the page's script is on its way, and once", async () => {
  await page.route(/\/assets\/search-/, (route) => route.abort());
  assert.deepEqual(await filesAsked("?q=ferry", () => page.waitForLoadState()), EARLY);
  await page.unroute(/\/assets\/search-/);
  const asked = await filesAsked("?q=ferry", status);
  for (const file of EARLY) assert.equal(asked.filter((name) => name === file).length, 1, file);
});

test("a page that waits for its reader loads nothing more, and says nothing", async () => {
  const errors: string[] = [];
  const note = (error: Error): number => errors.push(error.message);
  page.on("pageerror", note);
  const asked = await filesAsked("", async () => {
    await page.locator(".search-filter").first().waitFor({ state: "attached" });
    await page.waitForTimeout(500);
  });
  page.off("pageerror", note);
  assert.deepEqual(asked, EARLY);
  assert.deepEqual(errors, []);
  assert.equal(await page.locator("#search-status").textContent(), "");
  assert.equal(await page.locator("#search-results").innerHTML(), "");
});

test("results follow what is typed, before the last word is whole", async () => {
  await open("");
  await page.locator("[name=q]").pressSequentially("lightho", { delay: 10 });
  await page.waitForURL(/\?q=lightho$/);
  assert.equal(await status(), "Found: 1.");
  assert.deepEqual(await titles(), ["Lighthouse keepers hold their last reunion"]);
});

test("a slip of one letter is mended, and said so", async () => {
  await open("?q=lihgthouse");
  assert.equal(await status(), "Nothing for lihgthouse, this is lighthouse. Found: 1.");
});

test("the keyboard alone reaches the field, the list and the article", async () => {
  await open("?q=harbour+council");
  await page.locator(".search-title").nth(1).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  assert.equal(
    await page.evaluate(() => document.activeElement?.textContent),
    (await titles())[0],
    "the first hit has the focus",
  );
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "q");
  await page.keyboard.press("ArrowDown");
  const goal = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  if (goal?.endsWith("keepers.html")) await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForURL(/ferry\.html$/), page.keyboard.press("Enter")]);
});

test("filters narrow the hits, and the address keeps them", async () => {
  await open("?q=harbour");
  assert.equal(await status(), "Found: 2.");
  await page.locator("select[name=section]").selectOption("culture");
  await page.waitForFunction(() => document.querySelectorAll(".search-hit").length === 1);
  assert.match(page.url(), /\?q=harbour&section=culture$/);
  await page.reload();
  assert.equal(await status(), "Found: 1.");
  await open("?year=2023");
  assert.equal(await status(), "Found: 1.");
  await open("?topic=port-ansel");
  assert.equal(await status(), "Found: 1.");
});

test("more hits come ten at a time, and the focus goes to the first new one", async () => {
  await open("?q=tide");
  assert.equal(await status(), "Found: 15.");
  assert.equal((await titles()).length, 10);
  await page.locator(".search-more").click();
  await page.waitForFunction(() => document.querySelectorAll(".search-hit").length === 15);
  const tenth = (await titles())[10];
  await page.waitForFunction((title) => document.activeElement?.textContent === title, tenth);
  assert.equal(await page.locator(".search-more").count(), 0);
});

test("a torn index says so instead of finding nothing", async () => {
  const head = join(
    folder,
    "search",
    readdirSync(join(folder, "search")).find((name) => /^en-/.test(name)) ?? "",
    "head.js",
  );
  for (const torn of ["dateline.search(", undefined]) {
    if (torn === undefined) rmSync(head);
    else writeFileSync(head, torn);
    await open("?q=ferry");
    assert.equal(await status(), "Failed.");
  }
  rmSync(join(folder, "search/index.js"));
  await open("?q=ferry");
  assert.equal(await status(), "Failed.");
});
