import assert from "node:assert/strict";
import test from "node:test";
import { renderBody } from "../../src/article/body.ts";
import { readItems } from "../../src/intake/import/read-item.ts";
import { HARD_MARKDOWN, HARD_PAGES, HARD_WIRES, HARD_XML, type HardText } from "./hard-texts.ts";

/** Characters; the other text is four times as long. */
const SIZE = 5000;
/** Four times the text takes four times the processor time where a reader is linear, and sixteen where it grows with the square. */
const TIMES = 8;
/** Milliseconds below which it is the machine that is measured. */
const FLOOR = 40;

async function spent(work: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  try {
    await work();
  } catch {
    // Refused, which is an answer.
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

async function readAll(text: string, format: "auto" | "wire" | "html"): Promise<void> {
  for await (const item of readItems(Buffer.from(text), { format, name: "x", zone: "UTC" })) void item;
}

const READERS: readonly (readonly [name: string, texts: readonly HardText[], read: (text: string) => unknown])[] = [
  ["Markdown", HARD_MARKDOWN, (text) => renderBody(text, { lang: "en", link: () => undefined })],
  ["wire text", HARD_WIRES, (text) => readAll(text, "wire")],
  ["wires of any form", HARD_WIRES, (text) => readAll(text, "auto")],
  ["saved pages", HARD_PAGES, (text) => readAll(`<html><body>${text}`, "html")],
  ["XML", HARD_XML, (text) => readAll(text, "auto")],
];

for (const [name, texts, read] of READERS)
  test(`four times the text takes no more than its share of time to read as ${name}, however it was made`, async () => {
    await spent(() => read("To warm up."));
    for (const hard of texts) {
      const once = await spent(() => read(hard.make(SIZE)));
      const more = await spent(() => read(hard.make(4 * SIZE)));
      const bound = TIMES * Math.max(once, FLOOR);
      assert.ok(more < bound, `${hard.name}: ${once.toFixed(0)} ms, and four times as much ${more.toFixed(0)} ms`);
    }
  });
