/** Every kind of page in a real browser: what a reader with a keyboard, a screen reader, a small or a dark screen meets. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { bundleScript } from "../../src/build/scripts.ts";
import { launchChromium } from "../browser/chromium.ts";
import { drawSamplePages } from "./sample-pages.ts";
import { MOMENT, makeSampleViews } from "./sample-views.ts";

const LANGUAGES = ["en", "ru", "ar", "es", "fr", "de"];
/** Lists differ in their heads only; one of them stands for all where a run is dear. */
const NAMES = [
  "article",
  "article-form",
  "article-retracted",
  "front",
  "list-topic",
  "list-author",
  "ledger",
  "year",
  "index",
  "standing",
  "listen",
  "search",
  "library",
  "offline",
  "take-away",
  "not-found",
];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let folder: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "dateline-pages-"));
  const { text } = await bundleScript("page");
  writeFileSync(join(folder, "page.js"), text);
  writeFileSync(join(folder, "moment.js"), `dateline.moment(${MOMENT});`);
  writeFileSync(
    join(folder, "quay.svg"),
    '<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800"><path fill="#567" d="M0 0h1280v800H0z"/></svg>',
  );
  for (const lang of LANGUAGES) {
    for (const { name, markup } of drawSamplePages(makeSampleViews(lang))) {
      const local = markup
        .replaceAll("../../../assets/", "")
        .replaceAll(/\.\.\/\.\.\/\.\.\/media\/quay-\d+\.\w+/g, "quay.svg");
      writeFileSync(join(folder, `${lang}-${name}.html`), local);
    }
  }
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const addressOf = (lang: string, name: string): string => pathToFileURL(join(folder, `${lang}-${name}.html`)).href;

async function withPage(options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What axe finds, as lines; runs as the page's own script, so the policy is set aside for it. */
async function audit(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(`axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // Targets of 24 px are a rule of WCAG 2.2, and off unless asked for.
    rules: { "target-size": { enabled: true } },
  }).then(({ violations }) => violations.map((fault) => fault.id + ": " + fault.nodes[0].html))`);
  return Array.isArray(found) ? found.map(String) : ["axe did not run"];
}

const WIDTHS = [390, 1280] as const;
const SCHEMES = ["light", "dark", "forced"] as const;

interface Look {
  readonly lang: string;
  readonly kind: string;
  readonly width: (typeof WIDTHS)[number];
  readonly scheme: (typeof SCHEMES)[number];
}

/** Every kind of page in every language, at each width and in each scheme. */
const CROSS: readonly Look[] = LANGUAGES.flatMap((lang) =>
  NAMES.flatMap((kind) => WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ lang, kind, width, scheme })))),
);

/** Every kind in every language once, turned so that any two of language, kind, width and scheme meet. */
const PAIRS = LANGUAGES.flatMap((lang, row) =>
  NAMES.map((kind, column): Look => {
    const width = WIDTHS[(row + column) % 2];
    const scheme = SCHEMES[(Math.floor(row / 2) + column) % 3];
    assert.ok(width !== undefined && scheme !== undefined);
    return { lang, kind, width, scheme };
  }),
);

test("what axe looks at has every two of language, kind, width and scheme together", () => {
  const facets = ["lang", "kind", "width", "scheme"] as const;
  for (const [at, one] of facets.entries()) {
    for (const other of facets.slice(at + 1)) {
      const pairsOf = (looks: readonly Look[]): Set<string> =>
        new Set(looks.map((look) => `${look[one]} ${look[other]}`));
      assert.deepEqual(pairsOf(PAIRS).size, pairsOf(CROSS).size, `${one} and ${other}`);
    }
  }
});

// DATELINE_AXE=all looks at the whole cross.
const LOOKS = process.env.DATELINE_AXE === "all" ? CROSS : PAIRS;

for (const width of WIDTHS) {
  for (const scheme of SCHEMES) {
    const looks = LOOKS.filter((look) => look.width === width && look.scheme === scheme);
    test(`axe finds nothing on any kind of page: ${width} px, ${scheme}, ${looks.length} pages`, async () => {
      const colours: BrowserContextOptions = scheme === "forced" ? { forcedColors: "active" } : { colorScheme: scheme };
      await withPage({ viewport: { width, height: 900 }, ...colours, bypassCSP: true }, async (page) => {
        const found: string[] = [];
        for (const { lang, kind } of looks) {
          await page.goto(addressOf(lang, kind));
          for (const fault of await audit(page)) found.push(`${lang} ${kind}: ${fault}`);
        }
        assert.deepEqual(found, []);
      });
    });
  }
}

/** What can be read or used, as it stands in the page, unless it stands beside the page. */
const SEEN = `[...document.querySelectorAll("a, button, input, select, textarea, audio, h1, h2, h3, p, li, td, th")]
  .filter((part) => part.checkVisibility() && !part.closest(".skip"))
  .filter((part) => {
    const { left, right, width } = part.getBoundingClientRect();
    return width > 0 && (part.closest(".table") !== null || (left >= 0 && right <= innerWidth));
  })
  .map((part) => part.localName + " " + part.textContent)`;

