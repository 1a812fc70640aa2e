/** Reading without a network after a visit, in real browsers: the server is really killed. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before, type TestContext } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { firefoxIsMissing, launchFirefox } from "./firefox.ts";
import { article, makeOfflineSite, type OfflineSite } from "./offline-site.ts";
import { type HostKind, type HostOptions, type StaticHost, serve } from "./serve.ts";

const ARTICLE = "2031/01/15/pier-opens.html";
const UNREAD = "2031/01/02/old-quay.html";

let site: OfflineSite;
let first = "";
let second = "";

before(async () => {
  site = await makeOfflineSite();
  first = await site.build("first", "2031-01-17T12:00Z");
  site.write(
    "content/articles/2031/01/pier-opens.md",
    article("Pier closes", "2031-01-15T08:00Z", "It closed at noon.", "updated: 2031-01-18T12:00Z\n"),
  );
  second = await site.build("second", "2031-01-18T13:00Z");
});

after(() => rmSync(site.folder, { recursive: true, force: true }));

interface Scene {
  readonly host: StaticHost;
  readonly context: BrowserContext;
  readonly page: Page;
}

async function open(t: TestContext, browser: Browser, options: HostOptions = { base: "/user/repo/" }): Promise<Scene> {
  const host = await serve(first, options);
  const context = await browser.newContext();
  t.after(async () => {
    await context.close();
    await host.kill();
  });
  return { host, context, page: await context.newPage() };
}

const heading = async (page: Page): Promise<string> => (await page.locator("main h1").first().textContent()) ?? "";

/** Visits a page and waits until the worker has taken over and kept it. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 20_000 });
  await kept(page, /index\.html$/);
}

/** Waits for a file to be in one of the site's caches. Asks again itself: a promise that a page is given to wait on counts as true. */
async function kept(page: Page, pattern: RegExp): Promise<void> {
  const listed = async (): Promise<string[]> =>
    page.evaluate(async () => {
      const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(opened.map((cache) => cache.keys()))).flat().map(({ url }) => url);
    });
  const deadline = Date.now() + 20_000;
  while (!(await listed()).some((url) => pattern.test(url))) {
    assert.ok(Date.now() < deadline, `${pattern} is not kept: ${(await listed()).join(" ")}`);
    await page.waitForTimeout(100);
  }
}

