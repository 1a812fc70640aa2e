import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import createParser from "markdown-it";
import footnote from "markdown-it-footnote";
import { renderBody } from "../../src/article/body.ts";
import { htmlToMarkdown } from "../../src/intake/text/html-to-markdown.ts";
import { findElements, parseMarkup, textOf } from "../../src/intake/page/html-tree.ts";
import { IntakeError } from "../../src/intake/intake-error.ts";

const reader = createParser({ html: false }).use(footnote);

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function readBack(markdown: string): string {
  return textOf(parseMarkup(reader.render(markdown)));
}

const cases: readonly [title: string, markup: string, markdown: string][] = [
  [
    "Text that looks like Markdown is escaped and nothing else is",
    "<p>2 * 3, *x*, snake_case, [sic], AT&amp;T, a_</p>",
    "2 * 3, \\*x\\*, snake_case, [sic], AT&T, a\\_",
  ],
  ["A year with a full stop at the start of a line starts no list", "<p>1987. A good year</p>", "1987\\. A good year"],
  ["A hashtag is left as it is", "<p>#harbour opens</p>", "#harbour opens"],
  ["A dash at the start of a line starts no list", "<p>- Yes, she said</p>", "\\- Yes, she said"],
  ["Two line breaks part paragraphs", "One<br><br>Two<br> <br>Three", "One\n\nTwo\n\nThree"],
  [
    "A short bold paragraph over text is a subhead",
    "<p>Lead.</p><p><b>What now</b></p><p>Text.</p>",
    "Lead.\n\n## What now\n\nText.",
  ],
  [
    "Subheads start at the second level whatever the page used",
    "<h4>A</h4><p>x</p><h6>B</h6><p>y</p>",
    "## A\n\nx\n\n### B\n\ny",
  ],
  ["Spaces at the edge of bold type move out of it", "<p>a<b> b </b>c</p>", "a **b** c"],
  ["Bold type that Markdown could not read back becomes plain words", "<p>a<b>„b“</b>c</p>", "a„b“c"],
  ["A link of a forbidden scheme leaves its words", '<p><a href="java&#10;script:alert(1)">words</a></p>', "words"],
  ["A relative link without a base leaves its words", '<p><a href="/x">words</a></p>', "words"],
  [
    "An exclamation mark before a link makes no picture",
    '<p>Look!<a href="https://a.example/">here</a></p>',
    "Look\\![here](https://a.example/)",
  ],
  [
    "Layout tables become paragraphs",
    "<table><tr><td><h2>A</h2><p>One</p></td><td><p>Two</p></td></tr></table>",
    "## A\n\nOne\n\nTwo",
  ],
  [
    "Tables of figures stay tables",
    "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Varn|a</td><td>3</td></tr></table>",
    "| Port | Ships |\n| - | - |\n| Varn\\|a | 3 |",
  ],
  [
    "Powers are kept and ordinals are plain",
    "<p>10<sup>6</sup> m<sup>2</sup>, 19<sup>th</sup>, CO<sub>2</sub></p>",
    "10⁶ m², 19th, CO2",
  ],
  [
    "Scripts, forms and frames go with all they hold",
    "<p>a</p><script>b</script><form><input value=c><button>d</button></form><iframe>e</iframe><style>f</style><p>g</p>",
    "a\n\ng",
  ],
  ["A list without paragraphs is tight", "<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"],
  ["Invisible characters go and joiners stay", "<p>Hafen\u00adamt\u200b می\u200cخواهم</p>", "Hafenamt می\u200cخواهم"],
];

for (const [title, markup, markdown] of cases) {
  test(title, () => assert.equal(htmlToMarkdown(markup).markdown, markdown));
}

test("Relative links and pictures are resolved against the base", () => {
  const { markdown, images } = htmlToMarkdown(
    '<p><a href="../b.html?x=1&amp;y=2">b</a></p><img src="//img.example/a.jpg" alt="A">',
    {
      base: "https://news.example/2031/a/",
    },
  );
  assert.equal(markdown, "[b](https://news.example/2031/b.html?x=1&y=2)");
  assert.deepEqual(images, [{ url: "https://img.example/a.jpg", alt: "A" }]);
});

