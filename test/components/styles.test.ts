import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { type CssNode, generate, parse, walk } from "css-tree";
import { parseHTML } from "linkedom";
import { stylesFor } from "../../src/styles/styles.ts";
import { drawSamplePages } from "./sample-pages.ts";
import { makeSampleViews } from "./sample-views.ts";

/** What only scripts put on a page. */
const BY_SCRIPT =
  /\.(js|web|said|new|new-word|reading|ready|search-[a-z]+)\b|\[data-theme|aria-pressed="?false|mark\b|:target|#search-filters|#save-offline/;
/** Of galleries and films, which these pages do not have: `gallery.test.ts` and `recordings.test.ts` make them. */
const ELSEWHERE = /\.gallery|\bvideo\b/;
const STATE = /::?(before|after|marker|hover|focus-visible|focus|target|root)\b/g;

const pages = ["en", "ar"].flatMap((lang) => drawSamplePages(makeSampleViews(lang)));
const kinds = [...new Set(pages.flatMap(({ kind }) => kind ?? []))];

/** The selectors of a stylesheet, without states and pseudo-elements. */
function selectorsOf(css: string): string[] {
  const found = new Set<string>();
  walk(parse(css), {
    visit: "Rule",
    enter(rule: CssNode) {
      if (rule.type !== "Rule" || rule.prelude.type !== "SelectorList") return;
      for (const selector of rule.prelude.children) found.add(generate(selector));
    },
  });
  return [...found];
}

/** The ground of every page: its elements may be missing on one kind. */
const ground = new Set(
  ["page", "masthead", "colophon"].flatMap((layer) =>
    selectorsOf(readFileSync(new URL(`../../src/styles/${layer}.css`, import.meta.url), "utf8")).map(flat),
  ),
);

function flat(selector: string): string {
  return selector.replaceAll('"', "");
}

for (const kind of kinds) {
  test(`no rule of the stylesheet of ${kind} pages is unused`, () => {
    const documents = pages.filter((page) => page.kind === kind).map(({ markup }) => parseHTML(markup).document);
    const unused = selectorsOf(stylesFor(kind)).filter((selector) => {
      if (BY_SCRIPT.test(selector) || ELSEWHERE.test(selector) || ground.has(flat(selector))) return false;
      const bare =
        selector
          .replace(STATE, "")
          .replace(/:empty/g, "")
          .replace(/:not\(\)/g, "") || "*";
      const query = /[>+~\s]$/.test(bare) ? `${bare}*` : bare;
      return !documents.some((document) => document.querySelector(query) !== null);
    });
    assert.deepEqual(unused, []);
  });
}

test("a stylesheet is the same each time it is asked for, and has no physical direction", () => {
  for (const kind of kinds) {
    assert.equal(stylesFor(kind), stylesFor(kind));
    assert.doesNotMatch(
      stylesFor(kind),
      /[;{](margin|padding|border)-(left|right|top|bottom)\b|[;{](left|right|top|bottom):/,
    );
    assert.doesNotMatch(stylesFor(kind), /url\(|@import/);
  }
});