async function readsOffline(t: TestContext, browser: Browser): Promise<void> {
  t.after(() => browser.close());

  await t.test("the front page and an article that was read open when the server is gone", async (at) => {
    const { host, page } = await open(at, browser);
    await visit(page, host.url + ARTICLE);
    await kept(page, /pier-opens\.html$/);
    await kept(page, /pier-[0-9a-f]{8}-\d+\.(webp|jpg)$/);
    await kept(page, /moment\.js\?of=/);
    await host.kill();
    await page.goto(`${host.url}index.html`);
    assert.match((await page.locator("main").textContent()) ?? "", /Ferry sails/);
    await page.goto(host.url + ARTICLE);
    assert.equal(await heading(page), "Pier opens");
    await page.waitForFunction(() => (document.querySelector("main img") as HTMLImageElement).naturalWidth > 0);
    assert.match((await page.locator("#edition").textContent()) ?? "", /17 January 2031/);
  });

  await t.test("the bare folder opens as the front page when the server is gone", async (at) => {
    const { host, page } = await open(at, browser);
    await visit(page, host.url + ARTICLE);
    await host.kill();
    await page.goto(host.url);
    assert.match((await page.locator("main").textContent()) ?? "", /Ferry sails/);
  });

  await t.test("an unread article leads to the offline page, which lists what there is and leads back", async (at) => {
    const { host, page } = await open(at, browser);
    await visit(page, host.url + ARTICLE);
    await kept(page, /pier-opens\.html$/);
    await host.kill();
    await page.goto(host.url + UNREAD);
    assert.match(page.url(), /\/user\/repo\/offline\.html\?for=2031/);
    assert.equal(await heading(page), "You are offline");
    await page.locator('#offline-list a:has-text("Pier opens")').waitFor();
    assert.equal(
      await page.locator('a:has-text("Try the page again")').evaluate((link) => (link as HTMLAnchorElement).href),
      host.url + UNREAD,
    );
    await page.goto(`${host.url}ar/2031/01/16/nothing.html`);
    assert.match(page.url(), /\/ar\/offline\.html\?for=/, "in the language of the page that was asked for");
    await host.start();
    await page.goto(host.url + UNREAD);
    assert.equal(await heading(page), "Old quay");
  });

  await t.test("an address without .html opens when the server is gone", async (at) => {
    const { host, page } = await open(at, browser, { kind: "strip-html" satisfies HostKind, base: "/news/" });
    await visit(page, host.url + ARTICLE);
    await page.locator('main a:has-text("Ferries")').first().click();
    await page.waitForURL(/topics\/ferries$/);
    await kept(page, /topics\/ferries\.html$/);
    await kept(page, /pier-opens\.html$/);
    await host.kill();
    for (const address of ["2031/01/15/pier-opens", "2031/01/15/pier-opens.html"]) {
      await page.goto(host.url + address);
      assert.equal(await heading(page), "Pier opens", address);
    }
    await page.goto(`${host.url}topics/ferries`);
    assert.equal(await heading(page), "Ferries");
  });

  await t.test("a saved edition is whole when the server is gone, and the library removes it", async (at) => {
    const { host, page } = await open(at, browser);
    await visit(page, `${host.url}index.html`);
    const control = page.locator("#save-offline");
    await control.waitFor();
    assert.match((await control.textContent()) ?? "", /Save the day’s edition.* \(articles: 4\)$/);
    await page.evaluate(() => {
      const control = document.querySelector("#save-offline");
      const said: string[] = [];
      Object.assign(window, { said });
      if (control === null) return;
      new MutationObserver(() => said.push(control.textContent ?? "")).observe(control, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await control.click();
    await page.waitForFunction(() => /^Saved, /.test(document.querySelector("#save-offline")?.textContent ?? ""));
    const said = (await page.evaluate(() => ("said" in window ? window.said : []))) as readonly string[];
    assert.match(said.join("\n"), /^Saving: [1-4] of 5, \d+ kB$/m, "how far it is, and how big by now");
    assert.match(said.at(-1) ?? "", /^Saved, \d+ kB/);
    await host.kill();
    for (const [address, title] of [
      [ARTICLE, "Pier opens"],
      ["2031/01/16/ferry-sails.html", "Ferry sails"],
      [UNREAD, "Old quay"],
    ] as const) {
      await page.goto(host.url + address);
      assert.equal(await heading(page), title);
    }
    await page.goto(`${host.url}library.html`);
    const item = page.locator("#library-saved li");
    await item.waitFor();
    assert.match((await item.textContent()) ?? "", /articles: 4 · saved .* · [\d.]+ MB/);
    await page.evaluate(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        if (file instanceof File) void file.text().then((text) => Object.assign(window, { shared: [file.name, text] }));
        return create(file);
      };
    });
    await item.locator("button").first().click();
    const [name, shared] = await (
      await page.waitForFunction(() => "shared" in window && (window.shared as [string, string]))
    ).evaluate((value) => value || ["", ""]);
    assert.equal(name, "index.html");
    assert.match(shared, /It opened at six\./);
    assert.match(shared, /src="data:image\//);
    assert.doesNotMatch(shared, /<script/);
    await item.locator("button").last().click();
    await page.locator('p:has-text("Nothing is saved yet")').waitFor();
    const left = await page.evaluate(async () => {
      const name = (await caches.keys()).find((found) => found.includes(" saved ")) ?? "";
      return (await (await caches.open(name)).keys()).map(({ url }) => url);
    });
    assert.deepEqual(left, [], "nothing stays behind");
  });

  await t.test("an article says its size before it is saved, where no sound is to be fetched", async (at) => {
    const { host, page } = await open(at, browser);
    await visit(page, `${host.url}2031/01/16/ferry-sails.html`);
    await page.waitForFunction(() =>
      /^Save for offline \(\d+ kB\)$/.test(document.querySelector("#save-offline")?.textContent ?? ""),
    );
    await page.goto(host.url + ARTICLE);
    await page.locator("#save-offline").waitFor();
    assert.equal(await page.locator("#save-offline").textContent(), "Save for offline");
  });

  await t.test("a packaged edition is fetched from the network and kept nowhere", async (at) => {
    const offering = join(site.folder, "offering");
    cpSync(first, offering, { recursive: true });
    mkdirSync(join(offering, "editions"), { recursive: true });
    writeFileSync(join(offering, "editions/quay-all.html"), "<!doctype html><main><h1>All of it</h1></main>");
    const { host, page } = await open(at, browser);
    host.deploy(offering);
    await visit(page, host.url + ARTICLE);
    await page.goto(`${host.url}editions/quay-all.html`);
    assert.equal(await heading(page), "All of it");
    await page.goto(`${host.url}2031/01/16/ferry-sails.html`);
    await kept(page, /ferry-sails\.html$/);
    const copies = await page.evaluate(async () => {
      const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(opened.map((cache) => cache.keys()))).flat().map(({ url }) => url);
    });
    assert.deepEqual(
      copies.filter((url) => url.includes("/editions/")),
      [],
    );
  });

  await t.test("a saved article carries its sound, and ranges of it are answered", async (at) => {
    const { host, page } = await open(at, browser);
    await visit(page, host.url + ARTICLE);
    await page.locator('#save-offline:has-text("Save for offline")').click();
    await page.locator('#save-offline:has-text("Saved, ")').waitFor();
    await host.kill();
    await page.goto(host.url + ARTICLE);
    assert.match((await page.locator("main").textContent()) ?? "", /I was the first across\./, "with its discussion");
    const answer = await page.evaluate(async () => {
      const source = document.querySelector("audio[src],audio source")?.getAttribute("src") ?? "";
      const response = await fetch(source, { headers: { range: "bytes=100-199" } });
      return [response.status, response.headers.get("content-range"), (await response.arrayBuffer()).byteLength];
    });
    assert.deepEqual(answer, [206, "bytes 100-199/8044", 100]);
    const length = await page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const audio = document.querySelector("audio");
          if (audio === null) return reject(new Error("no sound"));
          audio.addEventListener("loadedmetadata", () => resolve(audio.duration));
          audio.addEventListener("error", () => reject(new Error("the sound does not load")));
          audio.load();
          audio.play().catch(() => {});
        }),
    );
    assert.equal(Math.round(length), 1);
  });

  await t.test("a search that was made before finds again when the server is gone", async (at) => {
    const { host, page } = await open(at, browser);
    await visit(page, host.url + ARTICLE);
    const hit = page.locator('#search-results a:has-text("Ferry sails")');
    await page.goto(`${host.url}search.html?q=nine`);
    await hit.waitFor();
    await kept(page, /search\.html$/);
    await kept(page, /search\/index\.js\?of=search/);
    await page.waitForTimeout(300);
    await host.kill();
    await page.goto(`${host.url}search.html?q=nine`);
    await hit.waitFor();
  });

  await t.test("after a deploy the network's page is shown, and old and new never meet in one page", async (at) => {
    const { host, page } = await open(at, browser);
    await visit(page, host.url + ARTICLE);
    await kept(page, /moment\.js\?of=2031.*pier-opens/);
    await page.goto(`${host.url}2031/01/16/ferry-sails.html`);
    await kept(page, /moment\.js\?of=2031.*ferry-sails/);
    host.deploy(second);
    await page.goto(`${host.url}2031/01/16/ferry-sails.html`);
    await page.locator('#edition:has-text("18 January 2031")').waitFor();
    await host.kill();
    await page.goto(host.url + ARTICLE);
    assert.equal(await heading(page), "Pier opens", "the copy of before the deploy");
    assert.match((await page.locator("#edition").textContent()) ?? "", /17 January 2031/, "with its own moment");
    await host.start();
    await page.goto(host.url + ARTICLE);
    assert.equal(await heading(page), "Pier closes");
    await page.locator('#edition:has-text("18 January 2031")').waitFor();
    await kept(page, /moment\.js\?of=2031.*pier-opens/);
    await host.kill();
    await page.goto(host.url + ARTICLE);
    assert.equal(await heading(page), "Pier closes");
    await page.locator('#edition:has-text("18 January 2031")').waitFor();
  });
}

