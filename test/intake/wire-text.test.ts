import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import "../fixed-seed.ts";
import { paragraphsOf } from "../../src/intake/text/markdown-text.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";
import { readWireText } from "../../src/intake/wire/wire-text.ts";

const FIXTURES = fileURLToPath(new URL("./fixtures/wire", import.meta.url));
const SHARED = process.env.DATELINE_SHARED ?? "../shared";

type Expected = { readonly [Key in keyof WireItem]?: WireItem[Key] | null };

/** Every key that the fixture names must be so; null means that nothing may be found. */
function compare(item: WireItem | undefined, expected: Expected, name: string): void {
  for (const [key, wanted] of Object.entries(expected)) {
    const got = item?.[key as keyof WireItem];
    assert.deepEqual(got ?? null, wanted, `${name}: ${key}`);
  }
}

const names = readdirSync(FIXTURES).sort();

test("there are at least forty captures in at least twelve layouts and six languages", () => {
  const layouts = new Set(names.map((name) => name.replace(/-[a-z]{2}$/, "")));
  const languages = new Set(names.map((name) => name.slice(-2)));
  assert.ok(
    names.length >= 40 && layouts.size >= 12 && languages.size >= 6,
    `${names.length} ${layouts.size} ${languages.size}`,
  );
});

for (const name of names) {
  test(`the capture ${name} is read as its editor would`, () => {
    const input = readFileSync(join(FIXTURES, name, "input.txt"), "utf8");
    const expected: readonly Expected[] = JSON.parse(readFileSync(join(FIXTURES, name, "expected.json"), "utf8"));
    const items = readWireText(input);
    assert.equal(items.length, expected.length, `${name}: ${items.map((item) => item.title).join(" | ")}`);
    expected.forEach((wanted, index) => {
      compare(items[index], wanted, name);
    });
    for (const item of items)
      assert.deepEqual(paragraphsOf(item.body), item.paragraphs, `${name}: body and paragraphs`);
  });
}

test("line ends of every system and a byte order mark change nothing", () => {
  const input = readFileSync(join(FIXTURES, "full-page-en", "input.txt"), "utf8");
  const plain = readWireText(input);
  assert.deepEqual(readWireText(input.replaceAll("\n", "\r\n")), plain);
  assert.deepEqual(readWireText(`\ufeff${input.replaceAll("\n", "\r")}`), plain);
});

test("a text with nothing in it gives no article", () => {
  assert.deepEqual(readWireText(""), []);
  assert.deepEqual(readWireText(" \n\n\t\n"), []);
});

test("a clock without a zone takes the hinted one and says so", () => {
  const [item] = readWireText(
    "Harbour opens again\n\n15 January 2021, 15:45\n\nPORT ARDEN (AP) — The harbour opened on Monday.",
    { zone: "Europe/Kyiv" },
  );
  assert.equal(item?.date, "2021-01-15T15:45:00+02:00");
  assert.ok(item?.notes.some((note) => note.includes("without a zone and was taken in Europe/Kyiv")));
});

test("a day that can be read two ways goes to an editor", () => {
  const [item] = readWireText("Harbour opens again\n\n04/03/2021\n\nPORT ARDEN (AP) — The harbour opened on Monday.");
  assert.equal(item?.needs.length, 1);
});

test("the dateline's own day says which number of the date is the month", () => {
  for (const [filed, iso] of [
    ["March 4", "2021-03-04"],
    ["April 3", "2021-04-03"],
  ]) {
    const [item] = readWireText(`Harbour opens again\n\n04/03/2021\n\nPORT ARDEN, ${filed} (AP) — The harbour opened.`);
    assert.equal(item?.date, iso);
    assert.deepEqual(item?.needs, []);
  }
});

test("an embargo that cannot be read goes to an editor", () => {
  const [item] = readWireText(
    "EMBARGOED UNTIL further notice\n\nHarbour opens again\n\n15 January 2021\n\nPORT ARDEN (AP) — The harbour opened on Monday.",
  );
  assert.ok(item?.needs.some((need) => need.includes("embargo")));
});

test("text that means something in Markdown stays text", () => {
  const paragraph =
    "The *harbour* master said <b>no</b> to [this](javascript:alert(1)) & that, # one of `four` rules that nobody had read.";
  const [item] = readWireText(`Harbour opens again\n\n15 January 2021\n\nPORT ARDEN (AP) — ${paragraph}`);
  assert.deepEqual(item?.paragraphs, [paragraph]);
  assert.deepEqual(paragraphsOf(item?.body ?? ""), [paragraph]);
});

test("no text makes the reader throw, and every paragraph was in the text", () => {
  const line = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.constantFrom(
      "",
      "",
      "-0-",
      "=====",
      "Share",
      "By Marisol Vey",
      "15:45 GMT15 January 2021",
      "LONDON (AP) — Text.",
      "Related",
      "Tags: A, B, C",
      "The harbour opened on Monday for the first time since the storms of early spring.",
      "1. x",
      "- - -",
      "> y",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      for (const item of readWireText(lines.join("\n"))) assert.deepEqual(paragraphsOf(item.body), item.paragraphs);
    }),
    { numRuns: 1500, seed: 1 },
  );
});

test("a hundred thousand lines and a line of ten million letters are read in seconds", () => {
  const started = process.cpuUsage();
  readWireText(`${"The harbour opened. ".repeat(500_000)}`);
  readWireText(Array.from({ length: 100_000 }, (_, index) => `Line ${index} of the harbour book`).join("\n"));
  readWireText(
    Array.from({ length: 50_000 }, (_, index) => `Line ${index} of the harbour book`).join("\n\n") +
      "\nThe harbour opened. ".repeat(10),
  );
  readWireText(`${" ".repeat(1_000_000)}x${"\n".repeat(1_000_000)}`);
  const { user, system } = process.cpuUsage(started);
  // A reader whose time grows faster than its text would need hours.
  assert.ok(user + system < 40e6, `${(user + system) / 1e6} s of processor time`);
});

const capture = join(SHARED, "wire", "000_028a8be92c65e6b7.txt");
test("the captured page comes out whole", { skip: existsSync(capture) ? false : `no ${capture}` }, () => {
  const [item, ...others] = readWireText(readFileSync(capture, "utf8"));
  assert.equal(others.length, 0);
  assert.equal(item?.title, undefined);
  assert.deepEqual(item?.needs, ["It has no headline."]);
  assert.equal(item?.date, "2021-01-15T15:45:00Z");
  assert.ok(item?.notes.some((note) => note.includes("page's own clock")));
  assert.deepEqual(item?.dateline, { place: "WASHINGTON", agency: "Sputnik" });
  assert.equal(item?.paragraphs.length, 10);
  assert.equal(item?.related.length, 4);
  assert.equal(item?.tags.length, 6);
  assert.ok(!/Listen Live|short URL|Community|Discussion/.test(item?.body ?? ""));
});
