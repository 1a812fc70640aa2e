import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import sharp from "sharp";
import { type Card, cardAddress, drawCards } from "../../src/media/cards.ts";
import { drawIcons } from "../../src/media/icons.ts";
import { breakLines } from "../../src/media/lettering.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "cards-"));
after(() => rmSync(folder, { recursive: true }));

const english: Card = { title: "Ferry returns & <stays>", site: "The Wire", label: "World", dir: "ltr" };
const arabic: Card = { title: "عودة العبّارة إلى الميناء", site: "الخبر", dateline: "المرفأ (الخبر)", dir: "rtl" };
const russian: Card = { title: "Паром вернулся", site: "Вести", label: "Мир", dir: "ltr" };

function folders(name: string) {
  return { cacheDir: path.join(folder, `cache-${name}`), outputDir: path.join(folder, `out-${name}`) };
}

/** How much darker than paper the left and the right half of a band of the card are. */
async function inkBySide(file: string, top: number, height: number): Promise<{ left: number; right: number }> {
  const half = async (left: number) => {
    const band = await sharp(file).extract({ left, top, width: 600, height }).greyscale().png().toBuffer();
    const { channels } = await sharp(band).stats();
    return 249 - (channels[0]?.mean ?? 0);
  };
  return { left: await half(0), right: await half(600) };
}

test("cards are 1200 by 630 and the same bytes on every run, drawn or from the cache", async () => {
  const one = folders("one");
  const addresses = drawCards([english, arabic, russian, english], one);
  assert.equal(addresses.length, 3);
  assert.deepEqual(drawCards([english, arabic, russian], folders("two")), addresses);
  assert.deepEqual(drawCards([english, arabic, russian], one), addresses);
  for (const address of addresses) {
    const content = readFileSync(path.join(one.outputDir, address));
    assert.deepEqual(content, readFileSync(path.join(folders("two").outputDir, address)));
    const { width, height, format } = await sharp(content).metadata();
    assert.deepEqual({ width, height, format }, { width: 1200, height: 630, format: "png" });
  }
});

test("a card is set from the side where its script begins", async () => {
  const { outputDir, ...rest } = folders("sides");
  const short = { title: "نعم", site: "الخبر", dir: "rtl" } as const;
  const [ltr, rtl] = drawCards([{ title: "Yes", site: "The Wire", dir: "ltr" }, short], { outputDir, ...rest });
  const left = await inkBySide(path.join(outputDir, ltr ?? ""), 140, 380);
  const right = await inkBySide(path.join(outputDir, rtl ?? ""), 140, 380);
  assert.ok(left.left > 1 && left.right < 1, JSON.stringify(left));
  assert.ok(right.right > 1 && right.left < 1, JSON.stringify(right));
});

test("another word on a card is another address", () => {
  assert.notEqual(cardAddress(english), cardAddress({ ...english, label: "Local" }));
  assert.match(cardAddress(english) ?? "", /^media\/cards\/[0-9a-f]{2}\/[0-9a-f]{8}\.png$/);
});

test("a title in letters that the fonts lack gets no card rather than empty boxes", () => {
  for (const title of ["日本の港", "กรุงเทพ", "한국어", "🚢"])
    assert.equal(cardAddress({ ...english, title }), undefined);
  assert.deepEqual(drawCards([{ ...english, title: "日本" }], folders("none")), []);
  assert.notEqual(cardAddress({ ...english, title: "A ship 🚢 in Ελλάδα" }), undefined);
});

test("lines are broken to about equal lengths and never wider than the measure", () => {
  const lines = breakLines("One ferry and then another ferry and at last a third came home today", 60, 900);
  assert.ok(lines.length > 1);
  assert.equal(lines.join(" "), "One ferry and then another ferry and at last a third came home today");
  const lengths = lines.map((line) => line.length);
  assert.ok(Math.max(...lengths) - Math.min(...lengths) < 12, JSON.stringify(lines));
});

test("a word wider than the card and a title longer than it still give a card", () => {
  const { outputDir, cacheDir } = folders("long");
  const titles = ["Donaudampfschifffahrtsgesellschaftskapitän", "many words ".repeat(60).trim()];
  assert.equal(
    drawCards(
      titles.map((title) => ({ ...english, title })),
      { outputDir, cacheDir },
    ).length,
    2,
  );
});

test("icons have the sizes they claim and do not change from run to run", async () => {
  const icons = drawIcons("The Evening Wire");
  assert.deepEqual(icons, drawIcons("The Evening Wire"));
  assert.deepEqual(
    icons.map(({ address, purpose }) => `${address} ${purpose}`),
    [
      "icons/icon.svg any",
      "icons/icon-192.png any",
      "icons/icon-512.png any",
      "icons/maskable-512.png maskable",
      "icons/apple-touch-180.png any",
    ],
  );
  for (const { sizes, type, content } of icons.filter(({ sizes }) => sizes !== "any")) {
    const { width, height, format } = await sharp(content).metadata();
    assert.deepEqual([`${width}x${height}`, `image/${format}`], [sizes, type]);
  }
});

test("the icon's letter is outlines, from the title's first word that is not an article", () => {
  const drawing = (title: string) => Buffer.from(drawIcons(title)[0]?.content ?? []).toString();
  assert.doesNotMatch(drawing("The Evening Wire"), /<text|font-family/);
  assert.equal(drawing("The Evening Wire"), drawing("Evening Wire"));
  assert.notEqual(drawing("Evening Wire"), drawing("Morning Wire"));
  assert.equal(drawing("日本"), drawing("🚢"));
});