test("what was read never takes more than its limit, and the oldest goes first", async (t) => {
  const browser = await launchChromium();
  t.after(() => browser.close());
  const small = join(site.folder, "small");
  cpSync(first, small, { recursive: true });
  const worker = readFileSync(join(small, "worker.js"), "utf8");
  assert.match(worker, /"limit":64000000/);
  writeFileSync(join(small, "worker.js"), worker.replace('"limit":64000000', '"limit":60000'));
  const { host, page } = await open(t, browser);
  host.deploy(small);
  await visit(page, host.url + ARTICLE);
  for (const address of ["2031/01/16/ferry-sails", "2031/01/16/crane-falls", "2031/01/02/old-quay"]) {
    await page.goto(`${host.url}${address}.html`);
    await kept(page, new RegExp(`${address}\\.html$`));
  }
  await page.waitForTimeout(500);
  const { total, addresses } = await page.evaluate(async () => {
    const name = (await caches.keys()).find((found) => found.includes(" read ")) ?? "";
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const sizes = await Promise.all(
      requests.map(async (request) => (await (await cache.match(request))?.blob())?.size ?? 0),
    );
    return { total: sizes.reduce((sum, size) => sum + size, 0), addresses: requests.map(({ url }) => url) };
  });
  assert.ok(total > 0 && total <= 60_000, `${total} bytes are kept`);
  assert.ok(
    addresses.some((url) => url.endsWith("old-quay.html")),
    "the newest is there",
  );
  assert.ok(!addresses.some((url) => url.endsWith("pier-opens.html")), "the oldest is gone");
});

test("the site can be installed as an app below a path", async (t) => {
  const browser = await launchChromium();
  t.after(() => browser.close());
  const { host, page } = await open(t, browser);
  await visit(page, host.url + ARTICLE);
  const session = await page.context().newCDPSession(page);
  const manifest = await session.send("Page.getAppManifest");
  assert.equal(manifest.url, `${host.url}site.webmanifest`);
  assert.deepEqual(manifest.errors, []);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  const faults = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito");
  assert.deepEqual(faults, []);
  const said: { start_url: string; scope: string } = JSON.parse(manifest.data ?? "{}");
  assert.equal(new URL(said.start_url, manifest.url).href, `${host.url}index.html`);
  assert.equal(new URL(said.scope, manifest.url).href, host.url);
});

test("Chromium reads without a network", async (t) => readsOffline(t, await launchChromium()));

test("Firefox reads without a network", { skip: firefoxIsMissing }, async (t) =>
  readsOffline(t, await launchFirefox()),
);
