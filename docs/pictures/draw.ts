/** Draws every picture of the sample newsroom: `node --import tsx docs/pictures/draw.ts [NAME…]`. The same bytes on every run. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { renderPng } from "../../src/media/lettering.ts";
import { baseRate, hallowQuayShore, sunlineMap } from "./charts.ts";
import { assembly, goatsPanels, hallowQuay, houseOnWheels, oliveNight, snowTrain, sunlineFields, theatre } from "./land-scenes.ts";
import { jonasReth, logo, maraEllin, runaTellefs, toveHarlin } from "./portraits.ts";
import { harbour, kittiwake, kittiwakeNew, regatta, seaEagle, stormHalvard } from "./sea-scenes.ts";

const PICTURES: Readonly<Record<string, () => string>> = {
  "2021/harbour.jpg": harbour,
  "2024/kittiwake-new.jpg": kittiwakeNew,
  "2025/storm-halvard.jpg": stormHalvard,
  "2026/assembly.jpg": assembly,
  "2026/base-rate.png": baseRate,
  "2026/goats-panels.jpg": goatsPanels,
  "2026/hallow-quay-shore.png": hallowQuayShore,
  "2026/hallow-quay.jpg": hallowQuay,
  "2026/house-on-wheels.jpg": houseOnWheels,
  "2026/kittiwake.jpg": kittiwake,
  "2026/olive-night.jpg": oliveNight,
  "2026/regatta.jpg": regatta,
  "2026/runa-tellefs.jpg": runaTellefs,
  "2026/sea-eagle.jpg": seaEagle,
  "2026/snow-train.jpg": snowTrain,
  "2026/sunline-fields.jpg": sunlineFields,
  "2026/sunline-map.png": sunlineMap,
  "2026/theatre.jpg": theatre,
  "people/jonas-reth.jpg": jonasReth,
  "people/mara-ellin.jpg": maraEllin,
  "people/tove-harlin.jpg": toveHarlin,
  "logo.png": logo,
};

const LIMIT = 200_000;
const folder = path.join(import.meta.dirname, "../../src/content/media");
const wanted = process.argv.slice(2);

for (const [name, drawing] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const svg = drawing();
  const width = name.startsWith("people/") ? 800 : name === "logo.png" ? 600 : 1600;
  const pixels = sharp(renderPng(svg, width)).flatten();
  let content = await pixels.clone().png({ palette: true, colours: 32, compressionLevel: 9, effort: 10 }).toBuffer();
  if (name.endsWith(".jpg")) {
    for (let quality = 82; quality > 40; quality -= 6) {
      content = await pixels.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
      if (content.length <= LIMIT) break;
    }
  }
  if (content.length > LIMIT) throw new RangeError(`${name} has ${content.length} bytes; draw it with fewer cuts`);
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`${name} ${content.length}`);
}
