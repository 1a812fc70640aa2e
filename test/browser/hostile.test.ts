import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { importAll } from "../../src/intake/import/import.ts";
import { FORMATS } from "../../src/intake/import/recognise.ts";
import { launchChromium } from "./chromium.ts";
import { HOSTILE_FORMATS, hostileComments } from "./hostile-inputs.ts";

const home = join(import.meta.dirname, "../..");
const shared = process.env.DATELINE_SHARED ?? join(home, "../shared");
const payloadFile = join(shared, "corpora/xss.jsonl");
/** Pages open at the same time; more would only wait for each other. */
const TABS = 2;

/** Attacks of each kind, for checkouts without the collected ones. */
const OWN = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</title></style></textarea></noscript></template><img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  "javascript:alert(1)",
  " java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "[click](javascript:alert(1))",
  "![x](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[a]: javascript:alert(1)\n\n[a]",
  '<a href="&#106;avascript:alert(1)">x</a>',
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
  "<details open ontoggle=alert(1)>x</details>",
  "<base href=https://x.example/>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<form action=javascript:alert(1)><button>x</button></form>",
  "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
  "\u2028alert(1)//",
  "{{constructor.constructor('alert(1)')()}} #{alert(1)} <%= alert(1) %>",
  "<style>@import 'javascript:alert(1)';*{background:url(javascript:alert(1))}</style>",
  "<!--><img src=x onerror=alert(1)>-->",
];

function readPayloads(): string[] {
  if (!existsSync(payloadFile)) {
    console.log(`${payloadFile} is absent; ${OWN.length} payloads of our own are tried instead of 400 collected ones.`);
    return OWN;
  }
  const collected = readFileSync(payloadFile, "utf8")
    .trim()
    .split("\n")
    .map((line): string => JSON.parse(line).payload);
  return [...OWN, ...collected];
}

/** `all`, or names of formats, between commas, of which all payloads are tried; unset, each payload is tried in one format. */
const ASKED = process.env.DATELINE_HOSTILE;
const CHOSEN = FORMATS.filter((format) => ASKED === undefined || ASKED === "all" || ASKED.split(",").includes(format));

/** True where a payload is tried in a format: our own in all, a collected one in one, or in all that were asked for. */
function isTried(number: number, format: number): boolean {
  return ASKED !== undefined || number < OWN.length || number % FORMATS.length === format;
}

/** Every article is opened, and of the lists, which print the same words in one way, every fifth; all where all payloads are. */
function isOpened(file: string, number: number): boolean {
  if (file.startsWith("s/")) return false;
  return ASKED !== undefined || /^\d{4}\//.test(file) || number % 5 === 0;
}

let folder = "";
let browser: Browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "dateline-xss-"));
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs in every page before anything else: whatever a payload would call is noted. */
function watch(): void {
  const ran: string[] = [];
  Object.assign(window, { ran });
  for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"]) {
    Object.defineProperty(window, name, {
      configurable: true,
      value: (...given: unknown[]) => void ran.push(`${name}(${given.join()})`),
    });
  }
  document.addEventListener("securitypolicyviolation", (event) =>
    ran.push(`blocked ${event.violatedDirective} ${event.blockedURI}`),
  );
  // Links that only lead elsewhere are not followed, nor told to the house's own scripts; one that would run something is.
  addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href], area[href]") : null;
      if (link === null || !/^(?:https?|file|mailto|about):/.test((link as HTMLAnchorElement).protocol)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  addEventListener("submit", (event) => event.preventDefault(), true);
}

