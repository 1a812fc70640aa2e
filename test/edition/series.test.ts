import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { Parser } from "htmlparser2";
import { build } from "../../src/build/build.ts";
import { compareOutputs } from "./same-bytes.ts";

const NOW = Date.UTC(2031, 5, 1);
const folder = mkdtempSync(join(tmpdir(), "dateline-series-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, day: number, front: string): void {
  const file = join(folder, "content/articles/2031/01", `${name}.md`);
  mkdirSync(join(file, ".."), { recursive: true });
  const date = `2031-01-${String(day).padStart(2, "0")}T10:00Z`;
  writeFileSync(file, `---\ntitle: The ${name}\ndate: ${date}\n${front}---\n\nText of it.\n`);
}
mkdirSync(join(folder, "data"), { recursive: true });
writeFileSync(
  join(folder, "data/site.yaml"),
  "title: Quay Post\nurl: https://quay.example/\nlanguage: en\nlanguages: [en, ar]\n",
);

const make = (output: string) =>
  build({
    folders: {
      content: join(folder, "content"),
      data: join(folder, "data"),
      output: join(folder, output),
      cache: join(folder, `${output}-cache`),
    },
    now: NOW,
    without: ["search", "links", "data", "cards", "days", "places"],
  });
const read = (address: string) => readFileSync(join(folder, "dist", address), "utf8");

/** The links of a page, as `rel title`, and its text. */
function look(address: string): { readonly links: string[]; readonly text: string } {
  const links: string[] = [];
  let text = "";
  let rel = "";
  let title = "";
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "a") [rel, title] = [attributes.rel ?? "", ""];
    },
    ontext(data) {
      text += data;
      title += data;
    },
    onclosetag(name) {
      if (name === "a") links.push(`${rel} ${title}`.trim());
    },
  });
  parser.end(read(address));
  return { links, text: text.replace(/\s+/g, " ") };
}
const beside = (address: string) => look(address).links.filter((link) => /^(prev|next) /.test(link));
const partsOf = (address: string) => look(address).links.filter((link) => /^The (river|wells|cattle|rain)$/.test(link));

test("a series is a page of its parts in order, and each part says which it is and leads to those beside it", async () => {
  write("river", 1, "series: The long drought\n");
  write("wells", 2, "series: {name: The long drought, part: 1}\n");
  write("cattle", 3, "series: The long drought\n");
  write("alone", 4, "");
  const { written } = await make("dist");
  assert.deepEqual(partsOf("series/the-long-drought.html"), ["The wells", "The river", "The cattle"]);
  assert.match(look("2031/01/01/river.html").text, /Part 2 of 3/);
  assert.deepEqual(beside("2031/01/01/river.html"), ["prev The wells", "next The cattle"]);
  assert.deepEqual(beside("2031/01/02/wells.html"), ["next The river"]);
  assert.doesNotMatch(read("2031/01/04/alone.html"), /series/i);
  assert.ok(look("series/index.html").links.includes("The long drought"));
  for (const address of ["feeds/series-the-long-drought.json", "sitemaps/pages.xml"])
    assert.ok(written.includes(address));
  assert.match(read("sitemaps/pages.xml"), /series\/the-long-drought\.html/);
});

test("a further part changes the pages of the series and leaves them as a full build makes them", async () => {
  write("rain", 5, "series: {name: The long drought, part: 2}\n");
  await make("dist");
  assert.deepEqual(partsOf("series/the-long-drought.html"), ["The wells", "The rain", "The river", "The cattle"]);
  assert.match(look("2031/01/01/river.html").text, /Part 3 of 4/);
  await make("full");
  assert.deepEqual(compareOutputs(join(folder, "dist"), join(folder, "full")), []);
});

test("of a series of more than 24 parts no page says how many there are, so that one more changes its neighbour alone", async () => {
  for (let day = 1; day <= 25; day++) write(`note-${day}`, day, "series: Notes\n");
  await make("dist");
  assert.match(look("2031/01/03/note-3.html").text, /Part 3 /);
  assert.doesNotMatch(look("2031/01/03/note-3.html").text, /Part 3 of/);
  write("note-26", 26, "series: Notes\n");
  const { written } = await make("dist");
  assert.deepEqual(written.filter((address) => /note-\d+\.html$/.test(address)).sort(), [
    "2031/01/25/note-25.html",
    "2031/01/26/note-26.html",
  ]);
});

test("where no article is in a series, there is no page of series", async () => {
  rmSync(join(folder, "content/articles"), { recursive: true });
  write("alone", 4, "");
  await make("empty");
  assert.ok(!existsSync(join(folder, "empty/series")));
});

test("a series' part that is no number is refused", async () => {
  write("odd", 5, "series: {name: Notes, part: third}\n");
  await assert.rejects(make("dist"), /series\.part.*third.*a number from 1 to 9999/s);
});
