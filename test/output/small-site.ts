/** A small site of linked pages in numbered editions, for publishing again and again. Every page ends in a mark that shows it whole. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";

export const END_MARK = "<!-- whole -->";

/** Address and text of every file of an edition. Editions share most articles; each adds and drops some, with their topics. */
export function edition(number: number, articles = 60): Map<string, string> {
  const files = new Map<string, string>();
  const present: number[] = [];
  for (let id = 0; id < articles; id++) if (id % 7 !== number % 7) present.push(id);
  const topics = new Map<string, number[]>();
  const add = (address: string, links: readonly string[], text: string): void => {
    const from = dirname(address);
    const anchors = links.map((link) => `<a href="${posix.relative(from === "." ? "" : from, link)}">${link}</a>`);
    files.set(address, `<!doctype html><p>${text}</p>${anchors.join("\n")}${"<p>x</p>".repeat(200)}${END_MARK}`);
  };
  for (const id of present) {
    const topic = `topics/t${id % 5}-${(id + number) % 3}.html`;
    topics.set(topic, [...(topics.get(topic) ?? []), id]);
    const links = [`${`assets/style-${number}.css`}`, topic, "index.html"];
    const next = present[(present.indexOf(id) + 1) % present.length];
    if (next !== undefined) links.push(articleAddress(next));
    add(articleAddress(id), links, id % 3 === 0 ? `edition ${number}` : "always the same");
  }
  for (const [topic, ids] of topics)
    add(topic, ["index.html", ...ids.map(articleAddress)], `topic in edition ${number}`);
  files.set(`assets/style-${number}.css`, `body { --edition: ${number} }${END_MARK}`);
  files.set("robots.txt", `User-agent: *\n${END_MARK}`);
  add("index.html", [...topics.keys(), ...present.slice(0, 10).map(articleAddress)], `edition ${number}`);
  return files;
}

function articleAddress(id: number): string {
  return `2031/${String((id % 12) + 1).padStart(2, "0")}/${String((id % 28) + 1).padStart(2, "0")}/story-${id}.html`;
}

export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [address, text] of files) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    writeFileSync(join(folder, address), text);
  }
}

/** Everything in a folder, but for the publisher's own files unless `all`. */
export function readFiles(folder: string, all = false): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, entry);
    if (!statSync(path).isFile()) continue;
    if (all || entry !== "SHA256SUMS") files.set(entry, readFileSync(path, "utf8"));
  }
  return files;
}

/** Addresses that only one of two sites has, or that differ. */
export function differences(found: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): string[] {
  const all = new Set([...found.keys(), ...expected.keys()]);
  return [...all].filter((address) => found.get(address) !== expected.get(address)).sort();
}

/** A fresh folder with places for output, cache and staging, removed by `remove`. */
export interface Desk {
  readonly folder: string;
  readonly output: string;
  readonly cache: string;
  readonly staging: string;
  readonly remove: () => void;
}

export function openDesk(under = tmpdir()): Desk {
  const folder = mkdtempSync(join(under, "dateline-publish-"));
  return {
    folder,
    output: join(folder, "dist"),
    cache: join(folder, "cache"),
    staging: join(folder, "cache", "staging"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