/** Touches everything in the page, and looks for what could not have come from the house. */
function touch(inline: readonly string[]): string[] {
  const found: string[] = [];
  const kinds = [
    "mouseover",
    "mouseenter",
    "mousemove",
    "mousedown",
    "mouseup",
    "focus",
    "focusin",
    "keydown",
    "toggle",
    "scroll",
    "dblclick",
    "contextmenu",
    "pointerover",
    "pointerdown",
    "wheel",
    "paste",
    "copy",
    "animationstart",
    "transitionend",
    "touchstart",
  ];
  const all = [...document.querySelectorAll("*")];
  for (const element of all) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`<${element.localName} ${name}>`);
      const leads = /^(?:href|src|action|formaction|data|poster|background|xlink:href)$/i.test(name);
      // As the browser reads it, past whatever hides the scheme.
      const address = leads ? (URL.parse(value, location.href)?.href ?? "") : "";
      if (/^(?:javascript|vbscript):|^data:text/i.test(address))
        found.push(`<${element.localName} ${name}="${value}">`);
    }
    if (
      /^(?:iframe|frame|object|embed|applet|base|form|math|marquee|portal|foreignobject)$/i.test(element.localName) &&
      !element.closest("form[role=search], form.search, form")
    )
      found.push(`<${element.localName}>`);
    if (
      element instanceof HTMLScriptElement &&
      !element.type.endsWith("json") &&
      (element.src === "" ? !inline.includes(element.text) : !/\/assets\/|\/search\//.test(element.src))
    )
      found.push(`<script>${element.text.slice(0, 80)} ${element.src}`);
    if (element instanceof HTMLScriptElement && element.type.endsWith("json")) JSON.parse(element.text);
  }
  for (const element of all) {
    // Without a handler of its own an element only passes events on to those around it.
    const own = [...element.attributes].some(({ name }) => /^on/i.test(name));
    for (const kind of own ? kinds : ["mouseover"])
      element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
    if (element instanceof HTMLElement) {
      if (own || element.tabIndex >= 0) element.focus();
      element.click();
    }
  }
  // Throws where the watch did not start, so that silence is never taken for safety.
  return [...found, ...(window as unknown as { ran: string[] }).ran.slice()];
}