/** What stands out of the page. */
const BEYOND = `[...document.querySelectorAll("body *")]
  .filter((part) => { const { left, right } = part.getBoundingClientRect(); return left < 0 || right > innerWidth; })
  .map((part) => part.localName + "." + part.className).join(" ")`;

test("at 320 px, which is 400 % zoom, no page has to be pushed sideways and nothing is lost", async () => {
  await withPage({}, async (page) => {
    for (const lang of ["en", "ru", "ar", "de"]) {
      for (const kind of NAMES) {
        await page.setViewportSize({ width: 1280, height: 640 });
        await page.goto(addressOf(lang, kind));
        const all = await page.evaluate(SEEN);
        await page.setViewportSize({ width: 320, height: 640 });
        assert.deepEqual(await page.evaluate(SEEN), all, `${lang} ${kind}`);
        const wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        const beyond = Number(wider) <= 0 ? "" : String(await page.evaluate(BEYOND));
        assert.ok(Number(wider) <= 0, `${lang} ${kind} is ${String(wider)} px too wide: ${beyond}`);
      }
    }
  });
});

test("nothing moves while an article loads, and no page complains", async () => {
  await withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("ERR_FILE_NOT_FOUND")) complaints.push(message.text());
    });
    // A fresh edition; that one is old may take a second line on a narrow screen.
    await page.addInitScript(`Date.now = () => ${MOMENT + 3_600_000}; window.shift = 0; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });`);
    for (const kind of ["article", "front", "list-topic", "search"]) {
      await page.goto(addressOf("en", kind));
      await page.waitForTimeout(150);
      assert.equal(await page.evaluate("window.shift"), 0, kind);
    }
    assert.deepEqual(complaints, []);
  });
});

test("the shared moment fills the masthead in the form the press prints", async () => {
  const printed: Readonly<Record<string, string>> = {
    en: "Edition of 15:45 GMT 15 January 2021",
    ru: "Выпуск 15:45 GMT 15 января 2021 г.",
    de: "Ausgabe von 15:45 GMT 15. Januar 2021",
    ar: "طبعة 15:45 GMT 15 يناير 2021",
  };
  await withPage({}, async (page) => {
    for (const [lang, text] of Object.entries(printed)) {
      await page.goto(addressOf(lang, "article"));
      assert.ok((await page.locator("#edition").textContent())?.startsWith(`${text} · `), lang);
    }
  });
});

test("Get short URL copies the absolute address from a file and says so; without scripts it is a link", async () => {
  await withPage({}, async (page) => {
    await page.goto(addressOf("en", "article"));
    await page.locator("#short").focus();
    await page.keyboard.press("Enter");
    const said = page.locator("[role=status].said");
    await said.filter({ hasText: "Copied: https://wire.example/s/k3/x9q2p.html" }).waitFor();
    await page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))");
    await page.locator("#paste").focus();
    await page.keyboard.press("Control+v");
    assert.equal(await page.locator("#paste").inputValue(), "https://wire.example/s/k3/x9q2p.html");
  });
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(addressOf("en", "article"));
    assert.equal(await page.locator("#short").getAttribute("href"), "../../../s/k3/x9q2p.html");
    assert.equal(await page.locator(".scripted:visible").count(), 0);
  });
});

test("the theme is chosen by keyboard, is there before the page is drawn, and is remembered", async () => {
  await withPage({ colorScheme: "light" }, async (page) => {
    await page.goto(addressOf("en", "article"));
    await page.locator("#theme").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    await page.reload();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    const paper = await page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    assert.equal(paper, "rgb(23, 22, 19)");
    await page.locator("#theme").press("Enter");
    await page.locator("#theme").press("Enter");
    assert.equal(await page.locator("html").getAttribute("data-theme"), null);
  });
});

test("the key / goes to the search field, and can be switched off", async () => {
  await withPage({}, async (page) => {
    await page.goto(addressOf("en", "search"));
    await page.keyboard.press("/");
    assert.equal(await page.evaluate("document.activeElement.name"), "q");
    await page.locator("#slash").press("Enter");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate("document.activeElement.id"), "slash");
  });
});

test("what is new since the last visit is marked, in words too, and only then", async () => {
  await withPage({}, async (page) => {
    await page.goto(addressOf("en", "front"));
    assert.equal(await page.locator(".new").count(), 0);
    await page.evaluate(`for (const key of Object.keys(localStorage)) localStorage.setItem(key, "${MOMENT - 1}")`);
    await page.reload();
    assert.equal(await page.locator(".new").count(), 2);
    assert.match((await page.locator(".lead .p-name").textContent()) ?? "", /New since your last visit/);
    await page.reload();
    assert.equal(await page.locator(".new").count(), 0);
  });
});

/** A device with a voice for English, which speaks until it is told that it has finished. */
const VOICE = `window.spoken = [];
  const voice = { localService: true, lang: "en-GB", name: "Test" };
  const speech = new EventTarget();
  speech.getVoices = () => window.voiceless ? [] : [voice];
  speech.speak = (words) => { window.spoken.push(words.text + " @" + words.rate); window.finish = () => words.onend(); };
  speech.cancel = () => {};
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: speech });`;

