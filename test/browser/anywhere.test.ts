/** The same built site, opened from a folder and from every kind of host, in real browsers. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after, before, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { parseChoice } from "../../src/package/edition-choice.ts";
import { packageEdition } from "../../src/package/package.ts";
import { build } from "../../src/build/build.ts";
import { checkDist, renderFinding } from "../../src/check/check-links.ts";
import { launchChromium } from "./chromium.ts";
import { firefoxIsMissing, launchFirefox } from "./firefox.ts";
import { makeSound } from "./offline-site.ts";
import { type HostKind, serve } from "./serve.ts";

const DATA = {
  "site.yaml": "title: The Quay\nurl: https://quay.example/\nlanguage: en\ntimeZone: UTC\n",
};

const article = (title: string, date: string, more: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\ndateline: PORT AMBER (The Quay)\nsection: harbour\ntags: [Ferries]\n${more}---\n\nThe harbour of Port Amber opened again on Friday after a storm of two days.\n\nThe first ferry left at six.\n`;

const CONTENT = {
  "articles/2031/01/harbour-reopens.md": article(
    "Harbour opens again",
    "2031-01-15T08:00Z",
    "image: {src: quay.jpg, alt: A quay}\naudio: {src: quay.wav, duration: '0:01'}\n",
  ),
  "articles/2031/01/ferry-sails.md": article(
    "Ferry sails on time",
    "2031-01-16T08:00Z",
    "related: [2031/01/harbour-reopens]\n",
  ),
  "discussion/2031/01/harbour-reopens.yaml":
    "- {id: c1, author: Ines, date: 2031-01-15T09:00Z, text: The tide was with us.}\n",
  "media/quay.wav": makeSound(),
  "pages/about.md": "---\ntitle: About us\n---\n\nWe write from the quay.\n",
};

const folder = mkdtempSync(join(tmpdir(), "dateline-anywhere-"));
const dist = join(folder, "dist");
const unpacked = join(folder, "unpacked");

before(async () => {
  for (const [root, files] of Object.entries({ data: DATA, content: CONTENT })) {
    for (const [address, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, root, address)), { recursive: true });
      writeFileSync(join(folder, root, address), text);
    }
  }
  const quay = sharp({ create: { width: 900, height: 600, channels: 3, background: "#456" } });
  mkdirSync(join(folder, "content/media"), { recursive: true });
  writeFileSync(join(folder, "content/media/quay.jpg"), await quay.jpeg().toBuffer());
  await build({
    folders: {
      data: join(folder, "data"),
      content: join(folder, "content"),
      output: dist,
      cache: join(folder, "cache"),
    },
    now: Date.parse("2031-01-17T12:00Z"),
    jobs: 1,
  });
  const [zip] = await packageEdition({ dist, to: folder, choice: parseChoice("all"), forms: ["zip"] });
  for (const [address, content] of Object.entries(unzipSync(readFileSync(zip?.path ?? "")))) {
    mkdirSync(dirname(join(unpacked, address)), { recursive: true });
    writeFileSync(join(unpacked, address), content);
  }
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the built site has no dead link, no own link in full, no name that some host refuses", () => {
  assert.deepEqual(checkDist(dist, { url: "https://quay.example/" }).map(renderFinding), []);
});

const HOSTS: readonly (readonly [words: string, kind: HostKind, base: string])[] = [
  ["a domain's root", "plain", "/"],
  ["a path", "plain", "/user/repo/"],
  ["a host that strips .html", "strip-html", "/"],
  ["a path of a host that strips .html", "strip-html", "/user/repo/"],
  ["storage without index documents", "exact", "/"],
  ["a path of storage without index documents", "exact", "/bucket/"],
];

/** What an article has beside its text: picture, sound, discussion, short link. */
async function useParts(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector<HTMLImageElement>("main img")?.naturalWidth ?? 0) > 0);
  await page.evaluate(() => document.querySelector("audio")?.load());
  await page.waitForFunction(() => Math.round(document.querySelector("audio")?.duration ?? 0) === 1);
  assert.match((await page.locator("main").textContent()) ?? "", /The tide was with us\./, "the discussion is there");
  await page.goto(await page.locator("#short").evaluate((link) => (link as HTMLAnchorElement).href));
  await page.waitForURL(/2031\/01\/15\/harbour-reopens(?:\.html)?$/);
}

/** Follows a reader's way through the site, from its front page; gives what the browser complained of. */
async function walk(page: Page, start: string): Promise<void> {
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => {
    // Firefox looks for an icon of its own accord, and tells the page that its policy forbids it.
    if (!message.includes("/favicon.ico")) complaints.push(`error: ${message}`);
  });
  // What the browser itself drops because the reader went on is no failure.
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (!/ABORTED/.test(why)) complaints.push(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  const follow = async (selector: string, heading: RegExp): Promise<void> => {
    await page.waitForLoadState("load");
    await page.locator(selector).first().click();
    await page.waitForFunction(
      (source) => new RegExp(source).test(document.querySelector("h1")?.textContent ?? ""),
      heading.source,
    );
  };
  await page.goto(start);
  await page.waitForURL(/(?:index\.html|\/)$/);
  assert.match(await page.title(), /The Quay/);
  await follow('main a:has-text("Ferry sails on time")', /Ferry sails on time/);
  assert.match((await page.locator("main").textContent()) ?? "", /PORT AMBER/i, "the dateline is there");
  await follow('a:has-text("Harbour opens again")', /Harbour opens again/);
  await useParts(page);
  await page.locator('header input[name="q"]').fill("storm");
  await follow(".find button", /Search/);
  await follow('#search-results a:has-text("Harbour opens again")', /Harbour opens again/);
  await follow('main a:has-text("Ferries")', /Ferries/);
  await follow('main a:has-text("Harbour opens again")', /Harbour opens again/);
  await follow('footer a:has-text("About us")', /About us/);
  assert.deepEqual(complaints, []);
}

async function everywhere(t: TestContext, browser: Browser): Promise<void> {
  t.after(() => browser.close());
  await t.test("from a folder", async () => {
    const page = await browser.newPage();
    await walk(page, pathToFileURL(join(dist, "index.html")).href);
    await page.close();
  });
  await t.test("from an unpacked zip, by its first file", async () => {
    const page = await browser.newPage();
    await walk(page, pathToFileURL(join(unpacked, "START-HERE.html")).href);
    await page.close();
  });
  for (const [words, kind, base] of HOSTS) {
    await t.test(`from ${words}`, async (at) => {
      const host = await serve(dist, { kind, base });
      at.after(host.kill);
      const page = await browser.newPage();
      await walk(page, kind === "exact" ? `${host.url}index.html` : host.url);
      await page.close();
    });
  }
  await t.test("an address that leads nowhere shows the site's own page, at any depth", async (at) => {
    const host = await serve(dist);
    at.after(host.kill);
    const page = await browser.newPage();
    const answer = await page.goto(`${host.url}no/such/page.html`);
    assert.equal(answer?.status(), 404);
    assert.match((await page.locator("h1").textContent()) ?? "", /\S/);
    const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    assert.doesNotMatch(family, /^"?Times/, "its styles are inline");
    await page.close();
  });
}

test("Chromium reads the built site", async (t) => everywhere(t, await launchChromium()));

test("Firefox reads the built site", { skip: firefoxIsMissing }, async (t) => everywhere(t, await launchFirefox()));
