/** Who is measured: how each gets its site ready, and the command that builds it. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { writeArchive } from "./archive.ts";
import { writePeerContent } from "./peers/content.ts";
import { writeSharedTexts } from "./peers/shared-texts.ts";

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
export const PEER_NAMES = ["hugo", "bare", "eleventy", "jekyll", "astro"] as const;
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

/** `Node 24.1.0` */
function versionOf(node: string): string {
  return `Node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim().slice(1)}`;
}

/** True where a program can be found in PATH. */
export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** What no peer has: left out where the same pages are compared. */
const UNMATCHED = ["search", "links", "data", "cards", "days", "places"] as const;
/** How much of Dateline is built: the pages that peers have too, these and one part more, or everything. */
export type Extent = "same pages" | "search" | "links" | "everything";
const NAMES: Readonly<Record<Extent, string>> = {
  "same pages": "dateline",
  search: "dateline, with the search index",
  links: "dateline, with the check of links",
  everything: "dateline, everything on",
};

/** Dateline, run by this Node or by the one at `node`. */
export function readyDateline(folder: string, articles: number, extent: Extent, node?: string): Contestant {
  const root = join(folder, "dateline");
  if (!existsSync(join(root, "content"))) writeArchive({ folder: root, articles });
  const own = `${extent}${node === undefined ? "" : " on another Node"}`.replaceAll(" ", "-");
  const output = join(root, `dist-${own}`);
  const cache = join(root, `cache-${own}`);
  const without = UNMATCHED.filter((part) => extent !== "everything" && part !== extent);
  const flags = ["--content", join(root, "content"), "--data", join(root, "data"), "--output", output];
  return {
    name: node === undefined ? NAMES[extent] : `${NAMES[extent]}, ${versionOf(node)}`,
    command: [
      node ?? process.execPath,
      "--max-semi-space-size=32",
      "src/cli/dateline.js",
      "build",
      ...flags,
      ...["--cache", cache, "--now", "2026-01-02T00:00:00Z", "--json"],
      ...(without.length === 0 ? [] : ["--without", without.join()]),
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

/** Makes a peer's folder: its own files, what it shares with other peers written in JavaScript, the articles, Dateline's texts. */
function readyFolder(
  folder: string,
  name: PeerName,
  articles: number,
  { content, texts = "texts" }: { readonly content: string; readonly texts?: string },
): string {
  const root = join(folder, name);
  if (existsSync(root)) return root;
  mkdirSync(root, { recursive: true });
  cpSync(join(PEERS, name), root, { recursive: true });
  if (name === "eleventy" || name === "astro") cpSync(join(PEERS, "shared"), join(root, "shared"), { recursive: true });
  writePeerContent(name, join(root, content), articles);
  writeSharedTexts(join(root, texts));
  return root;
}

const ASTRO = "node_modules/astro/package.json";

/**
 * Where Astro is: it brings some 250 packages that nothing else here uses, and so is none of this house's. `from` is a folder in
 * which `npm install astro@5 @astrojs/rss @astrojs/sitemap` was run (Astro 6 needs Node 22).
 */
export function findAstro(from: string | undefined): string | undefined {
  return from !== undefined && existsSync(join(resolve(from), ASTRO)) ? resolve(from) : undefined;
}

function astroProgram(from: string): string {
  const { bin } = JSON.parse(readFileSync(join(from, ASTRO), "utf8")) as { readonly bin: { readonly astro: string } };
  return join(from, "node_modules/astro", bin.astro);
}

/** A peer's site, made in the folder. `from` is where Astro is. */
export function readyPeer(name: PeerName, folder: string, articles: number, from?: string): Contestant {
  switch (name) {
    case "hugo": {
      const root = readyFolder(folder, name, articles, { content: "content/posts", texts: "assets" });
      const output = join(root, "public");
      return {
        name,
        command: ["hugo", "--source", root, "--destination", output, "--noTimes", "--quiet"],
        cwd: root,
        // At 100,000 its own limit, a quarter of the memory, makes it slow. https://gohugo.io/troubleshooting/performance/
        env: {
          ...(articles >= 50_000 ? { HUGO_MEMORYLIMIT: process.env.HUGO_MEMORYLIMIT ?? "6" } : {}),
          HUGO_CACHEDIR: join(root, "cache"),
        },
        content: join(root, "content/posts"),
        output,
        leavings: [join(root, "cache"), join(root, "resources")],
        kinds: PEER_KINDS,
      };
    }
    case "bare": {
      const root = readyFolder(folder, name, articles, { content: "content" });
      const output = join(root, "out");
      return {
        name,
        command: [
          process.execPath,
          "--max-semi-space-size=32",
          "--heap-growing-percent=20",
          join(PEERS, "bare/bare.js"),
          join(root, "content"),
          join(root, "texts"),
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
      const root = readyFolder(folder, name, articles, { content: "posts" });
      const output = join(root, "_site");
      const data = join(root, "posts/posts.json");
      // Addresses hold nothing to be filled in. https://www.11ty.dev/docs/permalinks/
      if (!existsSync(data))
        writeFileSync(data, JSON.stringify({ layout: "post.njk", tags: ["posts"], dynamicPermalink: false }));
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
    case "jekyll": {
      const root = readyFolder(folder, name, articles, { content: "_posts" });
      const output = join(root, "_site");
      return {
        name,
        command: ["jekyll", "build", "--quiet", "--source", root, "--destination", output],
        cwd: root,
        env: { JEKYLL_ENV: "production", LANG: "C.UTF-8" },
        content: join(root, "_posts"),
        output,
        leavings: [join(root, ".jekyll-cache")],
        kinds: PEER_KINDS,
      };
    }
    case "astro": {
      if (from === undefined) throw new RangeError("--from DIR: name the folder that Astro is in");
      const root = readyFolder(folder, name, articles, { content: "src/content/posts" });
      const output = join(root, "dist");
      const packages = join(root, "node_modules");
      if (!existsSync(packages)) symlinkSync(join(from, "node_modules"), packages);
      return {
        name,
        command: [process.execPath, "--max-old-space-size=6144", astroProgram(from), "build", "--silent"],
        cwd: root,
        env: { ASTRO_TELEMETRY_DISABLED: "1" },
        content: join(root, "src/content/posts"),
        output,
        leavings: [join(root, "cache"), join(root, ".astro")],
        kinds: PEER_KINDS,
      };
    }
  }
}

/** Clears what the last run wrote. */
export function clear({ output, leavings }: Contestant): void {
  for (const folder of [output, ...leavings]) rmSync(folder, { recursive: true, force: true });
}