test("A kept picture carries its caption and credit as a figure of the article", () => {
  const { markdown } = htmlToMarkdown(
    '<p>One</p><figure><img src="https://i.example/a.jpg" alt="Boats"><figcaption>Boats at dawn. Photo: Ida Holt</figcaption></figure><p>Two</p>',
    { pictures: "keep" },
  );
  assert.equal(markdown, 'One\n\n![Boats](https://i.example/a.jpg "Boats at dawn. | Ida Holt")\n\nTwo');
});

test("Any text comes back from its Markdown unchanged", () => {
  const hostile = fc.array(
    fc.constantFrom(
      ..."*_`[]()!<>&#|~^\\-+=:1.) \"'aбé".split(""),
      "**",
      "](x)",
      "[^1]",
      "<b>",
      "&amp;",
      "~~",
      "https://a.example",
    ),
    { maxLength: 24 },
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          hostile.map((parts) => parts.join("")),
          fc.string({ unit: "binary", maxLength: 30 }),
        ),
        { maxLength: 4 },
      ),
      (texts) => {
        const markup = texts.map((text) => `<p>${escapeMarkup(text)}</p>`).join("");
        const { markdown, paragraphs } = htmlToMarkdown(markup);
        assert.equal(readBack(markdown), textOf(parseMarkup(markup)).replaceAll("\u00a0", " "));
        assert.equal(paragraphs.join(" ").replace(/\s+/g, " "), readBack(markdown));
      },
    ),
    { numRuns: 1000 },
  );
});

test("Any nesting of elements gives Markdown whose words are those of the page", () => {
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("word ", "two words", " ", "x.", "“q”", "*"),
      fc
        .tuple(
          fc.constantFrom(
            "p",
            "b",
            "em",
            "div",
            "li",
            "ul",
            "blockquote",
            "h3",
            "span",
            "a href='https://a.example/'",
            "td",
            "tr",
            "table",
            "section",
            "custom-x",
          ),
          fc.array(tie("node"), { maxLength: 4 }),
        )
        .map(([name, children]) => `<${name}>${children.join("")}</${name.split(" ")[0]}>`),
    ),
  })).node;
  fc.assert(
    fc.property(tree, (markup) => {
      const words = (text: string): string => text.replace(/\s+/g, "");
      assert.equal(words(readBack(htmlToMarkdown(markup).markdown)), words(textOf(parseMarkup(markup))));
    }),
    { numRuns: 1000 },
  );
});

const shared = process.env.DATELINE_SHARED ?? join(process.cwd(), "..", "shared");
const attacks = join(shared, "corpora", "xss.jsonl");

test(
  "No attack payload leaves markup, a handler or a forbidden address behind",
  {
    skip: existsSync(attacks) ? false : `${attacks} is absent`,
  },
  () => {
    for (const line of readFileSync(attacks, "utf8")
      .split("\n")
      .filter((text) => text !== "")) {
      const payload: string = JSON.parse(line).payload;
      const { markdown } = htmlToMarkdown(`<p>before</p>${payload}<p>after</p>`, {
        base: "https://news.example/",
        pictures: "keep",
      });
      for (const rendered of [reader.render(markdown), renderBody(markdown, { lang: "en" }).toString()]) {
        const elements = findElements(parseMarkup(rendered), () => true);
        for (const element of elements) {
          assert.doesNotMatch(
            element.name,
            /^(?:script|style|iframe|object|embed|svg|math|form|input|link|meta|base)$/,
            payload,
          );
          for (const [name, value] of Object.entries(element.attribs)) {
            assert.doesNotMatch(name, /^on|^style$|^srcdoc$/, payload);
            if (name === "href" || name === "src")
              assert.match(value, /^(?:https?:|mailto:|#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/, payload);
          }
        }
      }
    }
  },
);

test("Ten thousand nested elements are refused with what to do instead", () => {
  assert.throws(
    () => htmlToMarkdown("<div>".repeat(10_000)),
    (error) => error instanceof IntakeError && /nested more than 512 deep/.test(error.message) && error.instead !== "",
  );
});

test("Five hundred nested elements are read", () => {
  assert.equal(htmlToMarkdown(`${"<div>".repeat(500)}deep`).markdown, "deep");
});

test("One endless line is refused", () => {
  assert.throws(() => htmlToMarkdown(`<p>${"word ".repeat(1_000_000)}`), IntakeError);
});
