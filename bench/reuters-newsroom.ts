/**
 * `node --import tsx bench/reuters-newsroom.ts FOLDER` turns the Reuters-21578 records of the corpora folder into a
 * newsroom: an archive with hundreds of topics and several hundred articles in one month. `DATELINE_SHARED` names the
 * folder above `corpora/`; `../shared` beside the checkout where unset.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { slugOf } from "../src/article/address.ts";
import { parseDateline } from "../src/article/dateline.ts";

interface ReutersRecord {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly dateline: string;
  readonly author: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly orgs: readonly string[];
  readonly paragraphs: readonly string[];
}

/** Where the records are, if they are. */
export function reutersFile(): string | undefined {
  const file = join(
    process.env.DATELINE_SHARED ?? resolve(import.meta.dirname, "../../shared"),
    "corpora/reuters.jsonl",
  );
  return existsSync(file) ? file : undefined;
}

/** Writes `content/` and `data/` into the folder; gives the number of articles. */
export function writeReutersNewsroom(file: string, folder: string): number {
  const records = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ReutersRecord);
  for (const { id, title, date, dateline, author, topics, places, people, orgs, paragraphs } of records) {
    const tags = [...new Set([...topics, ...places, ...people, ...orgs])];
    const front = [
      `title: ${JSON.stringify(title)}`,
      `date: ${date}`,
      ...(parseDateline(dateline) === undefined ? [] : [`dateline: ${JSON.stringify(dateline)}`]),
      ...(author === "" ? [] : [`byline: ${JSON.stringify(author)}`]),
      `section: ${topics[0] ?? "general"}`,
      ...(tags.length === 0 ? [] : [`tags: [${tags.map((tag) => JSON.stringify(tag)).join(", ")}]`]),
    ];
    const path = join(folder, "content/articles", date.slice(0, 4), date.slice(5, 7));
    mkdirSync(path, { recursive: true });
    writeFileSync(
      join(path, `${slugOf(title).slice(0, 50).replace(/-$/, "")}-${id}.md`),
      `---\n${front.join("\n")}\n---\n\n${paragraphs.join("\n\n")}\n`,
    );
  }
  mkdirSync(join(folder, "data"), { recursive: true });
  writeFileSync(
    join(folder, "data/site.yaml"),
    "title: Wire of 1987\nurl: https://wire.example/\nlanguage: en\nagency: Reuter\n",
  );
  return records.length;
}

if (process.argv[1] === import.meta.filename) {
  const file = reutersFile();
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error("write the folder to make: node --import tsx bench/reuters-newsroom.ts FOLDER");
    process.exitCode = 2;
  } else if (file === undefined) console.log("Left out: the Reuters records are not here.");
  else console.log(`${writeReutersNewsroom(file, folder)} articles`);
}
