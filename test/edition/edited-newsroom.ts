/** A newsroom of two languages for edits: few names and days, so that lists are of several pages and full builds are quick. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { makeRandom } from "../../bench/archive.ts";
import { DAY, HOUR } from "./edits/desk.ts";
import { SITE_START } from "./edits/newsroom-edits.ts";

const STRINGS = resolve(import.meta.dirname, "../../_data/strings");
const COUNTS = { en: 110, ar: 56 } as const;

/** Writes it so that its newest articles are of the hours before `startAt`. */
export async function writeEditedNewsroom(folder: string, seed: number, startAt: number): Promise<void> {
  const random = makeRandom(seed);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  for (const path of ["content/media", "data/strings", "packages"]) mkdirSync(join(folder, path), { recursive: true });
  for (const lang of ["en", "ar", "es"])
    cpSync(join(STRINGS, `${lang}.yaml`), join(folder, `data/strings/${lang}.yaml`));
  writeFileSync(join(folder, "data/site.yaml"), SITE_START);
  writeFileSync(
    join(folder, "content/media/a.svg"),
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"/>',
  );
  await sharp({ create: { width: 90, height: 60, channels: 3, background: "#a63" } })
    .jpeg()
    .toFile(join(folder, "content/media/b.jpg"));
  for (const [lang, count] of Object.entries(COUNTS)) {
    for (let index = 0; index < count; index++) {
      // Most on three days of two years.
      const at = startAt - (index % 3) * DAY - (index % 2) * 366 * DAY - index * 10 * 60_000 - HOUR;
      const date = new Date(at).toISOString();
      const path = join(folder, "content/articles", date.slice(0, 4), date.slice(5, 7));
      mkdirSync(path, { recursive: true });
      const front = [
        `title: ${lang === "en" ? "Story" : "قصة"} ${index}`,
        `date: ${date}`,
        ...(lang === "en" ? [] : [`lang: ${lang}`]),
        `section: ${index % 5 === 0 ? "economy" : "world"}`,
        `tags: [${index % 7 === 0 ? "Beta" : "Alpha"}, ${pick(["Cable", "Port of Sea"])}]`,
        `byline: Reporter ${1 + (index % 2)}`,
        `dateline: ${pick(["MADAR", "PORT AMBER"])} (Northline)`,
      ];
      writeFileSync(join(path, `${lang}-${index}.md`), `---\n${front.join("\n")}\n---\n\nText of ${index}.\n`);
    }
  }
}