test("Listen to this article reads paragraph by paragraph, marks the one being read, pauses and changes speed", async () => {
  await withPage({}, async (page) => {
    await page.addInitScript(VOICE);
    await page.goto(addressOf("en", "article"));
    const [button, speed] = [page.locator("#read-aloud button").first(), page.locator("#read-aloud button").last()];
    const spoken = async (): Promise<string> => String(await page.evaluate("window.spoken.at(-1)"));
    const marked = async (): Promise<string> => (await page.locator(".reading").allTextContents()).join("|");
    assert.ok(await speed.isHidden());
    await button.press("Enter");
    const title = (await page.locator("h1").textContent()) ?? "";
    assert.equal(await spoken(), `${title} @1`);
    assert.equal(await marked(), title);
    assert.equal(await button.textContent(), "Pause");
    await page.evaluate("window.finish()");
    assert.equal(await marked(), await page.locator(".standfirst").textContent());
    await speed.press("Enter");
    assert.match(await spoken(), / @1\.25$/);
    assert.equal(await speed.getAttribute("aria-label"), "Speed 1.25×");
    await button.press("Enter");
    assert.equal(await button.textContent(), "Go on");
    await button.press("Enter");
    assert.equal(await marked(), await page.locator(".standfirst").textContent());
  });
});

test("Listen to this article is not offered where the device has no voice for the language", async () => {
  await withPage({}, async (page) => {
    await page.addInitScript(VOICE);
    await page.goto(addressOf("ar", "article"));
    assert.ok(!(await page.locator("#read-aloud").isVisible()));
    await page.goto(addressOf("en", "article"));
    assert.ok(await page.locator("#read-aloud").isVisible());
  });
});

test("Listen Live asks for nothing until it is played, and says when there is no network", async () => {
  await withPage({}, async (page) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(addressOf("en", "listen"));
    await page.waitForTimeout(150);
    assert.deepEqual(
      asked.filter((address) => address.startsWith("http")),
      [],
    );
    await page.context().setOffline(true);
    await page.locator("#live-status").filter({ hasText: "You are offline" }).waitFor();
  });
});

for (const kind of ["article-form", "front", "list-topic", "search"]) {
  test(`the page ${kind} is walked through by keyboard alone: skip link first, every control reached, visible and outlined`, async () => {
    await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(addressOf("en", kind));
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate("document.activeElement.className"), "skip");
      const lost: string[] = [];
      for (let stop = 0; stop < 120; stop++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(`(() => {
          const element = document.activeElement;
          if (element === document.body) return "";
          element.dataset.reached = "";
          const box = element.getBoundingClientRect();
          const seen = box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === "visible";
          const ring = element.localName === "audio" || getComputedStyle(element).outlineStyle !== "none";
          return (seen && ring ? "" : "LOST ") + element.localName + "#" + element.id;
        })()`);
        if (at === "") break;
        if (String(at).startsWith("LOST")) lost.push(String(at));
      }
      assert.deepEqual(lost, []);
      const missed =
        await page.evaluate(`[...document.querySelectorAll("a[href], button, input, select, textarea, audio, [tabindex]")]
        .filter((part) => part.checkVisibility({ checkVisibilityCSS: true }) && part.closest(".skip, [aria-hidden=true]") === null)
        .filter((part) => part.dataset.reached === undefined)
        .map((part) => part.outerHTML)`);
      assert.deepEqual(missed, []);
    });
  });
}

test("on paper there is the article and the way back to it, and no furniture", async () => {
  await withPage({ colorScheme: "dark" }, async (page) => {
    await page.goto(addressOf("en", "article"));
    await page.emulateMedia({ media: "print" });
    for (const gone of [".strip", ".masthead nav", ".colophon", ".tools", ".discussion", ".tags", ".sound"]) {
      assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    }
    for (const kept of ["h1", ".dateline", ".byline", ".credit", ".imprint .qr"]) {
      assert.equal(await page.locator(kept).first().isVisible(), true, kept);
    }
    const printed = (selector: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)}), "::after").content`);
    assert.match(
      String(await printed('.body a[href*="kessel"]')),
      /https:\/\/wire\.example\/2020\/11\/03\/kessel\.html/,
    );
    assert.match(String(await printed('.body a[href*="treaty"]')), /https:\/\/treaty\.example\//);
    assert.match(String(await printed("#related + div li a")), /https:\/\/wire\.example\/2021\/01\/15\/insurers\.html/);
    assert.equal(await page.locator(".by-machine").first().isVisible(), false);
    assert.match((await page.locator(".imprint").textContent()) ?? "", /https:\/\/wire\.example\/s\/k3\/x9q2p\.html/);
    assert.equal(
      await page.evaluate("getComputedStyle(document.documentElement).backgroundColor"),
      "rgb(255, 255, 255)",
    );
  });
});
