import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { firefoxIsMissing, launchFirefox } from "./firefox.ts";
import { type HostKind, serve } from "./serve.ts";

function site(t: TestContext, words = "first"): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-hosts-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = {
    "index.html": `<!doctype html><title>front</title><link rel=icon href="data:,"><p>${words}</p><a href="topics/harbour.html?q=1#top">topic</a>`,
    "topics/harbour.html": `<!doctype html><title>harbour</title><link rel=icon href="data:,"><h1 id=top>Harbour</h1><a href="../index.html">front</a>`,
    "404.html": "<!doctype html><title>not found</title>",
    "sound.wav": "0123456789",
  };
  for (const [address, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    writeFileSync(join(folder, address), text);
  }
  return folder;
}

test("a stretch of a file can be asked for", async (t) => {
  const host = await serve(site(t));
  t.after(host.kill);
  for (const [range, status, body, header] of [
    ["bytes=2-4", 206, "234", "bytes 2-4/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-3", 206, "789", "bytes 7-9/10"],
    ["bytes=8-99", 206, "89", "bytes 8-9/10"],
    ["bytes=10-", 416, "", "bytes */10"],
    ["lines=1", 200, "0123456789", null],
  ] as const) {
    const response = await fetch(`${host.url}sound.wav`, { headers: { range } });
    assert.equal(response.status, status, range);
    assert.equal(await response.text(), body, range);
    assert.equal(response.headers.get("content-range"), header, range);
  }
});

test("each kind of host answers as it does in the world", async (t) => {
  const expected: Readonly<Record<HostKind, readonly (readonly [string, number])[]>> = {
    plain: [
      ["", 200],
      ["topics/harbour.html", 200],
      ["topics/harbour", 404],
      ["index.html", 200],
    ],
    "strip-html": [
      ["", 200],
      ["topics/harbour.html", 308],
      ["topics/harbour", 200],
      ["index.html", 308],
    ],
    exact: [
      ["", 404],
      ["topics/harbour.html", 200],
      ["topics/harbour", 404],
      ["index.html", 200],
    ],
  };
  for (const kind of ["plain", "strip-html", "exact"] as const) {
    for (const base of ["/", "/user/repo/"]) {
      const host = await serve(site(t), { kind, base });
      t.after(host.kill);
      for (const [address, status] of expected[kind]) {
        const response = await fetch(host.url + address, { redirect: "manual" });
        assert.equal(response.status, status, `${kind} ${base} ${address}`);
      }
    }
  }
});

test("no address leads out of the folder", async (t) => {
  const host = await serve(join(site(t), "topics"));
  t.after(host.kill);
  for (const path of ["/../index.html", "/%2e%2e/index.html", "/..%2findex.html", "/%00", "/%", "/a//b"]) {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      get({ host: "127.0.0.1", port: new URL(host.url).port, path }, (response) =>
        resolve(response.resume().statusCode),
      ).on("error", reject);
    });
    assert.equal(status, 400, path);
  }
});

test("a host can be killed, come back at its address, and be deployed to", async (t) => {
  const host = await serve(site(t));
  t.after(host.kill);
  assert.match(await (await fetch(host.url)).text(), /first/);
  await host.kill();
  await assert.rejects(fetch(host.url));
  host.deploy(site(t, "second"));
  await host.start();
  assert.match(await (await fetch(host.url)).text(), /second/);
  assert.deepEqual(host.log, ["GET / 200", "GET / 200"]);
});

async function walk(t: TestContext, browser: Browser): Promise<void> {
  t.after(() => browser.close());
  const folder = site(t);
  const page = await browser.newPage();
  const starts = [pathToFileURL(join(folder, "index.html")).href];
  for (const kind of ["plain", "strip-html", "exact"] as const) {
    for (const base of ["/", "/user/repo/"]) {
      const host = await serve(folder, { kind, base });
      t.after(host.kill);
      starts.push(`${host.url}index.html`);
    }
  }
  for (const start of starts) {
    await page.goto(start);
    await page.click("a");
    await page.waitForSelector("h1");
    assert.match(page.url(), /topics\/harbour(\.html)?\?q=1#top$/, start);
    await page.click("a");
    await page.waitForSelector("p");
    assert.equal(await page.title(), "front", start);
  }
}

test("Chromium walks through the same files from a folder and from every kind of host", async (t) => {
  await walk(t, await launchChromium());
});

test(
  "Firefox walks through the same files from a folder and from every kind of host",
  {
    skip: firefoxIsMissing,
  },
  async (t) => {
    await walk(t, await launchFirefox());
  },
);