async function openPages(addresses: readonly string[], inline: readonly string[]): Promise<string[]> {
  // Without the pages' own policy: what it would stop must not be there in the first place.
  const context: BrowserContext = await browser.newContext({
    bypassCSP: true,
    serviceWorkers: "block",
    viewport: { width: 320, height: 240 },
  });
  // The compiler names functions with a helper that a page does not have.
  await context.addInitScript("globalThis.__name = (one) => one");
  await context.addInitScript(watch);
  const found: string[] = [];
  const queue = [...addresses];
  const work = async (page: Page): Promise<void> => {
    let at = "";
    const tell = (what: string) => found.push(`${at.slice(folder.length + 7)}: ${what}`);
    page.on("dialog", (dialog) => {
      tell(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => tell(`error ${error.message}`));
    page.on("request", (request) => {
      if (!/^(?:file|data|blob|about):/.test(request.url())) tell(`request ${request.url()}`);
    });
    for (at = queue.pop() ?? ""; at !== ""; at = queue.pop() ?? "") {
      await page.goto(at, { waitUntil: "load" });
      try {
        for (const what of await page.evaluate(touch, inline)) tell(what);
      } catch (error) {
        tell(`went away while it was touched: ${error instanceof Error ? error.message.slice(0, 200) : error}`);
      }
    }
  };
  await Promise.all(Array.from({ length: TABS }, async () => work(await context.newPage())));
  await context.close();
  return found;
}

function htmlFiles(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .sort();
}

/** Pages at former addresses: they lead on while they are looked at, to pages that are opened themselves. */
function readFormer(output: string): ReadonlySet<string> {
  const rules = readFileSync(join(output, "former-addresses.map"), "utf8");
  const files = [...rules.matchAll(/^"[^"]*?([^"/][^"]*)" /gm)].map(([, from = ""]) =>
    from.replace(/\/$/, "/index.html"),
  );
  return new Set(files);
}

/** Tags that are alike in their first letters get the addresses that the build asks for, as an editor would give them. */
function writeTopics(asked: string): boolean {
  const names = [...asked.matchAll(/in topics\.yaml: `(".*"): \{slug: another-name\}`/g)].map(
    ([, name = '""']): string => JSON.parse(name),
  );
  for (const name of names) topics[name] = { slug: `tag-${Object.keys(topics).length}` };
  writeFileSync(join(folder, "data", "topics.yaml"), JSON.stringify(topics));
  return names.length > 0;
}
const topics: Record<string, { readonly slug: string }> = {};

function buildSite(): string {
  const output = join(folder, "dist");
  const built = runBuild(output);
  if (built.status !== 0 && writeTopics(built.stderr)) return buildSite();
  assert.equal(built.status, 0, built.stderr.slice(0, 4000));
  return output;
}

function runBuild(output: string): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(
    process.execPath,
    [
      "src/cli/dateline.js",
      "build",
      "--content",
      join(folder, "content"),
      "--data",
      join(folder, "data"),
      "--output",
      output,
      "--cache",
      join(folder, "cache"),
      "--now",
      "2026-01-01T00:00Z",
      "--quiet",
    ],
    { cwd: home, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
}

/** Inline scripts of a page are the house's own where a page without any payload has them, too. */
function inlineScripts(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => text);
}

test("A payload that does run is seen: by a handler, a script, a link that is clicked, and a request", async () => {
  const page = join(folder, "unsafe.html");
  writeFileSync(
    page,
    '<!doctype html><title>x</title><img src=x onerror="alert(1)"><script>alert(2)</script><a href="java\tscript:alert(3)">x</a><b onmouseover="alert(4)">x</b><img src="http://127.0.0.1:9/x.png">',
  );
  const found = (await openPages([pathToFileURL(page).href], [])).join("\n");
  for (const what of [
    "alert(1)",
    "alert(2)",
    "alert(3)",
    "alert(4)",
    "<img onerror>",
    "<b onmouseover>",
    "<script>",
    "<a href=",
    "request http://127.0.0.1:9/x.png",
  ]) {
    assert.ok(found.includes(what), `${what} was not seen in:\n${found}`);
  }
});

test(
  "No payload in any field of any format runs in the built pages, opened and touched",
  {
    timeout: 3_600_000,
  },
  async () => {
    assert.ok(CHOSEN.length > 0, `DATELINE_HOSTILE is ${ASKED}; it must be "all", or some of ${FORMATS.join()}`);
    const payloads = readPayloads();
    const content = join(folder, "content");
    mkdirSync(join(folder, "data"), { recursive: true });
    writeFileSync(
      join(folder, "data/site.yaml"),
      "title: The Anvers Post\nurl: https://post.example/\ndiscussion: {channel: mail, to: desk@post.example}\n",
    );
    const context = {
      timeZone: "UTC",
      language: "en",
      languages: ["en"],
      sections: undefined,
      topics: new Map<string, string>(),
    };
    const common = {
      to: content,
      cache: join(folder, "cache"),
      context,
      hasNewsroom: true,
      dryRun: false,
      again: true,
      overwrite: true,
      keepOriginals: false,
      now: Date.UTC(2026, 0, 1),
      standardInput: async () => new Uint8Array(),
    } as const;

    const published = new Map<string, number>();
    let tried = 0;
    for (const format of CHOSEN) {
      const order = FORMATS.indexOf(format);
      const made = HOSTILE_FORMATS[format];
      assert.ok(made !== undefined, `no hostile ${format} is made`);
      const [ending, make] = made;
      const inputs = join(folder, "inputs", format);
      mkdirSync(inputs, { recursive: true });
      let here = 0;
      payloads.forEach((payload, number) => {
        if (!isTried(number, order)) return;
        here++;
        writeFileSync(join(inputs, `${number}.${ending}`), make({ payload, number }));
      });
      for await (const { outcome } of importAll({ ...common, paths: [inputs], format })) {
        if (outcome === "new") published.set(format, (published.get(format) ?? 0) + 1);
      }
      tried += here;
      // A payload may make an input unreadable or send it to an editor; most must reach a page, or this proves nothing.
      assert.ok(
        (published.get(format) ?? 0) > here / 2,
        `${format}: only ${published.get(format) ?? 0} of ${here} were published`,
      );
    }

    const articles = readdirSync(join(content, "articles"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".md"))
      .sort();
    payloads.forEach((payload, number) => {
      const article = articles[number];
      const comments = hostileComments({ payload, number });
      if (article === undefined || comments === undefined) return;
      const file = join(content, "discussion", article.replace(/\.md$/, ".yaml"));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, comments);
    });

    const output = buildSite();
    const former = readFormer(output);
    const pages = htmlFiles(output)
      .filter(isOpened)
      .filter((file) => !former.has(file));
    const inline = ["404.html", "search.html", "library.html", "listen.html", "offline.html", "index.html"]
      .filter((file) => existsSync(join(output, file)))
      .flatMap((file) => inlineScripts(join(output, file)));
    const found = await openPages(
      pages.map((file) => pathToFileURL(join(output, file)).href),
      inline,
    );
    console.log(
      `${payloads.length} payloads, ${tried} inputs in ${CHOSEN.join()}, ${articles.length} articles, ${pages.length} pages opened and touched: ${found.length} findings`,
    );
    assert.deepEqual(found.slice(0, 20), []);
  },
);
