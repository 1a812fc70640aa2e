/**
 * `node --import tsx bench/reuters-newsroom.ts FOLDER` turns the Reuters-21578 records of the corpora folder into a
 * newsroom: an archive with hundreds of topics and several hundred articles in one month.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recogniseDateline } from "../src/article/dateline.ts";
import { slugOf } from "../src/article/slug.ts";
import { type ReutersRecord, readReuters } from "./reuters.ts";

/** A record as the article file that a newsroom would have of it. */
export function renderRecord(record: ReutersRecord): string {
  const { title, date, dateline, author, topics, places, people, orgs, paragraphs } = record;
  const tags = [...new Set([...topics, ...places, ...people, ...orgs])];
  const front = [
    `title: ${JSON.stringify(title)}`,
    `date: ${date}`,
    ...(recogniseDateline(dateline) === undefined ? [] : [`dateline: ${JSON.stringify(dateline)}`]),
    ...(author === "" ? [] : [`byline: ${JSON.stringify(author)}`]),
    `section: ${topics[0] ?? "general"}`,
    ...(tags.length === 0 ? [] : [`tags: [${tags.map((tag) => JSON.stringify(tag)).join(", ")}]`]),
  ];
  return `---\n${front.join("\n")}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

/** Writes `content/` and `data/` into the folder; gives the number of articles. */
export function writeReutersNewsroom(records: readonly ReutersRecord[], folder: string): number {
  for (const record of records) {
    const { id, title, date } = record;
    const path = join(folder, "content/articles", date.slice(0, 4), date.slice(5, 7));
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `${slugOf(title).slice(0, 50).replace(/-$/, "")}-${id}.md`), renderRecord(record));
  }
  mkdirSync(join(folder, "data"), { recursive: true });
  writeFileSync(
    join(folder, "data/site.yaml"),
    "title: Wire of 1987\nurl: https://wire.example/\nlanguage: en\nagency: Reuter\n",
  );
  return records.length;
}

if (process.argv[1] === import.meta.filename) {
  const records = readReuters();
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error("write the folder to make: node --import tsx bench/reuters-newsroom.ts FOLDER");
    process.exitCode = 2;
  } else if (records === undefined) console.log("Left out: the Reuters records are not here.");
  else console.log(`${writeReutersNewsroom(records, folder)} articles`);
}
