import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { bundleScript } from "../../src/build/scripts.ts";
import { PreviewServer } from "../../src/preview/preview-server.ts";
import { launchChromium } from "../browser/chromium.ts";
import { articleFile, openTinyNewsroom } from "../build/tiny-newsroom.ts";

const NOW = Date.UTC(2031, 4, 20, 12);

test("the preview marks drafts, held and expired articles on page and in lists, and shows a file's errors over the page", async (t) => {
  const newsroom = openTinyNewsroom(t, {
    "content/articles/2031/05/open.md": articleFile("Open", "2031-05-05", "", "[Unready](unready.md) follows."),
    "content/articles/2031/05/unready.md": articleFile("Unready", "2031-05-06", "draft: true\n"),
    "content/articles/2031/05/held.md": articleFile("Held", "2031-05-07", "embargo: 2031-05-21T09:00Z\n"),
    "content/articles/2031/05/over.md": articleFile("Over", "2031-05-08", "expires: 2031-05-10T09:00Z\n"),
  });
  const { marks } = await newsroom.build(NOW, { preview: true, without: ["search", "cards", "links"] });
  assert.deepEqual(marks, {
    "2031/05/06/unready.html": "Draft",
    "2031/05/07/held.html": "Held until 09:00 GMT 21 May 2031",
    "2031/05/08/over.html": "Expired",
  });
  const { text: script } = await bundleScript("preview");
  const server = new PreviewServer({ folder: newsroom.folders.output, port: 0, script });
  const [address = ""] = await server.open();
  const browser = await launchChromium();
  t.after(async () => {
    await browser.close();
    server.close();
  });
  server.tell({ changed: [], problems: [], marks });
  const page = await browser.newPage();
  await page.goto(`${address}2031/05/06/unready.html`);
  await page.locator("h1 .preview-mark").waitFor();
  assert.equal(
    await page
      .locator("h1")
      .innerText()
      .then((words) => words.toLowerCase()),
    "draft unready",
  );
  await page.goto(`${address}index.html`);
  await page.locator(".preview-mark").first().waitFor();
  const marked = (title: string) =>
    page
      .locator("main a", { hasText: title })
      .filter({ has: page.locator(".preview-mark") })
      .first()
      .textContent();
  assert.equal(await marked("Over"), "Expired Over");
  assert.equal(await marked("Held"), "Held until 09:00 GMT 21 May 2031 Held");
  assert.equal(await page.locator("main a", { hasText: "Open" }).locator(".preview-mark").count(), 0);

  const problem = {
    file: "articles/2031/05/open.md",
    line: 2,
    column: 1,
    key: "titel",
    found: "<b>Open</b>",
    fault: "is not a known key",
    instead: "Write `title`.",
  };
  server.tell({ changed: [], problems: [problem] });
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  assert.match(
    await dialog.innerText(),
    /articles\/2031\/05\/open\.md:2:1\s+titel: is not a known key \(found “<b>Open<\/b>”\)\. Write `title`\./,
  );
  await page.keyboard.press("Escape");
  assert.equal(await dialog.count(), 0);
  server.tell({ changed: [], problems: [problem] });
  await dialog.waitFor();
  server.tell({ changed: [], problems: [] });
  await dialog.waitFor({ state: "detached" });
  if (process.env.DATELINE_SHOTS !== undefined) {
    server.tell({ changed: [], problems: [problem, problem] });
    await dialog.waitFor();
    writeFileSync(join(process.env.DATELINE_SHOTS, "problems.png"), await page.screenshot());
    server.tell({ changed: [], problems: [] });
    await dialog.waitFor({ state: "detached" });
    writeFileSync(join(process.env.DATELINE_SHOTS, "front.png"), await page.screenshot());
  }
  assert.doesNotMatch(readFileSync(join(newsroom.folders.output, "index.html"), "utf8"), /preview-mark/);
});
