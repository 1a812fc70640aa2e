import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { parseHTML } from "linkedom";
import { renderArticlePage } from "../../src/components/article-page.ts";
import { assertGolden } from "./golden.ts";
import { drawSamplePages } from "./sample-pages.ts";
import { makeSampleViews } from "./sample-views.ts";

const LANGUAGES = ["en", "ru", "ar", "es", "fr", "de"];
const pages = drawSamplePages(makeSampleViews("en"));

/** Styles have their own test, and a change of them is no change of the markup. */
function withoutStyles(markup: string): string {
  return markup
    .replace(/<style>.*?<\/style>/s, "<style>…</style>")
    .replace(/style-src 'sha256-[^']+'|style-src &#39;sha256-.*?&#39;/, "style-src …");
}

for (const { name, markup } of pages) {
  test(`the page ${name} is drawn as it was last looked at`, () => assertGolden(`page-${name}`, withoutStyles(markup)));
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Headlines are as long as they are.
    "long-title": "off",
    // A script with `integrity` does not run from a file.
    "require-sri": "off",
    // Tables and pull quotes are drawn with the text of the article, not here.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    "unique-landmark": "off",
  },
});

test("every page is valid HTML in all six languages", async () => {
  for (const lang of LANGUAGES) {
    for (const { name, markup } of drawSamplePages(makeSampleViews(lang))) {
      const report = await validator.validateString(markup);
      const faults = report.results.flatMap(({ messages }) =>
        messages.map((fault) => `${fault.line}: ${fault.message}`),
      );
      assert.deepEqual(faults, [], `${lang} ${name}`);
    }
  }
});

test("an article of 400 words is at most 10 KB compressed, with its styles and all its parts", () => {
  const sentence =
    "Harbour pilots watched from the mole while barley freighters, tugs and a survey launch of Kessel passed slowly below. ";
  const words = Array.from({ length: 425 }, (_word, index) => {
    const source = sentence.split(" ");
    return `${source[(index * 7 + (index >> 3)) % (source.length - 1)]}${index % 11 === 0 ? String.fromCharCode(97 + (index % 26)).repeat(2) : ""}`;
  });
  const body = words.map((word, index) => (index % 45 === 44 ? `${word}.\n\n` : `${word} `)).join("");
  const { image: _image, audio: _audio, ...view } = makeSampleViews("en").article({}, { body });
  const bytes = gzipSync(renderArticlePage(view).toString(), { level: 9 }).length;
  assert.ok(bytes <= 10_000, `${bytes} bytes`);
});

test("a site without an address guesses none for its links on paper", () => {
  const { frame, ...view } = makeSampleViews("en").article();
  assert.match(renderArticlePage({ ...view, frame }).toString(), / data-at="https:\/\/wire\.example\/2020/);
  assert.doesNotMatch(
    renderArticlePage({ ...view, frame: { ...frame, canonical: undefined } }).toString(),
    / data-at=/,
  );
});

test("a text that is markup stays text on every page, and an address that is a script is no link", () => {
  const attack = (plain: string): string => `"'><script>alert(1)</script><img src=x onerror=alert(2)>${plain}`;
  for (const { name, markup } of drawSamplePages(makeSampleViews("en", attack))) {
    const { document } = parseHTML(markup);
    const scripts = [...document.querySelectorAll("script")].map((script) => script.textContent ?? "");
    assert.ok(!scripts.some((text) => /^\s*alert/.test(text)), `${name} runs a script of its text`);
    for (const element of document.querySelectorAll("*")) {
      for (const { name: attribute } of element.attributes) {
        assert.ok(!/^on/i.test(attribute), `${name}: <${element.localName} ${attribute}>`);
      }
    }
    assert.equal(document.querySelectorAll('img[src="x"]').length, 0, name);
  }
});

test("every inline script and stylesheet has its hash in the policy of its page, and nothing from elsewhere may run", () => {
  for (const { name, markup } of pages.filter(({ kind }) => kind !== undefined)) {
    const { document } = parseHTML(markup);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    assert.match(policy, /^default-src 'none';/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    for (const inline of document.querySelectorAll("style, script:not([src]):not([type])")) {
      const hash = createHash("sha256")
        .update(inline.textContent ?? "")
        .digest("base64");
      assert.ok(policy.includes(`'sha256-${hash}'`), `${name}: ${inline.localName}`);
    }
    assert.equal(document.querySelectorAll("[style]").length, 0, name);
    for (const script of document.querySelectorAll("script[src]")) assert.ok(script.hasAttribute("defer"), name);
  }
});

test("404 stands alone: it loads nothing, and its links work at any depth", () => {
  const page = pages.find(({ name }) => name === "not-found");
  const { document } = parseHTML(page?.markup ?? "");
  assert.equal(document.querySelectorAll("script, link, img").length, 0);
  for (const link of document.querySelectorAll("a")) assert.equal(link.getAttribute("href"), "https://wire.example/");
});

test("the text of a retracted article is not on its page", () => {
  const page = pages.find(({ name }) => name === "article-retracted");
  assert.match(page?.markup ?? "", /class="retraction"/);
  assert.doesNotMatch(page?.markup ?? "", /first freighter|quay-640|harbour\.mp3/);
});
