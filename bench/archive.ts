/** Makes a seeded archive for measuring: years of articles with Zipf tags, sections, datelines, related headlines and sentences of real lengths. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface ArchiveOptions {
  readonly folder: string;
  readonly articles: number;
  /** First day; articles are spread over the years up to 2025. */
  readonly firstYear?: number;
  readonly seed?: number;
  /** Words in a text, on average. */
  readonly words?: number;
}

/** One invented article, before it is written in any tool's form. */
export interface SampleArticle {
  readonly slug: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly section: string;
  readonly tags: readonly string[];
  readonly dateline: string;
  readonly byline: string;
  readonly standfirst: string;
  /** Indexes of earlier articles. */
  readonly related: readonly number[];
  readonly paragraphs: readonly string[];
}

export const SECTIONS = ["world", "politics", "economy", "science", "culture", "sport"];
const PLACES = ["PORT AMBER", "STENWICK", "MONTELUZ", "MADAR", "HALLOW QUAY", "LINDOW", "RIO PARDAL", "VESTERHOLM"];
const SYLLABLES = [
  "ba",
  "cor",
  "de",
  "fi",
  "gal",
  "ha",
  "in",
  "jo",
  "kel",
  "lu",
  "mar",
  "nor",
  "os",
  "pel",
  "qua",
  "ri",
  "sol",
  "ta",
  "un",
  "ver",
  "wes",
  "yar",
  "zen",
  "mil",
  "tor",
];

/** A small generator of numbers from 0 up to 1, the same for the same seed everywhere. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

function makeWord(random: () => number): string {
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join("");
}

/** Draws an index with a chance of about 1 / (rank + 1). */
const zipf = (random: () => number, count: number): number =>
  Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count + 1))) - 1);

/** The articles, oldest first. */
export function* sampleArticles({
  articles,
  firstYear = 2006,
  seed = 7,
  words = 350,
}: Omit<ArchiveOptions, "folder">): Generator<SampleArticle> {
  const random = makeRandom(seed);
  const vocabulary = [...new Set(Array.from({ length: 12_000 }, () => makeWord(random)))];
  const topics = Array.from(
    { length: Math.max(40, Math.round(articles / 50)) },
    (_none, index) =>
      `${vocabulary[index * 3]?.replace(/^./, (letter) => letter.toUpperCase())} ${vocabulary[index * 3 + 1] ?? "port"}`,
  );
  const word = () => vocabulary[zipf(random, vocabulary.length)] ?? "port";
  const sentence = (): string => {
    const length = 8 + Math.floor(random() * 22);
    const text = Array.from({ length }, word).join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const start = Date.UTC(firstYear, 0, 1);
  const step = (Date.UTC(2026, 0, 1) - start) / articles;
  const titles: string[] = [];
  for (let index = 0; index < articles; index++) {
    const title = `${sentence().slice(0, -1).split(" ").slice(0, 8).join(" ")} ${index}`;
    titles.push(title);
    const paragraphs: string[] = [];
    for (let count = 0; count < words;) {
      const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, sentence);
      const text = random() < 0.2 ? `"${sentences.join(" ")}" a ${word()} told reporters.` : sentences.join(" ");
      count += text.split(" ").length;
      paragraphs.push(text);
    }
    const tags = [
      ...new Set(
        Array.from({ length: 3 + Math.floor(random() * 4) }, () => topics[zipf(random, topics.length)] ?? "Port"),
      ),
    ];
    const related =
      index < 10
        ? []
        : [
            ...new Set(
              Array.from({ length: Math.floor(random() * 3) }, () => Math.max(0, index - 1 - zipf(random, 500))),
            ),
          ];
    yield {
      slug: `${vocabulary[index % vocabulary.length]}-${index}`,
      title,
      date: new Date(Math.floor((start + index * step) / 60_000) * 60_000).toISOString(),
      section: SECTIONS[zipf(random, SECTIONS.length)] ?? "world",
      tags,
      dateline: `${PLACES[zipf(random, PLACES.length)]} (Northline)`,
      byline: `Reporter ${1 + zipf(random, 40)}`,
      standfirst: sentence(),
      related,
      paragraphs,
    };
  }
}

/** Writes a newsroom: `content/` and `data/` in the folder. */
export function writeArchive(options: ArchiveOptions): void {
  const { folder } = options;
  const paths: string[] = [];
  const made = new Set<string>();
  for (const article of sampleArticles(options)) {
    const path = `${article.date.slice(0, 4)}/${article.date.slice(5, 7)}/${article.slug}`;
    paths.push(path);
    const directory = join(folder, "content/articles", path.slice(0, 7));
    if (!made.has(directory)) mkdirSync(directory, { recursive: true });
    made.add(directory);
    const related =
      article.related.length === 0
        ? ""
        : `related:\n${article.related.map((index) => `  - ${paths[index]}\n`).join("")}`;
    const text = `---\ntitle: ${article.title}\ndate: ${article.date}\ndateline: ${article.dateline}\nbyline: ${article.byline}\nsection: ${article.section}\nstandfirst: ${article.standfirst}\ntags: [${article.tags.join(", ")}]\n${related}---\n\n${article.paragraphs.join("\n\n")}\n`;
    writeFileSync(join(folder, "content/articles", `${path}.md`), text);
  }
  mkdirSync(join(folder, "data"), { recursive: true });
  writeFileSync(
    join(folder, "data/site.yaml"),
    "title: Northline Bench\nagency: Northline\nurl: https://northline.example/\nlanguage: en\n",
  );
}
