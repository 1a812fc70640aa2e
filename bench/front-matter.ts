/**
 * What splitting and reading front matter costs an article, as the house does it and by js-yaml alone, in microseconds of
 * processor time: `node --import tsx bench/front-matter.ts`, on the Reuters records, in turns.
 */
import { findClosing, splitFrontMatter } from "../src/article/front-matter.ts";
import { parseYaml } from "../src/article/yaml.ts";
import { renderRecord } from "./reuters-newsroom.ts";
import { readReuters } from "./reuters.ts";

const ROUNDS = 15;

function splitByYamlAlone(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString().replaceAll("\r\n", "\n");
  const closing = findClosing(text);
  return [
    parseYaml({ text: text.slice(3, closing?.start), file: "a.md", linesBefore: 0 }),
    text.slice(closing?.end),
  ] as const;
}

/** Microseconds a file. */
function time(files: readonly Uint8Array[], split: (bytes: Uint8Array) => unknown): number {
  const before = process.cpuUsage();
  for (const bytes of files) split(bytes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / files.length;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const files = readReuters()?.map((record) => Buffer.from(renderRecord(record)));
if (files === undefined) console.log("Left out: the Reuters records are not here.");
else {
  const house: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(time(files, splitByYamlAlone));
    house.push(time(files, (bytes) => splitFrontMatter(bytes, "a.md")));
  }
  const figures = `${median(house).toFixed(1)} µs an article with gray-matter, ${median(alone).toFixed(1)} µs by js-yaml alone`;
  console.log(`${files.length} articles, median of ${ROUNDS} rounds: ${figures}`);
}
