/** Who is measured: how each gets its site ready, and the command that builds it. */
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { writeArchive } from "./archive.ts";
import { type PeerForm, writePeerContent } from "./peers/content.ts";

export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly content: string;
  readonly output: string;
  /** What else a run leaves behind, to be cleared before the next. */
  readonly leavings: readonly string[];
  /** What the files of each kind are called. */
  readonly kinds: Readonly<Record<string, RegExp>>;
}

const HOUSE = resolve(import.meta.dirname, "..");
const PEERS = join(import.meta.dirname, "peers");
export const PEER_NAMES = ["hugo", "bare", "eleventy"] as const;
export type PeerName = (typeof PEER_NAMES)[number];

const ARTICLE = /^\d{4}\/\d{2}\/\d{2}\/[^/]+\.html$/;
const SHORT = /^s\/..\/[^/]+\.html$/;
const PEER_KINDS = {
  articles: ARTICLE,
  "short links": SHORT,
  topics: /^topics\/(?!index)[^/]+\.html$/,
  sections: /^(?:sections|desks)\/(?!index)[^/]+\.html$/,
  months: /^months\/\d{4}-\d{2}\.html$/,
};

/** True where a program can be found in PATH. */
export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** Dateline, without the search index and the check of links unless `everything`. */
export function readyDateline(folder: string, articles: number, everything: boolean): Contestant {
  const root = join(folder, "dateline");
  if (!existsSync(join(root, "content"))) writeArchive({ folder: root, articles });
  const output = join(root, "dist");
  const cache = join(root, "cache");
  const flags = ["--content", join(root, "content"), "--data", join(root, "data"), "--output", output];
  return {
    name: everything ? "dateline with search and links" : "dateline",
    command: [
      process.execPath,
      "--max-semi-space-size=32",
      "src/cli/dateline.js",
      "build",
      ...flags,
      ...["--cache", cache, "--now", "2026-01-02T00:00:00Z", "--json"],
      ...(everything ? [] : ["--without", "search,links"]),
    ],
    cwd: HOUSE,
    content: join(root, "content/articles"),
    output,
    leavings: [cache],
    kinds: {
      ...PEER_KINDS,
      sections: /^sections\/(?!index)[^/]+\.html$/,
      months: /^archive\/\d{4}\/\d{2}\.html$/,
    },
  };
}

function readyFolder(folder: string, name: PeerName, form: PeerForm, below: string, articles: number): string {
  const root = join(folder, name);
  if (existsSync(root)) return root;
  mkdirSync(root, { recursive: true });
  cpSync(join(PEERS, name), root, { recursive: true });
  writePeerContent(form, join(root, below), articles);
  return root;
}

/** A peer's site, made in the folder. */
export function readyPeer(name: PeerName, folder: string, articles: number): Contestant {
  switch (name) {
    case "hugo": {
      const root = readyFolder(folder, name, "hugo", "content/posts", articles);
      const output = join(root, "public");
      return {
        name,
        command: ["hugo", "--source", root, "--destination", output, "--noTimes", "--quiet"],
        cwd: root,
        // At 100,000 its own limit, a quarter of the memory, makes it slow. https://gohugo.io/troubleshooting/performance/
        env: { ...(articles >= 50_000 ? { HUGO_MEMORYLIMIT: "6" } : {}), HUGO_CACHEDIR: join(root, "cache") },
        content: join(root, "content/posts"),
        output,
        leavings: [join(root, "cache"), join(root, "resources")],
        kinds: PEER_KINDS,
      };
    }
    case "bare": {
      const root = readyFolder(folder, name, "hugo", "content", articles);
      const output = join(root, "out");
      return {
        name,
        command: [
          process.execPath,
          "--max-semi-space-size=32",
          "--heap-growing-percent=20",
          join(PEERS, "bare/bare.js"),
          join(root, "content"),
          output,
        ],
        cwd: root,
        content: join(root, "content"),
        output,
        leavings: [],
        kinds: PEER_KINDS,
      };
    }
    case "eleventy": {
      const root = readyFolder(folder, name, "eleventy", "posts", articles);
      const output = join(root, "_site");
      const data = join(root, "posts/posts.json");
      if (!existsSync(data)) writeFileSync(data, JSON.stringify({ layout: "post.njk", tags: ["posts"] }));
      if (!existsSync(join(root, "node_modules"))) symlinkSync(join(HOUSE, "node_modules"), join(root, "node_modules"));
      return {
        name,
        command: [
          process.execPath,
          "--max-old-space-size=6144",
          join(HOUSE, "node_modules/@11ty/eleventy/cmd.cjs"),
          "--quiet",
        ],
        cwd: root,
        content: join(root, "posts"),
        output,
        leavings: [],
        kinds: PEER_KINDS,
      };
    }
  }
}

/** Clears what the last run wrote. */
export function clear({ output, leavings }: Contestant): void {
  for (const folder of [output, ...leavings]) rmSync(folder, { recursive: true, force: true });
}
